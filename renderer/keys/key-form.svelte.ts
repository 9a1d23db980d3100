// State of a credentials form: texts, errors, and the result of the test.
import { tick } from 'svelte';
import type { ConnectResult } from '../../shared/ipc/contract';
import type { FormField } from '../../shared/schema/key';
import { failureSentence } from '../../shared/text/failure-text';
import { FORM_FIELDS, hostOf, problemOf, problemText, type FormTexts, type TextField } from './key-form';
import { KEY_FORM_TEXT } from './key-form-text';

export type ConnectFailure = Extract<ConnectResult, { outcome: 'failed' }>;

export class KeyForm {
  texts = $state<FormTexts>() as FormTexts;
  errors = $state<Partial<Record<FormField, string>>>({});
  failed = $state.raw<ConnectFailure | null>(null);
  /** Wallets that watch addresses of the account already; empty: none are known. */
  overlaps = $state.raw<readonly string[]>([]);
  isTesting = $state(false);
  wasTried = $state(false);

  constructor(texts: FormTexts) {
    this.texts = texts;
  }

  readonly canSkipKeychain = $derived(this.failed !== null && /^keychain-/.test(this.failed.code));
  readonly label = $derived(
    this.isTesting
      ? KEY_FORM_TEXT.testing
      : this.overlaps.length > 0
        ? KEY_FORM_TEXT.addAnyway
        : this.wasTried
          ? KEY_FORM_TEXT.again
          : KEY_FORM_TEXT.test
  );
  /** Where the key would be sent now; null: nowhere. */
  readonly hostName = $derived(hostOf(this.texts.host));

  /** Checks a field that the person leaves; a missing text is reported when the form is sent. */
  check(field: TextField): void {
    const problem = problemOf(field, this.texts[field]);
    if (problem && problem !== 'missing') this.errors[field] = problemText(field, problem);
  }

  /** Sets a text while the person types; an error disappears as soon as its field is valid. */
  set(field: TextField | 'name', text: string): void {
    this.texts[field] = text;
    if (field === 'accountId') this.overlaps = [];
    const isGood = field === 'name' ? text.trim() !== '' : problemOf(field, text) === null;
    if (isGood) delete this.errors[field];
  }

  /** True when these fields are valid. */
  validate(fields: readonly TextField[]): boolean {
    this.errors = {};
    for (const field of fields) {
      const problem = problemOf(field, this.texts[field]);
      if (problem) this.errors[field] = problemText(field, problem);
    }
    return Object.keys(this.errors).length === 0;
  }

  /** Waits for the answer and shows it. True when the key was saved: the form then clears its secrets. */
  async send(ask: () => Promise<ConnectResult | null>): Promise<boolean> {
    this.failed = null;
    this.isTesting = true;
    const answer = await ask();
    this.isTesting = false;
    this.wasTried = true;
    if (answer?.outcome === 'saved') {
      this.texts.apiKey = this.texts.secretKey = this.texts.passphrase = '';
      return true;
    }
    this.overlaps = answer?.outcome === 'overlaps' ? answer.wallets : [];
    if (answer?.outcome === 'invalid') this.errors[answer.field] = problemText(answer.field, answer.problem);
    if (answer?.outcome === 'failed') {
      this.failed = answer;
      if (answer.field) this.errors[answer.field] = failureSentence(answer);
    }
    if (answer) await this.focusFirst();
    return false;
  }

  async focusFirst(): Promise<void> {
    await tick();
    const field = FORM_FIELDS.find(name => this.errors[name] !== undefined);
    document.getElementById(field ?? 'result')?.focus();
  }
}

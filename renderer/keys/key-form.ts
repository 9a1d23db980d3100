// Fields of the key form, their initial values, and the checks that run before sending.
import { accountIdOf } from '../../shared/domain/sources';
import { DEFAULT_HOST, classifyHost, originOf } from '../../shared/domain/host';
import type { ConnectForm } from '../../shared/ipc/contract';
import type { FormField, FormProblem } from '../../shared/schema/key';
import type { AppState } from '../../shared/schema/app-state';
import type { Purpose } from '../state/navigation.svelte';
import { KEY_FORM_TEXT } from './key-form-text';
import { FORM_PROBLEM_TEXT } from '../../shared/text/door-text';
import { ADDRESS_REVIEW_TEXT } from '../text/addresses';

export const KEY_FIELDS = ['apiKey', 'secretKey', 'passphrase'] as const;
export const CREDENTIAL_FIELDS = [...KEY_FIELDS, 'projectId'] as const;
/** In the order of the page; invalid fields get the focus in this order. */
export const FORM_FIELDS = [
  ...KEY_FIELDS,
  ...(['accountId', 'addresses', 'name', 'projectId', 'host'] as const)
] as const;
export type TextField = Exclude<FormField, 'addresses' | 'name'>;
export type FormTexts = Pick<ConnectForm, TextField | 'name'>;
export type WatchedSource = 'addresses' | 'account';

/** The printable ASCII characters that a key may contain in the keychain. */
const PRINTABLE = /^[\x20-\x7e]*$/;

/** What is wrong with the typed text; null when it is valid. Spaces around it are fine, because saving removes them. */
export function problemOf(field: TextField, typed: string): FormProblem | null {
  const text = typed.trim();
  if (text === '') return field === 'projectId' ? null : 'missing';
  if (field === 'host') {
    const verdict = classifyHost(text);
    return verdict === 'not-a-host' || verdict === 'not-https' ? verdict : null;
  }
  return PRINTABLE.test(text) ? null : 'not-printable';
}

/** Where a key would be sent, with its port; null: nowhere, because the host is missing or wrong. */
export function hostOf(typed: string): string | null {
  const origin = problemOf('host', typed) === null ? originOf(typed) : null;
  return origin && new URL(origin).host;
}

const NO_CREDENTIALS = { apiKey: '', secretKey: '', passphrase: '', projectId: '' };

/** Initial texts for a new wallet, for a new key of the wallet to renew, or for an account to watch. */
export function emptyForm(app: AppState, { renewing, account }: Purpose): ConnectForm {
  const { wallets } = app.portfolio;
  const wallet = wallets.find(row => row.wallet.name === renewing)?.wallet;
  const key = app.keys.find(({ id }) => id === wallet?.keyId);
  return {
    ...NO_CREDENTIALS,
    name:
      wallet?.name ??
      (wallets.length === 0
        ? ADDRESS_REVIEW_TEXT.firstName
        : ADDRESS_REVIEW_TEXT.nextName(wallets.length + 1)),
    accountId: (wallet && accountIdOf(wallet)) ?? account?.accountId ?? '',
    host: key?.host ?? account?.host ?? DEFAULT_HOST,
    chains: wallet?.chains ?? [],
    thisSessionOnly: false
  };
}

/** Initial texts for replacing only the credentials of a known key. */
export function rotateForm(host: string): FormTexts {
  return { ...NO_CREDENTIALS, name: '', accountId: '', host };
}

export function problemText(field: FormField, problem: FormProblem): string {
  return problem === 'missing' ? KEY_FORM_TEXT.missing(field) : FORM_PROBLEM_TEXT[problem];
}

// State of the OKX accounts of one key; reads the list again after each change.
import type { Request } from '../../shared/ipc/contract';
import { failureSentence } from '../../shared/text/failure-text';
import type { CallFailure } from '../../shared/ipc/wallet-calls';
import type { Pair } from './account-pairs';
import { ACCOUNTS_TEXT } from '../text/wallets';
import type { CallMain } from '../state/app-state.svelte';

interface Account {
  readonly accountId: string;
  readonly isWatchOnly: boolean;
}

export class Accounts {
  /** Null until the list has been answered. */
  list = $state.raw<readonly Account[] | null>(null);
  openedId = $state<string | null>(null);
  /** Pairs of the opened account; null until they have been answered. */
  pairs = $state.raw<readonly Pair[] | null>(null);
  /** Sentence about the failed call; "" when no call failed. */
  failureText = $state('');
  /** Text about the last successful change. */
  resultText = $state('');
  isBusy = $state(false);

  constructor(
    readonly callMain: CallMain,
    readonly keyId: string
  ) {}

  async read(): Promise<void> {
    const answer = await this.#ask(this.callMain('accounts:list', { keyId: this.keyId }));
    if (answer) this.list = answer.accounts;
  }

  /** Opens an account; a second call for the same account closes it. */
  async open(accountId: string): Promise<void> {
    this.openedId = this.openedId === accountId ? null : accountId;
    this.pairs = null;
    if (this.openedId !== null) await this.#readPairs(accountId);
  }

  async #readPairs(accountId: string): Promise<void> {
    const answer = await this.#ask(this.callMain('accounts:detail', { keyId: this.keyId, accountId }));
    if (answer && this.openedId === accountId) this.pairs = answer.addresses;
  }

  /** True when OKX created the account. */
  async create(addresses: Pair[]): Promise<boolean> {
    const answer = await this.#ask(this.callMain('accounts:create', { keyId: this.keyId, addresses }));
    if (!answer) return false;
    await this.read();
    await this.open(answer.accountId);
    this.resultText = ACCOUNTS_TEXT.created;
    return true;
  }

  /** True when OKX changed the account. */
  async change(
    accountId: string,
    change: Request<'accounts:change'>['change'],
    addresses: Pair[]
  ): Promise<boolean> {
    const request = { keyId: this.keyId, accountId, change, addresses };
    if (!(await this.#ask(this.callMain('accounts:change', request)))) return false;
    await this.#readPairs(accountId);
    this.resultText = ACCOUNTS_TEXT.changed;
    return true;
  }

  async remove(accountId: string): Promise<void> {
    if (!(await this.#ask(this.callMain('accounts:delete', { keyId: this.keyId, accountId })))) return;
    this.openedId = null;
    await this.read();
    this.resultText = ACCOUNTS_TEXT.deleted;
  }

  /** Waits for the answer of a call. Null when the call failed; `failureText` then holds the reported failure. */
  async #ask<Answer extends { outcome: 'answered' } | CallFailure>(
    request: Promise<Answer | null>
  ): Promise<Exclude<Answer, CallFailure> | null> {
    this.isBusy = true;
    this.failureText = this.resultText = '';
    const answer = await request;
    this.isBusy = false;
    if (answer?.outcome === 'failed') this.failureText = failureSentence(answer);
    return answer?.outcome === 'answered' ? (answer as Exclude<Answer, CallFailure>) : null;
  }
}

// The accounts of one key at OKX while they are looked at and changed; each change is followed by asking again.
import type { Request } from '../../shared/ipc/contract';
import { failureSentence } from '../../shared/text/failure-text';
import type { CallFailure } from '../../shared/ipc/wallet-calls';
import type { Pair } from './account-pairs';
import { ACCOUNTS } from '../text/wallets';
import type { Tell } from '../state/app-state.svelte';

interface Account {
  readonly accountId: string;
  readonly isWatchOnly: boolean;
}

export class Accounts {
  /** Null: not answered yet. */
  list = $state.raw<readonly Account[] | null>(null);
  opened = $state<string | null>(null);
  /** Of the opened account; null: not answered yet. */
  pairs = $state.raw<readonly Pair[] | null>(null);
  /** What OKX refused, in a sentence; "" when nothing. */
  refusal = $state('');
  /** What was done last. */
  said = $state('');
  isBusy = $state(false);

  constructor(
    readonly tell: Tell,
    readonly keyId: string
  ) {}

  async read(): Promise<void> {
    const answer = await this.#ask(this.tell('accounts:list', { keyId: this.keyId }));
    if (answer) this.list = answer.accounts;
  }

  /** Once more closes it. */
  async open(accountId: string): Promise<void> {
    this.opened = this.opened === accountId ? null : accountId;
    this.pairs = null;
    if (this.opened !== null) await this.#readPairs(accountId);
  }

  async #readPairs(accountId: string): Promise<void> {
    const answer = await this.#ask(this.tell('accounts:detail', { keyId: this.keyId, accountId }));
    if (answer && this.opened === accountId) this.pairs = answer.addresses;
  }

  /** True when OKX made it. */
  async create(addresses: Pair[]): Promise<boolean> {
    const answer = await this.#ask(this.tell('accounts:create', { keyId: this.keyId, addresses }));
    if (!answer) return false;
    await this.read();
    await this.open(answer.accountId);
    this.said = ACCOUNTS.created;
    return true;
  }

  /** True when OKX changed it. */
  async change(
    accountId: string,
    change: Request<'accounts:change'>['change'],
    addresses: Pair[]
  ): Promise<boolean> {
    const asked = { keyId: this.keyId, accountId, change, addresses };
    if (!(await this.#ask(this.tell('accounts:change', asked)))) return false;
    await this.#readPairs(accountId);
    this.said = ACCOUNTS.changed;
    return true;
  }

  async remove(accountId: string): Promise<void> {
    if (!(await this.#ask(this.tell('accounts:delete', { keyId: this.keyId, accountId })))) return;
    this.opened = null;
    await this.read();
    this.said = ACCOUNTS.deleted;
  }

  /** Null when it was refused, which is then said. */
  async #ask<Answer extends { outcome: 'answered' } | CallFailure>(
    asked: Promise<Answer | null>
  ): Promise<Exclude<Answer, CallFailure> | null> {
    this.isBusy = true;
    this.refusal = this.said = '';
    const answer = await asked;
    this.isBusy = false;
    if (answer?.outcome === 'failed') this.refusal = failureSentence(answer);
    return answer?.outcome === 'answered' ? (answer as Exclude<Answer, CallFailure>) : null;
  }
}

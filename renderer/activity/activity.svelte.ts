// State of the activity entries as last read, newest first.
import type { Entry } from '../../shared/schema/activity';
import type { AppState } from '../../shared/schema/app-state';
import type { CallMain } from '../state/app-state.svelte';

export class ActivityPages {
  #entries = $state.raw<readonly Entry[] | null>(null);
  #lastRequest = 0;
  /** What the state said of the activity when it was read last; null: it was not read. */
  #readOf: string | null = null;

  constructor(readonly callMain: CallMain) {}

  /** Null until the first answer. */
  get entries(): readonly Entry[] | null {
    return this.#entries;
  }

  /** Nothing is read again while the state says nothing new: a new entry, a notification, a removed wallet. */
  async read({ activity, portfolio }: Pick<AppState, 'activity' | 'portfolio'>): Promise<void> {
    const state = [activity.latestAt, ...portfolio.wallets.map(({ wallet }) => wallet.id)].join();
    if (state === this.#readOf) return;
    this.#readOf = state;
    const requestNumber = (this.#lastRequest += 1);
    const answer = await this.callMain('activity:read', {});
    // Answers can arrive out of order: only the answer to the last request is used.
    if (requestNumber !== this.#lastRequest) return;
    if (answer) this.#entries = JSON.parse(answer.text) as Entry[];
    else this.#readOf = null;
  }

  forget(): void {
    this.#entries = null;
    this.#readOf = null;
  }
}

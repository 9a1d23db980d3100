// State of the activity entries as last read, newest first.
import type { Entry } from '../../shared/schema/activity';
import type { CallMain } from '../state/app-state.svelte';

export class ActivityPages {
  #entries = $state.raw<readonly Entry[] | null>(null);
  #lastRequest = 0;

  constructor(readonly callMain: CallMain) {}

  /** Null until the first answer. */
  get entries(): readonly Entry[] | null {
    return this.#entries;
  }

  async read(): Promise<void> {
    const requestNumber = (this.#lastRequest += 1);
    const answer = await this.callMain('activity:read', {});
    // Answers can arrive out of order: only the answer to the last request is used.
    if (answer && requestNumber === this.#lastRequest) this.#entries = answer.entries;
  }

  forget(): void {
    this.#entries = null;
  }
}

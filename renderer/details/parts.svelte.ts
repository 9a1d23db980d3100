// State of the parts of all wallets as last read.
import type { PartRow } from '../../shared/ipc/detail-calls';
import type { CallMain } from '../state/app-state.svelte';

export class Parts {
  #rows = $state.raw<readonly PartRow[]>([]);
  #lastRequest = 0;

  constructor(readonly callMain: CallMain) {}

  /** Empty until the first answer. */
  get rows(): readonly PartRow[] {
    return this.#rows;
  }

  async read(): Promise<void> {
    const requestNumber = (this.#lastRequest += 1);
    const answer = await this.callMain('parts:read', {});
    // Answers can arrive out of order: only the answer to the last request is used.
    if (answer && requestNumber === this.#lastRequest) this.#rows = answer.parts;
  }
}

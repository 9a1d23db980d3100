// The parts of all wallets as they were last read: asked for while a drawer shows them, and again after each new state.
import type { PartRow } from '../../shared/ipc/detail-calls';
import type { Tell } from '../state/app-state.svelte';

export class Parts {
  #rows = $state.raw<readonly PartRow[]>([]);
  #asked = 0;

  constructor(readonly tell: Tell) {}

  /** Empty until the first answer. */
  get rows(): readonly PartRow[] {
    return this.#rows;
  }

  async read(): Promise<void> {
    const asked = (this.#asked += 1);
    const answer = await this.tell('parts:read', {});
    // Answers may cross: the last question's stands.
    if (answer && asked === this.#asked) this.#rows = answer.parts;
  }
}

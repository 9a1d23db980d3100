// The activity as it was last read, newest first: read when somebody looks at it, and again when something new came.
import type { Entry } from '../../shared/schema/activity';
import type { Tell } from '../state/app-state.svelte';

export class Activity {
  #entries = $state.raw<readonly Entry[] | null>(null);
  #asked = 0;

  constructor(readonly tell: Tell) {}

  /** Null until the first answer. */
  get entries(): readonly Entry[] | null {
    return this.#entries;
  }

  async read(): Promise<void> {
    const asked = (this.#asked += 1);
    const answer = await this.tell('activity:read', {});
    // Answers may cross: the last question's stands.
    if (answer && asked === this.#asked) this.#entries = answer.entries;
  }

  forget(): void {
    this.#entries = null;
  }
}

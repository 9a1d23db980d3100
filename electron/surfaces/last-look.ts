// Last look: keeps when the person last closed the window, the popover or the menu of the tray.
// Closing alone moves it, so that it stays what it was as long as somebody looks.

export interface LastLookOptions {
  /** When the look before ended, ms; 0: never yet. Null: there is nothing to look at. */
  readonly lookedAt: () => number | null;
  readonly keep: (lookedAt: number) => void;
  /** ms. */
  readonly now: () => number;
}

/**
 * A shorter look is a slip of the hand. One that counts by mistake hides a change from the next look, one that does not
 * count only shows it twice.
 */
const SHORTEST_LOOK_MS = 1000;
/** The menu and the popover lead to the window: what opens so soon after goes on with the same look. */
const ONE_LOOK_MS = 2000;

export class LastLook {
  #beganAt: number | null = null;
  /** The look that ended last, and the moment that was kept before it; all ms. */
  #ended: { readonly beganAt: number; readonly at: number; readonly before: number } | null = null;

  constructor(readonly options: LastLookOptions) {}

  begin(): void {
    if (this.#beganAt !== null) return;
    const now = this.options.now();
    const ended = this.#ended;
    const goesOn = ended !== null && this.#isJustEnded(now);
    this.#ended = null;
    this.#beganAt = goesOn ? ended.beganAt : now;
    if (goesOn && this.options.lookedAt() === ended.at) this.options.keep(ended.before);
  }

  end(): void {
    if (this.#beganAt === null) return;
    const [beganAt, at, before] = [this.#beganAt, this.options.now(), this.options.lookedAt()];
    this.#beganAt = null;
    this.#ended = before === null ? null : { beganAt, at, before };
    if (before !== null && at - beganAt >= SHORTEST_LOOK_MS) this.options.keep(at);
  }

  /** The window was closed, which leads to nothing: what opens next is another look. */
  endWithWindow(): void {
    this.end();
    this.#ended = null;
  }

  /** A row of the menu was clicked, which closed it: where the system never tells of the menu, this was a look. */
  clickMenu(): void {
    const [at, before] = [this.options.now(), this.options.lookedAt()];
    if (this.#beganAt !== null || before === null || this.#isJustEnded(at)) return;
    this.#ended = { beganAt: at, at, before };
    this.options.keep(at);
  }

  #isJustEnded(now: number): boolean {
    return this.#ended !== null && Math.abs(now - this.#ended.at) <= ONE_LOOK_MS;
  }
}

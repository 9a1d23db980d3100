// Global shortcuts: what is wished is taken from the system when it is free, and what is not wished any more is given back.
import type { GlobalShortcut } from 'electron';
import { MINUTE_MS } from '../../../shared/domain/durations';

export type Deed = 'open' | 'hide';
export type Keys = Readonly<Record<Deed, string | null>>;

export interface ShortcutOptions {
  readonly system: Pick<GlobalShortcut, 'register' | 'unregister'>;
  readonly onPress: (deed: Deed) => void;
  /** ms, from any zero. */
  readonly uptimeMs: () => number;
}

const DEEDS: readonly Deed[] = ['open', 'hide'];
/** Whoever had the keys may have ended since. */
const TRY_AGAIN_MS = MINUTE_MS;

export class Shortcuts {
  readonly #held = new Map<Deed, string>();
  /** Wished, and somebody else's. */
  readonly #missed = new Map<Deed, { readonly keys: string; readonly at: number }>();

  constructor(readonly options: ShortcutOptions) {}

  /** Keys that could not be had. */
  get missed(): string[] {
    return DEEDS.flatMap(deed => this.#missed.get(deed)?.keys ?? []);
  }

  /** The same wish again costs nothing. Gives true when something differs afterwards. */
  follow(wished: Keys): boolean {
    const before = this.missed.join();
    const changed = DEEDS.filter(
      deed => this.#missed.has(deed) || (this.#held.get(deed) ?? null) !== wished[deed]
    );
    // Given back first: the two may have changed places.
    for (const deed of changed) this.#giveBack(deed);
    for (const deed of changed) this.#wish(deed, wished[deed]);
    return this.missed.join() !== before;
  }

  #wish(deed: Deed, keys: string | null): void {
    const missed = this.#missed.get(deed);
    const now = this.options.uptimeMs();
    if (keys !== null && missed?.keys === keys && now - missed.at < TRY_AGAIN_MS) return;
    this.#missed.delete(deed);
    if (keys !== null && !this.take(deed, keys)) this.#missed.set(deed, { keys, at: now });
  }

  /** In place of those before, which stay in force when these cannot be had: then it gives false. */
  take(deed: Deed, keys: string): boolean {
    if (this.#held.get(deed) === keys) return true;
    if (!this.#register(deed, keys)) return false;
    this.#giveBack(deed);
    this.#missed.delete(deed);
    this.#held.set(deed, keys);
    return true;
  }

  /** At the end of the app. */
  release(): void {
    for (const deed of DEEDS) this.#giveBack(deed);
  }

  #giveBack(deed: Deed): void {
    const keys = this.#held.get(deed);
    if (keys !== undefined) this.options.system.unregister(keys);
    this.#held.delete(deed);
  }

  /** Electron throws on names that it does not know. */
  #register(deed: Deed, keys: string): boolean {
    try {
      return this.options.system.register(keys, () => this.options.onPress(deed));
    } catch {
      return false;
    }
  }
}

// Registers the global shortcuts that the settings ask for, and unregisters those that they no longer ask for.
import type { GlobalShortcut } from 'electron';
import { MINUTE_MS } from '../../../shared/domain/durations';

export type GlobalShortcutAction = 'open' | 'hide';
export type ShortcutKeys = Readonly<Record<GlobalShortcutAction, string | null>>;

export interface ShortcutOptions {
  readonly system: Pick<GlobalShortcut, 'register' | 'unregister'>;
  readonly onPress: (action: GlobalShortcutAction) => void;
  /** ms, from any zero. */
  readonly uptimeMs: () => number;
}

const SHORTCUT_ACTIONS: readonly GlobalShortcutAction[] = ['open', 'hide'];
/** How long to wait before trying again: the program that had the keys may have ended since. */
const RETRY_MS = MINUTE_MS;

export class Shortcuts {
  readonly #registered = new Map<GlobalShortcutAction, string>();
  /** Keys that the settings ask for and another program has. */
  readonly #unavailable = new Map<GlobalShortcutAction, { readonly keys: string; readonly at: number }>();

  constructor(readonly options: ShortcutOptions) {}

  /** Keys that could not be registered. */
  get unavailable(): string[] {
    return SHORTCUT_ACTIONS.flatMap(action => this.#unavailable.get(action)?.keys ?? []);
  }

  /** Applying the same keys again costs nothing. Gives true when the unavailable keys changed. */
  apply(desired: ShortcutKeys): boolean {
    const before = this.unavailable.join();
    const changed = SHORTCUT_ACTIONS.filter(
      action => this.#unavailable.has(action) || (this.#registered.get(action) ?? null) !== desired[action]
    );
    // Unregistered first: two actions may have swapped their keys.
    for (const action of changed) this.#unregister(action);
    for (const action of changed) this.#request(action, desired[action]);
    return this.unavailable.join() !== before;
  }

  #request(action: GlobalShortcutAction, keys: string | null): void {
    const unavailable = this.#unavailable.get(action);
    const now = this.options.uptimeMs();
    if (keys !== null && unavailable?.keys === keys && now - unavailable.at < RETRY_MS) return;
    this.#unavailable.delete(action);
    if (keys !== null && !this.tryReplace(action, keys)) this.#unavailable.set(action, { keys, at: now });
  }

  /** In place of those before, which stay in force when these cannot be had: then it gives false. */
  tryReplace(action: GlobalShortcutAction, keys: string): boolean {
    if (this.#registered.get(action) === keys) return true;
    if (!this.#register(action, keys)) return false;
    this.#unregister(action);
    this.#unavailable.delete(action);
    this.#registered.set(action, keys);
    return true;
  }

  /** At the end of the app. */
  unregisterAll(): void {
    for (const action of SHORTCUT_ACTIONS) this.#unregister(action);
  }

  #unregister(action: GlobalShortcutAction): void {
    const keys = this.#registered.get(action);
    if (keys !== undefined) this.options.system.unregister(keys);
    this.#registered.delete(action);
  }

  /** Electron throws on names that it does not know. */
  #register(action: GlobalShortcutAction, keys: string): boolean {
    try {
      return this.options.system.register(keys, () => this.options.onPress(action));
    } catch {
      return false;
    }
  }
}

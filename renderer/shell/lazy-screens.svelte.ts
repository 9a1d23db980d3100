// Loads each screen beyond the first when it is opened for the first time, each as a piece of its own.
import type { Screen } from '../state/navigation.svelte';

type Imports = Readonly<Record<string, () => Promise<unknown>>>;

/** Modules that are imported when they are first asked for, each by its own name. */
export class LazyModules<All extends Imports> {
  #loaded = $state.raw<{ readonly [Name in keyof All]?: Awaited<ReturnType<All[Name]>> }>({});
  #hasFailed = $state(false);
  readonly #loading = new Map<keyof All, Promise<boolean>>();
  /** By module that could not be loaded: the style sheets that did not come. */
  readonly #missing = new Map<keyof All, readonly HTMLLinkElement[]>();
  readonly #imports: All;

  constructor(imports: All) {
    this.#imports = imports;
  }

  /** The module; undefined until it is loaded. */
  get<Name extends keyof All>(name: Name): Awaited<ReturnType<All[Name]>> | undefined {
    return this.#loaded[name];
  }

  /** True when a module that was opened could not be loaded, until the person dismissed it. */
  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  dismissFailure(): void {
    this.#hasFailed = false;
  }

  /** Imports the module only once. False when that failed; the next call tries again. */
  load(name: keyof All): Promise<boolean> {
    const running = this.#loading.get(name);
    if (running) return running;
    const loading = this.#import(name);
    this.#loading.set(name, loading);
    return loading;
  }

  /** Loads what a person opened. When it cannot be shown, the failure is reported and `giveUp` is called. */
  async open(name: keyof All, giveUp: () => void): Promise<void> {
    this.#hasFailed = false;
    if (await this.load(name)) return;
    this.#hasFailed = true;
    giveUp();
  }

  async #import<Name extends keyof All>(name: Name): Promise<boolean> {
    try {
      await Promise.all((this.#missing.get(name) ?? []).map(requestAgain));
      const module = await this.#imports[name]?.();
      this.#loaded = { ...this.#loaded, [name]: module };
      return true;
    } catch {
      this.#missing.set(name, [...missingStyles]);
      missingStyles.clear();
      this.#loading.delete(name);
      return false;
    }
  }
}

const missingStyles = new Set<HTMLLinkElement>();
const noteMissing = ({ target }: Event): void => {
  if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') missingStyles.add(target);
};
// The event of a link does not bubble.
window.addEventListener('error', noteMissing, { capture: true });

/**
 * Vite requests a style sheet once and takes it for loaded from then on, so a screen would appear without its styles. Code
 * that did not come is different: Chromium 130 keeps the failure as long as the page lives, so only a new window has it.
 */
function requestAgain(link: HTMLLinkElement): Promise<unknown> {
  const next = link.cloneNode() as HTMLLinkElement;
  const result = new Promise((loaded, failed) => {
    next.onload = loaded;
    next.onerror = failed;
  });
  link.replaceWith(next);
  return result;
}

export const lazyScreens = new LazyModules({
  activity: () => import('../activity/Activity.svelte'),
  connect: () => import('../keys/Connect.svelte'),
  details: () => import('../details/drawers'),
  doubts: () => import('../doubts/doubts'),
  diagnostics: () => import('../diagnostics/Diagnostics.svelte'),
  notification: () => import('./NotificationToast.svelte'),
  refused: () => import('./SettingsRefused.svelte'),
  settings: () => import('../settings/Settings.svelte'),
  shortcuts: () => import('./ShortcutSheet.svelte'),
  wallets: () => import('../wallets/Wallets.svelte'),
  welcome: () => import('./Welcome.svelte')
} satisfies Record<
  Exclude<Screen, 'overview'> | 'details' | 'notification' | 'refused' | 'shortcuts' | 'welcome',
  () => Promise<unknown>
>);

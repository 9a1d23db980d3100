// Loads the lazy screens when the first of them is needed.

type LazyScreens = typeof import('./lazy-screens');

let screens = $state.raw<LazyScreens | null>(null);
let loading: Promise<void> | null = null;

/** Loads the screens only once, whichever is needed first. */
export function loadLazyScreens(): Promise<void> {
  return (loading ??= import('./lazy-screens').then(loaded => {
    screens = loaded;
  }));
}

/** The component; undefined for the few milliseconds until it is loaded. */
export function lazyScreen<Name extends keyof LazyScreens>(name: Name): LazyScreens[Name] | undefined {
  if (!screens) void loadLazyScreens();
  return screens?.[name];
}

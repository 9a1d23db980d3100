// Screens and drawers come when one of them is first asked for, so that the first paint waits for none of them.

type Pages = typeof import('./lazy-screens');

let pages = $state.raw<Pages | null>(null);
let coming: Promise<void> | null = null;

/** Asked for once, whatever is wanted first. */
export function loadPages(): Promise<void> {
  return (coming ??= import('./lazy-screens').then(loaded => {
    pages = loaded;
  }));
}

/** The component; undefined for the few milliseconds until it is there. */
export function later<Name extends keyof Pages>(name: Name): Pages[Name] | undefined {
  if (!pages) void loadPages();
  return pages?.[name];
}

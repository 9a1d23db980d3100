// How long a copy stays on the clipboard: as the adapter says, or shorter for a test of the running app alone.

/** Milliseconds; undefined: as usual. `isHeard`: a wish of a test may count (see for-tests.ts). */
export function copiedForMs(isHeard: boolean): number | undefined {
  const wish = isHeard ? process.env['TOKENTRAY_TEST_COPIED_MS'] : undefined;
  return wish ? Number(wish) : undefined;
}

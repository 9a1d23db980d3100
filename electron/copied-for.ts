// How long a copy stays on the clipboard: as the adapter says, or shorter for a test of the running app alone.

/** Milliseconds; undefined: as usual, always so in a package. */
export function copiedForMs(isPackaged: boolean): number | undefined {
  const wish = isPackaged ? undefined : process.env['TOKENTRAY_TEST_COPIED_MS'];
  return wish ? Number(wish) : undefined;
}

// How much text one copy takes: a table of ten thousand holdings, and no more than a clipboard bears.

/** UTF-16 code units. */
export const MOST_COPIED = 5_000_000;

// Isolates right-to-left names, so that in a line of text they do not turn the amounts and names beside them.

/**
 * Letters of scripts that are written from right to left, with their digits and signs: Hebrew to Arabic Extended-A,
 * presentation forms, and the blocks that Unicode keeps for such scripts (DerivedBidiClass.txt, R and AL).
 */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

const FIRST_STRONG_ISOLATE = '\u2068';
const END_OF_ISOLATE = '\u2069';
const ISOLATES = /[\u2068\u2069]/g;

/** Other names stay as they are, byte for byte. */
export function isolateName(name: string): string {
  return RIGHT_TO_LEFT.test(name) ? FIRST_STRONG_ISOLATE + name + END_OF_ISOLATE : name;
}

/** For files and programs, which do not draw the text. */
export function withoutIsolates(text: string): string {
  return text.replace(ISOLATES, '');
}

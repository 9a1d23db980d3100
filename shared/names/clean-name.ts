// Cleans a name that a person typed or a file brought: takes out what cannot be seen, or turns the text beside it.

/**
 * Controls, lone surrogates, marks of direction, fillers and other characters without a shape. The joiners and the
 * variation selectors stay: scripts and emoji need them.
 */
const MISLEADING =
  /(?!\u200c|\u200d|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}])[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Cs}]/gu;
const LINE_ENDS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
/** What has no shape of its own; the blank of Braille counts as a letter, but is empty. */
const SHAPELESS = /^[\p{Z}\p{C}\p{M}\p{Default_Ignorable_Code_Point}\u2800]*$/u;

/** One line; "" when nothing visible is left. */
export function cleanName(name: string): string {
  const clean = name.replace(LINE_ENDS, ' ').replace(MISLEADING, '').trim();
  return isBlank(clean) ? '' : clean;
}

/** "?" when nothing is left: a name that was stored unclean is no reason to refuse all that is stored with it. */
export function cleanStoredName(name: string): string {
  return cleanName(name) || '?';
}

/** Whether nobody can see it. */
export function isBlank(name: string): boolean {
  return SHAPELESS.test(name);
}

// One to three letters that stand for a chain or a token; there is never a logo from elsewhere.

/** One letter per name, two where an earlier name has taken the first. */
export function nameLetters(names: readonly string[]): Map<string, string> {
  const letters = new Map<string, string>();
  const taken = new Set<string>();
  for (const name of names) {
    const signs = [...name.trim()];
    const one = (signs[0] ?? '?').toUpperCase();
    const text = taken.has(one) ? one + (signs[1] ?? '') : one;
    taken.add(one);
    letters.set(name, text);
  }
  return letters;
}

/** Up to three signs as they are, longer symbols two. */
export function symbolLetters(symbol: string): string {
  const signs = [...symbol.replace(/[^\p{L}\p{N}]/gu, '')];
  if (signs.length === 0) return '?';
  return (signs.length <= 3 ? signs : signs.slice(0, 2)).join('');
}

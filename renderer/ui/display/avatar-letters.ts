// Makes the avatar letters of chains, wallets and tokens.

/** One letter per name; two letters when an earlier name already has the first. */
export function nameLetters(names: readonly string[]): Map<string, string> {
  const letters = new Map<string, string>();
  const taken = new Set<string>();
  for (const name of names) {
    const characters = [...name.trim()];
    const first = (characters[0] ?? '?').toUpperCase();
    const text = taken.has(first) ? first + (characters[1] ?? '') : first;
    taken.add(first);
    letters.set(name, text);
  }
  return letters;
}

/** A symbol of up to three characters stays as it is; of a longer one two characters are taken. */
export function symbolLetters(symbol: string): string {
  const characters = [...symbol.replace(/[^\p{L}\p{N}]/gu, '')];
  if (characters.length === 0) return '?';
  return (characters.length <= 3 ? characters : characters.slice(0, 2)).join('');
}

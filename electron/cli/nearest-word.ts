// Finds the known word that a mistyped one most likely means.

/** What one known word alone begins with, or the one that fewest typing errors lead to; null: none is near. */
export function nearestWord(typed: string, known: readonly string[]): string | null {
  const word = typed.toLowerCase();
  const begun = known.filter(each => word !== '' && each.toLowerCase().startsWith(word));
  if (begun.length === 1) return begun[0] ?? null;
  const errorsAllowed = Math.floor(word.length / 3);
  const near = known
    .map(each => ({ each, errors: typingErrors(word, each.toLowerCase()) }))
    .filter(({ errors }) => errors <= errorsAllowed)
    .sort((a, b) => a.errors - b.errors);
  return near[0]?.each ?? null;
}

/** Letters to put in, take out, change, or exchange with the next one: the distance of Damerau and Levenshtein. */
function typingErrors(from: string, to: string): number {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const isSame = from[i - 1] === to[j - 1];
      const isSwapped = from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      row[j] = Math.min(
        row[j - 1]! + 1,
        rows[i - 1]![j]! + 1,
        rows[i - 1]![j - 1]! + (isSame ? 0 : 1),
        isSwapped ? rows[i - 2]![j - 2]! + 1 : Infinity
      );
    }
    rows.push(row);
  }
  return rows.at(-1)!.at(-1)!;
}

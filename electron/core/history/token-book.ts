// The numbers that lines of the history use for tokens: an id has 130 characters and would be in every line.

/** [number, holding id, symbol], as one line of the book. */
export type TokenEntry = readonly [number: number, id: string, symbol: string];

export interface TokenBook {
  readonly entries: ReadonlyMap<number, TokenEntry>;
  /** By id and symbol. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Above every number that was ever given. */
  readonly next: number;
}

export const EMPTY_BOOK: TokenBook = { entries: new Map(), numbers: new Map(), next: 0 };

/** Reads the text of a book. A damaged line costs its token; its number is not given again. */
export function bookIn(text: string): TokenBook {
  const lines = text.split('\n').filter(line => line !== '');
  const book = extended(EMPTY_BOOK, lines.flatMap(entryIn));
  return { ...book, next: Math.max(book.next, lines.length) };
}

function entryIn(line: string): TokenEntry[] {
  try {
    const [number, id, symbol, ...more] = JSON.parse(line) as unknown[];
    if (!Number.isSafeInteger(number) || (number as number) < 0 || more.length > 0) return [];
    return typeof id === 'string' && typeof symbol === 'string' ? [[number as number, id, symbol]] : [];
  } catch {
    return [];
  }
}

/** Entries for the tokens that have none yet. */
export function missingIn(
  book: TokenBook,
  tokens: readonly (readonly [id: string, symbol: string, ...more: unknown[]])[]
): TokenEntry[] {
  const missing = new Map<string, TokenEntry>();
  for (const [id, symbol] of tokens) {
    const key = keyOf(id, symbol);
    if (!book.numbers.has(key) && !missing.has(key)) missing.set(key, [book.next + missing.size, id, symbol]);
  }
  return [...missing.values()];
}

export function extended(book: TokenBook, added: readonly TokenEntry[]): TokenBook {
  if (added.length === 0) return book;
  // Of two entries with one number the later one counts: the earlier was written for a point that never was.
  const entries = new Map([...book.entries.values(), ...added].map(entry => [entry[0], entry]));
  const all = [...entries.values()];
  return {
    entries,
    numbers: new Map(all.map(([number, id, symbol]) => [keyOf(id, symbol), number])),
    next: all.reduce((next, [number]) => Math.max(next, number + 1), book.next)
  };
}

/** Throws RangeError for a token that is not in the book: a bug of ours. */
export function numberOf(book: TokenBook, id: string, symbol: string): number {
  const number = book.numbers.get(keyOf(id, symbol));
  if (number === undefined) throw new RangeError('a token without a number');
  return number;
}

function keyOf(id: string, symbol: string): string {
  return `${id}\n${symbol}`;
}

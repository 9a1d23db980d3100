// Line format of the history: writes a history point as one line of text, and parses it.
// A damaged line is left out, never guessed.
import { decimal, negate, parseDecimal, sum, toText, type DecimalText } from '../../../shared/domain/decimal';
import { GAP_CAUSES } from '../../../shared/domain/failure';
import { canonicalId } from '../../../shared/domain/holding-id';
import type { HistoryPoint, RepeatedPart, TokenPoint, WalletPoint } from '../ports/history-point';
import { readReturnAmounts, RETURN_ENTRY, returnAmounts } from './return-entry';

/** The text of `toText`, however long: a product has more digits than any amount that is read from outside. */
const PLAIN = /^-?\d{1,999}(?:\.\d{1,999})?$/;
const SHORT_PLAIN = /^-?\d+(?:\.\d+)?$/;
const TIME = /^\[(\d{1,16}),/;

/**
 * [at, total, prices, transfers, recounted, interval ms, stale,
 * { wallet: [value, prices, transfers, { chain: value }] }, [[number of token, price, value]]].
 * Returns and the sums of chains are such an entry, of zero, too (`return-entry.ts`).
 * What counts in another wallet is an entry below zero among the wallets, `/wallet/first/second…` (the wallets before it
 * follow), and what the ledger of the total has from another is one too, `/wallet`. So the sums over all entries are
 * right also for a version that knows no such entry. The cause of a gap before the point is an entry of zeros,
 * `/gap=cause`, because a version that does not know it takes a line with one part more for damaged.
 * Throws RangeError for a token without a number.
 */
export function lineOf(point: HistoryPoint, tokenNumbers: TokenNumbers): string {
  const { at, total, ledger, intervalMs, stale } = point;
  const wallets = Object.entries(point.wallets).map(([id, { value, prices, transfers, chains }]) => [
    id,
    [value, prices, transfers, chains]
  ]);
  const returns = returnAmounts(point);
  const tokens = point.tokens.map(([id, symbol, price, value]) => [
    tokenNumberOf(tokenNumbers, id, symbol),
    price,
    value
  ]);
  const split = [ledger.prices, ledger.transfers, ledger.recounted];
  return JSON.stringify([
    at,
    total,
    ...split,
    intervalMs,
    stale,
    Object.fromEntries([
      ...wallets,
      ...(returns ? [[RETURN_ENTRY, ['0', '0', '0', returns]]] : []),
      ...repeatedEntries(point),
      ...gapEntries(point)
    ]),
    tokens
  ]);
}

/** The moment of a line, ms, without parsing the rest of it; null: it is no line of a point. */
export function timeOf(line: string): number | null {
  const match = TIME.exec(line);
  return match && Number(match[1]);
}

/** Null for a damaged line. A token whose number is no longer known is left out of the point. */
export function parsePoint(line: string, tokenNumbers: TokenNumbers): HistoryPoint | null {
  try {
    const parts = JSON.parse(line) as unknown[];
    if (!Array.isArray(parts) || parts.length !== 9) return null;
    const [at, total, prices, transfers, recounted, intervalMs, stale, wallets, tokens] = parts;
    const entries = Object.entries(mapped(wallets, parseWallet));
    const returns = entries.find(([key]) => key === RETURN_ENTRY)?.[1].chains;
    const read = withoutExtraEntries(entries);
    return {
      at: natural(at),
      total: amount(total),
      ledger: { prices: amount(prices), transfers: amount(transfers), recounted: amount(recounted) },
      intervalMs: duration(intervalMs),
      stale: texts(stale),
      ...read,
      ...(returns && readReturnAmounts(returns, Object.keys(read.wallets))),
      ...gapCauseIn(entries),
      tokens: eachOnce(parseTokens(list(tokens), tokenNumbers))
    };
  } catch {
    return null;
  }
}

/** Points of a file's text from `since` (ms) on, oldest first; of two lines of one moment the later one is used. */
export function parsePoints(content: string, tokenNumbers: TokenNumbers, since: number): HistoryPoint[] {
  return oldestFirst(parsePointLines(content.split('\n'), tokenNumbers, since));
}

/** Like `parsePoints`, but takes lines, and gives the points as they follow in the file. */
export function parsePointLines(
  lines: readonly string[],
  tokenNumbers: TokenNumbers,
  since: number
): HistoryPoint[] {
  const points: HistoryPoint[] = [];
  for (const line of lines) {
    const at = timeOf(line);
    const point = at === null || at < since ? null : parsePoint(line, tokenNumbers);
    if (point) points.push(point);
  }
  return points;
}

/** Of two points of one moment the later one of the file is used. */
export function oldestFirst(points: readonly HistoryPoint[]): HistoryPoint[] {
  const byMoment = new Map(points.map(point => [point.at, point]));
  return [...byMoment.values()].sort((a, b) => a.at - b.at);
}

function parseWallet(value: unknown): WalletPoint {
  const parts = list(value, 4);
  return {
    value: amount(parts[0]),
    prices: amount(parts[1]),
    transfers: amount(parts[2]),
    chains: amounts(parts[3])
  };
}

type WalletEntry = readonly [key: string, WalletPoint];

/** What two wallets watch, with the signs turned, under keys that no wallet has: an id is never empty. */
function repeatedEntries({ wallets, countedOnce = [] }: HistoryPoint): [string, unknown[]][] {
  const ledgers = Object.entries(wallets).flatMap(([id, { elsewhere }]): [string, unknown[]][] =>
    elsewhere ? [[`/${id}`, ['0', turned(elsewhere.prices), turned(elsewhere.transfers), {}]]] : []
  );
  const values = countedOnce.map(({ walletId, ahead, chains }): [string, unknown[]] => {
    const value = turned(toText(sum(Object.values(chains).map(decimal))));
    return [['', walletId, ...ahead].join('/'), [value, '0', '0', turnedAll(chains)]];
  });
  return [...ledgers, ...values];
}

const GAP_KEY = '/gap=';

function gapEntries({ gapCause }: HistoryPoint): [string, unknown[]][] {
  return gapCause === undefined ? [] : [[`${GAP_KEY}${gapCause}`, ['0', '0', '0', {}]]];
}

/** A cause that a newer version knows is left out. */
function gapCauseIn(read: readonly WalletEntry[]): Pick<HistoryPoint, 'gapCause'> {
  const written = read.find(([key]) => key.startsWith(GAP_KEY))?.[0].slice(GAP_KEY.length);
  const gapCause = GAP_CAUSES.find(cause => cause === written);
  return gapCause === undefined ? {} : { gapCause };
}

function withoutExtraEntries(read: readonly WalletEntry[]): Pick<HistoryPoint, 'wallets' | 'countedOnce'> {
  const wallets = Object.fromEntries(read.filter(([key]) => !key.startsWith('/')));
  const countedOnce: RepeatedPart[] = [];
  for (const [key, { prices, transfers, chains }] of read) {
    if (!key.startsWith('/') || key === RETURN_ENTRY) continue;
    const [, walletId = '', ...ahead] = key.split('/');
    const wallet = wallets[walletId];
    if (ahead.length > 0) countedOnce.push({ walletId, ahead, chains: turnedAll(chains) });
    else if (wallet)
      wallets[walletId] = { ...wallet, elsewhere: { prices: turned(prices), transfers: turned(transfers) } };
  }
  return { wallets, ...(countedOnce.length > 0 && { countedOnce }) };
}

function turned(exact: DecimalText): DecimalText {
  return toText(negate(decimal(exact)));
}

function turnedAll(chains: WalletPoint['chains']): Record<string, DecimalText> {
  return Object.fromEntries(Object.entries(chains).map(([chain, value]) => [chain, turned(value)]));
}

function parseTokens(values: readonly unknown[], { entries }: TokenNumbers): TokenPoint[] {
  const tokens: TokenPoint[] = [];
  for (const value of values) {
    const parts = list(value, 3);
    const [price, usdValue] = [amount(parts[1]), amount(parts[2])];
    const entry = entries.get(natural(parts[0]));
    if (entry) tokens.push([entry[1], entry[2], price, usdValue]);
  }
  return tokens;
}

/** An older version listed one coin under two ids; the larger value, which stands first, is that of both. */
function eachOnce(tokens: readonly TokenPoint[]): readonly TokenPoint[] {
  const ids = new Set(tokens.map(([id]) => id));
  if (ids.size === tokens.length) return tokens;
  return tokens.filter(([id], index) => tokens.findIndex(([other]) => other === id) === index);
}

// Each of these functions throws for a value of the wrong kind: the line is then left out.

function amount(value: unknown): string {
  // Nearly all are short: there no digits need to be counted, which takes most of the time of the other pattern.
  if (typeof value === 'string' && value.length < 999 && SHORT_PLAIN.test(value)) return value;
  const plain = text(value);
  if (!PLAIN.test(plain) && parseDecimal(plain) === null) throw new TypeError('no amount');
  return plain;
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError('no text');
  return value;
}

function natural(value: unknown): number {
  if (!Number.isSafeInteger(value) || (value as number) < 0) throw new TypeError('no number');
  return value as number;
}

function duration(value: unknown): number {
  if (typeof value !== 'number' || !(value >= 0)) throw new TypeError('no duration');
  return value;
}

function list(value: unknown, length?: number): unknown[] {
  if (!Array.isArray(value) || (length !== undefined && value.length !== length))
    throw new TypeError('no list');
  return value;
}

/** Reads each part in place: a parsed line belongs to nobody else, and a day has a thousand of them. */
function mapped<Value>(value: unknown, read: (part: unknown) => Value): Record<string, Value> {
  const parts = named(value);
  for (const key of Object.keys(parts)) parts[key] = read(parts[key]);
  return parts as Record<string, Value>;
}

function amounts(value: unknown): Record<string, DecimalText> {
  const parts = named(value);
  for (const part of Object.values(parts)) amount(part);
  return parts as Record<string, DecimalText>;
}

function texts(value: unknown): string[] {
  const parts = list(value);
  for (const part of parts) text(part);
  return parts as string[];
}

function named(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TypeError('no parts');
  return value as Record<string, unknown>;
}

/** [number, holding id, symbol], as one line of the file of token numbers. */
export type TokenEntry = readonly [number: number, id: string, symbol: string];

export interface TokenNumbers {
  readonly entries: ReadonlyMap<number, TokenEntry>;
  /** By id and symbol. */
  readonly numbers: ReadonlyMap<string, number>;
  /** The next free number, above every number that was ever given. */
  readonly next: number;
}

export const NO_TOKEN_NUMBERS: TokenNumbers = { entries: new Map(), numbers: new Map(), next: 0 };

/** Parses the file of token numbers. The token of a damaged line is lost; its number is not given again. */
export function parseTokenNumbers(text: string): TokenNumbers {
  const lines = text.split('\n').filter(line => line !== '');
  const tokenNumbers = addTokenEntries(NO_TOKEN_NUMBERS, lines.flatMap(parseTokenEntry));
  return { ...tokenNumbers, next: Math.max(tokenNumbers.next, lines.length) };
}

/** Whether any line of a file is one of its kind; true of an empty file. A file of other text is none of ours. */
export function hasReadableLine(lines: readonly string[], isTokens: boolean): boolean {
  return lines.length === 0 || lines.some(isTokens ? line => parseTokenEntry(line).length > 0 : isPointLine);
}

function isPointLine(line: string): boolean {
  return timeOf(line) !== null && parsePoint(line, NO_TOKEN_NUMBERS) !== null;
}

function parseTokenEntry(line: string): TokenEntry[] {
  try {
    const [number, id, symbol, ...more] = JSON.parse(line) as unknown[];
    if (!Number.isSafeInteger(number) || (number as number) < 0 || more.length > 0) return [];
    if (typeof id !== 'string' || typeof symbol !== 'string') return [];
    return [[number as number, canonicalId(id), symbol]];
  } catch {
    return [];
  }
}

/** New entries for the tokens that have no number yet. */
export function missingTokenEntries(
  tokenNumbers: TokenNumbers,
  tokens: readonly (readonly [id: string, symbol: string, ...more: unknown[]])[]
): TokenEntry[] {
  const missing = new Map<string, TokenEntry>();
  for (const [id, symbol] of tokens) {
    const key = keyOf(id, symbol);
    if (!tokenNumbers.numbers.has(key) && !missing.has(key))
      missing.set(key, [tokenNumbers.next + missing.size, id, symbol]);
  }
  return [...missing.values()];
}

export function addTokenEntries(tokenNumbers: TokenNumbers, added: readonly TokenEntry[]): TokenNumbers {
  if (added.length === 0) return tokenNumbers;
  // Of two entries with one number the later one is used: the earlier was written for a point that was never written.
  const entries = new Map([...tokenNumbers.entries.values(), ...added].map(entry => [entry[0], entry]));
  const all = [...entries.values()];
  return {
    entries,
    numbers: new Map(all.map(([number, id, symbol]) => [keyOf(id, symbol), number])),
    next: all.reduce((next, [number]) => Math.max(next, number + 1), tokenNumbers.next)
  };
}

/** Throws RangeError for a token without a number: that is an internal error. */
export function tokenNumberOf(tokenNumbers: TokenNumbers, id: string, symbol: string): number {
  const number = tokenNumbers.numbers.get(keyOf(id, symbol));
  if (number === undefined) throw new RangeError('a token without a number');
  return number;
}

function keyOf(id: string, symbol: string): string {
  return `${id}\n${symbol}`;
}

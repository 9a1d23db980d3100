// One moment of a sequence as the invariants see it: what is shown beside what is true.
import type { Entry } from '../../../shared/schema/activity';
import type { HoldingRow, Portfolio } from '../../../shared/schema/app-state';
import { DOLLAR, parse, parseWorth } from './exact';
import type { Shown } from './app';
import type { Believed, Oracle } from './oracle';
import type { Deed, Sequence } from './sequence';
import { addressOf, type Sent } from './service';
import { OWN_TOKENS, type Truth } from './truth';

export interface Moment {
  readonly sequence: Sequence;
  readonly truth: Truth;
  readonly oracle: Oracle;
  readonly sent: readonly Sent[];
  /** Null in the first round. */
  readonly before: Shown | null;
  readonly shown: Shown;
  /** By the service's clock, ms. */
  readonly at: number;
  readonly sums: Sums;
  /** What happened in the step. */
  readonly deeds: readonly Deed[];
  /** No answer said anything false yet, none failed, and no clock jumped. */
  readonly isHonest: boolean;
}

/** Gives what is wrong, or null. */
export type Invariant = (moment: Moment) => string | null;

/** What is added up over a sequence. */
export interface Sums {
  /** The greatest worth of all that counted and is not the scammer's. */
  greatest: bigint;
  /** What answers said to have left, in all, and when last, ms. */
  left: bigint;
  leftAt: number;
  /** The round before asked all wallets. */
  wasWhole: boolean;
  /** What a first round of next to nothing lets in. */
  allowance: bigint;
  /** By the place of a token: the most of it that counted in all wallets at once. */
  readonly mostCounted: Map<number, bigint>;
  /** What counts as a part of what waits, by wallet and token. */
  readonly parts: Map<string, bigint>;
  /** Doubts that were notified, ids. */
  readonly toldDoubts: Set<string>;
  /** When the person was asked about what waits, ms. */
  readonly asked: number[];
}

/** Whether the id of a holding is of this token; a reply that names no address makes an id without one. */
export function isIdOf(id: string | null, wallet: number, place: number, truth: Truth): boolean {
  const { chain, contract } = truth.tokens[place]!;
  return [addressOf(wallet), ''].some(address => id === `w${wallet}/${chain}/${address}/${contract}`);
}

/** The row of a token; a reply that names no address makes a row without one. */
export function rowOf(
  { portfolio }: Shown,
  wallet: number,
  place: number,
  truth: Truth
): HoldingRow | undefined {
  let rows = rowsOf.get(portfolio);
  if (!rows) rowsOf.set(portfolio, (rows = placedRows(portfolio, truth)));
  return rows[wallet]?.[place];
}

/** By wallet and place: rows are asked for many times in each round. */
type PlacedRows = (HoldingRow | undefined)[][];
const rowsOf = new WeakMap<Portfolio, PlacedRows>();

function placedRows({ holdings }: Portfolio, truth: Truth): PlacedRows {
  const rows: PlacedRows = truth.amounts.map(() => []);
  for (const row of holdings) {
    const place = truth.placeOf(row.chainIndex, row.tokenAddress.toLowerCase());
    const own = rows[Number(row.walletId.slice(1))];
    if (own && place !== undefined) own[place] ??= row;
  }
  return rows;
}

/** Every token of every wallet. */
export function* placesOf({
  truth
}: Pick<Moment, 'truth'>): Generator<readonly [wallet: number, place: number]> {
  for (const wallet of truth.amounts.keys()) for (const place of truth.tokens.keys()) yield [wallet, place];
}

export const isCounted = (row: HoldingRow | undefined): row is HoldingRow =>
  row?.countingStatus === 'counted';

export const worthOf = ({ balance, price }: HoldingRow): bigint => parse(balance) * parse(price ?? '0');

/** Together with others that are gone, less than this needs no confirmation. */
export function believedOf({ portfolio }: Shown, row: HoldingRow | undefined): Believed | null {
  if (!row || !isCounted(row)) return null;
  const worth = worthOf(row);
  const total = parseWorth(portfolio.total);
  const isSmall = worth < 10n * DOLLAR && worth * 100n < total;
  return { amount: parse(row.balance), price: parse(row.price ?? '0'), worth, isSmall, total };
}

/** Whether doubts or the question name it, so that nobody takes it for sure. */
export function isNamed(shown: Shown, wallet: number, place: number, truth: Truth): boolean {
  const row = rowOf(shown, wallet, place, truth);
  if (row && (row.doubtId !== undefined || row.waiting || row.isUnverified || row.isAsked)) return true;
  const { doubts } = shown.portfolio;
  return doubts.some(({ holdingIds }) => holdingIds.some(id => isIdOf(id, wallet, place, truth)));
}

export const nameOf = (wallet: number, place: number, { tokens }: Truth): string =>
  `${tokens[place]!.symbol} on ${tokens[place]!.chain} of wallet ${wallet}`;

/** Entries about an amount: what came, what went, what is back. */
export type Moved = Extract<Entry, { kind: 'arrived' | 'left' }>;
export const isMoved = (entry: Entry): entry is Moved => 'amount' in entry && 'balance' in entry;

/** What counts, of the scammer and of all others. */
export function countedWorths({ shown, truth }: Pick<Moment, 'shown' | 'truth'>): {
  own: bigint;
  scam: bigint;
} {
  let scam = 0n;
  for (const [wallet, place] of placesOf({ truth })) {
    if (place < OWN_TOKENS) continue;
    const row = rowOf(shown, wallet, place, truth);
    if (row && isCounted(row)) scam += worthOf(row);
  }
  return { own: parseWorth(shown.portfolio.total) - scam, scam };
}

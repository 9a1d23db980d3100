// Past line: what today's amounts were worth at past prices, for the chart where nothing is recorded yet.
// It is drawn, and never part of a total, a change or an alert.
import {
  absolute,
  add,
  compareDecimals,
  decimal,
  multiply,
  percentOf,
  round,
  sum,
  toText,
  ZERO,
  type Decimal,
  type DecimalText
} from '../../../shared/domain/decimal';
import { isDefi } from '../../../shared/domain/defi';
import { DAY_MS, HOUR_MS } from '../../../shared/domain/durations';
import { tokenOf } from '../../../shared/domain/holding-id';
import type { HoldingRow } from '../../../shared/schema/app-state';
import type { PastPrice, StoredPastPrices } from '../ports/past-prices';
import { believedPoints, seriesOf } from './series';

export interface PastLinePoint {
  readonly at: number;
  /** USD, exact to the cent. */
  readonly total: DecimalText;
  /** A price is missing between the point before and this one. */
  readonly isAfterGap: boolean;
}

export interface PastLine {
  /** Oldest first, on whole hours or days; empty: too little is known. */
  readonly points: readonly PastLinePoint[];
  /** Percent of today's worth that has no past price there, and is in the line at today's. */
  readonly restPercent: DecimalText;
}

export interface PastLineSpan {
  /** ms; the line ends before `until`. */
  readonly from: number;
  readonly until: number;
}

export const NO_PAST_LINE: PastLine = { points: [], restPercent: '0' };

/** The hours reach back eight days; what is longer is drawn by day. */
const HOURS_REACH_MS = 8 * DAY_MS;
/** At least so much of today's worth must have a price where the line begins. */
const LEAST_KNOWN: Decimal = { units: 9n, scale: 1 };
/** So much may lack a price at one moment, and keeps its last one: less than the line is wide. */
const MOST_MISSING: Decimal = { units: 1n, scale: 2 };

interface Held {
  readonly amount: Decimal;
  readonly worth: Decimal;
  /** By the number of the step; without an entry there is a hole. */
  readonly prices: ReadonlyMap<number, Decimal>;
  readonly first: number;
}

/** `rows`: those that count in what is shown. */
export function pastLineOf(
  rows: readonly HoldingRow[],
  stored: readonly StoredPastPrices[],
  { from, until }: PastLineSpan
): PastLine {
  const stepMs = until - from <= HOURS_REACH_MS ? HOUR_MS : DAY_MS;
  // A step is known by the price at its beginning or within it, so that no line needs prices on whole hours.
  const [begin, end] = [Math.ceil(from / stepMs), Math.ceil(until / stepMs)];
  const held = heldTokens(rows, stored, stepMs, begin);
  const worth = sum(held.map(one => one.worth));
  if (compareDecimals(worth, ZERO) <= 0) return NO_PAST_LINE;
  const start = startOf(held, multiply(worth, LEAST_KNOWN));
  if (start >= end) return NO_PAST_LINE;
  const known = held.filter(({ first }) => first <= start);
  const rest = held.filter(({ first }) => first > start);
  const restValue = sum(rest.map(({ amount, worth: own }) => signed(amount, own)));
  const points = pointsOf(known, restValue, multiply(worth, MOST_MISSING), { start, end, stepMs });
  const restWorth = sum(rest.map(one => one.worth));
  return points.length === 0 ? NO_PAST_LINE : { points, restPercent: percentOf(restWorth, worth, 0) ?? '0' };
}

function signed(amount: Decimal, worth: Decimal): Decimal {
  return amount.units < 0n ? { ...worth, units: -worth.units } : worth;
}

/** One a token; DeFi positions and tokens without any past have no prices. */
function heldTokens(
  rows: readonly HoldingRow[],
  stored: readonly StoredPastPrices[],
  stepMs: number,
  begin: number
): Held[] {
  const amounts = new Map<string, { amount: Decimal; worth: Decimal }>();
  for (const row of rows) {
    if (row.value === null) continue;
    const token = isDefi(row) ? row.id : tokenOf(row);
    const before = amounts.get(token) ?? { amount: ZERO, worth: ZERO };
    // A DeFi position is worth what it says, and below zero when it is a loan.
    const amount = decimal(isDefi(row) ? row.value : row.balance);
    const worth = absolute(decimal(row.value));
    amounts.set(token, { amount: add(before.amount, amount), worth: add(before.worth, worth) });
  }
  return [...amounts].map(([token, own]) => {
    const prices = pricesOf(token, stored, stepMs, begin);
    return { ...own, prices, first: Math.min(...prices.keys()) };
  });
}

function pricesOf(
  token: string,
  stored: readonly StoredPastPrices[],
  stepMs: number,
  begin: number
): Map<number, Decimal> {
  const prices = new Map<number, Decimal>();
  for (const { tokens } of stored) {
    const past = tokens[token];
    if (!past || prices.size > 0) continue;
    const points: readonly PastPrice[] = seriesOf(stepMs === HOUR_MS ? past.hours : past.days);
    for (const { at, price } of believedPoints(points)) {
      const step = Math.floor(at / stepMs);
      if (step >= begin && !prices.has(step)) prices.set(step, decimal(price));
    }
  }
  return prices;
}

/** The first step at which enough of today's worth has a price; Infinity: there is none. */
function startOf(held: readonly Held[], least: Decimal): number {
  let known = ZERO;
  for (const { first, worth } of [...held].sort((a, b) => a.first - b.first)) {
    known = add(known, worth);
    if (compareDecimals(known, least) >= 0) return first;
  }
  return Infinity;
}

function pointsOf(
  known: readonly Held[],
  restValue: Decimal,
  mostMissing: Decimal,
  { start, end, stepMs }: { start: number; end: number; stepMs: number }
): PastLinePoint[] {
  const points: PastLinePoint[] = [];
  const last = new Map<Held, Decimal>();
  let isAfterGap = false;
  for (let step = start; step < end; step++) {
    let [value, missing] = [restValue, ZERO];
    for (const token of known) {
      const price = token.prices.get(step);
      if (price) last.set(token, price);
      else missing = add(missing, token.worth);
      value = add(value, multiply(token.amount, last.get(token) ?? ZERO));
    }
    const isHole = compareDecimals(missing, mostMissing) > 0;
    if (!isHole) {
      const total = toText(round(value, 2, 'half-up'));
      points.push({ at: step * stepMs, total, isAfterGap: isAfterGap && points.length > 0 });
    }
    isAfterGap = isHole;
  }
  return points;
}

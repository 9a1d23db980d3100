// Compared line: the same money in a coin, or left as it was, from the start of a range on.
// It is drawn beside the recorded line, and never part of a total, a change or an alert.
import {
  absolute,
  add,
  compareDecimals,
  decimal,
  divide,
  isZero,
  multiply,
  percentOf,
  round,
  subtract,
  sum,
  toText,
  ZERO,
  type Decimal,
  type DecimalText
} from '../../../shared/domain/decimal';
import { isDefi } from '../../../shared/domain/defi';
import { DAY_MS, HOUR_MS } from '../../../shared/domain/durations';
import { partsOfId, tokenOf, unitOf } from '../../../shared/domain/holding-id';
import type { Subject } from '../../../shared/ipc/history-calls';
import type { ChartPoint, HoldingRow } from '../../../shared/schema/app-state';
import type { LineComparison } from '../../../shared/schema/settings';
import type { HistoryPoint } from '../ports/history-point';
import type { PastPrice, StoredPastPrices } from '../ports/past-prices';
import { believedPoints, priceAt, seriesOf } from '../prices/series';

export interface ComparedPoint {
  readonly at: number;
  /** USD, to a cent. */
  readonly total: DecimalText;
  /** A price is missing between the point before and this one. */
  readonly isAfterGap: boolean;
}

export interface LineOfComparison {
  /** At the moments of the recorded line, oldest first; empty: too little is known. */
  readonly points: readonly ComparedPoint[];
  /** Percent of the money of the start that no price is known of, and that stays as it was. */
  readonly restPercent: DecimalText;
}

export interface ComparedInput {
  readonly comparison: LineComparison;
  /** The recorded line, which the line begins with. */
  readonly chartPoints: readonly ChartPoint[];
  /** The recorded points of the range: they have the prices of the largest tokens. */
  readonly points: readonly HistoryPoint[];
  readonly subject: Subject;
  /** What is held now, with its prices. */
  readonly rows: readonly HoldingRow[];
  readonly stored: readonly StoredPastPrices[];
}

export const NO_COMPARED_LINE: LineOfComparison = { points: [], restPercent: '0' };

/** The coin of Bitcoin, and that of Ethereum. */
export const COMPARED_COINS = { 'in-btc': '0/', 'in-eth': '1/' } as const;

/** A price of the hours or of the days that is older is not that of the moment: there is a hole. */
const WITHIN = [
  ['hours', 2 * HOUR_MS],
  ['days', 2 * DAY_MS]
] as const;
/** What is less of the money of the start keeps its last price in a hole: less than the line is wide. */
const LEAST_PART: Decimal = { units: 1n, scale: 2 };
const FACTOR_DECIMALS = 18;

interface Part {
  readonly token: string;
  readonly worth: Decimal;
  /** The price at the start. */
  readonly price: Decimal;
}

export function comparedLineOf(input: ComparedInput): LineOfComparison {
  const [first] = input.chartPoints;
  if (!first) return NO_COMPARED_LINE;
  const start = decimal(first.total);
  const prices = pricesOf(input);
  const parts =
    input.comparison === 'unchanged'
      ? partsAt(first, input)
      : coinPart(
          COMPARED_COINS[input.comparison],
          start,
          prices.at(COMPARED_COINS[input.comparison], first.at)
        );
  if (parts.length === 0) return NO_COMPARED_LINE;
  const rest = subtract(start, sum(parts.map(({ worth }) => worth)));
  return {
    points: pointsOf(input.chartPoints, parts, rest, prices),
    restPercent: percentOf(absolute(rest), start, 0) ?? '0'
  };
}

function coinPart(token: string, worth: Decimal, price: Decimal | null): Part[] {
  return price === null ? [] : [{ token, worth, price }];
}

/** What the point of the start has by name, of what counts now, each unit once. */
function partsAt({ at }: ChartPoint, { points, subject, rows }: ComparedInput): Part[] {
  const point = points.find(one => one.at === at);
  const wallets = new Set(rows.map(({ walletId }) => walletId));
  const notCounted = new Set(
    rows.flatMap(({ id, countingStatus }) => (countingStatus === 'counted' ? [] : id))
  );
  const units = new Set<string>();
  return (point?.tokens ?? []).flatMap(([id, , price, value]): Part[] => {
    const { walletId, chainIndex, tokenAddress } = partsOfId(id);
    const isOfSubject =
      wallets.has(walletId) &&
      !notCounted.has(id) &&
      (subject.walletId === undefined || subject.walletId === walletId) &&
      (subject.chainIndex === undefined || subject.chainIndex === chainIndex) &&
      (subject.holdingId === undefined || subject.holdingId === id);
    const unit = unitOf({ id });
    if (!isOfSubject || units.has(unit) || isDefi({ chainIndex }) || isZero(decimal(price))) return [];
    units.add(unit);
    return [{ token: tokenOf({ chainIndex, tokenAddress }), worth: decimal(value), price: decimal(price) }];
  });
}

interface Prices {
  /** Null: there is a hole. */
  at(token: string, moment: number): Decimal | null;
}

/** Recorded prices first: they are those that the line was made of. */
function pricesOf({ points, rows, stored, chartPoints }: ComparedInput): Prices {
  const recorded = new Map(
    points.map(point => [
      point.at,
      new Map(point.tokens.map(([id, , price]) => [tokenOf(partsOfId(id)), price]))
    ])
  );
  const now = new Map(rows.flatMap(row => (row.price === null ? [] : [[tokenOf(row), row.price] as const])));
  const newest = chartPoints.at(-1)?.at;
  const series = new Map<string, readonly PastPrice[]>();
  const seriesIn = (period: 'hours' | 'days', token: string): readonly PastPrice[] => {
    const key = `${period} ${token}`;
    const text = stored.map(({ tokens }) => tokens[token]?.[period] ?? '').find(one => one !== '') ?? '';
    const known = series.get(key) ?? believedPoints(seriesOf(text));
    series.set(key, known);
    return known;
  };
  return {
    at(token, moment) {
      const own = recorded.get(moment)?.get(token) ?? (moment === newest ? now.get(token) : undefined);
      if (own !== undefined) return decimal(own);
      for (const [period, withinMs] of WITHIN) {
        const price = priceAt(seriesIn(period, token), moment, withinMs);
        if (price !== null) return decimal(price);
      }
      return null;
    }
  };
}

function pointsOf(
  chartPoints: readonly ChartPoint[],
  parts: readonly Part[],
  rest: Decimal,
  prices: Prices
): ComparedPoint[] {
  const most = multiply(add(sum(parts.map(({ worth }) => absolute(worth))), absolute(rest)), LEAST_PART);
  const last = new Map(parts.map(part => [part, part.price]));
  const points: ComparedPoint[] = [];
  let isAfterGap = false;
  for (const { at, isAfterGap: isRecordedGap } of chartPoints) {
    let [value, missing] = [rest, ZERO];
    for (const part of parts) {
      const price = prices.at(part.token, at);
      if (price) last.set(part, price);
      else missing = add(missing, absolute(part.worth));
      const factor = divide(last.get(part) ?? part.price, part.price, FACTOR_DECIMALS) ?? ZERO;
      value = add(value, multiply(part.worth, factor));
    }
    const isHole = compareDecimals(missing, most) > 0;
    isAfterGap ||= isRecordedGap || isHole;
    if (isHole) continue;
    points.push({
      at,
      total: toText(round(value, 2, 'half-up')),
      isAfterGap: isAfterGap && points.length > 0
    });
    isAfterGap = false;
  }
  return points;
}

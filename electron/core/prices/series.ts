// Series of past prices as they are stored: text to points and back, new points into old ones, and what is believed.
import {
  compareDecimals,
  decimal,
  multiply,
  type Decimal,
  type DecimalText
} from '../../../shared/domain/decimal';
import { MINUTE_MS } from '../../../shared/domain/durations';
import type { PastPrice } from '../ports/past-prices';

const PRICE = /^(?:0|[1-9]\d{0,39})(?:\.\d{1,39})?$/;
const MINUTE = /^\d{1,9}$/;

/** What cannot be read is left out: it is a hole. Oldest first. */
export function seriesOf(text: string): PastPrice[] {
  if (text === '') return [];
  const points = text.split(',').flatMap((point): PastPrice[] => {
    const [minute = '', price = ''] = point.split(':');
    return MINUTE.test(minute) && PRICE.test(price) && /[1-9]/.test(price)
      ? [{ at: Number(minute) * MINUTE_MS, price }]
      : [];
  });
  return points.every(({ at }, index) => index === 0 || at > (points[index - 1]?.at ?? 0))
    ? points
    : withPoints(points, []);
}

export function textOf(points: readonly PastPrice[]): string {
  return points.map(({ at, price }) => `${Math.floor(at / MINUTE_MS)}:${price}`).join(',');
}

/** Both together, oldest first; of one minute the new price is kept. */
export function withPoints(known: readonly PastPrice[], added: readonly PastPrice[]): PastPrice[] {
  const prices = new Map<number, DecimalText>();
  for (const { at, price } of [...known, ...added]) prices.set(at, price);
  return [...prices].map(([at, price]) => ({ at, price })).sort((a, b) => a.at - b.at);
}

const LEAP: Decimal = { units: 10n, scale: 0 };

/** Whether one is ten times the other, or more. */
function isLeap(a: DecimalText, b: DecimalText): boolean {
  const [one, other] = [decimal(a), decimal(b)];
  return compareDecimals(one, multiply(other, LEAP)) >= 0 || compareDecimals(other, multiply(one, LEAP)) >= 0;
}

/**
 * The points without leaps of ten that no neighbour shares: such a point is a hole. A price that stays at its new height
 * is believed. The first and the last point are judged by the two beside them.
 */
export function believedPoints(points: readonly PastPrice[]): PastPrice[] {
  if (points.length < 2) return [...points];
  const last = points.length - 1;
  return points.filter(({ price }, index) => {
    const near = index === 0 ? [1, 2] : index === last ? [last - 1, last - 2] : [index - 1, index + 1];
    return near.some(at => points[at] !== undefined && !isLeap(price, points[at].price));
  });
}

/** The newest price up to this moment, and no older than `withinMs` before it; null: there is a hole. */
export function priceAt(points: readonly PastPrice[], at: number, withinMs: number): DecimalText | null {
  const found = points.findLast(point => point.at <= at);
  return found && found.at > at - withinMs ? found.price : null;
}

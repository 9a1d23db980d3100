// Range change: the change of the total, or of a part of it, over a range of the history.
// Split exactly into prices, transfers and recounted where the points have a ledger of that part.
import { decimal, subtract, toText, type Decimal, type DecimalText } from '../../../shared/domain/decimal';
import type { RangeChange, Subject } from '../../../shared/ipc/history-calls';
import type { Portfolio } from '../../../shared/schema/app-state';
import { pricePercent, returnBetween } from '../portfolio/price-move';
import type { HistoryPoint } from '../ports/history-point';
import { recountedBy, type Verdicts } from './recount-causes';
import { ledgerAt, currentValueOf, valueAt } from './subject';

export interface RangeChangeInput {
  /** The points may be in any order. */
  readonly points: readonly HistoryPoint[];
  /** The last point that was made. */
  readonly latest: HistoryPoint;
  /** The portfolio that is shown. The change ends with it: amounts counted differently since `latest` are recounted. */
  readonly portfolio: Portfolio;
  /** ms: the change begins at the last point up to this moment, else at the first point after it. */
  readonly since: number;
  readonly subject: Subject;
  readonly verdicts?: Verdicts;
}

/** Null when no earlier point has a value of the subject. */
export function rangeChange({
  points,
  latest,
  portfolio,
  since,
  subject,
  verdicts
}: RangeChangeInput): RangeChange | null {
  const start = startOf(
    points.filter(point => point.at < latest.at && valueAt(point, subject) !== undefined),
    since
  );
  if (!start) return null;
  const before = decimal(valueAt(start, subject) ?? '0');
  const amount = subtract(decimal(currentValueOf(portfolio, subject)), before);
  const split = splitOf(amount, [start, latest], subject);
  const isOfAll = Object.keys(subject).length === 0;
  const parts =
    isOfAll && split
      ? recountedBy({ baseline: start, latest, portfolio, recounted: split.recounted, verdicts })
      : [];
  return {
    since: start.at,
    amount: toText(amount),
    percent: percentOf(start, latest, subject),
    split,
    ...(parts.length > 0 && { recountedBy: parts })
  };
}

/** A token's is that of its price. */
function percentOf(start: HistoryPoint, latest: HistoryPoint, subject: Subject): DecimalText | null {
  const { holdingId } = subject;
  if (holdingId === undefined) return returnBetween(start, latest, subject);
  const [before, now] = [start, latest].map(({ tokens }) => tokens.find(([id]) => id === holdingId)?.[2]);
  return pricePercent(before, now ?? null);
}

function startOf(points: readonly HistoryPoint[], since: number): HistoryPoint | undefined {
  const inOrder = [...points].sort((a, b) => a.at - b.at);
  return inOrder.findLast(({ at }) => at <= since) ?? inOrder[0];
}

/** The amount that prices and transfers do not explain is recounted. */
function splitOf(
  amount: Decimal,
  [start, latest]: readonly [HistoryPoint, HistoryPoint],
  subject: Subject
): RangeChange['split'] {
  const [from, to] = [ledgerAt(start, subject), ledgerAt(latest, subject)];
  if (!from || !to) return null;
  const prices = subtract(decimal(to.prices), decimal(from.prices));
  const transfers = subtract(decimal(to.transfers), decimal(from.transfers));
  const recounted = subtract(subtract(amount, prices), transfers);
  return { prices: toText(prices), transfers: toText(transfers), recounted: toText(recounted) };
}

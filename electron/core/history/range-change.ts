// Range change: the change of the total, or of a part of it, over a range of the history.
// Split exactly into prices, transfers and recounted where the points have a ledger of that part.
import { decimal, percentOf, subtract, toText, type Decimal } from '../../../shared/domain/decimal';
import type { RangeChange, Subject } from '../../../shared/ipc/history-calls';
import type { Portfolio } from '../../../shared/schema/app-state';
import type { HistoryPoint } from '../ports/history-point';
import { ledgerAt, currentValueOf, valueAt } from './subject';

export interface RangeChangeInput {
  /** In any order. */
  readonly points: readonly HistoryPoint[];
  /** The last one that was made. */
  readonly latest: HistoryPoint;
  /** What is shown: the move ends there, so that what is counted differently since the last point is recounted. */
  readonly portfolio: Portfolio;
  /** ms: the move begins at the last point until then, else at the first after it. */
  readonly since: number;
  readonly subject: Subject;
}

/** Null where no earlier point knows the subject. */
export function rangeChange({
  points,
  latest,
  portfolio,
  since,
  subject
}: RangeChangeInput): RangeChange | null {
  const start = startOf(
    points.filter(point => point.at < latest.at && valueAt(point, subject) !== undefined),
    since
  );
  if (!start) return null;
  const before = decimal(valueAt(start, subject) ?? '0');
  const amount = subtract(decimal(currentValueOf(portfolio, subject)), before);
  return {
    since: start.at,
    amount: toText(amount),
    percent: percentOf(amount, before, 2),
    split: splitOf(amount, [start, latest], subject)
  };
}

function startOf(points: readonly HistoryPoint[], since: number): HistoryPoint | undefined {
  const inOrder = [...points].sort((a, b) => a.at - b.at);
  return inOrder.findLast(({ at }) => at <= since) ?? inOrder[0];
}

/** What neither prices nor transfers explain was recounted. */
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

// Row prices: what the price of each row is compared with: the own record of a day ago, else a past price of the service.
import type { DecimalText } from '../../../shared/domain/decimal';
import { DAY_MS } from '../../../shared/domain/durations';
import { tokenOf } from '../../../shared/domain/holding-id';
import type { CountingStatus } from '../../../shared/schema/app-state';
import type { Holding } from '../../../shared/schema/holding';
import { isDayAgo } from '../../../shared/text/time';
import type { HistoryPoint } from '../ports/history-point';

/** What the model has of past prices. */
export interface PastPricesState {
  /** What each token cost a day before the last answer, by `chainIndex/token`. */
  readonly dayOld: ReadonlyMap<string, DecimalText>;
  /** Whether the service refused past prices as a whole, within the last day. */
  readonly isRefused: boolean;
}

export const NO_PAST_PRICES: PastPricesState = { dayOld: new Map(), isRefused: false };

export interface RowPrices {
  /** The moment compared with, ms; null: nothing is compared. */
  readonly since: number | null;
  /** A past price only of what counts: no other has one. */
  priceOf(holding: Holding, standing: CountingStatus): DecimalText | undefined;
}

/**
 * All rows are compared with the same moment. With an own record of a day ago, past prices fill what it lacks. Without
 * one, they alone are compared with, as soon as there are any: a record of an hour ago is no record of a day.
 */
export function rowPricesOf(
  baseline: HistoryPoint | null,
  latest: HistoryPoint | null,
  dayOld: ReadonlyMap<string, DecimalText>
): RowPrices {
  const own = new Map(baseline?.tokens.map(([id, , price]) => [id, price]));
  const pastOf = (holding: Holding, standing: CountingStatus) =>
    standing === 'counted' ? dayOld.get(tokenOf(holding)) : undefined;
  if (!latest || dayOld.size === 0)
    return {
      since: baseline?.at ?? null,
      priceOf: ({ id }) => (own.size === 0 ? undefined : own.get(id))
    };
  if (baseline && isDayAgo(baseline.at, latest.at))
    return {
      since: baseline.at,
      priceOf: (holding, standing) => own.get(holding.id) ?? pastOf(holding, standing)
    };
  if (baseline && baseline.at < latest.at - DAY_MS)
    return { since: baseline.at, priceOf: ({ id }) => own.get(id) };
  return { since: latest.at - DAY_MS, priceOf: pastOf };
}

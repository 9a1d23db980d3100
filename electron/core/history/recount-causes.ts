// Finds out why an amount of the total is neither price nor transfer: a wallet or a token was added, or removed.
// What it finds is certain; other causes, such as a setting, are not found.
import { compareDecimals, decimal, smallerOf } from '../../../shared/domain/decimal';
import type { HoldingRow, Portfolio, RecountCause } from '../../../shared/schema/app-state';
import type { Verdict } from '../../../shared/schema/settings';
import type { HistoryPoint } from '../ports/history-point';

export type Verdicts = Readonly<Record<string, Verdict>>;

/** In the order in which they are named. `verdicts`: the person's, by holding id. */
export function recountCauses(
  baseline: HistoryPoint,
  portfolio: Portfolio,
  verdicts: Verdicts = {}
): RecountCause[] {
  const shown = new Set(portfolio.wallets.map(({ wallet }) => wallet.id));
  const before = new Set(baseline.tokens.map(([id]) => id));
  const decided =
    Object.keys(verdicts).length === 0 ? [] : portfolio.holdings.filter(({ id }) => id in verdicts);
  // A point has the largest tokens alone: a smaller one may have counted without being in it.
  const values = decided.length === 0 ? [] : baseline.tokens.map(([, , , value]) => decimal(value));
  const least = values.length === 0 ? null : values.reduce(smallerOf);
  const isLarge = (value: string) => least === null || compareDecimals(decimal(value), least) > 0;
  const isNew = ({ id, walletId, value }: HoldingRow) =>
    walletId in baseline.wallets && !before.has(id) && isLarge(value ?? '0');
  const found: Record<RecountCause, boolean> = {
    'wallet-added': [...shown].some(id => !(id in baseline.wallets)),
    'wallet-removed': Object.keys(baseline.wallets).some(id => !shown.has(id)),
    'token-included': decided.some(
      row => verdicts[row.id] === 'count' && row.countingStatus === 'counted' && isNew(row)
    ),
    'token-excluded': decided.some(row => row.countingStatus === 'kept-out' && before.has(row.id))
  };
  return (Object.keys(found) as RecountCause[]).filter(cause => found[cause]);
}

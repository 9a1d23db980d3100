// Removes a wallet from history points, as if it had never been counted.
import { add, decimal, subtract, toText, type DecimalText } from '../../../shared/domain/decimal';
import { countedOnceAt, type HistoryPoint } from '../ports/history-point';
import { returnKeyOf } from '../portfolio/price-move';
import { partsWithoutWallet } from './repeated-parts';

/**
 * Subtracts the wallet's value from the total, and its prices and transfers from the ledger. What another wallet had as
 * well counts there. The rest of the total is recounted, so that the three add up to the total. A point without the
 * wallet is returned as it is.
 */
export function withoutWallet(point: HistoryPoint, walletId: string): HistoryPoint {
  const { [walletId]: removed, ...wallets } = point.wallets;
  if (!removed) return point;
  const { countedOnce, returns, ...others } = point;
  const parts = partsWithoutWallet(countedOnce ?? [], walletId);
  const isOther = (id: string) => !id.startsWith(`${walletId}/`);
  const once = minus(countedOnceAt({ countedOnce: parts }), countedOnceAt(point));
  const total = plus(minus(point.total, removed.value), once);
  const ledgerWithout = (kind: 'prices' | 'transfers') =>
    plus(minus(point.ledger[kind], removed[kind]), removed.elsewhere?.[kind] ?? '0');
  const [prices, transfers] = [ledgerWithout('prices'), ledgerWithout('transfers')];
  return {
    ...others,
    total,
    ledger: { prices, transfers, recounted: minus(minus(total, prices), transfers) },
    stale: point.stale.filter(isOther),
    wallets,
    ...(returns && { returns: returnsOfWallets(returns, walletId), chainLedgers: {} }),
    ...(parts.length > 0 && { countedOnce: parts }),
    tokens: point.tokens.filter(([id]) => isOther(id))
  };
}

/** What the wallet did to the returns of sums cannot be taken out of them: they begin anew. */
function returnsOfWallets(
  returns: NonNullable<HistoryPoint['returns']>,
  removedId: string
): NonNullable<HistoryPoint['returns']> {
  const isOther = (key: string) =>
    key.startsWith(returnKeyOf({ walletId: '' })) && key !== returnKeyOf({ walletId: removedId });
  return Object.fromEntries(Object.entries(returns).filter(([key]) => isOther(key)));
}

/** A point that had no other wallet is removed: the total was never zero. */
export function pointsWithoutWallet(points: readonly HistoryPoint[], walletId: string): HistoryPoint[] {
  return points.flatMap(point => {
    const remaining = withoutWallet(point, walletId);
    return remaining !== point && Object.keys(remaining.wallets).length === 0 ? [] : [remaining];
  });
}

function plus(a: DecimalText, b: DecimalText): DecimalText {
  return toText(add(decimal(a), decimal(b)));
}

function minus(a: DecimalText, b: DecimalText): DecimalText {
  return toText(subtract(decimal(a), decimal(b)));
}

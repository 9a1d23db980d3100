// Removes a wallet from history points, as if it had never been counted.
import { decimal, subtract, toText, type DecimalText } from '../../../shared/domain/decimal';
import type { HistoryPoint } from '../ports/history-point';

/**
 * Subtracts the wallet's value from the total, and its prices and transfers from the ledger. The rest of the total is
 * recounted, so that the three add up to the total. A point without the wallet is returned as it is.
 */
export function withoutWallet(point: HistoryPoint, walletId: string): HistoryPoint {
  const { [walletId]: removed, ...wallets } = point.wallets;
  if (!removed) return point;
  const isOther = (id: string) => !id.startsWith(`${walletId}/`);
  const total = minus(point.total, removed.value);
  const prices = minus(point.ledger.prices, removed.prices);
  const transfers = minus(point.ledger.transfers, removed.transfers);
  return {
    ...point,
    total,
    ledger: { prices, transfers, recounted: minus(minus(total, prices), transfers) },
    stale: point.stale.filter(isOther),
    wallets,
    tokens: point.tokens.filter(([id]) => isOther(id))
  };
}

/** A point that had no other wallet is removed: the total was never zero. */
export function pointsWithoutWallet(points: readonly HistoryPoint[], walletId: string): HistoryPoint[] {
  return points.flatMap(point => {
    const remaining = withoutWallet(point, walletId);
    return remaining !== point && Object.keys(remaining.wallets).length === 0 ? [] : [remaining];
  });
}

function minus(a: DecimalText, b: DecimalText): DecimalText {
  return toText(subtract(decimal(a), decimal(b)));
}

// Subject of a history: everything, one chain, one wallet or one holding; reads its value and sums from a history point.
import { DEFI } from '../../../shared/domain/defi';
import { decimal, sum, toText, type DecimalText } from '../../../shared/domain/decimal';
import type { Subject } from '../../../shared/ipc/history-calls';
import type { HoldingRow, Portfolio } from '../../../shared/schema/app-state';
import { chainValueAt, type HistoryPoint, type Ledger, type LinePoint } from '../ports/history-point';
import { EVERY_CHAIN } from '../snapshots/chain-parts';

/** A subject without a filter: the whole history. */
export const EVERYTHING: Subject = {};

export function isEverything({ chainIndex, walletId, holdingId }: Subject): boolean {
  return chainIndex === undefined && walletId === undefined && holdingId === undefined;
}

/** USD, exact; undefined where the point has no value of it: a point has its 20 largest tokens only. */
export function valueAt(point: LinePoint, subject: Subject): DecimalText | undefined {
  const { chainIndex, walletId, holdingId } = subject;
  if (holdingId !== undefined) return point.tokens.find(([id]) => id === holdingId)?.[3];
  if (isEverything(subject)) return point.total;
  if (walletId === undefined) return chainIndex === undefined ? point.total : chainValueAt(point, chainIndex);
  const wallet = point.wallets[walletId];
  return chainIndex === undefined ? wallet?.value : wallet?.chains[chainIndex];
}

/** The value of the subject that is shown now, USD, exact. A wallet has all of its own, whatever counts in another. */
export function currentValueOf({ total, holdings }: Portfolio, subject: Subject): DecimalText {
  if (isEverything(subject)) return total;
  return toText(sum(countedRows(holdings, subject).map(row => decimal(row.value ?? '0'))));
}

/** Whether its past is only that of what counts now: of a removed wallet and of an excluded holding it is the whole. */
export function isOfCounted({ wallets }: Portfolio, { walletId, holdingId }: Subject): boolean {
  if (holdingId !== undefined) return false;
  return walletId === undefined || wallets.some(({ wallet }) => wallet.id === walletId);
}

/** With what its line ends: the number that is shown above it; undefined: none is known, or the wallet was removed. */
export function shownValueOf(portfolio: Portfolio, subject: Subject): DecimalText | undefined {
  const { walletId, holdingId } = subject;
  if (holdingId !== undefined)
    return portfolio.holdings.find(({ id }) => id === holdingId)?.value ?? undefined;
  const shown =
    walletId === undefined ? portfolio : portfolio.wallets.find(({ wallet }) => wallet.id === walletId);
  return shown === undefined || shown.takenAt === null ? undefined : currentValueOf(portfolio, subject);
}

/** The rows that count in the subject. */
export function countedRows(holdings: readonly HoldingRow[], subject: Subject): HoldingRow[] {
  const { chainIndex, walletId, holdingId } = subject;
  return holdings.filter(
    row =>
      row.countingStatus === 'counted' &&
      (holdingId === undefined || row.id === holdingId) &&
      (walletId === undefined
        ? holdingId !== undefined || row.alsoIn === undefined
        : row.walletId === walletId) &&
      (chainIndex === undefined || row.chainIndex === chainIndex)
  );
}

/** Whether a part of the subject was stale. */
export function isStaleAt(point: Pick<LinePoint, 'stale'>, subject: Subject): boolean {
  const [ofWallet, ofChain] = subject.holdingId?.split('/') ?? [];
  const walletId = ofWallet ?? subject.walletId;
  const chainIndex = ofChain ?? subject.chainIndex;
  return point.stale.some(part => {
    const end = part.lastIndexOf('/');
    const chain = part.slice(end + 1);
    const isOfChain = chain === chainIndex || (chain === EVERY_CHAIN && chainIndex !== DEFI);
    return (
      (walletId === undefined || part.slice(0, end) === walletId) && (chainIndex === undefined || isOfChain)
    );
  });
}

/**
 * The running prices and transfers of the subject, USD; null for a holding and for a chain of one wallet: points have no
 * such ledger. Those of earlier versions have none for a chain either.
 */
export function ledgerAt(
  point: HistoryPoint,
  { chainIndex, walletId, holdingId }: Subject
): Pick<Ledger, 'prices' | 'transfers'> | null {
  if (holdingId !== undefined) return null;
  if (chainIndex !== undefined)
    return walletId === undefined ? (point.chainLedgers?.[chainIndex] ?? null) : null;
  return walletId === undefined ? point.ledger : (point.wallets[walletId] ?? null);
}

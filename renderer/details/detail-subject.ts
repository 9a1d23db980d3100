// Selects the holdings, entries, parts and alert rules that belong to one chain or one wallet.
import { eachWallet, isAboutWallet } from '../../shared/alerts/listed-wallets';
import { compareDecimals, decimal } from '../../shared/domain/decimal';
import { localChainName } from '../../shared/text/names';
import type { PartRow } from '../../shared/ipc/detail-calls';
import type { Entry } from '../../shared/schema/activity';
import type { AlertRule } from '../../shared/schema/alert';
import type { AppState, HoldingRow } from '../../shared/schema/app-state';
import type { DetailSubject } from '../state/navigation.svelte';

const MAX_LARGEST = 5;
const EVERY_CHAIN = '*';

export function isOfSubject(
  subject: DetailSubject,
  row: { walletId: string | null; chainIndex: string | null }
): boolean {
  return (subject.kind === 'chain' ? row.chainIndex : row.walletId) === subject.id;
}

/** Null when the subject no longer exists: a wallet can be removed while its drawer is open. */
export function nameOf({ portfolio }: AppState, subject: DetailSubject): string | null {
  if (subject.kind === 'chain') {
    const chain = portfolio.chains.find(({ chainIndex }) => chainIndex === subject.id);
    return chain ? localChainName(chain.name) : null;
  }
  return portfolio.wallets.find(({ wallet }) => wallet.id === subject.id)?.wallet.name ?? null;
}

const countedValueOf = (row: HoldingRow) =>
  decimal(row.countingStatus === 'counted' ? (row.value ?? '0') : '0');

/** The most valuable holdings of the subject, of a chain each unit once; risky ones only if they are counted. */
export function largestHoldingsOf({ portfolio }: AppState, subject: DetailSubject): HoldingRow[] {
  return portfolio.holdings
    .filter(row => isOfSubject(subject, row) && row.countingStatus !== 'risky')
    .filter(row => subject.kind === 'wallet' || row.alsoIn === undefined)
    .sort((a, b) => compareDecimals(countedValueOf(b), countedValueOf(a)))
    .slice(0, MAX_LARGEST);
}

export function entriesOfSubject(entries: readonly Entry[], subject: DetailSubject): Entry[] {
  const own = entries.filter(entry =>
    subject.kind === 'wallet' ? isAboutWallet(entry, subject.id) : isOfSubject(subject, entry)
  );
  // Of several wallets that were added together, the one of this drawer.
  return own.map(entry => eachWallet(entry).find(one => isOfSubject(subject, one)) ?? entry);
}

/**
 * The parts of a subject, worst first. A chain also has the parts that cover every chain of a wallet with a holding on
 * it.
 */
export function partsOfSubject(
  { portfolio }: AppState,
  parts: readonly PartRow[],
  subject: DetailSubject
): PartRow[] {
  const holders = new Set(
    portfolio.holdings.filter(row => isOfSubject(subject, row)).map(row => row.walletId)
  );
  const isOf = (part: PartRow): boolean =>
    isOfSubject(subject, part) ||
    (subject.kind === 'chain' && part.chainIndex === EVERY_CHAIN && holders.has(part.walletId));
  const rank = (part: PartRow): number =>
    part.isUnsupported ? 1 : part.isStale ? 0 : part.unreadableRows > 0 ? 2 : 3;
  return parts.filter(isOf).sort((a, b) => rank(a) - rank(b) || (a.answeredAt ?? 0) - (b.answeredAt ?? 0));
}

export function rulesOfSubject(alerts: readonly AlertRule[], subject: DetailSubject): AlertRule[] {
  return subject.kind === 'wallet' ? alerts.filter(({ walletId }) => walletId === subject.id) : [];
}

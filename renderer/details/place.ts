// A chain or a wallet whose drawer is open: its rows, its entries, its parts and its own rules.
import { compareDecimals, decimal } from '../../shared/domain/decimal';
import type { PartRow } from '../../shared/ipc/detail-calls';
import type { Entry } from '../../shared/schema/activity';
import type { AlertRule } from '../../shared/schema/alert';
import type { AppState, HoldingRow } from '../../shared/schema/app-state';
import type { Place } from '../state/navigation.svelte';

const LARGEST = 5;
const EVERY_CHAIN = '*';

export function isIn(place: Place, row: { walletId: string | null; chainIndex: string | null }): boolean {
  return (place.kind === 'chain' ? row.chainIndex : row.walletId) === place.id;
}

/** Null when it is gone: a wallet can be removed while its drawer is open. */
export function nameOf({ portfolio }: AppState, place: Place): string | null {
  if (place.kind === 'chain')
    return portfolio.chains.find(({ chainIndex }) => chainIndex === place.id)?.name ?? null;
  return portfolio.wallets.find(({ wallet }) => wallet.id === place.id)?.wallet.name ?? null;
}

const worth = (row: HoldingRow) => decimal(row.countingStatus === 'counted' ? (row.value ?? '0') : '0');

/** The most valuable ones that are shown; risky ones only where they count. */
export function largestOf({ portfolio }: AppState, place: Place): HoldingRow[] {
  return portfolio.holdings
    .filter(row => isIn(place, row) && row.countingStatus !== 'risky')
    .sort((a, b) => compareDecimals(worth(b), worth(a)))
    .slice(0, LARGEST);
}

export function entriesOf(entries: readonly Entry[], place: Place, most: number): Entry[] {
  return entries.filter(entry => isIn(place, entry)).slice(0, most);
}

/** Of a chain also the parts that answer every chain of a wallet which holds something on it. Worst first. */
export function partsOf({ portfolio }: AppState, parts: readonly PartRow[], place: Place): PartRow[] {
  const holders = new Set(portfolio.holdings.filter(row => isIn(place, row)).map(row => row.walletId));
  const isOf = (part: PartRow): boolean =>
    isIn(place, part) ||
    (place.kind === 'chain' && part.chainIndex === EVERY_CHAIN && holders.has(part.walletId));
  const rank = (part: PartRow): number => (part.isUnsupported ? 1 : part.isStale ? 0 : 2);
  return parts.filter(isOf).sort((a, b) => rank(a) - rank(b) || (a.answeredAt ?? 0) - (b.answeredAt ?? 0));
}

export function ownRules(alerts: readonly AlertRule[], place: Place): AlertRule[] {
  return place.kind === 'wallet' ? alerts.filter(({ walletId }) => walletId === place.id) : [];
}

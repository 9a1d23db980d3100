// Groups of wallets: which wallets a scope has, and what of their rows counts once in it.
import { unitOf } from '../../shared/domain/holding-id';
import type { AppState, GroupRow, HoldingRow } from '../../shared/schema/app-state';
import type { Grouping, HoldingFilters } from '../state/holding-filters';
import type { PortfolioLists } from './names';

/** All that a scope is made of. */
export type ScopeFilters = Pick<HoldingFilters, 'chain' | 'wallet' | 'group'>;

export function groupOf({ groups }: PortfolioLists, id: string | null): GroupRow | undefined {
  return groups?.find(({ group }) => group.id === id);
}

/** The wallets that are shown; null: all of them. A wallet that is chosen within a group is shown alone. */
export function walletsOf(
  portfolio: PortfolioLists,
  { wallet, group }: Pick<ScopeFilters, 'wallet' | 'group'>
): ReadonlySet<string> | null {
  if (wallet !== null) return new Set([wallet]);
  return group === null ? null : new Set(groupOf(portfolio, group)?.group.walletIds);
}

/** By wallet the group that it is in, '' for none. */
export function groupsByWallet({ groups = [], wallets }: PortfolioLists): ReadonlyMap<string, string> {
  const own = groups.flatMap(({ group }) => group.walletIds.map(id => [id, group.id] as const));
  return new Map([...wallets.map(({ wallet }) => [wallet.id, ''] as const), ...own]);
}

/** The rows that count in another wallet of the same key; ids. `keyOf`: by wallet, undefined where none counts. */
export function repeatedRows(
  holdings: readonly HoldingRow[],
  keyOf: (walletId: string) => string | undefined
): ReadonlySet<string> {
  const repeated = new Set<string>();
  const first = new Map<string, string>();
  for (const row of holdings) {
    const { alsoIn, walletId, id } = row;
    const key = keyOf(walletId);
    if (alsoIn === undefined || key === undefined) continue;
    // Where it counts in a wallet of another key, it counts in the first wallet of this one.
    const unit = `${key} ${alsoIn} ${unitOf(row)}`;
    const own = first.get(unit);
    if (keyOf(alsoIn) === key || (own !== undefined && own !== walletId)) repeated.add(id);
    first.set(unit, own ?? walletId);
  }
  return repeated;
}

/** A wallet has all of its own. */
export const addsToWallet = (row: HoldingRow): boolean => row.countingStatus === 'counted';
/** The total has each unit once. */
export const addsToTotal = (row: HoldingRow): boolean => addsToWallet(row) && row.alsoIn === undefined;

/** What a row adds to a sum of the scope: a wallet has all of its own, anything else has each unit once. */
export function addsInScope(
  portfolio: PortfolioLists,
  filters: Pick<ScopeFilters, 'wallet' | 'group'>
): (row: HoldingRow) => boolean {
  const members = walletsOf(portfolio, filters);
  if (filters.wallet !== null) return addsToWallet;
  if (!members) return addsToTotal;
  const repeated = repeatedRows(portfolio.holdings, id => (members.has(id) ? '' : undefined));
  return row => addsToWallet(row) && !repeated.has(row.id);
}

/** Choices of a menu; none while there are no groups. */
export function groupChoices({ portfolio }: AppState): { value: string; text: string }[] {
  return (portfolio.groups ?? []).map(({ group }) => ({ value: group.id, text: group.name }));
}

/** What the table can be grouped by. */
export function groupingsOf({ portfolio }: AppState): Grouping[] {
  return ['chain', 'token', 'wallet', ...(portfolio.groups ? (['group'] as const) : []), 'nothing'];
}

// Applies the holding filters and caches the last result.
import { isNative } from '../../../shared/domain/token-identity';
import type { HoldingRow } from '../../../shared/schema/app-state';
import { holdingItemOf } from '../../portfolio/holding-item';
import { needsOk } from '../../portfolio/holding-status';
import { walletsOf } from '../../portfolio/groups';
import { DEFI, bothChainNames, walletNames, type PortfolioLists } from '../../portfolio/names';
import type { HoldingFilters, OnlyFilter, TokenType } from '../../state/holding-filters';
import { createFinder } from './search';

export function typeOf({ kind, chainIndex, tokenAddress }: HoldingRow): TokenType {
  if (chainIndex === DEFI) return 'defi';
  if (kind === 'inscription') return 'inscription';
  return isNative({ chainIndex, tokenAddress }) ? 'native' : 'token';
}

/** True when a filter other than the switch for risky rows leaves rows out. */
export function isFiltered({ search, chain, wallet, group, asset, type, only }: HoldingFilters): boolean {
  return search.trim() !== '' || [chain, wallet, group, asset, type, only].some(filter => filter !== null);
}

function isOfKind(row: HoldingRow, only: OnlyFilter): boolean {
  if (only === 'small') return holdingItemOf(row).isSmall;
  return only === 'unverified' ? needsOk(row) : row.countingStatus === only;
}

function matchesFilters(
  row: HoldingRow,
  { only, showsRisky, chain, asset, type }: HoldingFilters,
  wallets: ReadonlySet<string> | null
): boolean {
  if (only !== null && !isOfKind(row, only)) return false;
  if (only === null && row.countingStatus === 'risky' && !showsRisky) return false;
  if (chain !== null && row.chainIndex !== chain) return false;
  if (wallets !== null && !wallets.has(row.walletId)) return false;
  if (asset !== null && holdingItemOf(row).assetKey !== asset) return false;
  return type === null || typeOf(row) === type;
}

/** Page, footer and table ask for the same holdings: the last result is cached until one of these inputs changes. */
let lastResult: { readonly key: readonly unknown[]; readonly rows: HoldingRow[] } | null = null;

/** The holdings that match the filters, unsorted. */
export function visibleHoldings(app: { portfolio: PortfolioLists }, filters: HoldingFilters): HoldingRow[] {
  const { holdings, chains, wallets, groups } = app.portfolio;
  const { search, chain, wallet, group, asset, type, only, showsRisky } = filters;
  const key = [
    holdings,
    chains,
    wallets,
    groups,
    search,
    chain,
    wallet,
    group,
    asset,
    type,
    only,
    showsRisky
  ];
  if (lastResult?.key.every((part, i) => part === key[i])) return lastResult.rows;
  const isFound = createFinder(search, bothChainNames(app), walletNames(app));
  const shown = walletsOf(app.portfolio, filters);
  const rows = holdings.filter(row => matchesFilters(row, filters, shown) && isFound(row));
  lastResult = { key, rows };
  return rows;
}

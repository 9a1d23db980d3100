// What the filters leave of the holdings, by what the person looks at.
import type { HoldingRow } from '../../../shared/schema/app-state';
import { readOf } from '../../portfolio/holding-item';
import { DEFI, chainNames, walletNames, type Portfolio } from '../../portfolio/names';
import type { TokenType, Looking } from '../../state/holding-filters';
import { finderOf } from './search';

export function typeOf({ kind, chainIndex, tokenAddress }: HoldingRow): TokenType {
  if (chainIndex === DEFI) return 'defi';
  if (kind === 'inscription') return 'inscription';
  return tokenAddress === '' ? 'native' : 'token';
}

/** Whether anything but the switch of risky rows leaves rows out. */
export function isFiltered({ search, chain, wallet, type, only }: Looking): boolean {
  return search.trim() !== '' || chain !== null || wallet !== null || type !== null || only !== null;
}

function fits(row: HoldingRow, { only, showsRisky, chain, wallet, type }: Looking): boolean {
  if (only === 'small' ? !readOf(row).isSmall : only !== null && row.countingStatus !== only) return false;
  if (only === null && row.countingStatus === 'risky' && !showsRisky) return false;
  if (chain !== null && row.chainIndex !== chain) return false;
  if (wallet !== null && row.walletId !== wallet) return false;
  return type === null || typeOf(row) === type;
}

/** Page, footer and table ask the same: the last answer is kept until one of these differs. */
let last: { readonly key: readonly unknown[]; readonly rows: HoldingRow[] } | null = null;

/** The holdings that the filters leave, in no order. */
export function visibleHoldings(app: { portfolio: Portfolio }, looking: Looking): HoldingRow[] {
  const { holdings, chains, wallets } = app.portfolio;
  const { search, chain, wallet, type, only, showsRisky } = looking;
  const key = [holdings, chains, wallets, search, chain, wallet, type, only, showsRisky];
  if (last?.key.every((part, i) => part === key[i])) return last.rows;
  const isFound = finderOf(search, chainNames(app), walletNames(app));
  const rows = holdings.filter(row => fits(row, looking) && isFound(row));
  last = { key, rows };
  return rows;
}

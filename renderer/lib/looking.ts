// What the filters leave of the holdings, by what the person looks at.
import type { AppState, HoldingRow, Standing } from '../../shared/state';

export type Grouping = 'chain' | 'token' | 'wallet' | 'nothing';
export type SortBy = 'token' | 'amount' | 'price' | 'change' | 'value';

export interface Looking {
  readonly search: string;
  readonly groupBy: Grouping;
  readonly sortBy: SortBy;
  readonly isDescending: boolean;
  readonly chain: string | null;
  readonly wallet: string | null;
  readonly only: Standing | null;
  readonly showsRisky: boolean;
  readonly opened: ReadonlySet<string>;
}

export function chainNames(app: AppState): Map<string, string> {
  return new Map(app.portfolio.chains.map(chain => [chain.chainIndex, chain.name]));
}

export function walletNames(app: AppState): Map<string, string> {
  return new Map(app.portfolio.wallets.map(({ wallet }) => [wallet.id, wallet.name]));
}

/** The holdings that the filters leave, in no order. */
export function visibleHoldings(app: AppState, looking: Looking): HoldingRow[] {
  const chains = chainNames(app);
  const wallets = walletNames(app);
  const wanted = looking.search.trim().toLowerCase();
  return app.portfolio.holdings.filter(row => {
    if (looking.only ? row.standing !== looking.only : row.standing === 'risky' && !looking.showsRisky)
      return false;
    if (looking.chain !== null && row.chainIndex !== looking.chain) return false;
    if (looking.wallet !== null && row.walletId !== looking.wallet) return false;
    if (wanted === '') return true;
    const texts = [row.symbol, chains.get(row.chainIndex), wallets.get(row.walletId), row.tokenAddress];
    return texts.some(text => text?.toLowerCase().includes(wanted));
  });
}

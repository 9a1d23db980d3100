// Names of chains and wallets by id, and the row id of DeFi positions.
import type { AppState } from '../../shared/schema/app-state';

/** Used in place of a chainIndex. */
export const DEFI = 'defi';

export function chainNames({
  portfolio
}: {
  portfolio: Pick<PortfolioLists, 'chains'>;
}): Map<string, string> {
  return new Map(portfolio.chains.map(chain => [chain.chainIndex, chain.name]));
}

export function walletNames({
  portfolio
}: {
  portfolio: Pick<PortfolioLists, 'wallets'>;
}): Map<string, string> {
  return new Map(portfolio.wallets.map(({ wallet }) => [wallet.id, wallet.name]));
}

export type PortfolioLists = Pick<AppState['portfolio'], 'chains' | 'wallets' | 'holdings'>;

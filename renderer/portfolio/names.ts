// Names of chains and wallets by id, and the row id of DeFi positions.
import type { AppState, WalletRow } from '../../shared/schema/app-state';
import { isolateName } from '../../shared/names/isolated-name';
import { localChainName } from '../../shared/text/names';
import { OVERLAP_TEXT } from '../text/phrases';

/** Used in place of a chainIndex. */
export const DEFI = 'defi';

export function chainNames({
  portfolio
}: {
  portfolio: Pick<PortfolioLists, 'chains'>;
}): Map<string, string> {
  return new Map(portfolio.chains.map(chain => [chain.chainIndex, isolateName(localChainName(chain.name))]));
}

/** For a search: the names that are shown, and those of the list of chains. */
export function bothChainNames({
  portfolio
}: {
  portfolio: Pick<PortfolioLists, 'chains'>;
}): Map<string, string> {
  return new Map(
    portfolio.chains.map(({ chainIndex, name }) => [chainIndex, `${name} ${localChainName(name)}`])
  );
}

/** For a line of text: right-to-left names are isolated. */
export function walletNames({
  portfolio
}: {
  portfolio: Pick<PortfolioLists, 'wallets'>;
}): Map<string, string> {
  return new Map(portfolio.wallets.map(({ wallet }) => [wallet.id, isolateName(wallet.name)]));
}

/** For a line of text. */
export function groupName(
  { portfolio }: { portfolio: PortfolioLists },
  id: string | null
): string | undefined {
  const found = portfolio.groups?.find(({ group }) => group.id === id);
  return found && isolateName(found.group.name);
}

/** "also in Main": the wallet in which a holding counts. `wallets`: names by id. */
export function alsoInText(walletId: string, wallets: ReadonlyMap<string, string>): string {
  return OVERLAP_TEXT.alsoIn(wallets.get(walletId) ?? '');
}

/** One sentence for each way in which a wallet overlaps with others, beyond its tokens. `wallets`: names by id. */
export function overlapTexts({ overlaps = [] }: WalletRow, wallets: ReadonlyMap<string, string>): string[] {
  return overlaps.map(overlap =>
    overlap.kind === 'no-addresses'
      ? OVERLAP_TEXT.noAddresses
      : (overlap.kind === 'defi-elsewhere' ? OVERLAP_TEXT.defiElsewhere : OVERLAP_TEXT.defiTwice)(
          wallets.get(overlap.walletId) ?? ''
        )
  );
}

export type PortfolioLists = Pick<AppState['portfolio'], 'chains' | 'wallets' | 'holdings' | 'groups'>;

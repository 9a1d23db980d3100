// Makes the name of an asset: the list's own, or a symbol, which anybody can choose, with its chain.
import { chainOfAsset } from '../../shared/holdings/asset-key';
import type { HoldingRow } from '../../shared/schema/app-state';
import { localChainName, tokenName } from '../../shared/text/names';
import { isolateName } from '../../shared/names/isolated-name';
import { chainNames, type PortfolioLists } from './names';
import { holdingItemOf } from './holding-item';

/** The symbol of an asset's rows; where they differ, the first by code, whatever the order of the rows. */
export function symbolOf(key: string, rows: readonly HoldingRow[]): string {
  if (chainOfAsset(key) === null) return key;
  return rows.reduce((least, { symbol }) => (symbol < least ? symbol : least), rows[0]?.symbol ?? '');
}

/** "USDC" of a listed asset, "USDC · Base" of a token that stands alone. `chains`: names by chainIndex. */
export function assetName(key: string, symbol: string, chains: ReadonlyMap<string, string>): string {
  const chain = chainOfAsset(key);
  const name = tokenName(symbol);
  return chain === null ? name : `${name} · ${chains.get(chain) ?? isolateName(localChainName(chain))}`;
}

/** The name of an asset that the table is filtered by. */
export function filteredAssetName(portfolio: PortfolioLists, key: string): string {
  const rows = portfolio.holdings.filter(row => holdingItemOf(row).assetKey === key);
  return assetName(key, symbolOf(key, rows), chainNames({ portfolio }));
}

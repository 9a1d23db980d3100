// Assets: says which coins and contracts are the same coin on several chains, by a compiled list with sources.
// What the list lacks stands alone. A symbol, a name or a logo joins nothing: anybody can choose them.
import { canonicalToken } from '../../../shared/domain/token-identity';
import sameCoins from './same-coins.json';

interface Token {
  readonly chainIndex: string;
  readonly tokenAddress: string;
}

/** The name of the asset that a token is; undefined: the list lacks it. */
export type AssetLookup = (token: Token) => string | undefined;

/** The sources of each id by chain. */
type Listed = Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
interface ListedAsset {
  readonly coins?: Readonly<Record<string, readonly number[]>>;
  readonly contracts?: Listed;
  readonly wrapped?: Listed;
}

/** Names by chain and canonical id. */
type Names = Map<string, Map<string, string>>;

function namesOf(joinsWrapped: boolean): Names {
  const names: Names = new Map();
  const put = (chainIndex: string, tokenAddress: string, name: string): void => {
    const onChain = names.get(chainIndex) ?? new Map<string, string>();
    names.set(chainIndex, onChain.set(canonicalToken(chainIndex, tokenAddress), name));
  };
  const putAll = (listed: Listed = {}, name: string): void => {
    for (const [chainIndex, contracts] of Object.entries(listed))
      for (const address of Object.keys(contracts)) put(chainIndex, address, name);
  };
  for (const [name, asset] of Object.entries<ListedAsset>(sameCoins.assets as Record<string, ListedAsset>)) {
    for (const chainIndex of Object.keys(asset.coins ?? {})) put(chainIndex, '', name);
    putAll(asset.contracts, name);
    putAll(asset.wrapped, joinsWrapped ? name : `W${name}`);
  }
  return names;
}

function lookupIn(names: Names): AssetLookup {
  return ({ chainIndex, tokenAddress }) =>
    names.get(chainIndex)?.get(canonicalToken(chainIndex, tokenAddress));
}

/** The same function for the same choice, so that rows that were made with it are known. */
const lookups = new Map<boolean, AssetLookup>();

/** `joinsWrapped`: a wrapped coin is the coin itself, as WETH is ETH; else it is an asset of its own. */
export function assetLookup(joinsWrapped: boolean): AssetLookup {
  const known = lookups.get(joinsWrapped) ?? lookupIn(namesOf(joinsWrapped));
  lookups.set(joinsWrapped, known);
  return known;
}

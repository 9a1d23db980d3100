// Gives the key of what a holding is: a listed asset, the same on several chains, or its token alone.
import { tokenOf } from '../domain/holding-id';

export interface AssetFacts {
  /** The name of the listed asset; absent: it stands alone. */
  readonly asset?: string | undefined;
  readonly chainIndex: string;
  readonly tokenAddress: string;
}

/** Everything that joins holdings by token joins them by this: never by the symbol, which anybody can choose. */
export function assetKeyOf(holding: AssetFacts): string {
  return holding.asset ?? tokenOf(holding);
}

/** The chain of a token that stands alone; null: a listed asset, which no slash is in the name of. */
export function chainOfAsset(key: string): string | null {
  const slash = key.indexOf('/');
  return slash < 0 ? null : key.slice(0, slash);
}

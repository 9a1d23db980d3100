// Builds the id of a holding: stable between polls and unique in a snapshot; reads an id that was stored.
// It is separate from the schema, so that it is fast to load.
import { canonicalAddress, canonicalToken } from './token-identity';

export function holdingId(
  walletId: string,
  chainIndex: string,
  address: string,
  tokenAddress: string
): string {
  return `${walletId}/${chainIndex}/${canonicalAddress(address)}/${canonicalToken(chainIndex, tokenAddress)}`;
}

/** The chain of a holding by its id, and its token: the id of a holding that is gone still says both. */
export function tokenOfId(id: string): { readonly chainIndex: string; readonly tokenAddress: string } {
  return partsOfId(id);
}

/** `chainIndex/canonical id of the token`: the same for every wallet and address that hold it. */
export function tokenOf(holding: { readonly chainIndex: string; readonly tokenAddress: string }): string {
  return `${holding.chainIndex}/${canonicalToken(holding.chainIndex, holding.tokenAddress)}`;
}

/** The parts of a holding's id; only the last one may contain a slash. */
export function partsOfId(id: string) {
  const [walletId = '', chainIndex = '', address = '', ...tokenAddress] = id.split('/');
  const isWhole = tokenAddress.length > 0;
  return { walletId, chainIndex, address, tokenAddress: tokenAddress.join('/'), isWhole };
}

/** The id as it is written now: an older version stored it, or a person typed it. Other text is given back. */
export function canonicalId(id: string): string {
  const { walletId, chainIndex, address, tokenAddress, isWhole } = partsOfId(id);
  return isWhole ? holdingId(walletId, chainIndex, address, tokenAddress) : id;
}

/** `chainIndex/tokenAddress` as it is written now. */
export function canonicalTokenKey(token: string): string {
  const [chainIndex = '', ...tokenAddress] = token.split('/');
  return tokenOf({ chainIndex, tokenAddress: tokenAddress.join('/') });
}

/**
 * What is counted once, whatever wallets watch it: chain, address and token, as in the id of the holding. A row without
 * an address (DeFi, and accounts of which OKX names none) may be of any: it is a unit of its own, with its wallet.
 */
export function unitOf({ id }: { readonly id: string }): string {
  const unit = id.slice(id.indexOf('/') + 1);
  return addressOfUnit(unit) === '' ? id : unit;
}

/** The address in `chain/address/token`. */
export function addressOfUnit(unit: string): string {
  const start = unit.indexOf('/') + 1;
  return unit.slice(start, unit.indexOf('/', start));
}

// Builds the id of a holding: stable between polls and unique in a snapshot.
// It is separate from the schema, so that it is fast to load.

/** Lower case for 0x addresses only: base58, runes and inscription ids are case-sensitive. */
export function normalizeAddress(address: string): string {
  return /^0x/i.test(address) ? address.toLowerCase() : address;
}

export function holdingId(
  walletId: string,
  chainIndex: string,
  address: string,
  tokenAddress: string
): string {
  return `${walletId}/${chainIndex}/${normalizeAddress(address)}/${normalizeAddress(tokenAddress)}`;
}

/** `chainIndex/tokenAddress`. */
export function tokenOf(holding: { readonly chainIndex: string; readonly tokenAddress: string }): string {
  return `${holding.chainIndex}/${holding.tokenAddress}`;
}

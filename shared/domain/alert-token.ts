// The token that rules of alerts speak of, whatever wallet holds it; apart from the schemas, so that the window can use it.

/** `chainIndex/tokenAddress`. */
export function tokenOf(holding: { readonly chainIndex: string; readonly tokenAddress: string }): string {
  return `${holding.chainIndex}/${holding.tokenAddress}`;
}

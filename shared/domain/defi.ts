// DeFi positions, represented as a pseudo-chain of their wallet.
// OKX gives only their sum, and lists them among no tokens.

/** No chainIndex of OKX, which are all digits. */
export const DEFI = 'defi';

/** Its symbol as a holding, and its name as a chain. */
export const DEFI_NAME = 'DeFi';

/** Whether it is of that pseudo-chain: a holding, a part or a row. */
export function isDefi({ chainIndex }: { readonly chainIndex: string }): boolean {
  return chainIndex === DEFI;
}

// DeFi positions, represented as a pseudo-chain of their wallet.
// OKX gives only their sum, and does not list them with the tokens.

/** Not a chainIndex of OKX: those consist of digits only. */
export const DEFI = 'defi';

/** Its symbol as a holding, and its name as a chain. */
export const DEFI_NAME = 'DeFi';

/** Whether a holding, a part or a row belongs to that pseudo-chain. */
export function isDefi({ chainIndex }: { readonly chainIndex: string }): boolean {
  return chainIndex === DEFI;
}

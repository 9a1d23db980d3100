// Facts of a chain that core needs, as a port: name, native symbol, address family, whether it is a test network.

/** What is known about a chain; `chainIndex` is opaque. */
export interface ChainFacts {
  readonly name: string;
  readonly isTestnet: boolean;
  /** Address family: `evm`, `utxo`, `solana`, …; "" when unknown. */
  readonly family: string;
}

export type ChainLookup = (chainIndex: string) => ChainFacts;

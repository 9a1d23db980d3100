// Facts of a chain that core needs, as a port: name, native symbol, address family, whether it is a test network.

/** What is known about a chain; `chainIndex` is opaque. */
export interface ChainFacts {
  readonly name: string;
  readonly isTestnet: boolean;
  /** Address family: `evm`, `utxo`, `solana`, …; "" when unknown. */
  readonly family: string;
  /** Neither the built-in table nor the service's list names it. */
  readonly isUnknown?: boolean;
}

export type ChainLookup = (chainIndex: string) => ChainFacts;

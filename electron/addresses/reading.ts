// Defines the result of reading an address, and lists the chains that it can belong to.
import type { AddressCaution, AddressFamily } from '../../shared/schema/address-review';

export interface AddressReading {
  readonly family: AddressFamily;
  /** The chainIndexes that use this form, likeliest first; absent: every chain of the family. */
  readonly chains?: readonly string[];
  /** The address as it is stored and shown; "" when there is a problem. */
  readonly address: string;
  /** Equal for two texts that mean the same address, however they are written. */
  readonly identity: string;
  readonly problem?: 'wrong-checksum' | 'testnet';
  readonly caution?: AddressCaution;
}

export function readingWithProblem(
  family: AddressFamily,
  problem: 'wrong-checksum' | 'testnet'
): AddressReading {
  return { family, address: '', identity: '', problem };
}

/** Gives null instead of an error: most pasted text is not in the alphabet that is tried. */
export function decodeOrNull(decode: (text: string) => Uint8Array, text: string): Uint8Array | null {
  try {
    return decode(text);
  } catch {
    return null;
  }
}

export interface KnownChain {
  readonly chainIndex: string;
  readonly name: string;
  readonly family: AddressFamily;
  readonly isTestnet: boolean;
}

/** Ordered by the value held where the order matters: most people hold the first ones of the list. */
const MOST_USED = [
  '1',
  '56',
  '8453',
  '42161',
  '137',
  '10',
  '43114',
  '196',
  '324',
  '59144',
  '534352',
  '81457',
  '5000'
];

const rankIn = (order: readonly string[], chainIndex: string) => {
  const rank = order.indexOf(chainIndex);
  return rank < 0 ? order.length : rank;
};

function matchesChain({ family, chains }: AddressReading, chain: KnownChain): boolean {
  return family === chain.family && (chains?.includes(chain.chainIndex) ?? true);
}

/** Leaves out testnets, because their coins have no value. Chains of equal rank keep the order of `chains`. */
export function chainsFor(readings: readonly AddressReading[], chains: readonly KnownChain[]): string[] {
  const usable = readings.filter(({ problem }) => problem === undefined);
  return usable.flatMap(reading => {
    const order = reading.chains ?? MOST_USED;
    return chains
      .filter(chain => !chain.isTestnet && matchesChain(reading, chain))
      .map(({ chainIndex }) => chainIndex)
      .toSorted((one, other) => rankIn(order, one) - rankIn(order, other));
  });
}

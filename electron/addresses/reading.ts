// What an address turned out to be, and the bytes that its text stands for.
import type { AddressCaution, AddressFamily } from '../../shared/schema/address-review';

export interface Reading {
  readonly family: AddressFamily;
  /** The chainIndexes that know this form, likeliest first; absent: every chain of the family. */
  readonly chains?: readonly string[];
  /** As it is stored and shown; "" when there is a problem. */
  readonly address: string;
  /** Equal for two texts that mean the same address, however they are written. */
  readonly identity: string;
  readonly problem?: 'wrong-checksum' | 'testnet';
  readonly caution?: AddressCaution;
}

export function problematic(family: AddressFamily, problem: 'wrong-checksum' | 'testnet'): Reading {
  return { family, address: '', identity: '', problem };
}

/** Null instead of an error: most of what is pasted is not in the alphabet that is tried. */
export function decoded(decode: (text: string) => Uint8Array, text: string): Uint8Array | null {
  try {
    return decode(text);
  } catch {
    return null;
  }
}

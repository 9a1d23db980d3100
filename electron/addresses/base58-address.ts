// Reads base58 addresses: Bitcoin's older forms and similar coins, Tron, Solana, Polkadot.
import { blake2b } from '@noble/hashes/blake2.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { ascii, base58, bech32, createBase58check } from '@scure/base';
import type { AddressReading } from './reading';
import { decodeOrNull, readingWithProblem } from './reading';

const base58check = createBase58check(sha256);

/**
 * First bytes from each coin's chainparams.cpp. Bitcoin Cash kept Bitcoin's, Fractal uses them too, and 3… is an old
 * form of Litecoin.
 */
const UTXO_CHAINS: Readonly<Record<number, readonly string[]>> = {
  0x00: ['0', '70000061', '145'],
  0x05: ['0', '70000061', '145', '2'],
  0x10: ['5'],
  0x16: ['3'],
  0x1e: ['3'],
  0x30: ['2'],
  0x32: ['2'],
  0x4c: ['5']
};
/** 0x3a is Qtum's too, which more people have than a test script of Litecoin. */
const TESTNETS: readonly number[] = [0x13, 0x6f, 0x71, 0x8c, 0xc4];
const TRON = 0x41;

/** A wrong checksum is said of the coins that are known by their first byte: XRP and others have the same length. */
function readChecked(text: string, bytes: Uint8Array): AddressReading[] {
  const version = bytes[0] ?? 0;
  if (base58check.encode(bytes.subarray(0, -4)) !== text) {
    const isKnown = version === TRON || TESTNETS.includes(version) || UTXO_CHAINS[version] !== undefined;
    return isKnown ? [readingWithProblem(version === TRON ? 'tron' : 'utxo', 'wrong-checksum')] : [];
  }
  if (version === TRON) return [{ family: 'tron', address: text, identity: text }];
  if (TESTNETS.includes(version)) return [readingWithProblem('utxo', 'testnet')];
  const chains = UTXO_CHAINS[version];
  return chains ? [{ family: 'utxo', chains, address: text, identity: text }] : [];
}

/** SS58: prefix 0 is Polkadot's; the checksum is the start of BLAKE2b-512 over "SS58PRE", prefix and key. */
function readPolkadot(text: string, bytes: Uint8Array): AddressReading[] {
  if (bytes[0] !== 0) return [];
  const salted = Uint8Array.from([...ascii.decode('SS58PRE'), ...bytes.subarray(0, 33)]);
  const hash = blake2b(salted);
  if (hash[0] !== bytes[33] || hash[1] !== bytes[34])
    return [readingWithProblem('substrate', 'wrong-checksum')];
  return [{ family: 'substrate', chains: ['354'], address: text, identity: text }];
}

/** The number of bytes tells the forms apart. Solana has no checksum: any 32 bytes are an address. */
export function readBase58(text: string): AddressReading[] {
  const bytes = /^\w{25,50}$/.test(text) ? decodeOrNull(base58.decode, text) : null;
  if (bytes?.length === 25) return readChecked(text, bytes);
  // Some bech32 addresses of other coins happen to be 32 bytes of base58 too; only they have a right checksum.
  if (bytes?.length === 32 && bech32.decodeUnsafe(text)) return [];
  if (bytes?.length === 32) return [{ family: 'solana', address: text, identity: text }];
  return bytes?.length === 35 ? readPolkadot(text, bytes) : [];
}

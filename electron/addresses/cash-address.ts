// Reads cashaddr addresses of Bitcoin Cash, with or without the prefix.
import { bech32 } from '@scure/base';
import type { AddressReading } from './reading';
import { readingWithProblem } from './reading';

const ALPHABET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const GENERATOR = [0x98f2bc8e61n, 0x79b76d99e2n, 0xf33e5fb3c4n, 0xae2eabe2a8n, 0x1e4f43e470n];
const CHECKSUM_LENGTH = 8;
const MAINNET = 'bitcoincash';
const PREFIXES = [MAINNET, 'bchtest', 'bchreg'];
/** Another coin with the same form, whose addresses are often written without their prefix. */
const ECASH = 'ecash';

/** 0 for a right checksum. Source: the cashaddr specification, "Checksum"; 40 bits, hence big integers. */
function remainder(values: readonly number[]): bigint {
  let check = 1n;
  for (const value of values) {
    const top = check >> 35n;
    check = ((check & 0x07ffffffffn) << 5n) ^ BigInt(value);
    GENERATOR.forEach((term, bit) => {
      if ((top >> BigInt(bit)) & 1n) check ^= term;
    });
  }
  return check ^ 1n;
}

/** The first byte: kind in bits 3 to 6 (key or script, each with tokens or without), size in bits 0 to 2 (0: 20 bytes, 3: 32). */
function isPayload(words: number[]): boolean {
  const [version = 0xff, ...hash] = bech32.fromWordsUnsafe(words) ?? [];
  const size = { 0: 20, 3: 32 }[version & 7];
  return version >> 3 <= 3 && hash.length === size;
}

/** Whether a text without a prefix is an address of eCash, which is not served. */
export function isECash(text: string): boolean {
  const words = [...text.toLowerCase()].map(letter => ALPHABET.indexOf(letter));
  const prefix = [...ECASH].map(letter => letter.charCodeAt(0) & 31);
  return (
    /^[qp][a-z0-9]{41}$/i.test(text) && !words.includes(-1) && remainder([...prefix, 0, ...words]) === 0n
  );
}

/** Stored and shown without its prefix, in lower case: the chain shown beside it gives the same information. */
export function readCash(text: string): AddressReading[] {
  const lower = text.toLowerCase();
  const [, given, body = ''] =
    /^(?:(bitcoincash|bchtest|bchreg):)?([qpzr][a-z0-9]{41}(?:[a-z0-9]{19})?)$/.exec(lower) ?? [];
  if (body === '') return [];
  const words = [...body].map(letter => ALPHABET.indexOf(letter));
  const isWhole = (prefix: string) =>
    remainder([...[...prefix].map(letter => letter.charCodeAt(0) & 31), 0, ...words]) === 0n;
  const hasOneCase = text === lower || text === text.toUpperCase();
  if (given === undefined && isWhole(ECASH)) return [];
  const prefix = (given === undefined ? PREFIXES : [given]).find(isWhole);
  if (
    prefix === undefined ||
    words.includes(-1) ||
    !hasOneCase ||
    !isPayload(words.slice(0, -CHECKSUM_LENGTH))
  ) {
    return [readingWithProblem('utxo', 'wrong-checksum')];
  }
  if (prefix !== MAINNET) return [readingWithProblem('utxo', 'testnet')];
  return [{ family: 'utxo', chains: ['145'], address: body, identity: body }];
}

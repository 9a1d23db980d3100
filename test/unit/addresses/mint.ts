// Real addresses of every family, made from a number by the tests' own code: node's hashes, big integers, polynomials.
import { createHash } from 'node:crypto';
import { keccak256 } from './keccak';

const sha256 = (data: Uint8Array) => createHash('sha256').update(data).digest();
/** The same bytes for the same number, on every machine. */
export const bytesOf = (seed: number, size: number) =>
  Buffer.concat([sha256(Buffer.from(`a ${seed}`)), sha256(Buffer.from(`b ${seed}`))]).subarray(0, size);

const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
export function base58(data: Uint8Array): string {
  let number = BigInt(`0x0${Buffer.from(data).toString('hex')}`);
  let text = '';
  for (; number > 0n; number /= 58n) text = `${BASE58[Number(number % 58n)]}${text}`;
  const zeros = data.findIndex(byte => byte !== 0);
  return '1'.repeat(zeros < 0 ? data.length : zeros) + text;
}
export function base58check(payload: Uint8Array): string {
  return base58(Buffer.concat([payload, sha256(sha256(payload)).subarray(0, 4)]));
}
export const versioned = (version: number, seed: number) =>
  base58check(Buffer.from([version, ...bytesOf(seed, 20)]));

const ALPHABET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
function fives(data: Uint8Array): number[] {
  const bits = [...data].map(byte => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map(five => parseInt(five.padEnd(5, '0'), 2));
}
const letters = (values: readonly number[]) => values.map(value => ALPHABET[value]).join('');

/** A BCH code: `bits` of state above the incoming five, generators by bit. */
function checksum(values: readonly number[], generators: readonly bigint[], size: number, last: bigint) {
  let state = 1n;
  const shift = BigInt(size * 5 - 5);
  for (const value of [...values, ...Array<number>(size).fill(0)]) {
    const top = state >> shift;
    state = ((state & ((1n << shift) - 1n)) << 5n) ^ BigInt(value);
    for (const [bit, term] of generators.entries()) if ((top >> BigInt(bit)) & 1n) state ^= term;
  }
  state ^= last;
  return Array.from({ length: size }, (_, place) => Number((state >> BigInt(5 * (size - 1 - place))) & 31n));
}
const BECH32 = [0x3b6a57b2n, 0x26508e6dn, 0x1ea119fan, 0x3d4233ddn, 0x2a1462b3n];
const CASH = [0x98f2bc8e61n, 0x79b76d99e2n, 0xf33e5fb3c4n, 0xae2eabe2a8n, 0x1e4f43e470n];

function bech32(prefix: string, values: readonly number[], last: bigint): string {
  const codes = [...prefix].map(letter => letter.charCodeAt(0));
  const spread = [...codes.map(code => code >> 5), 0, ...codes.map(code => code & 31)];
  return `${prefix}1${letters(values)}${letters(checksum([...spread, ...values], BECH32, 6, last))}`;
}
export const segwit = (prefix: string, version: number, program: Uint8Array) =>
  bech32(prefix, [version, ...fives(program)], version === 0 ? 1n : 0x2bc830a3n);
export const plainBech32 = (prefix: string, data: Uint8Array) => bech32(prefix, fives(data), 1n);

export function cash(prefix: string, kind: number, hash: Uint8Array): string {
  const values = fives(Buffer.from([(kind << 3) | (hash.length === 32 ? 3 : 0), ...hash]));
  const spread = [...[...prefix].map(letter => letter.charCodeAt(0) & 31), 0];
  return `${prefix}:${letters(values)}${letters(checksum([...spread, ...values], CASH, 8, 1n))}`;
}

/** EIP-55, written from its text. */
export function checksummed(address: string): string {
  const digits = address.slice(2).toLowerCase();
  const hash = keccak256(digits);
  const cased = [...digits].map((digit, place) =>
    parseInt(hash[place] ?? '0', 16) >= 8 ? digit.toUpperCase() : digit
  );
  return `0x${cased.join('')}`;
}
export const evm = (seed: number) => checksummed(`0x${bytesOf(seed, 20).toString('hex')}`);
export const hex32 = (seed: number) => `0x${bytesOf(seed, 32).toString('hex')}`;
export const solana = (seed: number) => base58(bytesOf(seed, 32));

/** CRC-16/XMODEM as one long division. */
function crc16(data: Uint8Array): number {
  let rest = BigInt(`0x${Buffer.from(data).toString('hex')}`) << 16n;
  for (let bit = BigInt(data.length * 8 + 15); bit >= 16n; bit -= 1n) {
    if ((rest >> bit) & 1n) rest ^= 0x11021n << (bit - 16n);
  }
  return Number(rest);
}
export function ton(tag: number, seed: number, workchain = 0): string {
  const body = Buffer.from([tag, workchain, ...bytesOf(seed, 32)]);
  const crc = crc16(body);
  return Buffer.concat([body, Buffer.from([crc >> 8, crc & 0xff])]).toString('base64url');
}
export function polkadot(seed: number, prefix = 0): string {
  const body = Buffer.from([prefix, ...bytesOf(seed, 32)]);
  const hash = createHash('blake2b512').update('SS58PRE').update(body).digest();
  return base58(Buffer.concat([body, hash.subarray(0, 2)]));
}

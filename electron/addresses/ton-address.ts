// Reads TON addresses: the user-friendly form with its checksum, and the raw workchain:hash form.
import { base64, base64url, base64urlnopad, hex } from '@scure/base';
import type { AddressReading } from './reading';
import { decodeOrNull, readingWithProblem } from './reading';

const BOUNCEABLE = 0x11;
const NOT_BOUNCEABLE = 0x51;
const TESTNET_FLAG = 0x80;
const MASTERCHAIN = 0xff;

/** CRC-16/XMODEM, as TEP-2 requires; 0 over data that ends with its own checksum. */
function remainder(bytes: Iterable<number>): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) crc = ((crc << 1) ^ (crc & 0x8000 ? 0x1021 : 0)) & 0xffff;
  }
  return crc;
}

function reading(address: string, workchain: number, hash: Uint8Array): AddressReading {
  return { family: 'ton', address, identity: `${workchain}:${hex.encode(hash)}` };
}

/** Wallets show their addresses as not bounceable, so an address in raw form gets that form. */
function readRaw(text: string): AddressReading[] {
  const [, workchain, digits = ''] = /^(0|-1):([0-9a-f]{64})$/i.exec(text) ?? [];
  if (workchain === undefined) return [];
  const hash = hex.decode(digits.toLowerCase());
  const body = [NOT_BOUNCEABLE, workchain === '0' ? 0 : MASTERCHAIN, ...hash];
  const crc = remainder(body);
  const address = base64urlnopad.encode(Uint8Array.from([...body, crc >> 8, crc & 0xff]));
  return [reading(address, Number(workchain), hash)];
}

/** Bytes: flags, workchain, 32 of hash, 2 of checksum. Both base64 alphabets are in use, never mixed. */
export function readTon(text: string): AddressReading[] {
  if (text.includes(':')) return readRaw(text);
  if (!/^[\w+/-]{48}$/.test(text)) return [];
  const bytes = decodeOrNull(/[+/]/.test(text) ? base64.decode : base64url.decode, text);
  const [tag = 0, workchain = 1] = bytes ?? [];
  const kind = tag & ~TESTNET_FLAG;
  if (!bytes || (kind !== BOUNCEABLE && kind !== NOT_BOUNCEABLE)) return [];
  if (remainder(bytes) !== 0) return [readingWithProblem('ton', 'wrong-checksum')];
  if (workchain !== 0 && workchain !== MASTERCHAIN) return [];
  if (tag & TESTNET_FLAG) return [readingWithProblem('ton', 'testnet')];
  const address = text.replaceAll('+', '-').replaceAll('/', '_');
  return [reading(address, workchain === 0 ? 0 : -1, bytes.subarray(2, 34))];
}

// Reads hexadecimal addresses: EVM with its checksum in upper and lower case, Sui and Aptos without one.
import { keccak_256 } from '@noble/hashes/sha3.js';
import { ascii } from '@scure/base';
import type { AddressReading } from './reading';
import { readingWithProblem } from './reading';

/** EIP-55: a letter is a capital where the hash of the lower-case digits has a nibble of 8 or more. */
function withChecksum(digits: string): string {
  const hash = keccak_256(ascii.decode(digits));
  const isCapital = (index: number) => ((hash[index >> 1] ?? 0) & (index % 2 === 0 ? 0x80 : 0x08)) !== 0;
  return `0x${[...digits].map((digit, index) => (isCapital(index) ? digit.toUpperCase() : digit)).join('')}`;
}

function readEvm(digits: string): AddressReading {
  const lower = digits.toLowerCase();
  const address = withChecksum(lower);
  const hasOneCase = digits === lower || digits === digits.toUpperCase();
  if (!hasOneCase && address !== `0x${digits}`) return readingWithProblem('evm', 'wrong-checksum');
  return { family: 'evm', address, identity: `0x${lower}` };
}

/**
 * The length decides: 40 digits are EVM, 64 are Sui or Aptos, 62 and 63 are Aptos, which formerly left out leading
 * zeros. Shorter addresses, though both chains allow them, are far more often an EVM address that lost a digit.
 */
export function readHex(text: string): AddressReading[] {
  const digits = /^0x([0-9a-f]{40}|[0-9a-f]{62,64})$/i.exec(text)?.[1];
  if (digits === undefined) return [];
  if (digits.length === 40) return [readEvm(digits)];
  const address = `0x${digits.toLowerCase().padStart(64, '0')}`;
  if (digits.length < 64) return [{ family: 'move', address, identity: address, caution: 'zeros-added' }];
  const caution = 'could-be-private-key';
  return [
    { family: 'sui', address, identity: address, caution },
    { family: 'move', address, identity: address, caution }
  ];
}

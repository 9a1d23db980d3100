// Recognises an address: every address format that a text matches, and what is wrong with it.
import { readBase58 } from './base58-address';
import { readBech32 } from './bech32-address';
import { readCash } from './cash-address';
import { readHex } from './hex-address';
import type { AddressReading } from './reading';
import { readTon } from './ton-address';

const READERS = [readHex, readBase58, readBech32, readCash, readTon];
/**
 * No address form read here is shorter or longer; this also bounds the cost of base58, which grows with the square of
 * the length.
 */
const MIN_LENGTH = 25;
const MAX_LENGTH = 130;

/**
 * Empty when the text is no address of a known family. Several readings when the form does not distinguish the
 * families (0x and 64 digits: Sui or Aptos); then all are free of problems, or all have the same one.
 */
export function recognise(text: string): AddressReading[] {
  if (text.length < MIN_LENGTH || text.length > MAX_LENGTH) return [];
  const readings = READERS.flatMap(read => read(text));
  const mildestProblem = [undefined, 'testnet', 'wrong-checksum'].find(problem =>
    readings.some(reading => reading.problem === problem)
  );
  return readings.filter(reading => reading.problem === mildestProblem);
}

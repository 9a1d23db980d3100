// One text, every address that it can be: the family, the form to store, and what is wrong with it.
import { readBase58 } from './base58-address';
import { readBech32 } from './bech32-address';
import { readCash } from './cash-address';
import { readHex } from './hex-address';
import type { Reading } from './reading';
import { readTon } from './ton-address';

const FORMS = [readHex, readBase58, readBech32, readCash, readTon];
/** Nothing that is read here is shorter or longer; it also bounds the cost of base58, which grows with the square. */
const SHORTEST = 25;
const LONGEST = 130;

/**
 * Empty when it is no address of a known family. Several readings when the form does not tell the families apart
 * (0x and 64 digits: Sui or Aptos); then all are free of problems, or all have the same one.
 */
export function recognise(text: string): Reading[] {
  if (text.length < SHORTEST || text.length > LONGEST) return [];
  const readings = FORMS.flatMap(read => read(text));
  const mildest = [undefined, 'testnet', 'wrong-checksum'].find(problem =>
    readings.some(reading => reading.problem === problem)
  );
  return readings.filter(reading => reading.problem === mildest);
}

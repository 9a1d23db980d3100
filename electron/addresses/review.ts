// Reviews a pasted list of addresses: one row for each entry, in order, with its verdict.
// Entries and characters above the limits are counted.
import type { AddressReview, AddressRow, AddressVerdict } from '../../shared/schema/address-review';
import { MAX_CHARACTERS, MAX_ENTRIES, MAX_TYPED } from '../../shared/schema/address-review';
import { piecesOf, entriesOf, type Piece, type AddressEntry } from './parse-paste';
import { chainsFor, type KnownChain } from './reading';
import { recognise } from './recognise';

export interface ReviewContext {
  /** Addresses of the existing wallets, in any spelling. */
  readonly watched: readonly string[];
  readonly chains: readonly KnownChain[];
}

const MAX_NAME = 40;

/** Cuts between whole characters only: half an emoji is an invalid character. */
function truncate(text: string, length: number): string {
  let result = '';
  for (const character of text) {
    if (result.length + character.length > length) break;
    result += character;
  }
  return result;
}

/**
 * The name without the number of a list item and without the characters that join it to its address; a name has a
 * letter.
 */
function suggestedName(name: string): string | null {
  const trimmed = name.replace(/^\d{1,4}[.)]\s/, '').replace(/^[^\p{L}\p{N}\p{S}(]+|[\s:"'`\p{Pd}]+$/gu, '');
  return /\p{L}/u.test(trimmed) ? truncate(trimmed, MAX_NAME).trim() : null;
}

function verdictOf(
  entry: AddressEntry,
  watched: ReadonlySet<string>,
  seenIdentities: ReadonlySet<string>
): AddressVerdict {
  if (entry.isSecret) return 'private-key';
  const [reading] = entry.readings;
  if (!reading) return entry.other?.kind ?? 'not-an-address';
  if (reading.problem) return reading.problem;
  if (seenIdentities.has(reading.identity)) return 'duplicate';
  return watched.has(reading.identity) ? 'already-watched' : 'good';
}

/** Cuts at the end of a line or between two words, because an address cut in half would be wrong. */
function readablePart(text: string): string {
  if (text.length <= MAX_CHARACTERS) return text;
  const start = text.slice(0, MAX_CHARACTERS);
  const lineEnd = start.lastIndexOf('\n');
  return start.slice(0, lineEnd >= 0 ? lineEnd : Math.max(0, start.search(/[\s,;][^\s,;]*$/)));
}

function groupByLine(pieces: readonly Piece[]): Piece[][] {
  const lines = new Map<number, Piece[]>();
  for (const piece of pieces) {
    const line = lines.get(piece.line);
    if (line) line.push(piece);
    else lines.set(piece.line, [piece]);
  }
  return [...lines.values()];
}

/** Accepts any text. Of equal addresses the first one is good, and the others are its duplicates. */
export function review(text: string, { watched, chains }: ReviewContext): AddressReview {
  const read = readablePart(text);
  const entries = groupByLine(piecesOf(read)).flatMap(entriesOf);
  const watchedIdentities = new Set(
    watched.flatMap(address => recognise(address).map(({ identity }) => identity))
  );
  const seenIdentities = new Set<string>();
  const rows = entries.slice(0, MAX_ENTRIES).map((entry): AddressRow => {
    const verdict = verdictOf(entry, watchedIdentities, seenIdentities);
    const [reading] = entry.readings;
    if (reading && !reading.problem) seenIdentities.add(reading.identity);
    const offered = chainsFor(entry.readings, chains);
    return {
      line: entry.line,
      typed: truncate(entry.text, MAX_TYPED),
      verdict,
      address: reading?.address ?? '',
      families: entry.readings.map(({ family }) => family),
      chains: offered,
      ...(entry.chain !== undefined && offered.includes(entry.chain) && { namedChain: entry.chain }),
      ...(entry.other?.kind === 'other-coin' && { coin: entry.other.coin }),
      suggestedName: suggestedName(entry.name),
      caution: reading?.caution ?? null
    };
  });
  return {
    rows,
    unread: { entries: entries.length - rows.length, characters: text.length - read.length }
  };
}

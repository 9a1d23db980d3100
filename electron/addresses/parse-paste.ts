// Splits pasted text into addresses, names and secrets, with their line numbers.
// The text of a secret is never returned.
import type { AddressReading } from './reading';
import { recognise } from './recognise';
import { isKey, isKeyBeside, flagPhrases } from './secrets';

export interface Piece {
  /** Line number; the first line is 1. */
  readonly line: number;
  readonly text: string;
  /**
   * `attempt`: no address, but too long or too special to be a word of a name. `secret`: a key, or where a phrase begins;
   * `masked`: the rest of that phrase.
   */
  readonly kind: 'address' | 'attempt' | 'word' | 'secret' | 'masked';
  /** Empty unless it is an address. */
  readonly readings: readonly AddressReading[];
}

const SEPARATORS = /[\s,;|=，；、]+/u;
const QUOTES = /^[-"'`<({[]+(?!1:)|["'`>)}\].:]+$/g;
/** Control characters, and marks that reverse or hide text: they are copied along from web pages and PDFs. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}]+/gu;
const ATTEMPT = /^0x[0-9a-f]|^(bc|tb|ltc|addr|cosmos)1\w|^[\w+/:.…-]{25,}$/i;

function visibleText(text: string): string {
  return text.replace(/\s+/g, ' ').replace(INVISIBLE, '').trim();
}

function pieceOf(text: string, line: number, wholeLine: string): Piece {
  const trimmed = text.replace(QUOTES, '');
  const readings = recognise(trimmed);
  if (readings.length > 0 && !isKeyBeside(trimmed, wholeLine))
    return { line, text: trimmed, kind: 'address', readings };
  if (isKey(text) || isKeyBeside(text, wholeLine)) return { line, text: '', kind: 'secret', readings: [] };
  return { line, text, kind: ATTEMPT.test(trimmed) ? 'attempt' : 'word', readings: [] };
}

/** A phrase may continue over line ends, but not over an address: names between addresses are not a phrase. */
function withPhrases(pieces: readonly Piece[]): Piece[] {
  const found = [...pieces];
  let start = 0;
  for (let end = 0; end <= pieces.length; end += 1) {
    if (end < pieces.length && pieces[end]?.kind !== 'address') continue;
    const flags = flagPhrases(pieces.slice(start, end).map(({ text }) => text.replace(QUOTES, '')));
    flags.forEach((isFlagged, index) => {
      const piece = pieces[start + index];
      if (!isFlagged || !piece || piece.kind === 'secret') return;
      const kind = flags[index - 1] ? 'masked' : 'secret';
      found[start + index] = { ...piece, text: '', kind };
    });
    start = end + 1;
  }
  return found;
}

/** All pieces of the pasted text in order, without the text of secrets. */
export function piecesOf(paste: string): Piece[] {
  const pieces = paste.split(/\r\n|[\n\r\v\f\u2028\u2029]/).flatMap((wholeLine, lineIndex) =>
    wholeLine
      .split(SEPARATORS)
      .map(visibleText)
      .filter(text => /[\p{L}\p{N}]/u.test(text))
      .map(text => pieceOf(text, lineIndex + 1, wholeLine))
  );
  return withPhrases(pieces);
}

export interface AddressEntry {
  readonly line: number;
  readonly text: string;
  readonly readings: Piece['readings'];
  readonly isSecret: boolean;
  /** "" when the line contains no name. */
  readonly name: string;
}

const joinText = (wordPieces: readonly Piece[]) => wordPieces.map(({ text }) => text).join(' ');

/** Gives each target the words before it; when the line begins with a target, the words after it. */
function namesOf(pieces: readonly Piece[]): Map<Piece, Piece[]> {
  const names = new Map<Piece, Piece[]>();
  const isNameFirst = pieces[0]?.kind === 'word';
  let pendingWords: Piece[] = [];
  let last: Piece | undefined;
  for (const piece of pieces) {
    if (piece.kind === 'word') {
      pendingWords.push(piece);
      continue;
    }
    const named = isNameFirst ? piece : last;
    names.set(piece, []);
    if (named) names.set(named, pendingWords);
    pendingWords = [];
    last = piece;
  }
  if (last) names.set(last, [...(names.get(last) ?? []), ...pendingWords]);
  return names;
}

/** A line with a secret shows only its addresses: the words beside a key may be the rest of the key. */
function entriesBesideSecret(pieces: readonly Piece[]): AddressEntry[] {
  return pieces
    .filter(({ kind }) => kind !== 'word' && kind !== 'masked')
    .map(({ line, kind, text, readings }) => ({
      line,
      text: kind === 'address' ? text : '',
      readings,
      isSecret: kind === 'secret',
      name: ''
    }));
}

/** `pieces`: those of one line, at least one. */
export function entriesOf(pieces: readonly Piece[]): AddressEntry[] {
  if (pieces.some(({ kind }) => kind === 'secret' || kind === 'masked')) return entriesBesideSecret(pieces);
  const names = namesOf(pieces);
  if (names.size === 0) {
    return [{ line: pieces[0]?.line ?? 1, text: joinText(pieces), readings: [], isSecret: false, name: '' }];
  }
  return [...names].map(([{ line, text, readings }, wordPieces]) => ({
    line,
    text,
    readings,
    isSecret: false,
    name: joinText(wordPieces)
  }));
}

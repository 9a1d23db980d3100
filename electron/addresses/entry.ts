// The entries of one line: each address with the words that name it, or the line itself when it has none.
import type { Piece } from './parse-paste';

export interface Entry {
  readonly line: number;
  readonly text: string;
  readonly readings: Piece['readings'];
  readonly isSecret: boolean;
  /** "" when the line gives none. */
  readonly name: string;
}

const joined = (words: readonly Piece[]) => words.map(({ text }) => text).join(' ');

/** Each target with the words before it; when the line begins with a target, with the words after it. */
function namesOf(pieces: readonly Piece[]): Map<Piece, Piece[]> {
  const names = new Map<Piece, Piece[]>();
  const isNameFirst = pieces[0]?.kind === 'word';
  let waiting: Piece[] = [];
  let last: Piece | undefined;
  for (const piece of pieces) {
    if (piece.kind === 'word') {
      waiting.push(piece);
      continue;
    }
    const named = isNameFirst ? piece : last;
    names.set(piece, []);
    if (named) names.set(named, waiting);
    waiting = [];
    last = piece;
  }
  if (last) names.set(last, [...(names.get(last) ?? []), ...waiting]);
  return names;
}

/** A line with a secret shows nothing but its addresses: the words beside a key may be the rest of it. */
function besideSecret(pieces: readonly Piece[]): Entry[] {
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

/** `pieces` are those of one line, at least one. */
export function entriesOf(pieces: readonly Piece[]): Entry[] {
  if (pieces.some(({ kind }) => kind === 'secret' || kind === 'masked')) return besideSecret(pieces);
  const names = namesOf(pieces);
  if (names.size === 0) {
    return [{ line: pieces[0]?.line ?? 1, text: joined(pieces), readings: [], isSecret: false, name: '' }];
  }
  return [...names].map(([{ line, text, readings }, words]) => ({
    line,
    text,
    readings,
    isSecret: false,
    name: joined(words)
  }));
}

// Splits pasted text into addresses, names and secrets, with their line numbers.
// The text of a secret is never returned.
import { columnsOf, wantedCells, type Columns } from './exported-list';
import { isDomainName, otherKindOf, type OtherKind } from './other-kinds';
import type { AddressReading } from './reading';
import { recognise } from './recognise';
import { isKey, isKeyBeside, flagPhrases, PEM_BEGIN, PEM_END } from './secrets';
import { LINK_PATTERN, readWrittenForm } from './written-forms';

/** What a target is that is no address of a wallet. */
export type TargetKind = OtherKind | { readonly kind: 'transaction' | 'token-page' };

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
  /** The chain that was written in front of the address, or that the explorer of its page is of. */
  readonly chain?: string | undefined;
  /** Of an attempt that is known as something else. */
  readonly other?: TargetKind | undefined;
}

/** A link whole, or what stands between separators. */
const TOKENS = new RegExp(`${LINK_PATTERN.source}|[^\\s,;|=，；、]+`, 'giu');
const QUOTES = /^[-"'`<({[]+(?!1:)|["'`>)}\].:]+$/g;
/** Control characters, and marks that reverse or hide text: they are copied along from web pages and PDFs. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}]+/gu;
const ATTEMPT = /^0x[0-9a-f]|^(bc|tb|ltc|addr|cosmos)1\w|^[\w+/:.…-]{25,}$/i;

function visibleText(text: string): string {
  return text.replace(/\s+/g, ' ').replace(INVISIBLE, '').trim();
}

const secretPiece = (line: number): Piece => ({ line, text: '', kind: 'secret', readings: [] });

function pieceOf(text: string, line: number, wholeLine: string): Piece {
  const trimmed = text.replace(QUOTES, '');
  const direct = recognise(trimmed);
  const form = direct.length > 0 ? { text: trimmed } : readWrittenForm(trimmed);
  const isPage = typeof form === 'string';
  const written = form === null || isPage ? null : form;
  const readings = direct.length > 0 ? direct : written ? recognise(written.text) : [];
  if (isKeyBeside(trimmed, wholeLine)) return secretPiece(line);
  if (readings.length > 0 && (direct.length > 0 || !isKey(text)))
    return { line, text: trimmed, kind: 'address', readings, chain: written?.chain };
  const isTransaction = form === 'transaction' && /^https?:[^?#]*$/i.test(trimmed);
  if (!isTransaction && isKey(text)) return secretPiece(line);
  const other: TargetKind | null = isPage ? { kind: form } : otherKindOf(written?.text ?? trimmed);
  if (other && other.kind !== 'domain-name') return { line, text, kind: 'attempt', readings: [], other };
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

function piecesOfLine(wholeLine: string, line: number): Piece[] {
  return [...wholeLine.matchAll(TOKENS)]
    .map(([text]) => visibleText(text))
    .filter(text => /[\p{L}\p{N}]/u.test(text))
    .map(text => pieceOf(text, line, wholeLine));
}

/** The address of the row and the words of its name; the other columns say nothing that a wallet needs. */
function piecesOfRow(columns: Columns, wholeLine: string, line: number): Piece[] {
  const { address, name } = wantedCells(columns, wholeLine);
  const words = visibleText(name)
    .split(/\s+/)
    .filter(text => text !== '')
    .map((text): Piece => ({ line, text, kind: 'word', readings: [] }));
  return [...words, ...(visibleText(address) === '' ? [] : piecesOfLine(address, line))];
}

const isWord = ({ kind }: Piece) => kind === 'word';
const isAddress = ({ kind }: Piece) => kind === 'address';
const isHidden = ({ kind }: Piece) => kind === 'secret' || kind === 'masked';

/** All pieces of the pasted text in order, without the text of secrets. */
export function piecesOf(paste: string): Piece[] {
  const lines = paste.split(/\r\n|[\n\r\v\f\u2028\u2029]/);
  let isInPem = false;
  let columns: Columns | null = null;
  const pieces = lines.flatMap((wholeLine, index): readonly Piece[] => {
    const line = index + 1;
    const beginsPem = PEM_BEGIN.test(wholeLine);
    if (beginsPem || isInPem) {
      isInPem = !PEM_END.test(wholeLine);
      return beginsPem ? [secretPiece(line)] : [{ line, text: '', kind: 'masked', readings: [] }];
    }
    const found = piecesOfLine(wholeLine, line);
    const header = found.every(isWord) ? columnsOf(wholeLine) : null;
    if (header) {
      columns = header;
      return [];
    }
    return columns ? piecesInColumns(columns, wholeLine, found) : found;
  });
  return withPhrases(pieces);
}

/** All that was found, where a secret is in any column, or an address in another one than the header says. */
function piecesInColumns(columns: Columns, wholeLine: string, found: readonly Piece[]): readonly Piece[] {
  if (withPhrases(found).some(isHidden)) return found;
  const row = piecesOfRow(columns, wholeLine, found[0]?.line ?? 1);
  return !row.some(isAddress) && found.some(isAddress) ? found : row;
}

export interface AddressEntry {
  readonly line: number;
  readonly text: string;
  readonly readings: Piece['readings'];
  readonly chain?: string | undefined;
  readonly other?: TargetKind | undefined;
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
    .map(({ line, kind, text, readings, chain }) => ({
      line,
      text: kind === 'address' ? text : '',
      readings,
      chain,
      isSecret: kind === 'secret',
      name: ''
    }));
}

/** Names of name services, where a line has nothing else to watch; beside an address they are its name. */
function domainNames(pieces: readonly Piece[]): AddressEntry[] {
  return pieces
    .filter(({ text }) => isDomainName(text.replace(QUOTES, '')))
    .map(({ line, text }) => ({
      line,
      text,
      readings: [],
      other: { kind: 'domain-name' },
      isSecret: false,
      name: ''
    }));
}

/** `pieces`: those of one line, at least one. */
export function entriesOf(pieces: readonly Piece[]): AddressEntry[] {
  if (pieces.some(isHidden)) return entriesBesideSecret(pieces);
  const names = namesOf(pieces);
  if (names.size === 0) {
    const named = domainNames(pieces);
    if (named.length > 0) return named;
    return [{ line: pieces[0]?.line ?? 1, text: joinText(pieces), readings: [], isSecret: false, name: '' }];
  }
  return [...names].map(([{ line, text, readings, chain, other }, wordPieces]) => ({
    line,
    text,
    readings,
    chain,
    other,
    isSecret: false,
    name: joinText(wordPieces)
  }));
}

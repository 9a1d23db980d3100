// Writes CSV cells and lines as RFC 4180 says, with LF as the line end.
// No cell is one that a spreadsheet would run as a formula.
import { decimal, toText, type DecimalText } from '../../../shared/domain/decimal';

/** A finished cell: only the functions of this file make one, so that no text of others gets into a line as it came. */
export type Cell = string & { readonly __cell: true };

/**
 * What a spreadsheet takes for a formula: at the start of a cell, and after what some of them cut lines at instead of the
 * comma, quoted or not. The wide signs are run by those of East Asia.
 */
const FORMULA_START = /([;,|\t\r\n]|^)(?=\s*[=+\-@＝＋－＠])/g;
const LEADING_BREAK = /^[\t\r\n]/;

/** Text that may come from strangers, such as a token's symbol: an apostrophe makes a formula harmless. */
export function textCell(text: string): Cell {
  const harmless = text.replace(FORMULA_START, "$1'").replace(LEADING_BREAK, "'$&");
  const isPlain = !/[",;|\t\r\n]/.test(harmless) && harmless === harmless.trim();
  return (isPlain ? harmless : `"${harmless.replaceAll('"', '""')}"`) as Cell;
}

/** An exact number, below zero too; empty for null. Throws RangeError for what is none. */
export function numberCell(exact: DecimalText | null | undefined): Cell {
  return (exact === null || exact === undefined ? '' : toText(decimal(exact))) as Cell;
}

/** UTC, as `2026-11-22T09:00:00.000Z`; empty for null. */
export function timeCell(at: number | null): Cell {
  return (at === null ? '' : isoTime(at)) as Cell;
}

export function flagCell(flag: boolean): Cell {
  return String(flag) as Cell;
}

export function csv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [header.map(textCell), ...rows].map(cells => cells.join(',')).join('\n');
}

export function isoTime(at: number): string {
  return new Date(at).toISOString();
}

/** Names as headers, each one once: a second "Cold wallet" becomes "Cold wallet (2)". */
export function distinctHeaders(reserved: readonly string[], names: readonly string[]): string[] {
  const used = new Set(reserved);
  return names.map(name => {
    let header = name;
    for (let suffix = 2; used.has(header); suffix++) header = `${name} (${suffix})`;
    used.add(header);
    return header;
  });
}

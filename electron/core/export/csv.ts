// Writes CSV cells and lines as RFC 4180 says, with LF as the line end.
// No cell contains what a spreadsheet would run as a formula.
import { decimal, toText, type DecimalText } from '../../../shared/domain/decimal';

/** A finished cell: only the functions of this file make one, so that no foreign text gets into a line unchanged. */
export type CsvCell = string & { readonly __cell: true };

/**
 * What a spreadsheet reads as a formula: at the start of a cell, and after characters that some spreadsheets use as a
 * separator instead of the comma, quoted or not. East Asian spreadsheets also run the full-width signs.
 */
const FORMULA_START = /([;,|\t\r\n]|^)(?=\s*[=+\-@＝＋－＠])/g;
const LEADING_BREAK = /^[\t\r\n]/;

/** A cell of text that may come from strangers, such as a token's symbol: an apostrophe makes a formula harmless. */
export function textCell(text: string): CsvCell {
  const harmless = text.replace(FORMULA_START, "$1'").replace(LEADING_BREAK, "'$&");
  const isPlain = !/[",;|\t\r\n]/.test(harmless) && harmless === harmless.trim();
  return (isPlain ? harmless : `"${harmless.replaceAll('"', '""')}"`) as CsvCell;
}

/** How a table is written. Spreadsheets of many countries want semicolons and decimal commas. */
export interface CsvStyle {
  readonly separator: ',' | ';' | '\t';
  /** Not together with a comma as the separator. */
  readonly hasDecimalComma: boolean;
}

export const PLAIN_CSV: CsvStyle = { separator: ',', hasDecimalComma: false };

/** A cell of an exact number, also below zero; empty for null. Throws RangeError for text that is not a number. */
export function numberCell(
  exact: DecimalText | null | undefined,
  { hasDecimalComma }: CsvStyle = PLAIN_CSV
): CsvCell {
  if (exact === null || exact === undefined) return '' as CsvCell;
  const text = toText(decimal(exact));
  return (hasDecimalComma ? text.replace('.', ',') : text) as CsvCell;
}

/** A cell of a time in UTC, such as `2026-11-22T09:00:00.000Z`; empty for null. */
export function timeCell(at: number | null): CsvCell {
  return (at === null ? '' : isoTime(at)) as CsvCell;
}

export function flagCell(flag: boolean): CsvCell {
  return String(flag) as CsvCell;
}

export function csv(
  header: readonly string[],
  rows: readonly (readonly CsvCell[])[],
  { separator }: CsvStyle = PLAIN_CSV
): string {
  return [header.map(textCell), ...rows].map(cells => cells.join(separator)).join('\n');
}

export function isoTime(at: number): string {
  return new Date(at).toISOString();
}

/** Makes headers of the names, each different: a second "Cold wallet" becomes "Cold wallet (2)". */
export function distinctHeaders(reserved: readonly string[], names: readonly string[]): string[] {
  const used = new Set(reserved);
  return names.map(name => {
    let header = name;
    for (let suffix = 2; used.has(header); suffix++) header = `${name} (${suffix})`;
    used.add(header);
    return header;
  });
}

// Reads lists that portfolio programs export: lines of cells under a header that names them.

/** Places of the wanted cells, and what separates cells. */
export interface Columns {
  readonly separator: ',' | ';' | '\t';
  readonly address: number;
  /** -1: the list has no names. */
  readonly name: number;
}

const ADDRESS_TITLE =
  /^(wallet |public |account |deposit |receiving )?address(es)?$|^public[ _]?key$|^account$|^(钱包)?地址$/i;
const NAME_TITLE =
  /^(wallet |account |address |display )?(name|label|nickname|alias|tag)$|^title$|^wallet$|^(钱包)?(名称|标签|备注)$/i;

/** Null: the line is no header of such a list. A header has two cells at least, so that a heading of one word is none. */
export function columnsOf(line: string): Columns | null {
  for (const separator of [',', ';', '\t'] as const) {
    const titles = cellsOf(line, separator).map(title => title.replace(/^\ufeff/, '').trim());
    const address = titles.findIndex(title => ADDRESS_TITLE.test(title));
    if (titles.length < 2 || address < 0) continue;
    return { separator, address, name: titles.findIndex(title => NAME_TITLE.test(title)) };
  }
  return null;
}

/** Cells of a row; "" where the row is shorter than its header. */
export function wantedCells(columns: Columns, line: string): { address: string; name: string } {
  const cells = cellsOf(line, columns.separator);
  return { address: cells[columns.address] ?? '', name: cells[columns.name] ?? '' };
}

/** Quotes as in RFC 4180: a separator in them is text, two of them are one. */
function cellsOf(line: string, separator: Columns['separator']): string[] {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const character = line[at] ?? '';
    if (character === '"' && isQuoted && line[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (character === '"' && (isQuoted || cell.trim() === '')) isQuoted = !isQuoted;
    else if (character === separator && !isQuoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += character;
  }
  return [...cells, cell.trim()];
}

// Rows as text for a spreadsheet: tabs between cells, exact numbers, amounts masked while balances are hidden.
import type { DecimalText } from '../../shared/domain/decimal';
import { MASK } from '../../shared/text/money';
import { MOST_COPIED } from '../../shared/ipc/channels';
import type { AppState, HoldingRow } from '../../shared/schema/app-state';
import { chainNames, walletNames } from '../portfolio/names';
import { FILTERS } from '../text/holdings';
import { TABLE } from '../text/overview';

const TAB = '\t';

function amount(exact: DecimalText | null, isHidden: boolean): string {
  return exact === null ? '' : isHidden ? MASK : exact;
}

/** Names come from strangers: no tab or line break of theirs makes a cell, and none is taken for a formula. */
function named(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/^\s*(?=[=+\-@＝＋－＠])/, "'");
}

/** Symbol, amount, price, value. Unknown numbers, and the value of what is not counted, are empty. */
export function copiedRow(row: HoldingRow, isHidden: boolean): string {
  const value = row.standing === 'counted' ? row.value : null;
  return [named(row.symbol), amount(row.balance, isHidden), row.price ?? '', amount(value, isHidden)].join(
    TAB
  );
}

export interface CopiedTable {
  readonly text: string;
  readonly rows: number;
}

/** All these rows under a line of names, with chain, wallet and contract; as many as one copy takes. */
export function copiedTable(app: AppState, rows: readonly HoldingRow[]): CopiedTable {
  const chains = chainNames(app);
  const wallets = walletNames(app);
  const head = [TABLE.token, TABLE.amount, TABLE.price, TABLE.value, FILTERS.chain, FILTERS.wallet];
  const lines = [[...head, FILTERS.contract].join(TAB)];
  let length = (lines[0] ?? '').length;
  for (const row of rows) {
    const place = [chains.get(row.chainIndex), wallets.get(row.walletId), row.tokenAddress];
    const cells = [copiedRow(row, app.choices.isHidden), ...place.map(text => named(text ?? ''))];
    const line = cells.join(TAB);
    length += line.length + 1;
    if (length > MOST_COPIED) break;
    lines.push(line);
  }
  return { text: lines.join('\n'), rows: lines.length - 1 };
}

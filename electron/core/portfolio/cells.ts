// What counts of each wallet on each chain, added up in one pass: chains, wallets and the total are sums of these.
import { add, ZERO, type Decimal } from '../../../shared/domain/decimal';
import type { HoldingRow } from '../../../shared/schema/app-state';
import { worthOf } from '../snapshots/holding-values';

export interface Cell {
  readonly walletId: string;
  readonly chainIndex: string;
  /** Exact USD of what counts. */
  readonly value: Decimal;
  /** Whether anything counts at all. */
  readonly isCounted: boolean;
  /** Rows, counted or not. */
  readonly rows: number;
}

type Open = { -readonly [Name in keyof Cell]: Cell[Name] };

const known = new WeakMap<readonly HoldingRow[], readonly Cell[]>();

/** In the order of their first rows. `values`: what each row adds to the total, null for nothing, where that is known. */
export function cellsOf(
  rows: readonly HoldingRow[],
  values: readonly (Decimal | null)[] = known.has(rows) ? [] : rows.map(valueOf)
): readonly Cell[] {
  const found = known.get(rows);
  if (found) return found;
  const wallets = new Map<string, Map<string, Open>>();
  const cells: Open[] = [];
  for (const [place, { walletId, chainIndex }] of rows.entries()) {
    let chains = wallets.get(walletId);
    if (!chains) wallets.set(walletId, (chains = new Map<string, Open>()));
    let cell = chains.get(chainIndex);
    if (!cell) {
      cell = { walletId, chainIndex, value: ZERO, isCounted: false, rows: 0 };
      chains.set(chainIndex, cell);
      cells.push(cell);
    }
    cell.rows++;
    const value = values[place];
    if (!value) continue;
    cell.value = add(cell.value, value);
    cell.isCounted = true;
  }
  known.set(rows, cells);
  return cells;
}

function valueOf(row: HoldingRow): Decimal | null {
  return row.standing === 'counted' ? worthOf(row).value : null;
}

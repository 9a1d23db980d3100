// Portfolio: computes rows, sums and shares per chain and wallet from the snapshots.
// Rows always add up to their group, and the groups to the total.
import {
  compareDecimals,
  decimal,
  percentOf,
  sum,
  toText,
  add,
  ZERO,
  type DecimalText,
  type Decimal
} from '../../../shared/domain/decimal';
import type { ChainRow, Portfolio, WalletRow, HoldingRow } from '../../../shared/schema/app-state';
import type { WalletSnapshot } from '../../../shared/schema/snapshot';
import type { Wallet } from '../../../shared/schema/wallet';
import type { HistoryPoint } from '../ports/history-point';
import { isExpected, partOf } from '../snapshots/chain-parts';
import { isStalePart } from '../snapshots/staleness';
import { withDefi } from '../snapshots/defi';
import { holdingValueOf } from '../snapshots/holding-values';
import { fitSnapshot } from '../snapshots/update-snapshot';
import type { CountingRule } from './counting-rule';
import { changePercent, emptyRowMemory, walletRowsOf, type RowMemory, type WalletRows } from './holding-rows';
import { shareWeights } from './largest-holdings';

export interface PortfolioInput {
  readonly wallets: readonly Wallet[];
  readonly snapshots: readonly WalletSnapshot[];
  readonly rule: CountingRule;
  readonly staleAfterMs: number;
  /** The point that the changes are computed against; null on the first day. */
  readonly baseline: HistoryPoint | null;
  /** The rows of the last call for the same profile; absent: every row is made anew. */
  readonly memory?: RowMemory;
}

/** Every wallet of the settings is included, answered or not; snapshots of other wallets are left out. */
export function portfolioOf(given: PortfolioInput, now: number): Portfolio {
  const input = { ...given, snapshots: fitSnapshots(given) };
  const rowsByWallet = walletRowsOf({ ...input, memory: given.memory ?? emptyRowMemory() }, now);
  const { rows: holdings, values, notCounted } = joinRows(rowsByWallet);
  const cells = cellsOf(holdings, values);
  const total = valueOf(cells);
  const parts = input.snapshots.flatMap(snapshot => snapshot.parts).filter(isExpected);
  const stale = parts.filter(part => isStalePart(part, now, input.staleAfterMs));
  const taken = parts.map(part => part.answeredAt).filter(at => at !== null);
  return {
    total,
    takenAt: taken.length === 0 ? null : Math.min(...taken),
    isStale: stale.length > 0,
    partsAnswered: parts.length - stale.length,
    partsExpected: parts.length,
    chains: chainRows(cells, total, input, now),
    wallets: walletRows(cells, total, input, now),
    holdings,
    notCounted,
    change: null
  };
}

function fitSnapshots({ wallets, snapshots, rule }: PortfolioInput): WalletSnapshot[] {
  return wallets.map(wallet => {
    const last = snapshots.find(({ walletId }) => walletId === wallet.id);
    return withDefi(fitSnapshot(last, wallet), wallet, rule.countDefi);
  });
}

/** The exact sum of the cells. */
function valueOf(cells: readonly Cell[]): DecimalText {
  return toText(sum(cells.map(({ value }) => value)));
}

/** The rows of all wallets as one table. */
function joinRows(rowsByWallet: readonly WalletRows[]) {
  const [first, ...others] = rowsByWallet;
  const count = (why: keyof WalletRows['notCounted']) =>
    rowsByWallet.reduce((all, { notCounted }) => all + notCounted[why], 0);
  const notCounted: Portfolio['notCounted'] = {
    risky: count('risky'),
    unpriced: count('unpriced'),
    unverified: count('unverified'),
    keptOut: count('kept-out'),
    testnet: count('testnet')
  };
  // With one wallet only, its sums are reused: they are known already.
  if (!first || others.length > 0)
    return {
      rows: rowsByWallet.flatMap(({ rows }) => rows),
      values: rowsByWallet.flatMap(({ values }) => values),
      notCounted
    };
  shareWeights(first.rows, first.weights);
  return { rows: first.rows, values: first.values, notCounted };
}

function chainRows(
  cells: readonly Cell[],
  total: DecimalText,
  input: PortfolioInput,
  now: number
): ChainRow[] {
  const groups = new Map<string, Cell[]>();
  for (const cell of cells) groups.set(cell.chainIndex, [...(groups.get(cell.chainIndex) ?? []), cell]);
  const rows = [...groups].map(([chainIndex, group]): ChainRow => {
    const value = valueOf(group);
    const parts = input.snapshots
      .filter(snapshot => group.some(({ walletId }) => walletId === snapshot.walletId))
      .map(snapshot => partOf(snapshot.parts, chainIndex))
      .filter(part => part !== undefined);
    return {
      chainIndex,
      ...input.rule.chains(chainIndex),
      value,
      share: percentOf(decimal(value), decimal(total), 2),
      changePercent: changePercent(
        input.baseline ? chainValueAt(input.baseline, chainIndex) : undefined,
        value
      ),
      holdings: group.reduce((all, cell) => all + cell.rows, 0),
      isStale: parts.some(part => isStalePart(part, now, input.staleAfterMs)),
      takenAt: oldest(parts.map(part => part.answeredAt))
    };
  });
  return rows.sort(
    (a, b) => compareDecimals(decimal(b.value), decimal(a.value)) || (a.name < b.name ? -1 : 1)
  );
}

function walletRows(
  cells: readonly Cell[],
  total: DecimalText,
  input: PortfolioInput,
  now: number
): WalletRow[] {
  return input.wallets.map(wallet => {
    const snapshot = input.snapshots.find(({ walletId }) => walletId === wallet.id);
    const value = valueOf(cells.filter(({ walletId }) => walletId === wallet.id));
    const parts = (snapshot?.parts ?? []).filter(isExpected);
    return {
      wallet,
      value,
      share: percentOf(decimal(value), decimal(total), 2),
      isStale: parts.some(part => isStalePart(part, now, input.staleAfterMs)),
      takenAt: oldest(parts.map(part => part.answeredAt)),
      failure: snapshot?.failure ?? null
    };
  });
}

function oldest(moments: readonly (number | null)[]): number | null {
  const known = moments.filter(at => at !== null);
  return known.length === 0 ? null : Math.min(...known);
}

/** The value of a chain in all wallets together; undefined when no wallet had it. */
export function chainValueAt(point: HistoryPoint, chainIndex: string): DecimalText | undefined {
  const values = Object.values(point.wallets).flatMap(({ chains }) => chains[chainIndex] ?? []);
  return values.length === 0 ? undefined : toText(sum(values.map(decimal)));
}

export interface Cell {
  readonly walletId: string;
  readonly chainIndex: string;
  /** Exact USD of the rows that count. */
  readonly value: Decimal;
  /** Whether anything counts at all. */
  readonly isCounted: boolean;
  /** The number of rows, counted or not. */
  readonly rows: number;
}

type MutableCell = { -readonly [Name in keyof Cell]: Cell[Name] };

const known = new WeakMap<readonly HoldingRow[], readonly Cell[]>();

/** The cells, in the order of their first rows. `values`: what each row adds to the total, if known; null: nothing. */
export function cellsOf(
  rows: readonly HoldingRow[],
  values: readonly (Decimal | null)[] = known.has(rows) ? [] : rows.map(countedValueOf)
): readonly Cell[] {
  const found = known.get(rows);
  if (found) return found;
  const wallets = new Map<string, Map<string, MutableCell>>();
  const cells: MutableCell[] = [];
  for (const [index, { walletId, chainIndex }] of rows.entries()) {
    let chains = wallets.get(walletId);
    if (!chains) wallets.set(walletId, (chains = new Map<string, MutableCell>()));
    let cell = chains.get(chainIndex);
    if (!cell) {
      cell = { walletId, chainIndex, value: ZERO, isCounted: false, rows: 0 };
      chains.set(chainIndex, cell);
      cells.push(cell);
    }
    cell.rows++;
    const value = values[index];
    if (!value) continue;
    cell.value = add(cell.value, value);
    cell.isCounted = true;
  }
  known.set(rows, cells);
  return cells;
}

function countedValueOf(row: HoldingRow): Decimal | null {
  return row.countingStatus === 'counted' ? holdingValueOf(row).value : null;
}

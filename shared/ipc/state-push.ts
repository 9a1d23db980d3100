// Makes and applies state pushes: of the holdings, a push holds only the rows that changed.
// A push costs the main process one comparison for each row: an unchanged row is the same object.
import type { AppState, HoldingRow } from '../schema/app-state';

/** A row that is new or differs, or `count` rows of the base in their order, from the index `from` on. */
export type RowPatch = HoldingRow | readonly [from: number, count: number];

type Portfolio = AppState['portfolio'];

export interface StatePush {
  /** The revision of the state after this push. */
  readonly revision: number;
  /** The revision from which unchanged rows are copied; null: this push contains all holdings. */
  readonly baseRevision: number | null;
  readonly rest: Omit<AppState, 'portfolio'> & { readonly portfolio: Omit<Portfolio, 'holdings'> };
  readonly holdings: readonly RowPatch[];
}

/** `before`: the state of the window, one revision older; null: none. The cost in main is one comparison per row. */
export function pushOf(before: AppState | null, state: AppState, revision: number): StatePush {
  const { portfolio, ...others } = state;
  const { holdings, ...totals } = portfolio;
  return {
    revision,
    baseRevision: before ? revision - 1 : null,
    rest: { ...others, portfolio: totals },
    holdings: before ? rowPatchesOf(before.portfolio.holdings, holdings) : holdings
  };
}

/** The state after a push. Rows that did not change stay the same objects, and so does the list when none did. */
export function pushedState(before: readonly HoldingRow[], { rest, holdings }: StatePush): AppState {
  return { ...rest, portfolio: { ...rest.portfolio, holdings: rowsOf(before, holdings) } };
}

function rowsOf(before: readonly HoldingRow[], patches: readonly RowPatch[]): HoldingRow[] {
  const [first] = patches;
  const isSame = patches.length === 1 && isReused(first) && first[0] === 0 && first[1] === before.length;
  if (isSame) return before as HoldingRow[];
  const rows: HoldingRow[] = [];
  for (const patch of patches) {
    if (!isReused(patch)) rows.push(patch);
    else for (let i = patch[0]; i < patch[0] + patch[1]; i++) rows.push(before[i] as HoldingRow);
  }
  return rows;
}

function isReused(patch: RowPatch | undefined): patch is readonly [number, number] {
  return Array.isArray(patch);
}

function rowPatchesOf(before: readonly HoldingRow[], rows: readonly HoldingRow[]): RowPatch[] {
  const patches: (HoldingRow | [number, number])[] = [];
  const indexOfRow = createRowFinder(before);
  let next = 0;
  for (const row of rows) {
    const index = before[next]?.id === row.id ? next : indexOfRow(row.id);
    const old = index === undefined ? undefined : before[index];
    if (index !== undefined) next = index + 1;
    if (index === undefined || !old || !isSameRow(old, row)) {
      patches.push(row);
      continue;
    }
    const last = patches.at(-1);
    if (Array.isArray(last) && last[0] + last[1] === index) last[1]++;
    else patches.push([index, 1]);
  }
  return patches;
}

/** Finds the index of a row by id; the map is made only when rows were added, removed or moved. */
function createRowFinder(rows: readonly HoldingRow[]): (id: string) => number | undefined {
  let indexById: Map<string, number> | null = null;
  return id => {
    indexById ??= new Map(rows.map((row, index) => [row.id, index]));
    return indexById.get(id);
  };
}

function isSameRow(a: HoldingRow, b: HoldingRow): boolean {
  if (a === b) return true;
  const names = Object.keys(b) as (keyof HoldingRow)[];
  if (names.length !== Object.keys(a).length) return false;
  return names.every(
    name =>
      a[name] === b[name] || (name === 'waiting' && JSON.stringify(a.waiting) === JSON.stringify(b.waiting))
  );
}

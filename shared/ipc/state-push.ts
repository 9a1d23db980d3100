// What a push to the window holds: the state without its holdings, and of those only what differs from the push before.
import type { AppState, HoldingRow } from '../schema/app-state';

/** A row that is new or differs; or so many rows of the base in their order, from that place on. */
export type Stretch = HoldingRow | readonly [from: number, count: number];

type Portfolio = AppState['portfolio'];

export interface Push {
  /** Of the state that this push makes. */
  readonly revision: number;
  /** The revision whose holdings the stretches are taken from; null: all holdings are here. */
  readonly base: number | null;
  readonly rest: Omit<AppState, 'portfolio'> & { readonly portfolio: Omit<Portfolio, 'holdings'> };
  readonly holdings: readonly Stretch[];
}

/** `before`: what the window has, at the revision before this one; null: nothing. Costs the main process one look at each row. */
export function pushOf(before: AppState | null, state: AppState, revision: number): Push {
  const { portfolio, ...others } = state;
  const { holdings, ...sums } = portfolio;
  return {
    revision,
    base: before ? revision - 1 : null,
    rest: { ...others, portfolio: sums },
    holdings: before ? stretchesOf(before.portfolio.holdings, holdings) : holdings
  };
}

/** The state after a push. Rows that did not change stay the same objects, and so does the list when none did. */
export function pushedState(before: readonly HoldingRow[], { rest, holdings }: Push): AppState {
  return { ...rest, portfolio: { ...rest.portfolio, holdings: rowsOf(before, holdings) } };
}

function rowsOf(before: readonly HoldingRow[], stretches: readonly Stretch[]): HoldingRow[] {
  const [first] = stretches;
  const isSame = stretches.length === 1 && isOld(first) && first[0] === 0 && first[1] === before.length;
  if (isSame) return before as HoldingRow[];
  const rows: HoldingRow[] = [];
  for (const stretch of stretches) {
    if (!isOld(stretch)) rows.push(stretch);
    else for (let i = stretch[0]; i < stretch[0] + stretch[1]; i++) rows.push(before[i] as HoldingRow);
  }
  return rows;
}

function isOld(stretch: Stretch | undefined): stretch is readonly [number, number] {
  return Array.isArray(stretch);
}

function stretchesOf(before: readonly HoldingRow[], rows: readonly HoldingRow[]): Stretch[] {
  const stretches: (HoldingRow | [number, number])[] = [];
  const placeOf = finder(before);
  let next = 0;
  for (const row of rows) {
    const place = before[next]?.id === row.id ? next : placeOf(row.id);
    const old = place === undefined ? undefined : before[place];
    if (place !== undefined) next = place + 1;
    if (place === undefined || !old || !isSameRow(old, row)) {
      stretches.push(row);
      continue;
    }
    const last = stretches.at(-1);
    if (Array.isArray(last) && last[0] + last[1] === place) last[1]++;
    else stretches.push([place, 1]);
  }
  return stretches;
}

/** Places by id, looked up only when rows came, went or moved. */
function finder(rows: readonly HoldingRow[]): (id: string) => number | undefined {
  let places: Map<string, number> | null = null;
  return id => {
    places ??= new Map(rows.map((row, place) => [row.id, place]));
    return places.get(id);
  };
}

function isSameRow(a: HoldingRow, b: HoldingRow): boolean {
  const names = Object.keys(b) as (keyof HoldingRow)[];
  if (names.length !== Object.keys(a).length) return false;
  return names.every(
    name => a[name] === b[name] || (name === 'doubt' && JSON.stringify(a.doubt) === JSON.stringify(b.doubt))
  );
}

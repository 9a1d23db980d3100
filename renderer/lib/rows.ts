// From the state and what the person looks at to the rows of the table: pure, exact, and every sum adds up.
import { compareDecimals, decimal, sum, toText, type Decimal, type DecimalText } from '../../shared/decimal';
import type { AppState, HoldingRow } from '../../shared/state';
import { groupBy } from './group';
import { chainNames, visibleHoldings, walletNames, type Grouping, type Looking } from './looking';
import { hasMark } from './marks';
import { sorted, type Read } from './sort';

interface Placed {
  readonly id: string;
  readonly heightPx: number;
}
export interface GroupItem extends Placed {
  readonly kind: 'group';
  readonly label: string;
  /** chainIndex, walletId or symbol. */
  readonly key: string;
  readonly sum: DecimalText;
}
export interface HoldingItem extends Placed {
  readonly kind: 'holding';
  readonly row: HoldingRow;
  readonly hasMark: boolean;
}
export interface SmallItem extends Placed {
  readonly kind: 'small';
  readonly group: string;
  readonly count: number;
  readonly sum: DecimalText;
  readonly isOpen: boolean;
}
export type Item = GroupItem | HoldingItem | SmallItem;

const ROW_PX = 36;
const MARKED_ROW_PX = 64;
const SMALL_PX = 28;
const ONE_DOLLAR: Decimal = { units: 1n, scale: 0 };

function countedSum(reads: readonly Read[]): Decimal {
  return sum(reads.flatMap(({ row, value }) => (row.standing === 'counted' && value ? [value] : [])));
}

function isSmall({ row, value }: Read): boolean {
  return row.standing === 'counted' && value !== null && compareDecimals(value, ONE_DOLLAR) < 0;
}

function holdingItem({ row }: Read): HoldingItem {
  const marked = hasMark(row);
  return {
    kind: 'holding',
    id: row.id,
    row,
    hasMark: marked,
    heightPx: marked ? MARKED_ROW_PX : ROW_PX
  };
}

/** Small rows stand where their values belong: after the other counted ones, before what is not counted. */
function itemsOf(group: string, reads: Read[], looking: Looking, hidesSmall: boolean): Item[] {
  const rows = sorted(reads, looking);
  const small = hidesSmall ? rows.filter(isSmall) : [];
  if (small.length === 0) return rows.map(holdingItem);
  const isOpen = looking.opened.has(group);
  const fold: SmallItem = {
    kind: 'small',
    id: `small/${group}`,
    group,
    count: small.length,
    sum: toText(countedSum(small)),
    isOpen,
    heightPx: SMALL_PX
  };
  const [counted, others] = [true, false].map(isCounted =>
    rows.filter(read => !isSmall(read) && (read.row.standing === 'counted') === isCounted).map(holdingItem)
  ) as [Item[], Item[]];
  return [...counted, fold, ...(isOpen ? small.map(holdingItem) : []), ...others];
}

function groupKey(row: HoldingRow, by: Grouping): string {
  return by === 'chain' ? row.chainIndex : by === 'wallet' ? row.walletId : by === 'token' ? row.symbol : '';
}

/** The rows of the table, top to bottom. Group sums are exact sums of their counted rows, small ones included. */
export function listItems(app: AppState, looking: Looking): Item[] {
  const reads: Read[] = visibleHoldings(app, looking).map(row => ({
    row,
    value: row.value === null ? null : decimal(row.value)
  }));
  const hidesSmall = app.choices.hideSmall && looking.search.trim() === '' && looking.only === null;
  if (looking.groupBy === 'nothing') return itemsOf('', reads, looking, hidesSmall);
  const names = looking.groupBy === 'chain' ? chainNames(app) : walletNames(app);
  return [...groupBy(reads, ({ row }) => groupKey(row, looking.groupBy))]
    .map(([key, members]) => ({ key, members, total: countedSum(members) }))
    .sort((a, b) => compareDecimals(b.total, a.total) || a.key.localeCompare(b.key))
    .flatMap(({ key, members, total }) => {
      const label = looking.groupBy === 'token' ? key : (names.get(key) ?? key);
      const header: GroupItem = {
        kind: 'group',
        id: `group/${key}`,
        key,
        label,
        sum: toText(total),
        heightPx: ROW_PX
      };
      return [header, ...itemsOf(key, members, looking, hidesSmall)];
    });
}

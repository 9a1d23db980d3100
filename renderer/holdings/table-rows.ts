// From the holdings and what the person looks at to the rows of the table: pure, exact, and every sum adds up.
import { sum, toText, type DecimalText } from '../../shared/domain/decimal';
import type { AppState, HoldingRow } from '../../shared/schema/app-state';
import { groupBy } from '../ui/list/group-by';
import { visibleHoldings } from './filter/filters';
import { chainNames, walletNames } from '../portfolio/names';
import type { Grouping, Looking } from '../state/holding-filters';
import { readOf, ROW_PX, type Read } from '../portfolio/holding-item';
import { compareNames, compareNumbers, numbered, sorted } from './sort';

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
export interface SmallItem extends Placed {
  readonly kind: 'small';
  readonly group: string;
  readonly count: number;
  readonly sum: DecimalText;
  readonly isOpen: boolean;
}
export type Item = GroupItem | Read | SmallItem;

const SMALL_PX = 28;

function countedSum(reads: readonly Read[]): DecimalText {
  const [first] = reads;
  // A group of one: ten thousand tokens are mostly that, and their sums would cost more than all else.
  if (first && reads.length === 1)
    return first.row.countingStatus === 'counted' ? (first.row.value ?? '0') : '0';
  return toText(
    sum(reads.flatMap(({ row, value }) => (row.countingStatus === 'counted' && value ? value : [])))
  );
}

/** Small rows stand where their values belong: after the other counted ones, before what is not counted. */
function itemsOf(group: string, reads: readonly Read[], looking: Looking, hidesSmall: boolean): Item[] {
  const rows = sorted(reads, looking);
  const small = hidesSmall ? rows.filter(read => read.isSmall) : [];
  if (small.length === 0) return rows;
  const isOpen = looking.opened.has(group);
  const fold: SmallItem = {
    kind: 'small',
    id: `small/${group}`,
    group,
    count: small.length,
    sum: countedSum(small),
    isOpen,
    heightPx: SMALL_PX
  };
  const large = rows.filter(read => !read.isSmall);
  const counted = large.filter(({ row }) => row.countingStatus === 'counted');
  const others = large.filter(({ row }) => row.countingStatus !== 'counted');
  return [...counted, fold, ...(isOpen ? small : []), ...others];
}

function groupKey(row: HoldingRow, by: Grouping): string {
  return by === 'chain' ? row.chainIndex : by === 'wallet' ? row.walletId : by === 'token' ? row.symbol : '';
}

/** Of these rows, what is small is folded, unless it was looked for. */
function foldsSmall({ search, only }: Looking, hideSmall: boolean): boolean {
  return hideSmall && search.trim() === '' && only === null;
}

/** The rows of the table, top to bottom. Group sums are exact sums of their counted rows, small ones included. */
export function listItems(portfolio: AppState['portfolio'], hideSmall: boolean, looking: Looking): Item[] {
  const reads = visibleHoldings({ portfolio }, looking).map(readOf);
  const hidesSmall = foldsSmall(looking, hideSmall);
  if (looking.groupBy === 'nothing') return itemsOf('', reads, looking, hidesSmall);
  const names = looking.groupBy === 'chain' ? chainNames({ portfolio }) : walletNames({ portfolio });
  return [...groupBy(reads, ({ row }) => groupKey(row, looking.groupBy))]
    .map(([key, members]) => ({ key, members, ...numbered(countedSum(members)) }))
    .sort((a, b) => compareNumbers(b, a) || compareNames(a.key, b.key))
    .flatMap(({ key, members, text }) => {
      const label = looking.groupBy === 'token' ? key : (names.get(key) ?? key);
      const id = `group/${key}`;
      const header: GroupItem = { kind: 'group', id, key, label, sum: text, heightPx: ROW_PX };
      return [header, ...itemsOf(key, members, looking, hidesSmall)];
    });
}

/** The holdings among these rows, in their order; those in a closed fold are not. */
export function listedHoldings(all: readonly Item[]): HoldingRow[] {
  return all.flatMap(item => (item.kind === 'holding' ? item.row : []));
}

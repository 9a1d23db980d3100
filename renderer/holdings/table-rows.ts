// Makes the rows of the holdings table: filtered, grouped and sorted, with exact sums.
import { decimal, negate, sum, toText, type DecimalText } from '../../shared/domain/decimal';
import type { AppState, HoldingRow } from '../../shared/schema/app-state';
import { groupBy } from '../ui/list/group-by';
import { visibleHoldings } from './filter/filters';
import { chainNames, walletNames } from '../portfolio/names';
import type { Grouping, HoldingFilters } from '../state/holding-filters';
import { holdingItemOf, ROW_PX, type HoldingItem } from '../portfolio/holding-item';
import { compareNames, compareNumbers, sortNumberOf, sortHoldings } from './sort';

interface SizedRow {
  readonly id: string;
  readonly heightPx: number;
}
export interface GroupItem extends SizedRow {
  readonly kind: 'group';
  readonly label: string;
  /** Key of the group: chainIndex, walletId or symbol. */
  readonly key: string;
  readonly sum: DecimalText;
  /** What of the sum the total has: of a wallet, without what counts in another one. */
  readonly countedSum: DecimalText;
}
/** What the sums of the wallets above have too much. */
export interface OnceItem extends SizedRow {
  readonly kind: 'once';
  readonly sum: DecimalText;
}
export interface SmallItem extends SizedRow {
  readonly kind: 'small';
  readonly group: string;
  readonly count: number;
  readonly sum: DecimalText;
  readonly isOpen: boolean;
}
export type TableItem = GroupItem | HoldingItem | OnceItem | SmallItem;

const SMALL_PX = 28;

type Adds = (row: HoldingRow) => boolean;

/** A wallet has all of its own; anything else has each unit once. */
const addsToWallet: Adds = row => row.countingStatus === 'counted';
const addsToTotal: Adds = row => row.countingStatus === 'counted' && row.alsoIn === undefined;

function addsOf({ groupBy: by, wallet }: HoldingFilters): Adds {
  return by === 'wallet' || wallet !== null ? addsToWallet : addsToTotal;
}

function countedSum(holdingItems: readonly HoldingItem[], adds: Adds): DecimalText {
  const [first] = holdingItems;
  // A group of one needs no sum: most of ten thousand tokens are such groups, and their sums would cost the most time.
  if (first && holdingItems.length === 1) return adds(first.row) ? (first.row.value ?? '0') : '0';
  return toText(sum(holdingItems.flatMap(({ row, value }) => (value && adds(row) ? value : []))));
}

/** None while one wallet is shown, and where no two wallets watch the same. */
function onceItems(
  holdingItems: readonly HoldingItem[],
  { groupBy: by, wallet }: HoldingFilters
): OnceItem[] {
  if (by !== 'wallet' || wallet !== null) return [];
  const repeated = holdingItems.filter(({ row }) => row.alsoIn !== undefined && addsToWallet(row));
  if (repeated.length === 0) return [];
  const excess = negate(decimal(countedSum(repeated, addsToWallet)));
  return [{ kind: 'once', id: 'once', sum: toText(excess), heightPx: ROW_PX }];
}

/** Small rows come after the other counted rows and before the rows that are not counted. */
function itemsOf(
  group: string,
  holdingItems: readonly HoldingItem[],
  filters: HoldingFilters,
  hidesSmall: boolean
): TableItem[] {
  const rows = sortHoldings(holdingItems, filters);
  const small = hidesSmall ? rows.filter(holdingItem => holdingItem.isSmall) : [];
  if (small.length === 0) return rows;
  const isOpen = filters.opened.has(group);
  const smallItem: SmallItem = {
    kind: 'small',
    id: `small/${group}`,
    group,
    count: small.length,
    sum: countedSum(small, addsOf(filters)),
    isOpen,
    heightPx: SMALL_PX
  };
  const large = rows.filter(holdingItem => !holdingItem.isSmall);
  const counted = large.filter(({ row }) => row.countingStatus === 'counted');
  const others = large.filter(({ row }) => row.countingStatus !== 'counted');
  return [...counted, smallItem, ...(isOpen ? small : []), ...others];
}

function groupKey(row: HoldingRow, by: Grouping): string {
  return by === 'chain' ? row.chainIndex : by === 'wallet' ? row.walletId : by === 'token' ? row.symbol : '';
}

/** True when small rows are folded: not during a search, and not while only one kind of row is listed. */
function foldsSmall({ search, only }: HoldingFilters, hideSmall: boolean): boolean {
  return hideSmall && search.trim() === '' && only === null;
}

/** The rows of the table, top to bottom. Group sums are exact sums of their counted rows, small ones included. */
export function listItems(
  portfolio: AppState['portfolio'],
  hideSmall: boolean,
  filters: HoldingFilters
): TableItem[] {
  const holdingItems = visibleHoldings({ portfolio }, filters).map(holdingItemOf);
  const hidesSmall = foldsSmall(filters, hideSmall);
  if (filters.groupBy === 'nothing') return itemsOf('', holdingItems, filters, hidesSmall);
  const names = filters.groupBy === 'chain' ? chainNames({ portfolio }) : walletNames({ portfolio });
  const adds = addsOf(filters);
  const groups = [...groupBy(holdingItems, ({ row }) => groupKey(row, filters.groupBy))]
    .map(([key, members]) => ({ key, members, ...sortNumberOf(countedSum(members, adds)) }))
    .sort((a, b) => compareNumbers(b, a) || compareNames(a.key, b.key))
    .flatMap(({ key, members, text }) => {
      const label = filters.groupBy === 'token' ? key : (names.get(key) ?? key);
      const id = `group/${key}`;
      const counted = adds === addsToTotal ? text : countedSum(members, addsToTotal);
      const header: GroupItem = {
        ...{ kind: 'group', id, key, label, sum: text, countedSum: counted },
        heightPx: ROW_PX
      };
      return [header, ...itemsOf(key, members, filters, hidesSmall)];
    });
  return [...groups, ...onceItems(holdingItems, filters)];
}

/** The holdings among these rows, in their order, without those in a closed fold. */
export function listedHoldings(all: readonly TableItem[]): HoldingRow[] {
  return all.flatMap(item => (item.kind === 'holding' ? item.row : []));
}

// Makes the rows of the holdings table: filtered, grouped and sorted, with exact sums.
import { decimal, negate, sum, toText, type DecimalText } from '../../shared/domain/decimal';
import type { AppState, HoldingRow } from '../../shared/schema/app-state';
import { groupBy } from '../ui/list/group-by';
import { visibleHoldings } from './filter/filters';
import { isolateName } from '../../shared/names/isolated-name';
import {
  addsInScope,
  addsToTotal,
  addsToWallet,
  groupOf,
  groupsByWallet,
  repeatedRows
} from '../portfolio/groups';
import { chainNames, walletNames } from '../portfolio/names';
import { FILTER_TEXT } from '../text/holdings';
import { assetName, symbolOf } from '../portfolio/asset-names';
import type { HoldingFilters } from '../state/holding-filters';
import { assetFiguresOf, type AssetFigures } from './asset-figures';
import { holdingItemOf, ROW_PX, type HoldingItem } from '../portfolio/holding-item';
import { compareNames, compareNumbers, sortNumberOf, sortHoldings } from './sort';

interface SizedRow {
  readonly id: string;
  readonly heightPx: number;
}
export interface GroupItem extends SizedRow {
  readonly kind: 'group';
  readonly label: string;
  /** Key of the group: chainIndex, walletId, id of a group of wallets ('' for none) or that of an asset. */
  readonly key: string;
  readonly sum: DecimalText;
  /** What of the sum the total has: of a wallet, without what counts in another one. */
  readonly countedSum: DecimalText;
  /** Of a group of wallets: what prices did. */
  readonly changePercent?: string | null | undefined;
  /** Of the group of an asset. */
  readonly figures?: AssetFigures;
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

type Portfolio = AppState['portfolio'];
type Adds = (row: HoldingRow) => boolean;

/** A wallet has all of its own, a group has each unit once in it; anything else has each unit of the scope once. */
function addsOf(portfolio: Portfolio, filters: HoldingFilters): Adds {
  if (filters.groupBy === 'wallet') return addsToWallet;
  if (filters.groupBy !== 'group' || filters.wallet !== null) return addsInScope(portfolio, filters);
  const groups = groupsByWallet(portfolio);
  const repeated = repeatedRows(portfolio.holdings, id => groups.get(id));
  return row => addsToWallet(row) && !repeated.has(row.id);
}

function countedSum(holdingItems: readonly HoldingItem[], adds: Adds): DecimalText {
  const [first] = holdingItems;
  // A group of one needs no sum: most of ten thousand tokens are such groups, and their sums would cost the most time.
  if (first && holdingItems.length === 1) return adds(first.row) ? (first.row.value ?? '0') : '0';
  return toText(sum(holdingItems.flatMap(({ row, value }) => (value && adds(row) ? value : []))));
}

/** What the sums above have more than that of the scope; none where no two wallets watch the same. */
function onceItems(
  portfolio: Portfolio,
  holdingItems: readonly HoldingItem[],
  filters: HoldingFilters
): OnceItem[] {
  if ((filters.groupBy !== 'wallet' && filters.groupBy !== 'group') || filters.wallet !== null) return [];
  const adds = addsOf(portfolio, filters);
  const inScope = addsInScope(portfolio, filters);
  const repeated = holdingItems.filter(({ row }) => adds(row) && !inScope(row));
  if (repeated.length === 0) return [];
  const excess = negate(decimal(countedSum(repeated, adds)));
  return [{ kind: 'once', id: 'once', sum: toText(excess), heightPx: ROW_PX }];
}

function isSmallHolding<Item extends HoldingItem | AssetGroup>(item: Item): item is Item & HoldingItem {
  return 'isSmall' in item && item.isSmall;
}

/** Small rows come after the other counted rows and before the rows that are not counted. */
function itemsOf<Item extends HoldingItem | AssetGroup>(
  group: string,
  items: readonly Item[],
  filters: HoldingFilters,
  adds: Adds,
  hidesSmall: boolean
): (Item | SmallItem)[] {
  const rows = sortHoldings(items, filters);
  const small = hidesSmall ? rows.filter(isSmallHolding) : [];
  if (small.length === 0) return rows;
  const isOpen = filters.opened.has(group);
  const smallItem: SmallItem = {
    kind: 'small',
    id: `small/${group}`,
    group,
    count: small.length,
    sum: countedSum(small, adds),
    isOpen,
    heightPx: SMALL_PX
  };
  const large = rows.filter(item => !isSmallHolding(item));
  const counted = large.filter(({ row }) => row.countingStatus === 'counted');
  const others = large.filter(({ row }) => row.countingStatus !== 'counted');
  return [...counted, smallItem, ...(isOpen ? small : []), ...others];
}

/** True when small rows are folded: not during a search, and not while only one kind of row is listed. */
function foldsSmall({ search, only }: HoldingFilters, hideSmall: boolean): boolean {
  return hideSmall && search.trim() === '' && only === null;
}

/** The rows of the table, top to bottom. Group sums are exact sums of their counted rows, small ones included. */
export function listItems(portfolio: Portfolio, hideSmall: boolean, filters: HoldingFilters): TableItem[] {
  const holdingItems = visibleHoldings({ portfolio }, filters).map(holdingItemOf);
  const hidesSmall = foldsSmall(filters, hideSmall);
  const adds = addsOf(portfolio, filters);
  if (filters.groupBy === 'nothing') return itemsOf('', holdingItems, filters, adds, hidesSmall);
  if (filters.groupBy === 'token') return assetItems(portfolio, holdingItems, filters, adds, hidesSmall);
  const { names, keyOf } = groupingOf(portfolio, filters.groupBy);
  const groups = [...groupBy(holdingItems, ({ row }) => keyOf(row))]
    .map(([key, members]) => ({ key, members, ...sortNumberOf(countedSum(members, adds)) }))
    .sort((a, b) => compareNumbers(b, a) || compareNames(a.key, b.key))
    .flatMap(({ key, members, text }) => {
      const label = names.get(key) ?? key;
      const id = `group/${key}`;
      const counted = adds === addsToTotal ? text : countedSum(members, addsToTotal);
      const header: GroupItem = {
        ...{ kind: 'group', id, key, label, sum: text, countedSum: counted },
        changePercent: groupOf(portfolio, key)?.changePercent,
        heightPx: ROW_PX
      };
      return [header, ...itemsOf(key, members, filters, adds, hidesSmall)];
    });
  return [...groups, ...onceItems(portfolio, holdingItems, filters)];
}

function groupingOf(portfolio: Portfolio, by: 'chain' | 'wallet' | 'group') {
  if (by === 'chain') return { names: chainNames({ portfolio }), keyOf: (row: HoldingRow) => row.chainIndex };
  if (by === 'wallet') return { names: walletNames({ portfolio }), keyOf: (row: HoldingRow) => row.walletId };
  const own = (portfolio.groups ?? []).map(({ group }) => [group.id, isolateName(group.name)] as const);
  const groups = groupsByWallet(portfolio);
  return {
    names: new Map([['', FILTER_TEXT.noGroup], ...own]),
    keyOf: ({ walletId }: HoldingRow) => groups.get(walletId) ?? ''
  };
}

/** The header of an asset, and its rows. */
interface AssetGroup {
  readonly row: AssetFigures;
  readonly key: string;
  readonly countedSum: DecimalText;
  readonly members: readonly HoldingItem[];
}

function assetGroup(key: string, members: readonly HoldingItem[], adds: Adds): AssetGroup {
  const rows = members.map(({ row }) => row);
  const sum = countedSum(members, adds);
  const counted = rows.filter(row => adds(row) && row.value !== null);
  return {
    row: assetFiguresOf(symbolOf(key, rows), counted, sum),
    countedSum: adds === addsToTotal ? sum : countedSum(members, addsToTotal),
    ...{ key, members }
  };
}

/** A group for each asset of several rows, among the rows that are one of their kind, all in one order. */
function assetItems(
  portfolio: Portfolio,
  holdingItems: readonly HoldingItem[],
  filters: HoldingFilters,
  adds: Adds,
  hidesSmall: boolean
): TableItem[] {
  const chains = chainNames({ portfolio });
  const [groups, singles]: [AssetGroup[], HoldingItem[]] = [[], []];
  for (const [key, members] of groupBy(holdingItems, ({ assetKey }) => assetKey)) {
    const [only] = members;
    if (only && members.length === 1) singles.push(only);
    else groups.push(assetGroup(key, members, adds));
  }
  const headerOf = ({ key, row, countedSum }: AssetGroup): GroupItem => ({
    ...{ kind: 'group', id: `group/${key}`, key, label: assetName(key, row.symbol, chains) },
    ...{ sum: row.value ?? '0', countedSum, figures: row, heightPx: ROW_PX }
  });
  return itemsOf('', [...groups, ...singles], filters, adds, hidesSmall).flatMap(item =>
    'members' in item ? [headerOf(item), ...itemsOf(item.key, item.members, filters, adds, hidesSmall)] : item
  );
}

/** The holdings among these rows, in their order, without those in a closed fold. */
export function listedHoldings(all: readonly TableItem[]): HoldingRow[] {
  return all.flatMap(item => (item.kind === 'holding' ? item.row : []));
}

// From the state and what the person looks at to the rows of the table: pure, exact, and every sum adds up.
import { compareDecimals, decimal, sum, toText, type Decimal, type DecimalText } from '../../shared/decimal';
import type { AppState, HoldingRow, Standing } from '../../shared/state';
import { hasMark } from './marks';

export type Grouping = 'chain' | 'token' | 'wallet' | 'nothing';
export type SortBy = 'token' | 'amount' | 'price' | 'change' | 'value';

export interface Looking {
  readonly search: string;
  readonly groupBy: Grouping;
  readonly sortBy: SortBy;
  readonly isDescending: boolean;
  readonly chain: string | null;
  readonly wallet: string | null;
  readonly only: Standing | null;
  readonly showsRisky: boolean;
  readonly opened: ReadonlySet<string>;
}

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

/** A row with its numbers read once: sorting asks for them many times. */
interface Read {
  readonly row: HoldingRow;
  readonly value: Decimal | null;
}

export function chainNames(app: AppState): Map<string, string> {
  return new Map(app.portfolio.chains.map(chain => [chain.chainIndex, chain.name]));
}

export function walletNames(app: AppState): Map<string, string> {
  return new Map(app.portfolio.wallets.map(({ wallet }) => [wallet.id, wallet.name]));
}

/** The holdings that the filters leave, in no order. */
export function visibleHoldings(app: AppState, looking: Looking): HoldingRow[] {
  const chains = chainNames(app);
  const wallets = walletNames(app);
  const wanted = looking.search.trim().toLowerCase();
  return app.portfolio.holdings.filter(row => {
    if (looking.only ? row.standing !== looking.only : row.standing === 'risky' && !looking.showsRisky)
      return false;
    if (looking.chain !== null && row.chainIndex !== looking.chain) return false;
    if (looking.wallet !== null && row.walletId !== looking.wallet) return false;
    if (wanted === '') return true;
    const texts = [row.symbol, chains.get(row.chainIndex), wallets.get(row.walletId), row.tokenAddress];
    return texts.some(text => text?.toLowerCase().includes(wanted));
  });
}

function numberOf({ row, value }: Read, by: SortBy): Decimal | null {
  if (by === 'amount') return decimal(row.balance);
  if (by === 'price') return row.price === null ? null : decimal(row.price);
  if (by === 'change') return row.changePercent === null ? null : decimal(row.changePercent);
  return row.standing === 'counted' ? value : null;
}

/** Unknown numbers come last in both directions; equals go by symbol. */
function sorted(reads: Read[], { sortBy, isDescending }: Looking): Read[] {
  const sign = isDescending ? -1 : 1;
  const keyed = reads.map(read => ({ read, number: sortBy === 'token' ? null : numberOf(read, sortBy) }));
  keyed.sort((a, b) => {
    const bySymbol = a.read.row.symbol.localeCompare(b.read.row.symbol);
    if (sortBy === 'token') return sign * bySymbol;
    if (!a.number || !b.number) return a.number ? -1 : b.number ? 1 : bySymbol;
    return sign * compareDecimals(a.number, b.number) || bySymbol;
  });
  return keyed.map(({ read }) => read);
}

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

function itemsOf(group: string, reads: Read[], looking: Looking, hidesSmall: boolean): Item[] {
  const rows = sorted(reads, looking);
  if (!hidesSmall) return rows.map(holdingItem);
  const small = rows.filter(isSmall);
  const isOpen = looking.opened.has(group);
  const items: Item[] = rows.filter(read => !isSmall(read)).map(holdingItem);
  if (small.length === 0) return items;
  const smallSum = toText(countedSum(small));
  const id = `small/${group}`;
  items.push({ kind: 'small', id, group, count: small.length, sum: smallSum, isOpen, heightPx: SMALL_PX });
  return isOpen ? [...items, ...small.map(holdingItem)] : items;
}

function groupKey(row: HoldingRow, by: Grouping): string {
  return by === 'chain' ? row.chainIndex : by === 'wallet' ? row.walletId : by === 'token' ? row.symbol : '';
}

/** The rows of the table, top to bottom. Group sums are exact sums of their counted rows, small ones included. */
export function listItems(app: AppState, looking: Looking): Item[] {
  const reads = visibleHoldings(app, looking).map(row => ({ row, value: row.value && decimal(row.value) }));
  const hidesSmall = app.choices.hideSmall && looking.search.trim() === '' && looking.only === null;
  if (looking.groupBy === 'nothing') return itemsOf('', reads as Read[], looking, hidesSmall);
  const groups = Map.groupBy(reads as Read[], ({ row }) => groupKey(row, looking.groupBy));
  const names = looking.groupBy === 'chain' ? chainNames(app) : walletNames(app);
  return [...groups]
    .map(([key, members]) => ({ key, members, total: countedSum(members) }))
    .sort((a, b) => compareDecimals(b.total, a.total) || a.key.localeCompare(b.key))
    .flatMap(({ key, members, total }) => [
      {
        kind: 'group' as const,
        id: `group/${key}`,
        key,
        label: looking.groupBy === 'token' ? key : (names.get(key) ?? key),
        sum: toText(total),
        heightPx: ROW_PX
      },
      ...itemsOf(key, members, looking, hidesSmall)
    ]);
}

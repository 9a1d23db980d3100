// Makes the table item of a holding and caches it by row, so that unchanged rows are not drawn again.
import { compareDecimals, decimal, type Decimal } from '../../shared/domain/decimal';
import { assetKeyOf } from '../../shared/holdings/asset-key';
import type { HoldingRow } from '../../shared/schema/app-state';
import { hasStatus } from './holding-status';

export interface HoldingItem {
  readonly kind: 'holding';
  readonly id: string;
  readonly row: HoldingRow;
  readonly value: Decimal | null;
  /** What the row is joined with others by. */
  readonly assetKey: string;
  /** Counted, with a value of less than a dollar. */
  readonly isSmall: boolean;
  readonly heightPx: number;
}

export const ROW_PX = 36;
const STATUS_ROW_PX = 64;
const ONE_DOLLAR: Decimal = { units: 1n, scale: 0 };
/**
 * One record per row: with ten thousand rows, a second weak map here would be the largest cost of a push. A search has
 * a map of its own, made when somebody searches.
 */
const itemCache = new WeakMap<HoldingRow, HoldingItem>();

export function holdingItemOf(row: HoldingRow): HoldingItem {
  const cached = itemCache.get(row);
  if (cached) return cached;
  const value = row.value === null ? null : decimal(row.value);
  const isSmall =
    row.countingStatus === 'counted' && value !== null && compareDecimals(value, ONE_DOLLAR) < 0;
  const heightPx = hasStatus(row) ? STATUS_ROW_PX : ROW_PX;
  const assetKey = assetKeyOf(row);
  const item: HoldingItem = { kind: 'holding', id: row.id, row, value, assetKey, isSmall, heightPx };
  itemCache.set(row, item);
  return item;
}

/** The value that a row adds to the total; null when it adds nothing, or counts in another wallet. */
export function countedValue(row: HoldingRow): Decimal | null {
  return row.countingStatus === 'counted' && row.alsoIn === undefined ? holdingItemOf(row).value : null;
}

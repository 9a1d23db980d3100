// The allocation bar: who holds how much of the total, the small ones summed as others.
import {
  compareDecimals,
  decimal,
  divide,
  isZero,
  percentOf,
  sum,
  ZERO,
  type Decimal
} from '../../shared/decimal';
import type { AppState } from '../../shared/state';
import { groupBy } from './group';
import { slotOf, type Slot } from './slots';
import { OTHERS } from './words';

export type ShareBy = 'chains' | 'tokens' | 'wallets';

export interface Share {
  readonly key: string;
  readonly label: string;
  /** Percent with one digit, as exact text. */
  readonly percent: string;
  /** Width in thousandths of the bar. */
  readonly weight: number;
  readonly slot: Slot;
}

interface Portion {
  readonly key: string;
  readonly label: string;
  readonly value: Decimal;
}

const MOST_NAMED = 5;
const ONE_PERCENT: Decimal = { units: 1n, scale: 2 };

/** All portions of the total, largest first. */
export function portions(app: AppState, by: ShareBy): Portion[] {
  const { chains, wallets, holdings } = app.portfolio;
  const all =
    by === 'chains'
      ? chains.map(chain => ({ key: chain.chainIndex, label: chain.name, value: decimal(chain.value) }))
      : by === 'wallets'
        ? wallets.map(row => ({ key: row.wallet.id, label: row.wallet.name, value: decimal(row.value) }))
        : [...groupBy(holdings, row => row.symbol)].map(([symbol, rows]) => ({
            key: symbol,
            label: symbol,
            value: sum(
              rows.flatMap(row => (row.standing === 'counted' && row.value ? [decimal(row.value)] : []))
            )
          }));
  return all
    .filter(({ value }) => !isZero(value))
    .sort((a, b) => compareDecimals(b.value, a.value) || a.label.localeCompare(b.label));
}

/** Shares under one percent, and those after the fifth, become one. Empty when the total is zero. */
export function sharesOf(app: AppState, by: ShareBy, slots: ReadonlyMap<string, Slot>): Share[] {
  const all = portions(app, by);
  const total = sum(all.map(({ value }) => value));
  const ratio = (value: Decimal): Decimal => divide(value, total, 4) ?? ZERO;
  const weight = (value: Decimal): number => Math.max(1, Number(ratio(value).units) / 10);
  const percent = (value: Decimal): string => percentOf(value, total, 1) ?? '0';
  const named = all.filter(
    ({ value }, place) => place < MOST_NAMED && compareDecimals(ratio(value), ONE_PERCENT) >= 0
  );
  const shares: Share[] = named.map(({ key, label, value }) => ({
    key,
    label,
    percent: percent(value),
    weight: weight(value),
    slot: slotOf(slots, key)
  }));
  const rest = all.slice(named.length);
  const restSum = sum(rest.map(({ value }) => value));
  const [only] = rest;
  if (rest.length === 1 && only) {
    return [
      ...shares,
      {
        key: only.key,
        label: only.label,
        percent: percent(restSum),
        weight: weight(restSum),
        slot: slotOf(slots, only.key)
      }
    ];
  }
  if (rest.length === 0) return shares;
  return [
    ...shares,
    { key: '', label: OTHERS(rest.length), percent: percent(restSum), weight: weight(restSum), slot: 7 }
  ];
}

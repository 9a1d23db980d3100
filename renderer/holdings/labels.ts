// Makes the labels of a holding row: location, age, share of the total.
import { decimal, percentOf, type Decimal, type DecimalText } from '../../shared/domain/decimal';
import { percentText } from '../../shared/text/money';
import type { ChainRow, HoldingRow } from '../../shared/schema/app-state';
import { durationText } from '../../shared/text/time';
import type { Grouping } from '../state/holding-filters';

export interface LabelContext {
  /** Chains by chainIndex. */
  readonly chains: ReadonlyMap<string, ChainRow>;
  /** Wallet names by walletId. */
  readonly wallets: ReadonlyMap<string, string>;
  /** Sum of all counted holdings, USD. */
  readonly total: Decimal;
}

/** "Ethereum · Cold wallet", without what the group header already says. */
export function whereText(row: HoldingRow, by: Grouping, { chains, wallets }: LabelContext): string {
  const chain = chains.get(row.chainIndex)?.name ?? row.chainIndex;
  const wallet = wallets.get(row.walletId) ?? '';
  return by === 'chain' ? wallet : by === 'wallet' ? chain : `${chain} · ${wallet}`;
}

/** "24 min" for a stale row; null for a fresh one. */
export function ageText(row: HoldingRow, { chains }: LabelContext, now: number): string | null {
  const takenAt = chains.get(row.chainIndex)?.takenAt ?? null;
  return row.isStale && takenAt !== null ? durationText(now - takenAt) : null;
}

/** Share of the total, with one decimal place; "" when there is no share. */
export function shareText(value: DecimalText, { total }: LabelContext): string {
  const percent = percentOf(decimal(value), total, 1);
  return percent === null ? '' : percentText(percent, 1, false);
}

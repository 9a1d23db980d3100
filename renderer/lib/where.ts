// Where a holding is and how old its number is, in as few words as the grouping leaves to be said.
import type { ChainRow, HoldingRow } from '../../shared/state';
import { durationText } from '../../shared/time-words';
import type { Grouping } from './looking';

export interface Places {
  /** By chainIndex. */
  readonly chains: ReadonlyMap<string, ChainRow>;
  /** walletId to name. */
  readonly wallets: ReadonlyMap<string, string>;
}

/** "Ethereum · Cold wallet", without what the group above says already. */
export function whereText(row: HoldingRow, by: Grouping, { chains, wallets }: Places): string {
  const chain = chains.get(row.chainIndex)?.name ?? row.chainIndex;
  const wallet = wallets.get(row.walletId) ?? '';
  return by === 'chain' ? wallet : by === 'wallet' ? chain : `${chain} · ${wallet}`;
}

/** "24 min" of a stale row; null for a fresh one. */
export function ageText(row: HoldingRow, { chains }: Places, now: number): string | null {
  const takenAt = chains.get(row.chainIndex)?.takenAt ?? null;
  return row.isStale && takenAt !== null ? durationText(now - takenAt) : null;
}

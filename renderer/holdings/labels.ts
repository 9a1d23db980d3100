// Makes the labels of a holding row: location, age, share of the total.
import { decimal, percentOf, type Decimal, type DecimalText } from '../../shared/domain/decimal';
import { localChainName } from '../../shared/text/names';
import { isolateName } from '../../shared/names/isolated-name';
import { percentText } from '../../shared/text/money';
import type { ChainRow, HoldingRow } from '../../shared/schema/app-state';
import { durationText } from '../../shared/text/time';
import type { Grouping } from '../state/holding-filters';
import { alsoInText } from '../portfolio/names';
import { DRAWER_TEXT } from '../text/banners';
import { HEADER_TEXT } from '../text/overview';

export interface LabelContext {
  /** Chains by chainIndex. */
  readonly chains: ReadonlyMap<string, ChainRow>;
  /** Wallet names by walletId. */
  readonly wallets: ReadonlyMap<string, string>;
  /** Sum of all counted holdings, USD. */
  readonly total: Decimal;
}

export interface RowAddress {
  readonly name: string;
  readonly text: string;
  readonly icon: 'copy' | 'wallet';
}

/** What copying takes: the token's contract, then the wallet's address; empty where OKX names neither. */
export function addressesOfRow({ tokenAddress, address }: HoldingRow): RowAddress[] {
  const contract: RowAddress = { name: DRAWER_TEXT.contract, text: tokenAddress, icon: 'copy' };
  const own: RowAddress = { name: DRAWER_TEXT.address, text: address, icon: 'wallet' };
  return [contract, own].filter(({ text }) => text !== '');
}

/** "Ethereum · Cold wallet", without what the group header already says; then "also in Main" where it counts there. */
export function whereText(row: HoldingRow, by: Grouping, { chains, wallets }: LabelContext): string {
  const chain = isolateName(localChainName(chains.get(row.chainIndex)?.name ?? row.chainIndex));
  const wallet = wallets.get(row.walletId) ?? '';
  const where = by === 'chain' ? wallet : by === 'wallet' ? chain : `${chain} · ${wallet}`;
  return row.alsoIn === undefined ? where : `${where} · ${alsoInText(row.alsoIn, wallets)}`;
}

/** "24 min" for a row of a stale chain, "stale" for one that is older than its chain; null for a fresh one. */
export function ageText(row: HoldingRow, { chains }: LabelContext, now: number): string | null {
  if (!row.isStale) return null;
  const chain = chains.get(row.chainIndex);
  if (chain && !chain.isStale) return HEADER_TEXT.stale;
  return chain && chain.takenAt !== null ? durationText(now - chain.takenAt) : null;
}

/** Share of the total, with one decimal place; "" when there is no share. */
export function shareText(value: DecimalText, { total }: LabelContext): string {
  const percent = percentOf(decimal(value), total, 1);
  return percent === null ? '' : percentText(percent, 1, false);
}

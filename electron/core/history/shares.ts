// One wallet's share of a point of the history: its running part of the ledger, and what it holds by chain.
import { decimal, sum, toText, type DecimalText } from '../../../shared/domain/decimal';
import type { Portfolio } from '../../../shared/schema/app-state';
import { cellsOf } from '../portfolio/portfolio';
import type { Compared } from './history-point';
import type { WalletPoint } from '../ports/history-point';

export function nextShares(
  before: WalletPoint | undefined,
  walletId: string,
  compared: readonly Compared[]
): Pick<WalletPoint, 'prices' | 'transfers'> {
  const own = compared.filter(one => one.walletId === walletId).map(({ comparison }) => comparison);
  const running = (kind: 'prices' | 'transfers') =>
    toText(sum([decimal(before?.[kind] ?? '0'), ...own.map(comparison => decimal(comparison[kind]))]));
  return { prices: running('prices'), transfers: running('transfers') };
}

/** Chains on which something counts; exact USD. */
export function chainsOf({ holdings }: Portfolio, walletId: string): Record<string, DecimalText> {
  const own = cellsOf(holdings).filter(cell => cell.walletId === walletId && cell.isCounted);
  return Object.fromEntries(own.map(({ chainIndex, value }) => [chainIndex, toText(value)]));
}

// One wallet's share of a point of the history: its running part of the ledger, and what it holds by chain.
import { add, decimal, sum, toText, ZERO, type Decimal, type DecimalText } from '../../shared/decimal';
import type { Portfolio } from '../../shared/state';
import type { Compared, WalletPoint } from './history';

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

export function chainsOf({ holdings }: Portfolio, walletId: string): Record<string, DecimalText> {
  const sums = new Map<string, Decimal>();
  for (const row of holdings) {
    if (row.walletId !== walletId || row.standing !== 'counted' || row.value === null) continue;
    sums.set(row.chainIndex, add(sums.get(row.chainIndex) ?? ZERO, decimal(row.value)));
  }
  return Object.fromEntries([...sums].map(([chain, value]) => [chain, toText(value)]));
}

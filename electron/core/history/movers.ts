// Which holdings moved the total most between a point of the history and now.
import {
  absolute,
  compareDecimals,
  decimal,
  percentOf,
  subtract,
  toText,
  ZERO,
  type DecimalText
} from '../../../shared/domain/decimal';
import { isDefi } from '../../../shared/domain/defi';
import type { Change, Portfolio } from '../../../shared/schema/app-state';
import { isDefiId } from '../snapshots/defi';
import type { HistoryPoint } from '../ports/history-point';

/** A point holds no more tokens than this, the largest. */
export const MOST_TOKENS = 20;

type Mover = Change['movers'][number];

function moverOf(holdingId: string, symbol: string, before: DecimalText, now: DecimalText): Mover {
  const amount = subtract(decimal(now), decimal(before));
  return { holdingId, symbol, amount: toText(amount), percent: percentOf(amount, decimal(before), 2) };
}

/**
 * What left altogether moved the total too; a wallet added or removed since then did not move, it was counted anew.
 * So is DeFi that came or went: a switch does that.
 */
export function moversOf(baseline: HistoryPoint, portfolio: Portfolio): Mover[] {
  const before = new Map(baseline.tokens.map(([id, , , value]) => [id, value]));
  const isCut = baseline.tokens.length === MOST_TOKENS;
  const counted = portfolio.holdings.filter(row => row.standing === 'counted' && row.value !== null);
  const known = new Set(counted.map(row => row.id));
  const isOfWallet = (id: string) => portfolio.wallets.some(({ wallet }) => id.startsWith(`${wallet.id}/`));
  return [
    ...counted
      .filter(row => before.has(row.id) || (!isCut && row.walletId in baseline.wallets && !isDefi(row)))
      .map(row => moverOf(row.id, row.symbol, before.get(row.id) ?? '0', row.value ?? '0')),
    ...baseline.tokens
      .filter(([id]) => !known.has(id) && isOfWallet(id) && !isDefiId(id))
      .map(([id, symbol, , value]) => moverOf(id, symbol, value, '0'))
  ]
    .filter(mover => compareDecimals(decimal(mover.amount), ZERO) !== 0)
    .sort((a, b) => compareDecimals(absolute(decimal(b.amount)), absolute(decimal(a.amount))))
    .slice(0, 3);
}

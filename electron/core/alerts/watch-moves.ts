// Amounts that arrived or left: each move of a holding is an entry, told from the threshold of its rule on.
import type { AlertRule } from '../../../shared/schema/alert';
import { tokenOf } from '../../../shared/domain/holding-id';
import { absolute, compareDecimals, decimal } from '../../../shared/domain/decimal';
import { ruleFor } from './rules';
import type { Move } from '../snapshots/compare-holdings';
import { entryOfHolding, type Happening, type Names } from './alert-event';

export function watchMoves(
  moves: readonly Move[],
  rules: readonly AlertRule[],
  names: Names,
  now: number
): Happening[] {
  return moves.map(move => {
    const { holding, amount, worth, balance } = move;
    const kind = decimal(amount).units > 0n ? 'arrived' : 'left';
    const subject = { walletIds: [holding.walletId], token: tokenOf(holding) };
    const base = entryOfHolding(now, holding, names);
    return {
      entry: { ...base, kind, amount, worth, balance, price: holding.price },
      silence: silenceOf(move, ruleFor(rules, kind, subject))
    };
  });
}

function silenceOf({ holding, standing, worth }: Move, rule: AlertRule | null): Happening['silence'] {
  if (!rule?.isOn) return 'switched-off';
  if (holding.isRisky) return 'risky';
  if (standing !== 'counted' || worth === null) return 'not-counted';
  const isSmall = compareDecimals(absolute(decimal(worth)), decimal(rule.from)) < 0;
  return isSmall ? 'below-threshold' : null;
}

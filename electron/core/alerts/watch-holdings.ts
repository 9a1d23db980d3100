// What happens beside amounts and prices: chains that OKX drops, tokens that wait for the person's word.
import { absolute, compareDecimals, decimal } from '../../../shared/domain/decimal';
import { tokenOf } from '../../../shared/domain/holding-id';
import type { AlertRule } from '../../../shared/schema/alert';
import type { Holding } from '../../../shared/schema/holding';
import type { Move } from '../snapshots/compare-holdings';
import { worthOf } from '../snapshots/holding-values';
import { entryOfHolding, entryOfWallet, type Happening, type Names } from './alert-event';
import { ruleFor } from './rules';

/** `chains`: their indexes, those that OKX does not support since this poll; one happening for all of a wallet, or none. */
export function unsupportedChains(
  chains: readonly string[],
  walletId: string,
  rules: readonly AlertRule[],
  names: Names,
  now: number
): Happening[] {
  if (chains.length === 0) return [];
  const rule = ruleFor(rules, 'unsupported', { walletIds: [walletId], token: null });
  return [
    {
      entry: {
        ...entryOfWallet(now, walletId, names),
        kind: 'unsupported',
        chains: chains.map(chain => names.chain(chain))
      },
      silence: rule?.isOn ? null : 'switched-off'
    }
  ];
}

/** New holdings that the spike guard holds back. */
export function unverifiedTokens(
  before: readonly Holding[],
  after: readonly Holding[],
  rules: readonly AlertRule[],
  names: Names,
  now: number
): Happening[] {
  const known = new Set(before.filter(holding => holding.isUnverified).map(holding => holding.id));
  const fresh = after.filter(holding => holding.isUnverified && !known.has(holding.id));
  return fresh.map(holding => {
    const subject = { walletIds: [holding.walletId], token: tokenOf(holding) };
    return {
      entry: {
        ...entryOfHolding(now, holding, names),
        kind: 'unverified',
        worth: worthOf(holding).valueText ?? '0'
      },
      silence: ruleFor(rules, 'unverified', subject)?.isOn ? null : 'switched-off'
    };
  });
}

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

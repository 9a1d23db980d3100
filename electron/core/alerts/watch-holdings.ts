// Watches holdings: creates alert events for arrivals, departures, unverified tokens and unsupported chains.
import { absolute, compareDecimals, decimal } from '../../../shared/domain/decimal';
import { tokenOf } from '../../../shared/domain/holding-id';
import type { AlertRule } from '../../../shared/schema/alert';
import type { Holding } from '../../../shared/schema/holding';
import type { Move } from '../snapshots/compare-holdings';
import { holdingValueOf } from '../snapshots/holding-values';
import { entryOfHolding, entryOfWallet, type AlertEvent, type Names } from './alert-event';
import { ruleFor } from '../../../shared/alerts/alert-rules';

/**
 * `chains`: the indexes of the chains that OKX does not support since this poll. Returns one alert event for all chains
 * of the wallet, or none.
 */
export function unsupportedChainEvents(
  chains: readonly string[],
  walletId: string,
  rules: readonly AlertRule[],
  names: Names,
  now: number
): AlertEvent[] {
  if (chains.length === 0) return [];
  const rule = ruleFor(rules, 'unsupported', { walletIds: [walletId], token: null });
  return [
    {
      entry: {
        ...entryOfWallet(now, walletId, names),
        kind: 'unsupported',
        chains: chains.map(chain => names.chain(chain))
      },
      suppressionReason: rule?.isOn ? null : 'switched-off'
    }
  ];
}

/** Alert events for holdings that the spike guard has newly marked as unverified. */
export function unverifiedTokenEvents(
  before: readonly Holding[],
  after: readonly Holding[],
  rules: readonly AlertRule[],
  names: Names,
  now: number
): AlertEvent[] {
  const known = new Set(before.filter(holding => holding.isUnverified).map(holding => holding.id));
  const fresh = after.filter(holding => holding.isUnverified && !known.has(holding.id));
  return fresh.map(holding => {
    const subject = { walletIds: [holding.walletId], token: tokenOf(holding) };
    return {
      entry: {
        ...entryOfHolding(now, holding, names),
        kind: 'unverified',
        worth: holdingValueOf(holding).valueText ?? '0'
      },
      suppressionReason: ruleFor(rules, 'unverified', subject)?.isOn ? null : 'switched-off'
    };
  });
}

export function watchMoves(
  moves: readonly Move[],
  rules: readonly AlertRule[],
  names: Names,
  now: number
): AlertEvent[] {
  return moves.map(move => {
    const { holding, amount, movedValue, balance } = move;
    const kind = decimal(amount).units > 0n ? 'arrived' : 'left';
    const subject = { walletIds: [holding.walletId], token: tokenOf(holding) };
    const base = entryOfHolding(now, holding, names);
    return {
      entry: { ...base, kind, amount, worth: movedValue, balance, price: holding.price },
      suppressionReason: suppressionReasonOf(move, ruleFor(rules, kind, subject))
    };
  });
}

function suppressionReasonOf(
  { holding, countingStatus, movedValue }: Move,
  rule: AlertRule | null
): AlertEvent['suppressionReason'] {
  if (!rule?.isOn) return 'switched-off';
  if (holding.isRisky) return 'risky';
  if (countingStatus !== 'counted' || movedValue === null) return 'not-counted';
  const isSmall = compareDecimals(absolute(decimal(movedValue)), decimal(rule.from)) < 0;
  return isSmall ? 'below-threshold' : null;
}

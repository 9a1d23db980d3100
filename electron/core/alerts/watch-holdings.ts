// Watches holdings: creates alert events for arrivals, departures and unsupported chains.
import { absolute, compareDecimals, decimal } from '../../../shared/domain/decimal';
import { tokenOf } from '../../../shared/domain/holding-id';
import type { AlertRule } from '../../../shared/schema/alert';
import type { Move } from '../snapshots/compare-holdings';
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

export interface MoveWatch {
  readonly moves: readonly Move[];
  /** Tokens (`chainIndex/tokenAddress`) that arrived by themselves, and earlier than now. */
  readonly uninvited: ReadonlySet<string>;
  readonly rules: readonly AlertRule[];
  readonly names: Names;
  readonly now: number;
}

export function watchMoves({ moves, uninvited, rules, names, now }: MoveWatch): AlertEvent[] {
  return moves.map(move => {
    const { holding, amount, movedValue, balance } = move;
    const kind = decimal(amount).units > 0n ? 'arrived' : 'left';
    const token = tokenOf(holding);
    const subject = { walletIds: [holding.walletId], token };
    const base = entryOfHolding(now, holding, names);
    const reason = suppressionReasonOf(move, ruleFor(rules, kind, subject));
    return {
      entry: { ...base, kind, amount, worth: movedValue, balance, price: holding.price },
      suppressionReason: reason ?? (uninvited.has(token) ? 'uninvited' : null)
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

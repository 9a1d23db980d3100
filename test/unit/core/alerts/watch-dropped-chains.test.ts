import { describe, expect, it } from 'vitest';
import {
  unsupportedChainEvents,
  unverifiedTokenEvents
} from '../../../../electron/core/alerts/watch-holdings';
import { DEFAULT_ALERTS } from '../../../../shared/domain/default-settings';
import { holdingOf, NOW, usdc } from '../../../fakes/holdings';
import { NAMES } from '../../../fakes/alert-events';

const OFF = DEFAULT_ALERTS.map(rule => ({ ...rule, isOn: false }));

describe('chains that OKX does not support', () => {
  const happen = (chains: string[], rules = DEFAULT_ALERTS) =>
    unsupportedChainEvents(chains, 'w1', rules, NAMES, NOW);

  it('give one alert event with all their names and the wallet', () => {
    expect(happen(['8453', '56'])).toMatchObject([
      {
        entry: { kind: 'unsupported', chains: ['Base', 'BNB Chain'], walletId: 'w1', wallet: 'Cold wallet' },
        suppressionReason: null
      }
    ]);
  });

  it('give no alert event when there are none', () => expect(happen([])).toEqual([]));
  it('are suppressed when the rule for unsupported chains is off', () =>
    expect(happen(['56'], OFF)[0]?.suppressionReason).toBe('switched-off'));
});

describe('unverified tokens that wait for a decision of the user', () => {
  const unverified = usdc({ isUnverified: true });
  const other = usdc({ tokenAddress: '0xother', symbol: 'FREE', isUnverified: true });
  const happen = (before: (typeof unverified)[], after: (typeof unverified)[], rules = DEFAULT_ALERTS) =>
    unverifiedTokenEvents(before, after, rules, NAMES, NOW);

  it('give one alert event each, with the value and the holding', () => {
    const [first, second] = happen([], [holdingOf(), unverified, other]);
    expect(first).toMatchObject({
      entry: { kind: 'unverified', holdingId: unverified.id, worth: '250' },
      suppressionReason: null
    });
    expect(second?.entry.symbol).toBe('FREE');
  });

  it('give an alert event only once', () => {
    expect(happen([unverified], [unverified])).toEqual([]);
    expect(happen([unverified], [unverified, other])).toHaveLength(1);
    expect(happen([], [holdingOf(), usdc()])).toEqual([]);
  });

  it('are suppressed when the rule for unverified tokens is off', () =>
    expect(happen([], [unverified], OFF)[0]?.suppressionReason).toBe('switched-off'));
});

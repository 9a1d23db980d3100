import { describe, expect, it } from 'vitest';
import { unsupportedChainEvents } from '../../../../electron/core/alerts/watch-holdings';
import { DEFAULT_ALERTS } from '../../../../shared/domain/default-settings';
import { NOW } from '../../../fakes/holdings';
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

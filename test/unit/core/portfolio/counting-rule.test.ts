import { describe, expect, it } from 'vitest';
import { countingStatusOf } from '../../../../electron/core/portfolio/counting-rule';
import { holdingValueOf } from '../../../../electron/core/snapshots/holding-values';
import { holdingOf, RULE } from '../../../fakes/holdings';

const TESTNET = '11155111';

describe('what counts', () => {
  it.each([
    ['a priced holding', {}, false, 'counted'],
    ['one with a kept price', { priceKeptSince: 1 }, false, 'counted'],
    ['one without a price', { price: null }, false, 'unpriced'],
    ['a risky one', { isRisky: true }, false, 'risky'],
    ['a risky one, switched on', { isRisky: true }, true, 'counted'],
    ['a risky one without a price is named as risky', { isRisky: true, price: null }, false, 'risky'],
    ['a risky one without a price, switched on', { isRisky: true, price: null }, true, 'unpriced'],
    ['one on a testnet, whatever its price', { chainIndex: TESTNET }, true, 'testnet'],
    ['a differing duplicate', { isDuplicate: true }, false, 'counted'],
    ['an inscription', { kind: 'inscription' as const }, false, 'counted']
  ] as const)('%s: %j', (_, change, countRisky, status) =>
    expect(countingStatusOf(holdingOf(change), { ...RULE, countRisky })).toBe(status)
  );
});

describe('a value', () => {
  it('is exact to the last of 34 digits', () => {
    expect(holdingValueOf({ balance: '0.6908810093750312', price: '0.035834243057603148' }).valueText).toBe(
      '0.0247571980138270671868009097182176'
    );
  });

  it('is unknown, not zero, without a price', () =>
    expect(holdingValueOf({ balance: '5', price: null }).valueText).toBe(null));
});

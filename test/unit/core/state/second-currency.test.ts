import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { perUsdAt, secondCurrencyOf, type Rates } from '../../../../electron/core/state/second-currency';
import {
  absolute,
  compareDecimals,
  decimal,
  multiply,
  subtract,
  toText
} from '../../../../shared/domain/decimal';
import { DEFAULT_CHOICES } from '../../../../shared/domain/default-settings';
import type { Choices } from '../../../../shared/schema/settings';
import { NOW } from '../../../fakes/holdings';

const rates: Rates = { BTC: { rate: { perUsd: '0.00001', takenAt: NOW }, triedAt: NOW + 5 } };
const chosen = (change: Partial<Choices>) => secondCurrencyOf({ ...DEFAULT_CHOICES, ...change }, rates);
const manualRate = { code: 'EUR', perUsd: '0.92', at: NOW - 7 };

describe('the second currency', () => {
  it('is null unless it is chosen', () => {
    expect(chosen({})).toBe(null);
    expect(chosen({ manualRate })).toBe(null);
  });

  it('has the rate that was read last, with its age', () => {
    expect(chosen({ secondCurrency: 'BTC' })).toEqual({
      code: 'BTC',
      perUsd: '0.00001',
      takenAt: NOW,
      isManual: false
    });
  });

  it('is null while its rate is not known: no rate of another currency is used, and none is invented', () => {
    expect(chosen({ secondCurrency: 'ETH', manualRate })).toBe(null);
    expect(
      secondCurrencyOf({ ...DEFAULT_CHOICES, secondCurrency: 'CNY' }, { CNY: { rate: null, triedAt: 1 } })
    ).toBe(null);
  });

  it('with a manual rate has the rate of the user, and the time when it was entered', () => {
    expect(chosen({ secondCurrency: 'manual', manualRate })).toEqual({
      code: 'EUR',
      perUsd: '0.92',
      takenAt: NOW - 7,
      isManual: true
    });
    expect(chosen({ secondCurrency: 'manual' })).toBe(null);
    expect(chosen({ secondCurrency: 'manual', manualRate: { ...manualRate, perUsd: '0.000' } })).toBe(null);
  });
});

describe('how much of a coin a dollar buys', () => {
  it.each([
    ['96450.2', '0.0000103680448563'],
    ['2790.1', '0.000358410092828'],
    ['100000', '0.00001'],
    ['0.5', '2'],
    ['3', '0.333333333333'],
    ['0.000003', '333333.333333333333']
  ])('at %s is %s: rounded half up after twelve digits', (price, perUsd) =>
    expect(perUsdAt(price)).toBe(perUsd)
  );

  it('times the price is one dollar, to within half of the last of twelve digits, for every price', () => {
    const price = fc.tuple(fc.bigInt({ min: 1n, max: 10n ** 12n }), fc.integer({ min: 0, max: 6 }));
    fc.assert(
      fc.property(price, ([units, scale]) => {
        const text = toText({ units, scale });
        const back = multiply(decimal(perUsdAt(text)), { units, scale });
        const error = absolute(subtract(back, decimal('1')));
        expect(compareDecimals(error, { units: 5n, scale: 12 })).toBeLessThanOrEqual(0);
      })
    );
  });

  it('at a price of zero throws, because that is an internal error', () => {
    expect(() => perUsdAt('0')).toThrow(RangeError);
  });
});

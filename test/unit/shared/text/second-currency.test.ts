import { describe, expect, it } from 'vitest';
import { secondAmount } from '../../../../shared/text/second-currency';

const amount = (usd: string, code: string, perUsd: string) =>
  secondAmount(usd, { code, perUsd, takenAt: 0, isManual: false });

describe('the total in the second currency', () => {
  it.each([
    ['42070.96', 'BTC', '0.0000103680448563', '0.4362'],
    ['42070.96', 'ETH', '0.000358410092828', '15.0787'],
    ['1000000000', 'ETH', '0.000358410092828', '358,410.0928'],
    ['1000', 'BTC', '0.00001', '0.0100'],
    ['999', 'BTC', '0.00001', '0.00999000'],
    ['0', 'BTC', '0.00001', '0.0000'],
    ['0.0001', 'BTC', '0.00001', '<0.00000001'],
    ['42070.96', 'CNY', '7.162', '301,312.22'],
    ['1', 'EUR', '0.925', '0.93'],
    ['0.001', 'EUR', '0.92', '<0.01'],
    ['0', 'EUR', '0.92', '0.00'],
    ['-42070.96', 'CNY', '7.162', '−301,312.22']
  ])('$%s is in %s at %s: %s', (usd, code, perUsd, text) => expect(amount(usd, code, perUsd)).toBe(text));
});

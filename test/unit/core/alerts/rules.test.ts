import { describe, expect, it } from 'vitest';
import { isQuiet, ruleFor } from '../../../../electron/core/alerts/rules';
import type { AlertRule } from '../../../../shared/schema/alert';

const rule = (from: string, walletId: string | null, token: string | null): AlertRule => ({
  kind: 'left',
  walletId,
  token,
  isOn: true,
  from
});

describe('the rule that applies', () => {
  const all = rule('1', null, null);
  const wallet = rule('2', 'w1', null);
  const token = rule('3', null, '1/0xa');
  const both = rule('4', 'w1', '1/0xa');
  const subject = { walletIds: ['w1'], token: '1/0xa' };

  it('is the most specific one: token and wallet, token, wallet, all', () => {
    expect(ruleFor([all, wallet, both, token], 'left', subject)).toBe(both);
    expect(ruleFor([all, wallet, token], 'left', subject)).toBe(token);
    expect(ruleFor([all, wallet], 'left', subject)).toBe(wallet);
    expect(ruleFor([all], 'left', subject)).toBe(all);
  });

  it('is of the same kind, and not for another wallet or token', () => {
    expect(ruleFor([all, wallet, token, both], 'left', { walletIds: ['w2'], token: '1/0xb' })).toBe(all);
    expect(ruleFor([all], 'arrived', subject)).toBe(null);
    expect(ruleFor([all, wallet, both], 'left')).toBe(all);
  });
});

describe('quiet hours', () => {
  const quiet = (from: number, to: number, minute: number, isOn = true) =>
    isQuiet({ isOn, from, to, letsKeysPass: true }, minute);

  it.each([
    ['within a day', 60, 120, [60, 119], [59, 120]],
    ['over midnight', 1320, 420, [1320, 1439, 0, 419], [420, 1319]],
    ['from a time to the same, which is never', 600, 600, [], [0, 600, 1439]]
  ])('%s', (_, from, to, silent, loud) => {
    for (const minute of silent) expect(quiet(from, to, minute)).toBe(true);
    for (const minute of loud) expect(quiet(from, to, minute)).toBe(false);
  });

  it('do not apply while they are switched off', () => expect(quiet(0, 1439, 5, false)).toBe(false));
});

import { describe, expect, it } from 'vitest';
import { ruleFor } from '../../../../shared/alerts/alert-rules';
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

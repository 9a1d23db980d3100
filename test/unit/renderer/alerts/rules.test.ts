// Editing alert rules: the most specific rule applies, and setting a rule leaves the others unchanged.
import { describe, expect, it } from 'vitest';
import type { AlertRule } from '../../../../shared/schema/alert';
import { DEFAULT_ALERTS } from '../../../../shared/domain/default-settings';
import {
  ALL_TARGETS,
  exceptionsOf,
  tokenChoices,
  ruleFor,
  ruleForAll,
  withoutRule,
  withChangedRule,
  withRule
} from '../../../../renderer/alerts/rules';
import { fresh } from '../../../fakes/states';

const rule = (from: string, place: Partial<AlertRule>): AlertRule => ({
  kind: 'arrived',
  ...ALL_TARGETS,
  isOn: true,
  from,
  ...place
});

describe('the alert rule that applies', () => {
  const wallet = rule('20', { walletId: 'w1' });
  const token = rule('30', { token: '1/0xa' });
  const both = rule('40', { walletId: 'w1', token: '1/0xa' });

  it.each<[string, AlertRule[], string]>([
    ['the one for all', [], '10'],
    ['a wallet’s before it', [wallet], '20'],
    ['a token’s before a wallet’s', [wallet, token], '30'],
    ['a token’s in this wallet before all', [wallet, token, both], '40'],
    ['none of another token', [rule('50', { token: '1/0xb' })], '10'],
    ['none of another kind', [rule('60', { walletId: 'w1', kind: 'left' })], '10']
  ])('the rule is %s', (_, own, from) => {
    const alerts = [...DEFAULT_ALERTS, ...own];
    expect(ruleFor(alerts, 'arrived', { walletId: 'w1', token: '1/0xa' }).from).toBe(from);
  });

  it('the default rule applies when the settings contain none', () => {
    expect(ruleForAll([], 'polls')).toMatchObject({ kind: 'polls', isOn: true, from: '30' });
  });
});

describe('setting an alert rule', () => {
  it('a rule replaces the one of the same target and leaves the others in their order', () => {
    const changed = withRule(DEFAULT_ALERTS, rule('25', {}));
    expect(changed.map(({ kind }) => kind)).toEqual(DEFAULT_ALERTS.map(({ kind }) => kind));
    expect(ruleForAll(changed, 'arrived').from).toBe('25');
    expect(exceptionsOf(changed)).toEqual([]);
  });

  it('a rule is added where there was none, and removing it brings the general rule back', () => {
    const own = rule('25', { token: '1/0xa' });
    const alerts = withRule(DEFAULT_ALERTS, own);
    expect(exceptionsOf(alerts)).toEqual([own]);
    expect(withoutRule(alerts, 'arrived', own)).toEqual(DEFAULT_ALERTS);
  });
});

describe('the token choices of an alert rule', () => {
  it('each token is offered once with its chain, and never one that OKX calls risky', () => {
    const texts = tokenChoices(fresh(Date.UTC(2026, 10, 22))).map(({ text }) => text);
    expect(texts.filter(text => text.startsWith('USDC'))).toEqual([
      'USDC on Base',
      'USDC on Ethereum',
      'USDC on Solana'
    ]);
    expect(texts.join()).not.toContain('visit-claim');
  });
});

describe('a changed rule', () => {
  const price = { ...rule('5', { token: 'eth' }), kind: 'price' as const };

  it('stays in its place, and may get another kind and target', () => {
    const before = [...DEFAULT_ALERTS, rule('7', { walletId: 'w1' }), price];
    const changed = { ...rule('9', { walletId: 'w2' }), kind: 'left' as const };
    expect(withChangedRule(before, rule('7', { walletId: 'w1' }), changed)).toEqual([
      ...DEFAULT_ALERTS,
      changed,
      price
    ]);
  });

  it('takes the place of another rule of the kind and target that it now has', () => {
    const [first, second] = [rule('7', { walletId: 'w1' }), rule('8', { walletId: 'w2' })];
    const changed = rule('9', { walletId: 'w2' });
    expect(withChangedRule([first, second], first, changed)).toEqual([changed]);
    expect(withChangedRule([second, first], first, changed)).toEqual([changed]);
  });
});

// Tests alert rules for groups of wallets: which rule decides, and what the total of a group is measured by.
import { describe, expect, it } from 'vitest';
import { rulesByWallet } from '../../../../electron/core/alerts/group-rules';
import { watchTotals } from '../../../../electron/core/alerts/watch-totals';
import { pastOf } from '../../../fakes/pasts';
import { ruleFor } from '../../../../shared/alerts/alert-rules';
import { EMPTY_SETTINGS } from '../../../../shared/domain/default-settings';
import type { AlertRule } from '../../../../shared/schema/alert';
import { Settings } from '../../../../shared/schema/settings';
import { DAY_MS, MINUTE_MS, NOW, walletOf } from '../../../fakes/holdings';

const wallets = [walletOf(), walletOf({ id: 'w2', accountId: 'b' })];
const groups = [{ id: 'g1', name: 'Cold', colour: 1, walletIds: ['w1'] }];
const ruleOf = (change: Partial<AlertRule>): AlertRule => ({
  kind: 'arrived',
  walletId: null,
  token: null,
  isOn: true,
  from: '10',
  ...change
});
const rulesOf = (...alerts: AlertRule[]) =>
  rulesByWallet(
    Settings.parse({ ...EMPTY_SETTINGS, wallets, groups, choices: { ...EMPTY_SETTINGS.choices, alerts } })
  );
const fromFor = (rules: readonly AlertRule[], walletId: string) =>
  ruleFor(rules, 'arrived', { walletIds: [walletId], token: null })?.from;

describe('a rule for a group', () => {
  const all = ruleOf({});
  const group = ruleOf({ walletId: 'group/g1', from: '200' });

  it('is one for each of its wallets', () => {
    const rules = rulesOf(all, group);
    expect([fromFor(rules, 'w1'), fromFor(rules, 'w2')]).toEqual(['200', '10']);
  });

  it('gives way to a rule for a wallet of it', () => {
    expect(fromFor(rulesOf(all, group, ruleOf({ walletId: 'w1', from: '5' })), 'w1')).toBe('5');
  });

  it('gives way to nothing when its group is gone', () => {
    expect(fromFor(rulesOf(all, ruleOf({ walletId: 'group/g9', from: '200' })), 'w1')).toBe('10');
  });
});

describe('the total of a group', () => {
  const amounts = [
    ['1', '0', '0'],
    ['1000', '0', '0']
  ];
  /** The coin rises by 10 % in both wallets, then much comes into the wallet of the group. */
  const points = pastOf([
    { prices: ['100', '1', '1'], amounts },
    { prices: ['110', '1', '1'], amounts },
    {
      prices: ['110', '1', '1'],
      amounts: [
        ['500', '0', '0'],
        ['1000', '0', '0']
      ]
    }
  ]);
  const watch = (count: number, from: string) =>
    watchTotals({
      point: points[count - 1]!,
      points: points.slice(0, count - 1),
      comparisons: [],
      unitComparisons: [],
      baselineMarks: {},
      rules: [ruleOf({ kind: 'total', from: '1000' }), ruleOf({ kind: 'total', walletId: 'group/g1', from })],
      names: { chain: () => '', wallet: scope => (scope === 'group/g1' ? 'Cold' : scope) },
      membersOf: scope => (scope === 'group/g1' ? new Set(['w1']) : null),
      now: NOW + count * MINUTE_MS
    });

  it('is told by its prices, with its name and its own total', () => {
    const [move] = watch(2, '10').watchedMoves;
    expect(move?.thresholdState).toBe('crossed');
    expect(move?.alertEvent.entry).toMatchObject({
      walletId: 'group/g1',
      wallet: 'Cold',
      to: '110',
      percent: '10',
      prices: '10'
    });
  });

  it('is not told for money that came', () => {
    const moves = watch(3, '11').watchedMoves;
    expect(moves).toEqual([]);
  });

  it('goes on from its mark, round by round', () => {
    const first = watch(2, '10');
    const told = { ...first.baselineMarks['group/g1']!, prices: '0', transfers: '0', growth: '1' };
    const next = watchTotals({
      point: points[2]!,
      points: points.slice(0, 2),
      comparisons: [],
      unitComparisons: [],
      baselineMarks: { 'group/g1': { ...told, since: NOW - DAY_MS / 2 } },
      rules: [ruleOf({ kind: 'total', walletId: 'group/g1', from: '10' })],
      names: { chain: () => '', wallet: () => 'Cold' },
      membersOf: () => new Set(['w1']),
      now: NOW + 3 * MINUTE_MS
    });
    expect(next.watchedMoves).toEqual([]);
  });
});

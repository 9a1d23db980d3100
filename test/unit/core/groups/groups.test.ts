// Tests lists of groups of wallets: who is in which, and what goes with a group that is gone.
import { expect, it } from 'vitest';
import { groupById, groupByName, membersOf, withGroups } from '../../../../electron/core/groups/groups';
import { EMPTY_SETTINGS } from '../../../../shared/domain/default-settings';
import type { Settings } from '../../../../shared/schema/settings';
import { walletOf } from '../../../fakes/holdings';

const cold = { id: 'g1', name: 'Cold', colour: 1, walletIds: ['w1', 'gone'] };
const hot = { id: 'g2', name: 'Hot', colour: 2, walletIds: ['w2'] };
const settings: Settings = {
  ...EMPTY_SETTINGS,
  choices: { ...EMPTY_SETTINGS.choices, columns: [], trayGroup: 'g1' },
  wallets: [walletOf(), walletOf({ id: 'w2', accountId: 'b' })],
  groups: [cold, hot]
};
const rule = { kind: 'total' as const, walletId: 'group/g1', token: null, isOn: true, from: '5' };

it('a group is found by its name in any case, and has the wallets that are there', () => {
  expect(groupByName(settings, ' cOLD ')).toBe(cold);
  expect(groupByName(settings, 'Coldest')).toBe(null);
  expect([...membersOf(settings, cold)]).toEqual(['w1']);
});

it('a group that is gone, or has no wallet, stands for all', () => {
  expect(groupById(settings, 'g2')).toBe(hot);
  expect(groupById(settings, 'g3')).toBe(null);
  expect(groupById({ ...settings, wallets: [] }, 'g1')).toBe(null);
  expect(groupById(settings, null)).toBe(null);
});

it('a wallet is in the first group that names it, and no unknown wallet is in any', () => {
  const both = { ...hot, walletIds: ['w2', 'w1', 'w2'] };
  expect(withGroups(settings, [cold, both]).groups).toEqual([
    { ...cold, walletIds: ['w1'] },
    { ...both, walletIds: ['w2'] }
  ]);
});

it('a group that goes takes its alert rules and its place in the tray along, and nothing else', () => {
  const ruled = { ...settings, choices: { ...settings.choices, alerts: [...settings.choices.alerts, rule] } };
  const kept = withGroups(ruled, [{ ...cold, name: 'Vault' }, hot]);
  expect(kept.choices).toEqual(ruled.choices);
  const gone = withGroups(ruled, [hot]);
  expect(gone.choices).toEqual({ ...settings.choices, trayGroup: null });
  expect(withGroups(ruled, []).groups).toBeUndefined();
  expect(gone.wallets).toBe(settings.wallets);
});

// Groups of wallets in exported and imported settings: nothing of them is lost, and no wallet is in two.
import { describe, expect, it } from 'vitest';
import { planImport, isNothingNew } from '../../../../electron/core/settings/import-settings';
import { settingsExportText } from '../../../../electron/core/settings/export-settings';
import { EMPTY_SETTINGS } from '../../../../shared/domain/default-settings';
import { MAX_GROUPS } from '../../../../shared/domain/limits';
import { Settings } from '../../../../shared/schema/settings';
import { SettingsImport } from '../../../../shared/schema/settings-import';
import { walletOf } from '../../../fakes/holdings';

const key = { id: 'k1', name: 'OKX', host: 'https://web3.okx.com', keptIn: 'keychain' as const };
const wallets = [walletOf(), walletOf({ id: 'w2', accountId: 'b' })];
const cold = { id: 'g1', name: 'Cold', colour: 1, walletIds: ['w1'] };
const hot = { id: 'g2', name: 'Hot', colour: 2, walletIds: ['w2'] };
const settingsOf = (change: Partial<Settings> = {}): Settings =>
  Settings.parse({ ...EMPTY_SETTINGS, keys: [key], wallets, groups: [cold, hot], ...change });
const rule = { kind: 'total' as const, walletId: 'group/g1', token: null, isOn: true, from: '5' };

let count = 0;
const planned = (before: Settings, given: Settings) =>
  planImport(before, SettingsImport.parse(JSON.parse(settingsExportText(given))), () => `new-${++count}`);

describe('an import of groups', () => {
  it('takes the groups to another computer, with the wallets and rules of each', () => {
    const given = settingsOf({ choices: { ...settingsOf().choices, alerts: [rule] } });
    const { settings, groups } = planned(Settings.parse(EMPTY_SETTINGS), given);
    expect(groups).toBe(2);
    const byName = (name: string) => settings.wallets.find(wallet => wallet.name === name)?.id;
    expect(settings.groups?.map(({ name, colour }) => [name, colour])).toEqual([
      ['Cold', 1],
      ['Hot', 2]
    ]);
    expect(settings.groups?.map(({ walletIds }) => walletIds.length)).toEqual([1, 1]);
    expect(settings.groups?.[0]?.walletIds).toEqual([byName(wallets[0]!.name)]);
    const scope = `group/${settings.groups?.[0]?.id ?? ''}`;
    expect(settings.choices.alerts.some(({ walletId }) => walletId === scope)).toBe(true);
  });

  it('finds nothing new in its own export', () => {
    const before = settingsOf({
      choices: { ...settingsOf().choices, alerts: [...settingsOf().choices.alerts, rule] }
    });
    const plan = planned(before, before);
    expect(isNothingNew(plan)).toBe(true);
    expect(plan.settings.groups).toEqual(before.groups);
  });

  it('recognises a group by its name in any case, and moves the wallets that the file has in it', () => {
    const given = settingsOf({ groups: [{ ...cold, id: 'other', name: 'COLD', walletIds: ['w1', 'w2'] }] });
    const { settings, groups } = planned(settingsOf(), given);
    expect(settings.groups).toEqual([
      { ...cold, name: 'COLD', walletIds: ['w1', 'w2'] },
      { ...hot, walletIds: [] }
    ]);
    expect(groups).toBe(2);
  });

  it('adds no more groups than the settings hold', () => {
    const many = Array.from({ length: MAX_GROUPS }, (_, at) => ({
      ...hot,
      id: `m${at}`,
      name: `M ${at}`,
      walletIds: []
    }));
    const { settings } = planned(settingsOf({ groups: many }), settingsOf());
    expect(settings.groups).toEqual(many);
  });

  it('refuses a file with two groups of one id', () => {
    const text = settingsExportText(settingsOf({ groups: [cold, { ...hot, id: 'g1' }] }));
    expect(SettingsImport.safeParse(JSON.parse(text)).success).toBe(false);
  });
});

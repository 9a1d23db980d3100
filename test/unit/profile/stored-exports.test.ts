// Tests exported files of people: the same data gives the same export again, and settings are imported with their
// changes.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { runReadCommand } from '../../../electron/commands/read';
import { settingsExportText } from '../../../electron/core/settings/export-settings';
import { parseArguments } from '../../../electron/cli/arguments';
import { CHAINS } from '../../../electron/okx/chains';
import { previewImport } from '../../../electron/profile/import/import-preview';
import { storedFiles } from '../../../electron/commands/stored-files';
import { DEFAULT_CHOICES, EMPTY_SETTINGS } from '../../../shared/domain/default-settings';
import { NOT_EXPORTED_CHOICES } from '../../../shared/domain/not-exported';
import { MINUTE_MS, NOW } from '../../fakes/holdings';

let printed = '';
vi.mock('node:fs', async load => {
  const fs = await load<typeof import('node:fs')>();
  const writeSync = (_descriptor: number, text: Buffer) => {
    printed += text.toString();
    return text.length;
  };
  return { ...fs, writeSync };
});
afterEach(() => {
  vi.useRealTimers();
});

const fixture = (name: string) => join(import.meta.dirname, '../../fixtures', name);
const exported = (name: string) => readFileSync(fixture(`exports/${name}`), 'utf8');
const settingsIn = (name: string) => storedFiles(fixture(`profiles/${name}`)).settings;

describe('an export of data', () => {
  it.each([
    ['rich', 'holdings', 'csv', 1],
    ['rich', 'holdings', 'json', 1],
    ['rich', 'activity', 'csv', 1],
    ['rich', 'activity', 'json', 1],
    ['rich', 'history', 'csv', 1],
    ['small', 'holdings', 'json', 0],
    ['small', 'activity', 'csv', 0],
    ['small', 'history', 'csv', 0],
    ['small', 'history', 'json', 0]
  ] as const)('of the %s profile has the same %s as %s, byte for byte', (name, what, format, status) => {
    vi.useFakeTimers({ now: NOW + MINUTE_MS, toFake: ['Date'] });
    printed = '';
    const flags = parseArguments(['export', what, '--format', format]);
    expect(runReadCommand('export', flags, fixture(`profiles/${name}`), '1.2.3')).toBe(status);
    // The version of the schema came later than these files.
    expect(printed.replaceAll(',"schemaVersion":1', '')).toBe(exported(`${name}-${what}.${format}`));
  });
});

describe('an export of settings', () => {
  it.each(['rich', 'small', 'hidden'])('of the %s profile is the same byte for byte', name => {
    const known = Object.keys((JSON.parse(exported(`${name}-settings.json`)) as { choices: object }).choices);
    const given = JSON.parse(settingsExportText(settingsIn(name))) as { choices: object };
    // A choice that a later version added is beside the others.
    const choices = Object.fromEntries(Object.entries(given.choices).filter(([one]) => known.includes(one)));
    const text = JSON.stringify({ ...given, choices }, undefined, 2);
    expect(`${text}\n`).toBe(exported(`${name}-settings.json`));
    for (const omitted of [
      'isHidden',
      'windowPlace',
      'activitySeenAt',
      'lookedAt',
      'pausedUntil',
      'toldAboutTray',
      'explorerHosts',
      'caFile',
      'shortcuts'
    ])
      expect(Object.keys(given.choices)).not.toContain(omitted);
  });
});

function imported(file: string, into: string | null) {
  let count = 0;
  const before = into === null ? EMPTY_SETTINGS : settingsIn(into);
  const preview = previewImport(exported(file), before, [...CHAINS.values()], () => `new-${++count}`);
  if ('problem' in preview) throw new Error(preview.problem);
  return { ...preview.plan, lines: preview.lines, before };
}

const pick = ({ settings, lines }: ReturnType<typeof imported>) => ({ settings, lines });

const RICH_ADDS =
  'Adds: Cold wallet, =Daily, "spending", Ledger addresses, Bitcoin savings, Spare account, Not asked yet.';
const waits = (key: string) =>
  `The key ${key} has no secret in the file: enter it under Wallets and keys, then its wallets are read.`;

describe('an import of settings', () => {
  it('into a new profile adds wallets, rules, verdicts and choices, and keys that wait for their credentials', () => {
    const { settings, lines, choices } = imported('rich-settings.json', null);
    const rich = settingsIn('rich');
    expect(lines).toEqual([
      RICH_ADDS,
      'Changes 25 settings.',
      'Includes or excludes 3 tokens.',
      waits('OKX main (www.okx.com)'),
      waits('Second, "spare" (web3.okx.com)'),
      waits('From the old laptop (www.okx.com)')
    ]);
    const keyIds = new Map(rich.keys.map(({ id }, place) => [id, `new-${place + 1}`]));
    expect(settings.keys).toEqual(
      rich.keys.map(key => ({ ...key, id: keyIds.get(key.id), isWaiting: true }))
    );
    expect(settings.wallets).toEqual(
      rich.wallets.map(wallet => ({ ...wallet, keyId: keyIds.get(wallet.keyId) }))
    );
    expect(settings.verdicts).toEqual(rich.verdicts);
    const omitted = Object.fromEntries(NOT_EXPORTED_CHOICES.map(name => [name, DEFAULT_CHOICES[name]]));
    // A kind of alert that a later version added is among the rules of all wallets.
    const alerts = settings.choices.alerts.filter(({ kind }) => kind !== 'doubt');
    expect(alerts).toHaveLength(settings.choices.alerts.length - 1);
    const then = rich.choices.alerts.filter(({ kind }) => kind !== 'doubt');
    expect({ ...settings.choices, alerts }).toEqual({ ...rich.choices, alerts: then, ...omitted });
    expect(choices).toHaveLength(25);
  });

  it('into the profile that it came from changes nothing', () => {
    for (const name of ['rich', 'small', 'hidden']) {
      const { settings, lines, before } = imported(`${name}-settings.json`, name);
      expect(lines).toEqual(['Nothing to import. This file matches your settings.']);
      expect(settings).toEqual(before);
    }
  });

  it("into another profile keeps that profile's keys, wallets and hidden balances", () => {
    const { settings, lines, before, choices } = imported('hidden-settings.json', 'small');
    expect(lines).toEqual(['Adds: 冷钱包, 比特币，储蓄.', 'Changes 4 settings.']);
    expect(settings.keys).toEqual(before.keys);
    expect(settings.wallets).toEqual([...before.wallets, ...settingsIn('hidden').wallets]);
    expect(choices).toEqual(['hideOnLock', 'language', 'changeColours', 'secondCurrency']);
    expect(settings.choices).toMatchObject({ isHidden: false, pausedUntil: 0, language: 'zh' });
    const back = imported('small-settings.json', 'rich');
    expect(back.lines).toEqual(['Adds: My wallet.', 'Changes 25 settings.']);
    expect(back.settings.choices.alerts.slice(8)).toEqual(settingsIn('rich').choices.alerts.slice(8));
  });

  it('accepts the config.json of a profile in the same way', () => {
    const { settings, lines } = imported('../profiles/rich/config.json', null);
    expect({ settings, lines }).toEqual(pick(imported('rich-settings.json', null)));
    expect(imported('../profiles/settings-0/config.json', 'small').choices).toEqual([
      'trayText',
      'theme',
      'alerts',
      'hideSmall'
    ]);
  });

  it('of the first version converts its switch and threshold into rules', () => {
    const { settings, lines, choices } = imported('settings-0.json', 'small');
    expect(lines).toEqual(['1 wallet is unchanged.', 'Changes 2 settings.']);
    expect(choices).toEqual(['theme', 'alerts']);
    const froms = settings.choices.alerts.map(({ kind, isOn, from }) => [kind, isOn, from]);
    expect(froms.slice(0, 3)).toEqual([
      ['arrived', true, '75.50'],
      ['left', true, '75.50'],
      ['total', true, '5']
    ]);
    expect(imported('settings-0.json', null).lines).toEqual([
      'Adds: My wallet.',
      'Changes 2 settings.',
      waits('OKX (www.okx.com)')
    ]);
  });
});

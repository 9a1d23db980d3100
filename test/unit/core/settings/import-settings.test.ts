// Settings imports: what a file from anybody may change.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planImport, isReplacing, isOverLimit } from '../../../../electron/core/settings/import-settings';
import { settingsExportText } from '../../../../electron/core/settings/export-settings';
import { DEFAULT_ALERTS, DEFAULT_CHOICES, EMPTY_SETTINGS } from '../../../../shared/domain/default-settings';
import type { Key } from '../../../../shared/schema/key';
import { NOT_EXPORTED_CHOICES } from '../../../../shared/domain/not-exported';
import { Settings } from '../../../../shared/schema/settings';
import { SettingsImport } from '../../../../shared/schema/settings-import';
import type { Wallet } from '../../../../shared/schema/wallet';

const key = (change: Partial<Key> = {}): Key => ({
  id: 'key-a',
  name: 'OKX',
  host: 'https://www.okx.com',
  keptIn: 'keychain',
  ...change
});
const wallet = (change: Partial<Wallet> = {}): Wallet =>
  ({
    id: 'w-a',
    name: 'Cold',
    keyId: 'key-a',
    source: 'v6-address',
    address: '0xabc',
    chains: ['1'],
    ...change
  }) as Wallet;
const settingsOf = (change: Partial<Settings> = {}): Settings => ({
  ...EMPTY_SETTINGS,
  keys: [key()],
  wallets: [wallet()],
  ...change
});
const newId = () => {
  let count = 0;
  return () => `new-${++count}`;
};
const taken = (settings: Settings) => SettingsImport.parse(JSON.parse(settingsExportText(settings)));
const planned = (before: Settings, given: Settings) => planImport(before, taken(given), newId());

describe('an import of settings', () => {
  it('gives a new key a new ID, so that it reaches no entry of the keychain', () => {
    const { settings, waiting } = planned(EMPTY_SETTINGS, settingsOf());
    expect(settings.keys).toEqual([key({ id: 'new-1', isWaiting: true })]);
    expect(settings.wallets).toMatchObject([{ keyId: 'new-1' }]);
    expect(waiting).toEqual(settings.keys);
  });

  it('never changes the host of an existing key to the host of the file', () => {
    const evil = settingsOf({ keys: [key({ host: 'https://evil.example' })] });
    const { settings, waiting } = planned(settingsOf(), evil);
    expect(settings.keys).toEqual([key()]);
    expect(waiting).toEqual([]);
  });

  it('adds a key of the same name for another host as another key', () => {
    const before = settingsOf();
    const given = settingsOf({ keys: [key({ id: 'key-z', host: 'https://evil.example' })], wallets: [] });
    expect(planned(before, given).settings.keys).toMatchObject([
      key(),
      { id: 'new-1', name: 'OKX 2', host: 'https://evil.example', isWaiting: true }
    ]);
  });

  it('uses the existing key for a key of the same name and host', () => {
    const given = settingsOf({
      keys: [key({ id: 'key-z' })],
      wallets: [wallet({ id: 'w-z', keyId: 'key-z', address: '0xdef' })]
    });
    const { settings, waiting } = planned(settingsOf(), given);
    expect(settings.wallets.map(({ keyId }) => keyId)).toEqual(['key-a', 'key-a']);
    expect(waiting).toEqual([]);
  });

  it('removes no wallet, and leaves an existing wallet with its key', () => {
    const before = settingsOf({
      wallets: [wallet(), wallet({ id: 'w-b', address: '0xb' })]
    });
    const given = settingsOf({
      keys: [key({ id: 'key-z', name: 'Other' })],
      wallets: [wallet({ name: 'Vault', keyId: 'key-z' })]
    });
    const { settings, changed, added } = planned(before, given);
    expect(settings.wallets).toEqual([wallet({ name: 'Vault' }), before.wallets[1]]);
    expect([changed.length, added.length]).toEqual([1, 0]);
  });

  it('recognises a wallet of another computer by its account or address', () => {
    const given = settingsOf({
      wallets: [wallet({ id: 'other', address: '0xABC', name: 'Vault' })]
    });
    const { settings } = planned(settingsOf(), given);
    expect(settings.wallets).toMatchObject([{ id: 'w-a', name: 'Vault' }]);
  });

  it('does not let a file replace a wallet by its ID alone', () => {
    const given = settingsOf({ wallets: [wallet({ address: '0xother' })] });
    const { settings } = planned(settingsOf(), given);
    expect(settings.wallets).toMatchObject([wallet(), { id: 'new-1', address: '0xother' }]);
  });

  it('keeps rules and verdicts that the file does not mention, and renames those for wallets with another ID', () => {
    const own = { kind: 'arrived', walletId: 'w-a', token: null, isOn: false, from: '5' } as const;
    const theirs = { ...own, walletId: 'other' };
    const before = settingsOf({
      verdicts: { 'w-a/1/0xabc/': 'count' },
      choices: { ...DEFAULT_CHOICES, alerts: [...DEFAULT_ALERTS, own] }
    });
    const given = settingsOf({
      wallets: [wallet({ id: 'other', address: '0xnew' })],
      verdicts: { 'other/1/0xnew/': 'keep-out' },
      choices: { ...DEFAULT_CHOICES, alerts: [...DEFAULT_ALERTS, theirs] }
    });
    const { settings } = planned(before, given);
    expect(settings.verdicts).toEqual({ 'w-a/1/0xabc/': 'count', 'new-1/1/0xnew/': 'keep-out' });
    expect(settings.choices.alerts).toEqual([...DEFAULT_ALERTS, own, { ...theirs, walletId: 'new-1' }]);
  });

  it('keeps the rule of a kind that the version which wrote the file did not know', () => {
    const off = DEFAULT_ALERTS.map(rule => (rule.kind === 'doubt' ? { ...rule, isOn: false } : rule));
    const before = settingsOf({ choices: { ...DEFAULT_CHOICES, alerts: off } });
    const older = DEFAULT_ALERTS.filter(({ kind }) => kind !== 'doubt');
    const given = settingsOf({ choices: { ...DEFAULT_CHOICES, alerts: older } });
    const text = JSON.parse(settingsExportText(given)) as unknown;
    const { settings, choices } = planImport(before, SettingsImport.parse(text), newId());
    expect(settings.choices.alerts).toEqual(off);
    expect(choices).toEqual([]);
  });

  it('takes rules and verdicts for a token however its id was written', () => {
    const contract = '0x0000000000000000000000000000000000001010';
    const rule = { kind: 'price', walletId: null, token: `137/${contract}`, isOn: false, from: '5' } as const;
    const given = settingsOf({
      wallets: [wallet({ id: 'other', address: '0xnew' })],
      verdicts: { [`other/137/0xnew/${contract}`]: 'keep-out' },
      choices: { ...DEFAULT_CHOICES, alerts: [...DEFAULT_ALERTS, rule] }
    });
    const { settings } = planned(settingsOf(), given);
    expect(settings.verdicts).toEqual({ 'new-1/137/0xnew/': 'keep-out' });
    expect(settings.choices.alerts).toContainEqual({ ...rule, token: '137/' });
  });

  it('changes no choice of the moment, of this computer, or about what the person trusts', () => {
    const before = settingsOf({
      choices: { ...DEFAULT_CHOICES, isHidden: true, explorerHosts: ['etherscan.io'], caFile: '/ca.pem' }
    });
    const given = settingsOf({ choices: { ...DEFAULT_CHOICES, caFile: '/evil.pem', pausedUntil: 9 } });
    const text = JSON.parse(settingsExportText(given)) as { choices: Record<string, unknown> };
    for (const name of NOT_EXPORTED_CHOICES) expect(text.choices).not.toHaveProperty(name);
    // A config.json contains all these choices.
    const whole = SettingsImport.parse({ ...given, choices: given.choices });
    const { settings, choices } = planImport(before, whole, newId());
    expect(settings.choices).toEqual(before.choices);
    expect(choices).toEqual([]);
  });

  it('is over the limit if the settings could not be read again', () => {
    const rules = Array.from({ length: 300 }, (_, at) => ({ ...DEFAULT_ALERTS[0]!, token: `1/${at}` }));
    const others = rules.map(rule => ({ ...rule, token: `x${rule.token}` }));
    const before = settingsOf({ choices: { ...DEFAULT_CHOICES, alerts: rules } });
    const plan = planned(before, settingsOf({ choices: { ...DEFAULT_CHOICES, alerts: others } }));
    expect(isOverLimit(plan)).toBe(true);
    expect(isOverLimit(planned(before, before))).toBe(false);
  });
});

const hex = (length: number) =>
  fc
    .array(fc.constantFrom(...'0123456789abcdef'), { minLength: length, maxLength: length })
    .map(all => all.join(''));
const uuid = fc.uuid();
const name = fc
  .stringMatching(/^[A-Za-z0-9 \u4e00-\u4eff]{1,20}$/)
  .filter(text => text.trim() === text && text !== '');
const anySettings = fc
  .record({
    keys: fc.uniqueArray(fc.record({ id: uuid, name }), {
      minLength: 1,
      maxLength: 3,
      selector: ({ name: own }) => own
    }),
    wallets: fc.uniqueArray(
      fc.record({ id: uuid, name, address: hex(40), at: fc.nat(2), isPaused: fc.boolean() }),
      {
        maxLength: 6,
        selector: ({ address }) => address
      }
    ),
    theme: fc.constantFrom('system', 'light', 'dark'),
    lookForUpdates: fc.boolean(),
    verdict: fc.constantFrom('count', 'keep-out')
  })
  .map(({ keys, wallets, verdict, ...choices }) => {
    const made = wallets.map(({ at, address, ...rest }) => ({
      ...rest,
      keyId: keys[at % keys.length]!.id,
      source: 'v6-address' as const,
      address: `0x${address}`,
      chains: ['1', '56']
    }));
    return Settings.parse({
      version: 1,
      keys: keys.map(one => ({ ...one, host: 'https://www.okx.com', keptIn: 'keychain' })),
      wallets: made,
      verdicts: Object.fromEntries(made.map(({ id, address }) => [`${id}/1/${address}/`, verdict])),
      choices
    });
  });

describe('an export of settings', () => {
  it('changes nothing when it is imported where it was made', () => {
    fc.assert(
      fc.property(anySettings, settings => {
        const plan = planned(settings, settings);
        expect(plan.settings).toEqual(settings);
        expect(isReplacing(plan)).toBe(false);
      })
    );
  });

  it('gives the same settings on an empty computer, with new key IDs and keys that wait for credentials', () => {
    fc.assert(
      fc.property(anySettings, settings => {
        const { settings: got } = planned(EMPTY_SETTINGS, settings);
        expect(Settings.parse(got)).toEqual(got);
        const ids = new Map(got.keys.map(({ id }, at) => [settings.keys[at]!.id, id]));
        expect(got).toEqual({
          ...settings,
          keys: settings.keys.map(one => ({ ...one, id: ids.get(one.id), isWaiting: true })),
          wallets: settings.wallets.map(one => ({ ...one, keyId: ids.get(one.keyId) }))
        });
      })
    );
  });
});

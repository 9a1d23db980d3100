import { describe, expect, it } from 'vitest';
import { DEFAULT_CHOICES, EMPTY_SETTINGS } from '../../../../shared/domain/default-settings';
import { MAX_ALERT_RULES } from '../../../../shared/domain/limits';
import { Choices, Settings } from '../../../../shared/schema/settings';

const RULE = { kind: 'arrived', walletId: null, token: null, isOn: true, from: '10' };

describe('the settings file', () => {
  it('starts with default settings that it reads back unchanged', () => {
    expect(Settings.parse(JSON.parse(JSON.stringify(EMPTY_SETTINGS)))).toEqual(EMPTY_SETTINGS);
  });

  it('of an older version gets the default for a missing choice, and keeps the others', () => {
    const older = { version: 1, keys: [], wallets: [], choices: { isHidden: true } };
    expect(Settings.parse(older).choices).toEqual({ ...DEFAULT_CHOICES, isHidden: true });
  });

  it('of an older version gets the rule of a kind of alert that it did not know, and keeps its own rules', () => {
    const known = DEFAULT_CHOICES.alerts
      .filter(({ kind }) => kind !== 'doubt')
      .map(rule => ({ ...rule, isOn: false }));
    const own = { ...RULE, walletId: 'w1' };
    const older = { ...EMPTY_SETTINGS, choices: { ...DEFAULT_CHOICES, alerts: [...known, own] } };
    const added = { kind: 'doubt', walletId: null, token: null, isOn: true, from: '0' };
    const read = Settings.parse(JSON.parse(JSON.stringify(older)));
    expect(read.choices.alerts).toEqual([...known, own, added]);
    expect(Settings.parse(JSON.parse(JSON.stringify(read)))).toEqual(read);
  });

  it('with as many rules as may be imported is read again after the rule of a new kind was added', () => {
    const own = Array.from({ length: MAX_ALERT_RULES - 8 }, (_, at) => ({ ...RULE, token: `1/${at}` }));
    const known = DEFAULT_CHOICES.alerts.filter(({ kind }) => kind !== 'doubt');
    const older = { ...EMPTY_SETTINGS, choices: { ...DEFAULT_CHOICES, alerts: [...known, ...own] } };
    const read = Settings.parse(JSON.parse(JSON.stringify(older)));
    expect(read.choices.alerts).toHaveLength(MAX_ALERT_RULES + 1);
    expect(Settings.parse(JSON.parse(JSON.stringify(read)))).toEqual(read);
  });

  it('loses fields that are no settings: a secret in it would not be kept', () => {
    const key = { id: 'k1', name: 'OKX', host: 'https://www.okx.com', keptIn: 'keychain', secretKey: 'x' };
    const choices = { ...DEFAULT_CHOICES, secretKey: 'x' };
    expect(JSON.stringify(Settings.parse({ version: 1, keys: [key], wallets: [], choices }))).not.toContain(
      'x"'
    );
  });

  it.each([
    { visibleIntervalMs: 9999 },
    { visibleIntervalMs: 86_400_001 },
    { hiddenIntervalMs: 60_000.5 },
    { idleIntervalMs: '60000' },
    { alerts: [{ ...RULE, from: '-1' }] },
    { alerts: [{ ...RULE, from: '1e3' }] },
    { alerts: [{ ...RULE, from: '10.001' }] },
    { alerts: [{ ...RULE, kind: 'gone' }] },
    { quietHours: { ...DEFAULT_CHOICES.quietHours, to: 1440 } },
    { alertsADay: 0 },
    { windowPlace: { x: 0, y: 0, width: 0, height: 100 } },
    { trayText: 'big' },
    { pausedUntil: null }
  ])('refuses the choice %j', change => {
    expect(Choices.safeParse({ ...DEFAULT_CHOICES, ...change }).success).toBe(false);
    expect(Settings.safeParse({ ...EMPTY_SETTINGS, choices: change }).success).toBe(false);
  });

  it.each([
    { visibleIntervalMs: 10_000 },
    { alerts: [{ ...RULE, from: '0' }] },
    { alerts: [{ ...RULE, from: '10.25' }] }
  ])('takes the choice %j', change =>
    expect(Choices.safeParse({ ...DEFAULT_CHOICES, ...change }).success).toBe(true)
  );
});

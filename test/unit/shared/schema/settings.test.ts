import { describe, expect, it } from 'vitest';
import { DEFAULT_CHOICES, EMPTY_SETTINGS } from '../../../../shared/domain/default-settings';
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

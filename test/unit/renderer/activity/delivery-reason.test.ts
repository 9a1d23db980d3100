// Delivery reasons: a sentence for each reason, and none that the alert rules of today would make untrue.
import { describe, expect, it } from 'vitest';
import type { AlertEntry } from '../../../../shared/schema/activity';
import type { AlertRule } from '../../../../shared/schema/alert';
import { tokenOf } from '../../../../shared/domain/holding-id';
import type { Choices } from '../../../../shared/schema/settings';
import type { AppState } from '../../../../shared/schema/app-state';
import { withRule } from '../../../../renderer/alerts/rules';
import { deliveryReasonOf } from '../../../../renderer/activity/delivery-reason';
import { arrived, price, total } from '../../../fakes/activity';
import { fresh } from '../../../fakes/states';

const NOW = Date.UTC(2026, 10, 22, 10, 32);
const HOUR_MS = 60 * 60_000;
const QUIET = { isOn: true, from: 23 * 60, to: 7 * 60, letsKeysPass: true };
const NOT_NOTIFIED = { toldAt: null, toldIn: null };
const night = NOW - 7 * HOUR_MS;

function app(changed: Partial<Choices> = {}): AppState {
  const state = fresh(NOW);
  return { ...state, choices: { ...state.choices, ...changed } };
}

function rule(changed: Partial<AlertRule>): AlertRule[] {
  const base = { kind: 'arrived' as const, walletId: null, token: null, isOn: true, from: '10' };
  return withRule(app().choices.alerts, { ...base, ...changed });
}

function say(entry: AlertEntry, state = app()): string {
  const { lead, text } = deliveryReasonOf(entry, state, NOW);
  return `${lead} ${text}`.trim();
}

describe('the reason of a notified entry', () => {
  it.each<[string, AlertEntry]>([
    ['Notified: worth $10 or more', arrived(NOW)],
    ['Notified: total moved 5\u202f% or more', total(NOW)],
    ['Notified: price moved 10\u202f% or more', price(NOW)],
    ['Shown in the open window', arrived(NOW, { toldIn: 'window' })],
    [
      'Notified: waited for the next notification, sent at 10:15',
      arrived(NOW - HOUR_MS, { silence: 'cooldown', toldAt: NOW - 17 * 60_000 })
    ],
    [
      'Notified: quiet hours, 23:00 to 07:00; sent at 07:05',
      arrived(night, { silence: 'quiet-hours', toldAt: Date.UTC(2026, 10, 22, 7, 5) })
    ]
  ])('the reason is %s', (text, entry) => {
    expect(say(entry, app({ quietHours: QUIET }))).toBe(text);
  });

  it('the reason does not name a threshold that was raised since', () => {
    expect(say(arrived(NOW, { worth: '50' }), app({ alerts: rule({ from: '100' }) }))).toBe(
      'Notified: over the threshold at the time'
    );
  });
});

describe('the reason of an entry that was not notified', () => {
  it.each<[string, AlertEntry]>([
    ['the desktop refused it', arrived(NOW, NOT_NOTIFIED)],
    ['worth less than $10', arrived(NOW, { ...NOT_NOTIFIED, silence: 'below-threshold', worth: '9.99' })],
    ['worth less than $10', arrived(NOW, { ...NOT_NOTIFIED, silence: 'below-threshold', worth: '-9.99' })],
    ['its value is unknown', arrived(NOW, { ...NOT_NOTIFIED, silence: 'below-threshold', worth: null })],
    [
      'total moved less than 5\u202f%',
      total(NOW, { ...NOT_NOTIFIED, silence: 'below-threshold', percent: '-4.99' })
    ],
    [
      'under the threshold at the time',
      arrived(NOW, { ...NOT_NOTIFIED, silence: 'below-threshold', worth: '10' })
    ],
    ['turned off', arrived(NOW, { ...NOT_NOTIFIED, silence: 'switched-off' })],
    ['OKX calls this token risky', arrived(NOW, { ...NOT_NOTIFIED, silence: 'risky' })],
    ['the token is not counted', arrived(NOW, { ...NOT_NOTIFIED, silence: 'not-counted' })],
    ['the token is under 5\u202f% of the total', price(NOW, { ...NOT_NOTIFIED, silence: 'small-share' })],
    ['Tokentray was paused', arrived(NOW, { ...NOT_NOTIFIED, silence: 'paused' })],
    ['quiet hours, 23:00 to 07:00', arrived(night, { ...NOT_NOTIFIED, silence: 'quiet-hours' })],
    ['quiet hours', arrived(NOW, { ...NOT_NOTIFIED, silence: 'quiet-hours' })],
    ['waiting for the next notification', arrived(NOW, { ...NOT_NOTIFIED, silence: 'cooldown' })],
    ['already 12 notifications in 24 hours', arrived(NOW, { ...NOT_NOTIFIED, silence: 'daily-cap' })]
  ])('the reason is: %s', (text, entry) => {
    expect(say(entry, app({ quietHours: QUIET }))).toBe(`Not notified: ${text}`);
  });

  it('the reason names the token or the wallet whose own rule is switched off', () => {
    const state = app();
    const row = state.portfolio.holdings.find(one => one.symbol === 'USDC' && one.chainIndex === '8453');
    const entry = arrived(NOW, { ...NOT_NOTIFIED, silence: 'switched-off', holdingId: row?.id ?? null });
    const token = row ? tokenOf(row) : null;
    expect(say(entry, app({ alerts: rule({ token, isOn: false }) }))).toBe(
      'Not notified: turned off for USDC'
    );
    const ofWallet = rule({ walletId: 'w2', isOn: false });
    expect(say(entry, app({ alerts: ofWallet }))).toBe('Not notified: turned off for Daily');
  });

  it('the dollars of a threshold are masked while balances are hidden, and its percents are not', () => {
    const small = arrived(NOW, { ...NOT_NOTIFIED, silence: 'below-threshold', worth: '2' });
    expect(say(small, app({ isHidden: true }))).toBe('Not notified: worth less than •••');
    expect(say(total(NOW), app({ isHidden: true }))).toBe('Notified: total moved 5\u202f% or more');
  });
});

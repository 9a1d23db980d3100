// The settings to begin with; apart from the schema, so that the command line reads files without loading it.
import type { AlertKind, AlertRule } from '../schema/alert';
import type { Choices, Settings } from '../schema/settings';
import { MINUTE_MS } from './durations';

const forAll = (kind: AlertKind, from: string): AlertRule => ({
  kind,
  walletId: null,
  token: null,
  isOn: true,
  from
});

/** One rule for all of each kind; a person's own rules stand beside them. */
export const DEFAULT_ALERTS: readonly AlertRule[] = [
  forAll('arrived', '10'),
  forAll('left', '10'),
  forAll('total', '5'),
  forAll('price', '10'),
  forAll('key', '0'),
  forAll('polls', '30'),
  forAll('unverified', '0'),
  forAll('unsupported', '0')
];

export const DEFAULT_CHOICES: Choices = {
  isHidden: false,
  hideOnLock: false,
  countRisky: false,
  trayText: 'compact',
  trayInk: 'auto',
  trayClick: 'popover',
  windowPlace: null,
  theme: 'system',
  language: 'system',
  changeColours: 'green-up',
  singleKeys: true,
  explorerHosts: [],
  caFile: null,
  shortcuts: { open: null, hide: null },
  visibleIntervalMs: MINUTE_MS,
  hiddenIntervalMs: 5 * MINUTE_MS,
  idleIntervalMs: 15 * MINUTE_MS,
  alerts: [...DEFAULT_ALERTS],
  quietHours: { isOn: false, from: 22 * 60, to: 7 * 60, letsKeysPass: true },
  alertCooldownMs: 15 * MINUTE_MS,
  alertsADay: 12,
  amountsInNotices: true,
  activitySeenAt: 0,
  pausedUntil: 0,
  hideSmall: true,
  columns: ['amount', 'price', 'change', 'value'],
  toldAboutTray: false,
  lookForUpdates: false,
  countDefi: false,
  secondCurrency: 'none',
  manualRate: null,
  guardFromUsd: '100',
  guardFromPercent: 50,
  guardPriceTimes: 10
};

export const EMPTY_SETTINGS: Settings = { version: 1, keys: [], wallets: [], choices: DEFAULT_CHOICES };

export const UNTIL_RESUMED = Number.MAX_SAFE_INTEGER;

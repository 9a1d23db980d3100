// The settings to begin with; apart from the schema, so that the command line reads files without loading it.
import type { Choices, Settings } from './settings';

const MINUTE_MS = 60_000;

export const DEFAULT_CHOICES: Choices = {
  isHidden: false,
  countRisky: false,
  trayText: 'compact',
  trayInk: 'auto',
  theme: 'system',
  visibleIntervalMs: MINUTE_MS,
  hiddenIntervalMs: 5 * MINUTE_MS,
  idleIntervalMs: 15 * MINUTE_MS,
  notifyAmounts: true,
  notifyFromUsd: '10',
  pausedUntil: 0,
  hideSmall: true,
  toldAboutTray: false,
  countDefi: false,
  secondCurrency: 'none',
  manualRate: null,
  guardFromUsd: '100',
  guardFromPercent: 50,
  guardPriceTimes: 10
};

export const EMPTY_SETTINGS: Settings = { version: 1, keys: [], wallets: [], choices: DEFAULT_CHOICES };

export const UNTIL_RESUMED = Number.MAX_SAFE_INTEGER;

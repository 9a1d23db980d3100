// English texts of the settings, and the choices they offer.

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;

export const SETTINGS = {
  title: 'Settings',
  look: 'Appearance',
  theme: 'Theme',
  themes: { system: 'System', light: 'Light', dark: 'Dark' },
  isHidden: 'Hide balances',
  isHiddenHint: 'Every amount is masked: here, in the tray, in notifications and in copied text.',
  tray: 'Tray',
  trayText: 'Shown in the tray',
  trayTexts: {
    compact: 'Short total, such as $42.1k',
    full: 'Full total',
    change: 'Change only',
    icon: 'Icon only'
  },
  trayInk: 'Colour of the icon',
  trayInks: { auto: 'Follows the system', light: 'Light', dark: 'Dark' },
  polling: 'Refresh',
  visibleIntervalMs: 'While this window is open',
  hiddenIntervalMs: 'While it is closed',
  idleIntervalMs: 'While you are away',
  pause: 'Pause',
  pauses: { 'an-hour': 'For an hour', tomorrow: 'Until tomorrow', resumed: 'Until resumed' },
  resume: 'Resume',
  counting: 'Counting',
  countRisky: 'Count risky tokens',
  countRiskyHint: 'Tokens that OKX calls risky are listed, and left out of the total, unless this is on.',
  hideSmall: 'Fold holdings under $1',
  hideSmallHint: 'They are counted all the same.',
  notices: 'Notifications',
  notifyAmounts: 'When an amount arrives or leaves',
  notifyFromUsd: 'From a worth of, in dollars',
  notifyFromUsdWrong: 'Write an amount of dollars, such as 10 or 2.50.',
  test: 'Show a test notification',
  tested: 'Sent to the system',
  wallets: 'Wallets',
  addWallet: 'Connect another wallet',
  remove: 'Remove',
  removeSure: 'Remove it',
  removeAsk: (name: string): string => `Stop watching ${name}?`,
  keys: 'Keys',
  keptIn: { keychain: 'in the keychain', session: 'for this session only' },
  newKey: 'New key',
  forget: 'Forget key',
  forgetSure: 'Forget it',
  forgetAsk: 'Its wallets cannot be refreshed any more.',
  keep: 'Keep',
  demo: 'Demo',
  demoText: 'This is a made-up portfolio in a profile of its own.',
  leaveDemo: 'Leave the demo'
};

/** Offered between two polls; a value set elsewhere is added to the menu. */
const INTERVALS_MS = [10 * SECOND_MS, 30 * SECOND_MS, ...[1, 2, 5, 10, 15, 30, 60].map(n => n * MINUTE_MS)];

export function intervalText(ms: number): string {
  if (ms < MINUTE_MS) return `${ms / SECOND_MS} seconds`;
  if (ms % MINUTE_MS !== 0) return `${Math.round(ms / SECOND_MS)} seconds`;
  const minutes = ms / MINUTE_MS;
  return minutes === 1 ? '1 minute' : minutes === 60 ? '1 hour' : `${minutes} minutes`;
}

export function intervalChoices(current: number): { value: string; text: string }[] {
  const all = INTERVALS_MS.includes(current)
    ? INTERVALS_MS
    : [...INTERVALS_MS, current].sort((a, b) => a - b);
  return all.map(ms => ({ value: String(ms), text: intervalText(ms) }));
}

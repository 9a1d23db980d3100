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
  countDefi: 'DeFi positions as a row of their own',
  countDefiHint: 'Their worth as OKX adds it up: staked, lent, pooled. OKX lists no tokens for it.',
  guard: 'Airdrops and wrong prices can make a total jump. What is over these limits waits for your word.',
  hideSmall: 'Fold holdings under $1',
  hideSmallHint: 'They are counted all the same.',
  wallets: 'Wallets and keys',
  keep: 'Keep',
  demo: 'Demo',
  demoText: 'This is a made-up portfolio in a profile of its own.',
  leaveDemo: 'Leave the demo'
};

export interface ThresholdWords {
  readonly label: string;
  readonly wrong: string;
  /** What may be typed. */
  readonly shape: RegExp;
  readonly least: number;
  readonly most: number;
}

const DOLLARS = { shape: /^\d{1,15}(\.\d{1,2})?$/, least: 0, most: Infinity };

export const THRESHOLDS = {
  guardFromUsd: {
    label: 'A new token worth more than, in dollars',
    wrong: 'Write an amount of dollars, such as 100.',
    ...DOLLARS
  },
  guardFromPercent: {
    label: 'and more than this part of the rest, in percent',
    wrong: 'Write a number from 1 to 1000.',
    shape: /^\d{1,4}(\.\d{1,2})?$/,
    least: 1,
    most: 1000
  },
  guardPriceTimes: {
    label: 'A price that moves this many times at once',
    wrong: 'Write a whole number from 2 to 1000.',
    shape: /^\d{1,4}$/,
    least: 2,
    most: 1000
  }
} satisfies Record<string, ThresholdWords>;

/** The number as it is kept, without a dollar or percent sign; null when it cannot be. */
export function judgeThreshold({ shape, least, most }: ThresholdWords, typed: string): string | null {
  const text = typed.trim().replace(/^\$|\s*%$/g, '');
  return shape.test(text) && Number(text) >= least && Number(text) <= most ? text : null;
}

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

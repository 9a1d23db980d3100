// Texts of the settings, and the choices they offer.
import { SECOND_MS, MINUTE_MS } from '../../shared/domain/durations';
import { spoken, type Language } from '../../shared/domain/language';
import { INTERVALS_ZH, SETTINGS_ZH, THRESHOLDS_ZH } from './settings-words-zh';

const SETTINGS_EN = {
  title: 'Settings',
  look: 'Appearance',
  theme: 'Theme',
  themes: { system: 'System', light: 'Light', dark: 'Dark' },
  language: 'Language',
  languageOfSystem: 'System',
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
  demo: 'Demo',
  demoText: 'This is a made-up portfolio in a profile of its own.',
  leaveDemo: 'Leave the demo'
};
export type SettingsWords = typeof SETTINGS_EN;
export const SETTINGS = spoken(SETTINGS_EN, SETTINGS_ZH);

/** The same in every language. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', zh: '简体中文' };

export interface ThresholdWords {
  readonly label: string;
  readonly wrong: string;
  /** What may be typed. */
  readonly shape: RegExp;
  readonly least: number;
  readonly most: number;
}

const LIMITS = {
  guardFromUsd: { shape: /^\d{1,15}(\.\d{1,2})?$/, least: 0, most: Infinity },
  guardFromPercent: { shape: /^\d{1,4}(\.\d{1,2})?$/, least: 1, most: 1000 },
  guardPriceTimes: { shape: /^\d{1,4}$/, least: 2, most: 1000 }
};
export type ThresholdTexts = Record<keyof typeof LIMITS, { label: string; wrong: string }>;

const THRESHOLDS_EN: ThresholdTexts = {
  guardFromUsd: {
    label: 'A new token worth more than, in dollars',
    wrong: 'Write an amount of dollars, such as 100.'
  },
  guardFromPercent: {
    label: 'and more than this part of the rest, in percent',
    wrong: 'Write a number from 1 to 1000.'
  },
  guardPriceTimes: {
    label: 'A price that moves this many times at once',
    wrong: 'Write a whole number from 2 to 1000.'
  }
};

function limited(texts: ThresholdTexts): Record<keyof ThresholdTexts, ThresholdWords> {
  return {
    guardFromUsd: { ...texts.guardFromUsd, ...LIMITS.guardFromUsd },
    guardFromPercent: { ...texts.guardFromPercent, ...LIMITS.guardFromPercent },
    guardPriceTimes: { ...texts.guardPriceTimes, ...LIMITS.guardPriceTimes }
  };
}

export const THRESHOLDS = spoken(limited(THRESHOLDS_EN), limited(THRESHOLDS_ZH));

/** The number as it is kept, without a dollar or percent sign; null when it cannot be. */
export function judgeThreshold({ shape, least, most }: ThresholdWords, typed: string): string | null {
  const text = typed.trim().replace(/^\$|\s*%$/g, '');
  return shape.test(text) && Number(text) >= least && Number(text) <= most ? text : null;
}

/** Offered between two polls; a value set elsewhere is added to the menu. */
const INTERVALS_MS = [10 * SECOND_MS, 30 * SECOND_MS, ...[1, 2, 5, 10, 15, 30, 60].map(n => n * MINUTE_MS)];

const INTERVALS_EN = {
  seconds: (count: number): string => `${count} seconds`,
  minutes: (count: number): string => (count === 1 ? '1 minute' : `${count} minutes`),
  hour: '1 hour'
};
export type IntervalWords = typeof INTERVALS_EN;
export const INTERVALS = spoken(INTERVALS_EN, INTERVALS_ZH);

export function intervalText(ms: number): string {
  if (ms % MINUTE_MS !== 0) return INTERVALS.seconds(Math.round(ms / SECOND_MS));
  const minutes = ms / MINUTE_MS;
  return minutes === 60 ? INTERVALS.hour : INTERVALS.minutes(minutes);
}

export function intervalChoices(current: number): { value: string; text: string }[] {
  const all = INTERVALS_MS.includes(current)
    ? INTERVALS_MS
    : [...INTERVALS_MS, current].sort((a, b) => a - b);
  return all.map(ms => ({ value: String(ms), text: intervalText(ms) }));
}

// Schema of the settings file: keys without their secrets, wallets, verdicts on holdings, and choices.
import { z } from 'zod';
import { DEFAULT_CHOICES } from '../domain/default-settings';
import { DAY_MS } from '../domain/durations';
import { LANGUAGES } from '../domain/language';
import { AlertRule, QuietHours } from './alert';
import { Key } from './key';
import { Wallet } from './wallet';

const IntervalMs = z.number().int().min(10_000).max(DAY_MS);
const Rate = z.string().regex(/^\d{1,12}(\.\d{1,12})?$/);
const Shortcut = z.string().max(100).nullable();
const Usd = z.string().regex(/^\d{1,15}(\.\d{1,2})?$/);

export const Choices = z.object({
  isHidden: z.boolean(),
  /** Balances are hidden when the screen locks, and stay so. */
  hideOnLock: z.boolean(),
  countRisky: z.boolean(),
  /** What stands in the tray: `compact` $42.1k, `full` $42,070.96 (macOS), `change` +1.5 %, `icon` nothing. */
  trayText: z.enum(['compact', 'full', 'change', 'icon']),
  /** The panel's colour cannot be read reliably on Linux; `auto` follows the system's theme. */
  trayInk: z.enum(['auto', 'light', 'dark']),
  /** What a click on the tray icon opens, where the system says where the icon is; elsewhere the window. */
  trayClick: z.enum(['popover', 'window']),
  /** Where the window was when it was closed, in display pixels. */
  windowPlace: z
    .object({ x: z.number(), y: z.number(), width: z.number().min(1), height: z.number().min(1) })
    .nullable(),
  theme: z.enum(['system', 'light', 'dark']),
  language: z.enum(['system', ...LANGUAGES]),
  /** Of what went up and what went down; signs and shapes say it too. */
  changeColours: z.enum(['green-up', 'red-up', 'blue-orange']),
  /** Single letters act; off: only Escape, Enter, arrows and what is pressed with Ctrl or Cmd. */
  singleKeys: z.boolean(),
  /** Hosts of explorers that are opened without asking. */
  explorerHosts: z.array(z.string().max(100)).max(100),
  /** Path of certificates that are trusted besides the built-in ones; chosen in a dialog of main alone. */
  caFile: z.string().max(4096).nullable(),
  /** Keys that reach the app from everywhere; null: none. */
  shortcuts: z.object({ open: Shortcut, hide: Shortcut }),
  visibleIntervalMs: IntervalMs,
  hiddenIntervalMs: IntervalMs,
  idleIntervalMs: IntervalMs,
  /** What is told, and from which size on. */
  alerts: z.array(AlertRule).max(500),
  quietHours: QuietHours,
  /** Two notices of one kind are this far apart; what happens between is held back and told with the next. */
  alertCooldownMs: z.number().int().min(0).max(DAY_MS),
  /** Notices in 24 hours; the one after says that it is the last. */
  alertsADay: z.number().int().min(1).max(1000),
  /** Off: notifications name tokens, and no amounts. */
  amountsInNotices: z.boolean(),
  /** Entries of the activity told after this moment are new, ms. */
  activitySeenAt: z.number(),
  /** ms; 0: not paused; MAX_SAFE_INTEGER: until resumed. */
  pausedUntil: z.number(),
  /** Hidden rows only: small holdings are counted all the same. */
  hideSmall: z.boolean(),
  /** Of the table, beside the token. */
  columns: z.array(z.enum(['amount', 'price', 'change', 'value', 'share'])).max(5),
  toldAboutTray: z.boolean(),
  /** Once a day, with a poll; never in a build that a package manager keeps up to date. */
  lookForUpdates: z.boolean(),
  /** DeFi positions as a row of their own, from OKX's total-value endpoints. */
  countDefi: z.boolean(),
  /** Beside USD: a price or a rate that OKX gives, or a manual one. */
  secondCurrency: z.enum(['none', 'BTC', 'ETH', 'CNY', 'manual']),
  /** How much of `code` one USD is; OKX gives no rates but CNY, so a person enters them. */
  manualRate: z.object({ code: z.string().regex(/^[A-Z]{3}$/), perUsd: Rate, at: z.number() }).nullable(),
  /** Spike guard: a new token worth more than this, and more than this share of the rest, waits for the person's word. */
  guardFromUsd: Usd,
  guardFromPercent: z.number().min(1).max(1000),
  /** A price that moves this many times at once is not believed at once. */
  guardPriceTimes: z.number().int().min(2).max(1000)
});
export type Choices = z.infer<typeof Choices>;

/** The person's word on a holding: it counts although risky or unverified, or it is kept out. */
export const Verdict = z.enum(['count', 'keep-out']);
export type Verdict = z.infer<typeof Verdict>;

/** Checked here, so that the constants need no schema. */
const DEFAULTS: z.input<typeof Choices> = DEFAULT_CHOICES;

export const Settings = z.object({
  version: z.literal(1),
  keys: z.array(Key),
  wallets: z.array(Wallet),
  /** By holding id. */
  verdicts: z.record(z.string(), Verdict).optional(),
  /** A choice that the file does not know yet takes its default. */
  choices: z
    .looseObject({})
    .transform(stored => ({ ...DEFAULTS, ...stored }))
    .pipe(Choices)
});
export type Settings = z.infer<typeof Settings>;

// The settings file: wallets, open halves of keys, and choices. Never a secret.
import { z } from 'zod';
import { Key } from './key';
import { Wallet } from './wallet';

const MINUTE_MS = 60_000;
const IntervalMs = z
  .number()
  .int()
  .min(10_000)
  .max(24 * 60 * MINUTE_MS);
const Usd = z.string().regex(/^\d{1,15}(\.\d{1,2})?$/);

export const Choices = z.object({
  isHidden: z.boolean(),
  countRisky: z.boolean(),
  /** What stands in the tray: `compact` $42.1k, `full` $42,070.96 (macOS), `change` +1.5 %, `icon` nothing. */
  trayText: z.enum(['compact', 'full', 'change', 'icon']),
  /** The panel's colour cannot be read reliably on Linux; `auto` follows the system's theme. */
  trayInk: z.enum(['auto', 'light', 'dark']),
  theme: z.enum(['system', 'light', 'dark']),
  visibleIntervalMs: IntervalMs,
  hiddenIntervalMs: IntervalMs,
  idleIntervalMs: IntervalMs,
  notifyAmounts: z.boolean(),
  /** Amount changes worth less than this stay silent. */
  notifyFromUsd: Usd,
  /** ms; 0: not paused; MAX_SAFE_INTEGER: until resumed. */
  pausedUntil: z.number(),
  /** Hidden rows only: small holdings are counted all the same. */
  hideSmall: z.boolean(),
  toldAboutTray: z.boolean()
});
export type Choices = z.infer<typeof Choices>;

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
  toldAboutTray: false
};

export const Settings = z.object({
  version: z.literal(1),
  keys: z.array(Key),
  wallets: z.array(Wallet),
  /** A choice that the file does not know yet takes its default. */
  choices: z
    .looseObject({})
    .transform(stored => ({ ...DEFAULT_CHOICES, ...stored }))
    .pipe(Choices)
});
export type Settings = z.infer<typeof Settings>;

export const EMPTY_SETTINGS: Settings = { version: 1, keys: [], wallets: [], choices: DEFAULT_CHOICES };

export const UNTIL_RESUMED = Number.MAX_SAFE_INTEGER;

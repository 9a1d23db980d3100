// The settings file: wallets, open halves of keys, and choices. Never a secret.
import { z } from 'zod';
import { DEFAULT_CHOICES } from './default-settings';
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

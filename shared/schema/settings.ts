// Schema of the settings file: keys without their secrets, wallets, verdicts on holdings, and choices.
import { z } from 'zod';
import { ALERT_KINDS } from '../alerts/alert-kinds';
import { MAX_ALERT_RULES, MAX_GROUPS } from '../domain/limits';
import { DEFAULT_CHOICES, withMissingRules } from '../domain/default-settings';
import { DAY_MS } from '../domain/durations';
import { LANGUAGES } from '../domain/language';
import { AlertRule, QuietHours } from './alert';
import { Key } from './key';
import { Wallet, RemovedWallet, WalletGroup } from './wallet';

const IntervalMs = z.number().int().min(10_000).max(DAY_MS);
const Rate = z.string().regex(/^\d{1,12}(\.\d{1,12})?$/);
const Shortcut = z.string().max(100).nullable();
const Usd = z.string().regex(/^\d{1,15}(\.\d{1,2})?$/);

/** [key, slot of 1 to 6], sorted by slot. Pairs and no record: a token may be called `__proto__`. */
const Slots = z.array(z.tuple([z.string().max(600), z.number().int().min(1).max(6)])).max(6);

/** The series colours of the largest chains (chainIndex), tokens (asset, or chainIndex/contract) and wallets (id). */
export const ColourSlots = z.object({ chains: Slots, tokens: Slots, wallets: Slots });
export type ColourSlots = z.infer<typeof ColourSlots>;

export const Choices = z.object({
  isHidden: z.boolean(),
  /** Balances are hidden when the screen locks, and stay hidden afterwards. */
  hideOnLock: z.boolean(),
  countRisky: z.boolean(),
  /** The text in the tray: `compact` $42.1k, `full` $42,070.96 (macOS), `change` +1.5 %, `icon` no text. */
  trayText: z.enum(['compact', 'full', 'change', 'icon']),
  /** The group of wallets that tray and popover show; null, and a group without a wallet: all. */
  trayGroup: z.string().max(64).nullable(),
  /** The panel's colour cannot be read reliably on Linux; `auto` follows the system's theme. */
  trayInk: z.enum(['auto', 'light', 'dark', 'plate']),
  /** What a click on the tray icon opens. The window opens if the system does not report where the icon is. */
  trayClick: z.enum(['popover', 'window']),
  /** Where the window was when it was closed, in display pixels. */
  windowPlace: z
    .object({ x: z.number(), y: z.number(), width: z.number().min(1), height: z.number().min(1) })
    .nullable(),
  theme: z.enum(['system', 'light', 'dark']),
  language: z.enum(['system', ...LANGUAGES]),
  /** The colours of up and down; signs and shapes show the direction too. */
  changeColours: z.enum(['green-up', 'red-up', 'blue-orange']),
  /** Single-letter shortcuts work; off: only Escape, Enter, arrows and combinations with Ctrl or Cmd. */
  singleKeys: z.boolean(),
  /** Hosts of explorers that are opened without a question. */
  explorerHosts: z.array(z.string().max(100)).max(100),
  /** Path of a file with certificates trusted besides the built-in ones; it is chosen only in a dialog of main. */
  caFile: z.string().max(4096).nullable(),
  /** Global shortcuts; null: none. */
  shortcuts: z.object({ open: Shortcut, hide: Shortcut }),
  visibleIntervalMs: IntervalMs,
  hiddenIntervalMs: IntervalMs,
  idleIntervalMs: IntervalMs,
  /** Which alerts are notified, and from which size on. */
  alerts: z.array(AlertRule).max(MAX_ALERT_RULES + ALERT_KINDS.length),
  quietHours: QuietHours,
  /** The least time between two notifications of one kind, ms; alerts in between are deferred to the next one. */
  alertCooldownMs: z.number().int().min(0).max(DAY_MS),
  /** The most notifications in 24 hours; the next one says that it is the last. */
  alertsADay: z.number().int().min(1).max(1000),
  /** Off: notifications name tokens, but no amounts. */
  amountsInNotices: z.boolean(),
  /** Activity entries notified after this time are new, ms. */
  activitySeenAt: z.number(),
  /** When the person last closed the window, the popover or the menu of the tray, ms; 0: never yet. */
  lookedAt: z.number(),
  /** The end of the pause, ms; 0: not paused; MAX_SAFE_INTEGER: until resumed. */
  pausedUntil: z.number(),
  /** Hides only the rows: small holdings still count in the total. */
  hideSmall: z.boolean(),
  /** What joins by token takes a wrapped coin for the coin itself, as WETH for ETH. */
  joinWrapped: z.boolean(),
  /** Kept, so that no colour changes its owner at a restart; the window and the small window have the same. */
  colourSlots: ColourSlots,
  /** What the line of the chart is compared with. */
  compareWith: z.enum(['none', 'in-btc', 'in-eth', 'unchanged']),
  /** The value axis of the chart has percents from the start of the range on. */
  percentAxis: z.boolean(),
  /** The columns of the table, besides the token. */
  columns: z.array(z.enum(['amount', 'price', 'change', 'value', 'share'])).max(5),
  toldAboutTray: z.boolean(),
  /** Checks for updates once a day, with a poll; never in a build that a package manager updates. */
  lookForUpdates: z.boolean(),
  /** DeFi positions as a row of their own, from OKX's total-value endpoints. */
  countDefi: z.boolean(),
  /** Past prices of the tokens that count are asked and shown. */
  pastPrices: z.boolean(),
  /** The currency shown besides USD, with a price or a rate that OKX gives, or with a manual rate. */
  secondCurrency: z.enum(['none', 'BTC', 'ETH', 'CNY', 'manual']),
  /** How much of `code` one USD is; OKX gives only the rate of CNY, so a person enters other rates. */
  manualRate: z.object({ code: z.string().regex(/^[A-Z]{3}$/), perUsd: Rate, at: z.number() }).nullable(),
  /** Spike guard: a new token of a higher value, and of a higher share of the rest, waits for the person's verdict. */
  guardFromUsd: Usd,
  guardFromPercent: z.number().min(1).max(1000),
  /** A price that changes at once by this factor is used only after it is confirmed. */
  guardPriceTimes: z.number().int().min(2).max(1000)
});
export type Choices = z.infer<typeof Choices>;

/** A line that the chart can have beside the recorded one: its money in BTC or ETH, or the amounts of the start. */
export type LineComparison = Exclude<Choices['compareWith'], 'none'>;

/** The person's verdict on a holding: it counts although it is risky or unverified, or it is excluded. */
export const Verdict = z.enum(['count', 'keep-out']);
export type Verdict = z.infer<typeof Verdict>;

/** The defaults are type-checked here, so that the constants need no schema. */
const DEFAULTS: z.input<typeof Choices> = DEFAULT_CHOICES;

/** Damaged colours are no reason to set all settings aside. */
function usableColours({ colourSlots }: { readonly colourSlots?: unknown }) {
  return { colourSlots: ColourSlots.safeParse(colourSlots).data ?? DEFAULT_CHOICES.colourSlots };
}

export const Settings = z.object({
  version: z.literal(1),
  keys: z.array(Key),
  wallets: z.array(Wallet),
  /** The latest first; absent: none, or an earlier version removed them. A damaged list is dropped: their past is kept. */
  removedWallets: z.array(RemovedWallet).optional().catch(undefined),
  /** Groups of wallets in the person's order; absent: none. A damaged list is dropped: the wallets are all there. */
  groups: z.array(WalletGroup).max(MAX_GROUPS).optional().catch(undefined),
  /** The version of the identities that its ids were migrated to; absent: they never had to be. */
  identityVersion: z.number().optional(),
  /** By holding id. */
  verdicts: z.record(z.string(), Verdict).optional(),
  /** A choice, or a kind of alert, that the file does not know yet takes its default. */
  choices: z
    .looseObject({})
    .transform(stored => ({ ...DEFAULTS, ...stored, ...usableColours(stored) }))
    .pipe(Choices)
    .transform(choices => ({ ...choices, alerts: withMissingRules(choices.alerts) }))
});
export type Settings = z.infer<typeof Settings>;

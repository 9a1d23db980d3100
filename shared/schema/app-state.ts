// Schema of the state that the main process pushes to the window and draws the tray from.
import { z } from 'zod';
import { WalletFailure } from './snapshot';
import { Holding } from './holding';
import { DoubtKindName, Statement } from './verification';
import { BREAK_CAUSES } from '../domain/failure';
import { LANGUAGES } from '../domain/language';
import { Choices } from './settings';
import { Key } from './key';
import { Issue } from './issue';
import { Wallet, WalletGroup } from './wallet';

/** Why a holding counts in the total, or why not. */
export const CountingStatus = z.enum(['counted', 'risky', 'unpriced', 'unverified', 'kept-out', 'testnet']);
export type CountingStatus = z.infer<typeof CountingStatus>;

const DecimalText = z.string();
/** Percent with two digits as exact text, such as "-0.61"; null: nothing to compare with. */
const Percent = z.string().nullable();

export const HoldingRow = Holding.extend({
  /** balance x price, exact; null when no price is known. */
  value: DecimalText.nullable(),
  countingStatus: CountingStatus,
  isStale: z.boolean(),
  /** Change of the price since `pricesSince`. */
  changePercent: Percent,
  /** The wallet in which the same chain, address and token counts; absent: it counts here, or nowhere. */
  alsoIn: z.string().optional(),
  /** The asset that it is on this chain, which others are too; absent: its token stands alone. */
  asset: z.string().optional(),
  /** The doubt that its amount, price or mark is in; absent: none. */
  doubtId: z.string().optional(),
  /** What the answers say of a holding that counts with less, because more needs the person's OK. */
  waiting: Statement.optional(),
  /** It counts, and needs the person's OK all the same: it is over the limit since a first snapshot or an update. */
  isAsked: z.boolean().optional()
});
export type HoldingRow = z.infer<typeof HoldingRow>;

export const ChainRow = z.object({
  chainIndex: z.string(),
  name: z.string(),
  value: DecimalText,
  /** Share of the total, in percent. */
  share: Percent,
  changePercent: Percent,
  holdings: z.number(),
  isStale: z.boolean(),
  isTestnet: z.boolean(),
  /** Time of the oldest counted part of the chain, ms. */
  takenAt: z.number().nullable()
});
export type ChainRow = z.infer<typeof ChainRow>;

/** How a wallet overlaps with others, beyond the tokens that are marked. */
export const WalletOverlap = z.discriminatedUnion('kind', [
  /** Its DeFi part counts in a wallet that contains it. */
  z.object({ kind: z.literal('defi-elsewhere'), walletId: z.string() }),
  /** They share addresses and neither contains the other, so both DeFi parts count. */
  z.object({ kind: z.literal('defi-twice'), walletId: z.string() }),
  /** Its rows name no address: what other wallets watch as well cannot be recognised. */
  z.object({ kind: z.literal('no-addresses') })
]);
export type WalletOverlap = z.infer<typeof WalletOverlap>;

export const WalletRow = z.object({
  wallet: Wallet,
  /** The wallet's own total, with what counts in another wallet. */
  value: DecimalText,
  /** What of it counts in another wallet; absent: nothing. */
  elsewhere: DecimalText.optional(),
  overlaps: z.array(WalletOverlap).optional(),
  /** Of what counts in this wallet. */
  share: Percent,
  isStale: z.boolean(),
  takenAt: z.number().nullable(),
  failure: WalletFailure.nullable()
});
export type WalletRow = z.infer<typeof WalletRow>;

/** A group of wallets, as if it were all there is: what two of its wallets watch counts once. */
export const GroupRow = z.object({
  group: WalletGroup,
  value: DecimalText,
  /** What the sum of its wallets has too much: the value minus that sum. */
  countedOnce: DecimalText,
  /** Of what counts in its wallets. */
  share: Percent,
  /** What prices did since `change.since`. */
  changePercent: Percent,
  isStale: z.boolean(),
  /** Time of its oldest counted part, ms; null: none of its wallets was answered. */
  takenAt: z.number().nullable()
});
export type GroupRow = z.infer<typeof GroupRow>;

/** What was added to the total, or removed from it, beside prices and transfers. */
export const RecountCause = z.enum([
  'wallet-added',
  'wallet-removed',
  'chain-added',
  'chain-removed',
  /** OKX does not support the chain any more. */
  'chain-refused',
  'token-included',
  'token-excluded',
  /** It was confirmed as gone, and came back. */
  'returned',
  /** A token that arrived by itself: all it does. */
  'uninvited',
  'price-known',
  'price-gone',
  'risk-mark',
  'defi',
  /** A setting says what counts. */
  'rule-changed'
]);
export type RecountCause = z.infer<typeof RecountCause>;

/** A part of what is recounted, exact USD. Several causes: only their sum is known. None: its cause is not known. */
export const RecountPart = z.object({ causes: z.array(RecountCause), amount: DecimalText });
export type RecountPart = z.infer<typeof RecountPart>;

/** What arrived or left of a token in all: its amount, below zero when it left, and exact USD. */
export const TransferPart = z.object({ symbol: z.string(), amount: DecimalText, worth: DecimalText });
export type TransferPart = z.infer<typeof TransferPart>;

export const Change = z.object({
  /** The moment compared with, ms; younger than 24 h on the first day. */
  since: z.number(),
  amount: DecimalText,
  /** What prices did: the time-weighted return. Transfers and recounted amounts are not in it. */
  percent: Percent,
  prices: DecimalText,
  transfers: DecimalText,
  /** They come to `transfers`, to a cent, the largest first; absent: not known. */
  transfersBy: z.array(TransferPart).optional(),
  recounted: DecimalText,
  /** They add up to `recounted`; absent: no cause is known. */
  recountedBy: z.array(RecountPart).optional(),
  /** What the price of each did to what was held of it then, and the move of that price. */
  movers: z.array(
    z.object({ holdingId: z.string(), symbol: z.string(), amount: DecimalText, percent: Percent })
  )
});
export type Change = z.infer<typeof Change>;

/** A change that counts only when it is confirmed: a doubt, as it is shown and printed. */
export const DoubtRow = z.object({
  id: z.string(),
  kind: DoubtKindName,
  walletId: z.string(),
  /** Null: holdings of several chains. */
  chainIndex: z.string().nullable(),
  holdingIds: z.array(z.string()),
  symbols: z.array(z.string()),
  /** The amount that is in doubt of a single holding, without sign; null: of several, or only its price or mark is. */
  amount: DecimalText.nullable(),
  /** USD, without sign. */
  worth: DecimalText,
  /** When the first answer of it came, ms. */
  since: z.number(),
  /** The time for which answers agreed, and that which confirms, ms. */
  agreedMs: z.number(),
  neededMs: z.number(),
  /** Worth 1 % of the total or more, and of no uninvited token: the badge names it. */
  isShown: z.boolean()
});
export type DoubtRow = z.infer<typeof DoubtRow>;

export const Portfolio = z.object({
  total: DecimalText,
  /** What the sum over wallets has too much: the total minus that sum. Zero when no two wallets watch the same. */
  countedOnce: DecimalText,
  /** Time of the total, ms: that of its oldest counted part; null before the first answer. */
  takenAt: z.number().nullable(),
  isStale: z.boolean(),
  partsAnswered: z.number(),
  partsExpected: z.number(),
  chains: z.array(ChainRow),
  wallets: z.array(WalletRow),
  /** In the person's order; absent: there are none. */
  groups: z.array(GroupRow).optional(),
  holdings: z.array(HoldingRow),
  /** What the prices of the rows are compared with, ms; null: nothing. On the first day earlier than `change.since`. */
  pricesSince: z.number().nullable().optional(),
  notCounted: z.object({
    risky: z.number(),
    unpriced: z.number(),
    unverified: z.number(),
    keptOut: z.number(),
    testnet: z.number()
  }),
  /** The largest first. */
  doubts: z.array(DoubtRow),
  /** What needs the person's OK: holdings not counted, counted with less, or over the limit. `worth`: all of it, USD. */
  waiting: z.object({ count: z.number(), worth: DecimalText }),
  change: Change.nullable()
});
export type Portfolio = z.infer<typeof Portfolio>;

export const Polling = z.object({
  isRefreshing: z.boolean(),
  /** When the next poll is due, ms; null: no poll is due (paused, stopped, or no wallet). */
  nextAt: z.number().nullable(),
  /** 0: not paused. */
  pausedUntil: z.number(),
  /** All wallets wait for new settings. */
  isStopped: z.boolean()
});
export type Polling = z.infer<typeof Polling>;

/** One point of the history line. */
export const ChartPoint = z.object({
  at: z.number(),
  total: DecimalText,
  isStale: z.boolean(),
  /** Nothing is known about the time between the previous chart point and this one, or they are not of the same. */
  isAfterGap: z.boolean(),
  /** Why; absent: not known, or no gap. */
  gapCause: z.enum(BREAK_CAUSES).optional()
});
export type ChartPoint = z.infer<typeof ChartPoint>;

/** The second currency: one USD is `perUsd` of `code`, as known at `takenAt` (ms). */
export const SecondCurrency = z.object({
  code: z.string(),
  perUsd: DecimalText,
  takenAt: z.number(),
  isManual: z.boolean()
});
export type SecondCurrency = z.infer<typeof SecondCurrency>;

export const AppState = z.object({
  profile: z.enum(['live', 'demo']),
  /** The name given with `--profile`; absent: the default profile. */
  profileName: z.string().optional(),
  /** The group of wallets that all of this is about, in tray and popover; absent: all wallets. */
  group: WalletGroup.pick({ id: true, name: true }).optional(),
  /** For demo captures: the moment as of which ages are shown, ms; absent: now. */
  stillAt: z.number().optional(),
  /** `refused`: the settings exist but cannot be used; nothing is polled and nothing is saved. */
  phase: z.enum(['first-run', 'loading', 'ready', 'refused']),
  portfolio: Portfolio,
  polling: Polling,
  choices: Choices,
  /** The language that results from `choices.language` on this system. */
  language: z.enum(LANGUAGES),
  keys: z.array(Key),
  history: z.array(ChartPoint),
  /** Null while the second currency is off, or its rate is not known yet. */
  secondCurrency: SecondCurrency.nullable(),
  issues: z.array(Issue),
  activity: z.object({
    /** When the last entry came, ms; 0: none yet. A page that shows the activity reads it again when this changes. */
    latestAt: z.number(),
    /** How many entries were notified since the person last opened the activity. */
    unseen: z.number()
  }),
  /** The worst failure among the wallets, or null. */
  failure: WalletFailure.nullable()
});
export type AppState = z.infer<typeof AppState>;

// Schema of the state that the main process pushes to the window and draws the tray from.
import { z } from 'zod';
import { Notification } from './activity';
import { WalletFailure } from './snapshot';
import { Holding } from './holding';
import { LANGUAGES } from '../domain/language';
import { Choices } from './settings';
import { Key } from './key';
import { Issue } from './issue';
import { Wallet } from './wallet';

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
  /** Of its price, against the point 24 h ago. */
  changePercent: Percent
});
export type HoldingRow = z.infer<typeof HoldingRow>;

export const ChainRow = z.object({
  chainIndex: z.string(),
  name: z.string(),
  value: DecimalText,
  /** Of the total, in percent. */
  share: Percent,
  changePercent: Percent,
  holdings: z.number(),
  isStale: z.boolean(),
  isTestnet: z.boolean(),
  /** Oldest counted part of it, ms. */
  takenAt: z.number().nullable()
});
export type ChainRow = z.infer<typeof ChainRow>;

export const WalletRow = z.object({
  wallet: Wallet,
  value: DecimalText,
  share: Percent,
  isStale: z.boolean(),
  takenAt: z.number().nullable(),
  failure: WalletFailure.nullable()
});
export type WalletRow = z.infer<typeof WalletRow>;

export const Change = z.object({
  /** The moment compared with, ms; younger than 24 h on the first day. */
  since: z.number(),
  amount: DecimalText,
  percent: Percent,
  prices: DecimalText,
  transfers: DecimalText,
  recounted: DecimalText,
  movers: z.array(
    z.object({ holdingId: z.string(), symbol: z.string(), amount: DecimalText, percent: Percent })
  )
});
export type Change = z.infer<typeof Change>;

export const Portfolio = z.object({
  total: DecimalText,
  /** Age of the total: that of its oldest counted part; null before the first answer. */
  takenAt: z.number().nullable(),
  isStale: z.boolean(),
  partsAnswered: z.number(),
  partsExpected: z.number(),
  chains: z.array(ChainRow),
  wallets: z.array(WalletRow),
  holdings: z.array(HoldingRow),
  notCounted: z.object({
    risky: z.number(),
    unpriced: z.number(),
    unverified: z.number(),
    keptOut: z.number(),
    testnet: z.number()
  }),
  change: Change.nullable()
});
export type Portfolio = z.infer<typeof Portfolio>;

export const Polling = z.object({
  isRefreshing: z.boolean(),
  /** When the next poll is due, ms; null: none is (paused, stopped, or no wallet). */
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
  /** Nothing is known of the time between the dot before and this one. */
  isAfterGap: z.boolean()
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
  /** As `--profile` named it; absent: the usual one. */
  profileName: z.string().optional(),
  /** For pictures: the moment that ages are told as of, ms; absent: the present one. */
  stillAt: z.number().optional(),
  /** `refused`: the settings are there and cannot be used; nothing is asked and nothing is saved. */
  phase: z.enum(['first-run', 'loading', 'ready', 'refused']),
  portfolio: Portfolio,
  polling: Polling,
  choices: Choices,
  /** What `choices.language` comes to on this system. */
  language: z.enum(LANGUAGES),
  keys: z.array(Key),
  history: z.array(ChartPoint),
  /** Null while it is off, or its rate is not known yet. */
  secondCurrency: SecondCurrency.nullable(),
  issues: z.array(Issue),
  /** Told since the start, newest first. */
  notifications: z.array(Notification),
  activity: z.object({
    /** When the last entry came, ms; 0: none yet. Who shows the activity reads it again when this differs. */
    latestAt: z.number(),
    /** Told since the person last looked. */
    unseen: z.number()
  }),
  /** The worst failure among the wallets, or null. */
  failure: WalletFailure.nullable()
});
export type AppState = z.infer<typeof AppState>;

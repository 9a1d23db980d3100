// Schema of what the alerts remember between polls and over a restart.
import { z } from 'zod';
import { AlertEntry } from './activity';
import { AlertKindName } from './alert';
import { FAILURE_CODES } from '../domain/failure';

const DecimalText = z.string().regex(/^-?\d+(\.\d+)?$/);

/** The baseline that a move is measured from. */
const BaselineMark = z.object({
  /** When the baseline was set, ms: at a notification, or when the value was first seen. */
  since: z.number(),
  /** The direction in which the move exceeds its threshold without a notification yet; null: it does not. */
  over: z.enum(['up', 'down']).nullable(),
  /** When the move exceeded the threshold, ms; 0: it does not. */
  overAt: z.number()
});
export type BaselineMark = z.infer<typeof BaselineMark>;

/** `value`: the price compared with, USD. */
export const PriceBaselineMark = BaselineMark.extend({ value: DecimalText });
export type PriceBaselineMark = z.infer<typeof PriceBaselineMark>;

/**
 * `total`: the total compared with, USD; `prices` and `transfers`: how much each changed it since then. `growth`: what prices made
 * of one dollar since then; absent: not known, or an earlier version set the mark.
 */
export const TotalBaselineMark = BaselineMark.extend({
  total: DecimalText,
  prices: DecimalText,
  transfers: DecimalText,
  growth: DecimalText.optional()
});
export type TotalBaselineMark = z.infer<typeof TotalBaselineMark>;

export const AlertMemory = z.object({
  /** By token (`chainIndex/tokenAddress`). */
  prices: z.record(z.string(), PriceBaselineMark),
  /** By wallet id, "" for all; empty until the first notification, while the history has the values to compare with. */
  totals: z.record(z.string(), TotalBaselineMark),
  /** Keys that stopped, by key id, with the code that was notified. */
  keys: z.record(z.string(), z.enum(FAILURE_CODES)),
  /** Wallets without an answer, by id: since when in unbroken polling, when polled last, and whether notified. */
  polls: z.record(z.string(), z.object({ since: z.number(), lastAt: z.number(), isTold: z.boolean() })),
  /** When each kind was last notified, ms. */
  toldAt: z.partialRecord(AlertKindName, z.number()),
  /** Times of the notifications of the last 24 h, ms, without those that do not count for the daily cap. */
  notices: z.array(z.number()),
  /** When the last notification of a day with too many was shown, ms; 0: never. */
  cappedAt: z.number(),
  /** Entries deferred by the cooldown, by quiet hours or while a change is checked, to be notified later. */
  held: z.array(AlertEntry),
  /** How many more were deferred than are kept in `held`; absent: none. */
  heldMore: z.number().int().nonnegative().optional(),
  /** Doubts whose beginning was notified, so that their end is too. */
  toldDoubts: z.array(z.string()).optional()
});
export type AlertMemory = z.infer<typeof AlertMemory>;

// Schema of what the alerts remember between polls and over a restart.
import { z } from 'zod';
import { Entry } from './activity';
import { AlertKind } from './alert';
import { FAILURE_CODES } from '../domain/failure';

const DecimalText = z.string().regex(/^-?\d+(\.\d+)?$/);

/** What a move is measured from. */
const BaselineMark = z.object({
  /** When it was so, ms: told then, or seen first. */
  since: z.number(),
  /** The move is over its threshold this way, and stands in the activity untold; null: it is not. */
  over: z.enum(['up', 'down']).nullable(),
  /** When it went over, ms; 0: it is not. */
  overAt: z.number()
});
export type BaselineMark = z.infer<typeof BaselineMark>;

/** `value`: the price compared with, USD. */
export const PriceBaselineMark = BaselineMark.extend({ value: DecimalText });
export type PriceBaselineMark = z.infer<typeof PriceBaselineMark>;

/** `total`: the one compared with, USD; `prices` and `transfers`: what moved it since then. */
export const TotalBaselineMark = BaselineMark.extend({
  total: DecimalText,
  prices: DecimalText,
  transfers: DecimalText
});
export type TotalBaselineMark = z.infer<typeof TotalBaselineMark>;

export const AlertMemory = z.object({
  /** By token (`chainIndex/tokenAddress`). */
  prices: z.record(z.string(), PriceBaselineMark),
  /** By wallet id, "" for all; none while nothing was told and the history has what to compare with. */
  totals: z.record(z.string(), TotalBaselineMark),
  /** Keys that stopped, by key id, with the code that was told. */
  keys: z.record(z.string(), z.enum(FAILURE_CODES)),
  /** Wallets that are not answered, by id: since when without a pause in asking, when asked last, told or not. */
  polls: z.record(z.string(), z.object({ since: z.number(), lastAt: z.number(), isTold: z.boolean() })),
  /** When each kind was told last, ms. */
  toldAt: z.partialRecord(AlertKind, z.number()),
  /** Moments of the notices of the last 24 h, ms; without those that count in no cap. */
  notices: z.array(z.number()),
  /** When the last notice of a day with too many was told, ms; 0: never. */
  cappedAt: z.number(),
  /** Held back by the cooldown or by quiet hours, to be told later. */
  held: z.array(Entry)
});
export type AlertMemory = z.infer<typeof AlertMemory>;

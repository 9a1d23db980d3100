// Schemas of the activity entries and of a notification: what happened to the portfolio, and whether it was notified.
// Facts only: texts are made where they are shown.
import { z } from 'zod';
import { SuppressionReason } from './alert';
import { FAILURE_CODES } from '../domain/failure';

const DecimalText = z.string();
/** Percent with two digits as exact text. */
const Percent = z.string().nullable();

const EntryBase = z.object({
  id: z.string(),
  at: z.number(),
  walletId: z.string().nullable(),
  /** Its name at that time; "" when no single wallet is concerned. So is the chain's. */
  wallet: z.string(),
  chainIndex: z.string().nullable(),
  chain: z.string(),
  holdingId: z.string().nullable(),
  /** "" when no token is concerned. */
  symbol: z.string(),
  /** Why it was not told when it happened; null: it was, at once. */
  silence: SuppressionReason.nullable(),
  /** When it was told, ms: later than `at` when it was held back; null: never. */
  toldAt: z.number().nullable(),
  /** Where it was told; null: nowhere, or the system refused. */
  toldIn: z.enum(['desktop', 'window']).nullable()
});

export const Entry = z.discriminatedUnion('kind', [
  EntryBase.extend({
    kind: z.enum(['arrived', 'left']),
    /** New balance minus old one, signed; `worth` of it in USD, signed, null when there is no price. */
    amount: DecimalText,
    worth: DecimalText.nullable(),
    balance: DecimalText,
    price: DecimalText.nullable()
  }),
  EntryBase.extend({
    kind: z.literal('total'),
    /** The total compared with, and when it was so, ms. */
    from: DecimalText,
    since: z.number(),
    to: DecimalText,
    /** Prices + transfers since then; what was recounted is left out. */
    amount: DecimalText,
    percent: Percent,
    prices: DecimalText,
    transfers: DecimalText
  }),
  EntryBase.extend({
    kind: z.literal('price'),
    from: DecimalText,
    since: z.number(),
    to: DecimalText,
    percent: Percent,
    /** What that did to the total, USD. */
    amount: DecimalText,
    /** Of the total, in percent. */
    share: Percent
  }),
  EntryBase.extend({ kind: z.literal('key'), key: z.string(), code: z.enum(FAILURE_CODES) }),
  EntryBase.extend({ kind: z.literal('polls'), code: z.enum(FAILURE_CODES), since: z.number() }),
  EntryBase.extend({ kind: z.literal('unverified'), worth: DecimalText }),
  /** Names of the chains. */
  EntryBase.extend({ kind: z.literal('unsupported'), chains: z.array(z.string()) })
]);
export type Entry = z.infer<typeof Entry>;

/** What the person is told after a poll: one notification. The entries are those that are told, the weightiest first. */
export const Notification = z.object({
  id: z.string(),
  at: z.number(),
  entries: z.array(Entry),
  /** Entries told with it that had been held back. */
  deferredCount: z.number(),
  /** The last one of a day with too many: says that the rest stays in the activity. */
  isLastToday: z.boolean()
});
export type Notification = z.infer<typeof Notification>;

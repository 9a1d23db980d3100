// The activity: everything that happened to the portfolio, and whether it was told. Facts only: words are made where it is shown.
import { z } from 'zod';
import { Silence } from './alert';
import { FAILURE_CODES } from '../domain/failure';

const Exact = z.string();
/** Percent with two digits as exact text. */
const Percent = z.string().nullable();

const Base = z.object({
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
  silence: Silence.nullable(),
  /** When it was told, ms: later than `at` when it was held back; null: never. */
  toldAt: z.number().nullable(),
  /** Where it was told; null: nowhere, or the system refused. */
  toldIn: z.enum(['desktop', 'window']).nullable()
});

export const Entry = z.discriminatedUnion('kind', [
  Base.extend({
    kind: z.enum(['arrived', 'left']),
    /** New balance minus old one, signed; `worth` of it in USD, signed, null when there is no price. */
    amount: Exact,
    worth: Exact.nullable(),
    balance: Exact,
    price: Exact.nullable()
  }),
  Base.extend({
    kind: z.literal('total'),
    /** The total compared with, and when it was so, ms. */
    from: Exact,
    since: z.number(),
    to: Exact,
    /** Prices + transfers since then; what was recounted is left out. */
    amount: Exact,
    percent: Percent,
    prices: Exact,
    transfers: Exact
  }),
  Base.extend({
    kind: z.literal('price'),
    from: Exact,
    since: z.number(),
    to: Exact,
    percent: Percent,
    /** What that did to the total, USD. */
    amount: Exact,
    /** Of the total, in percent. */
    share: Percent
  }),
  Base.extend({ kind: z.literal('key'), key: z.string(), code: z.enum(FAILURE_CODES) }),
  Base.extend({ kind: z.literal('polls'), code: z.enum(FAILURE_CODES), since: z.number() }),
  Base.extend({ kind: z.literal('unverified'), worth: Exact }),
  /** Names of the chains. */
  Base.extend({ kind: z.literal('unsupported'), chains: z.array(z.string()) })
]);
export type Entry = z.infer<typeof Entry>;

/** What the person is told after a poll: one notification. The entries are those that are told, the weightiest first. */
export const Notice = z.object({
  id: z.string(),
  at: z.number(),
  entries: z.array(Entry),
  /** Entries told with it that had been held back. */
  heldBack: z.number(),
  /** The last one of a day with too many: says that the rest stays in the activity. */
  isLastToday: z.boolean()
});
export type Notice = z.infer<typeof Notice>;

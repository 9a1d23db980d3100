// Schemas of the activity entries and of a notification: what happened to the portfolio, and whether it was notified.
// They hold facts only: texts are made where they are shown.
import { z } from 'zod';
import { SuppressionReason } from './alert';
import { DoubtKindName } from './verification';
import { DOUBT_PHASES, RECORD_KINDS } from '../alerts/alert-kinds';
import { FAILURE_CODES } from '../domain/failure';

const DecimalText = z.string();

/** Percent with two digits as exact text. */
const Percent = z.string().nullable();

const EntryBase = z.object({
  id: z.string(),
  at: z.number(),
  walletId: z.string().nullable(),
  /** Name of the wallet at that time; "" if no single wallet is concerned. The same holds for `chain`. */
  wallet: z.string(),
  chainIndex: z.string().nullable(),
  chain: z.string(),
  holdingId: z.string().nullable(),
  /** "" when no token is concerned. */
  symbol: z.string(),
  /** Why it was not notified when it happened; null: it was notified at once, or it is a record. */
  silence: SuppressionReason.nullable(),
  /** When it was notified, ms: later than `at` if it was deferred; null: never. */
  toldAt: z.number().nullable(),
  /** Where it was notified; null: nowhere, or the system refused. */
  toldIn: z.enum(['desktop', 'window']).nullable()
});

/** What a rule is about, and what can be notified. */
export const AlertEntry = z.discriminatedUnion('kind', [
  EntryBase.extend({
    kind: z.enum(['arrived', 'left']),
    /** New balance minus old balance, signed; `worth`: its value in USD, signed; null when there is no price. */
    amount: DecimalText,
    worth: DecimalText.nullable(),
    balance: DecimalText,
    price: DecimalText.nullable()
  }),
  EntryBase.extend({
    kind: z.literal('total'),
    /** The total compared with, and its time, ms. */
    from: DecimalText,
    since: z.number(),
    to: DecimalText,
    /** What prices did since then. Entries of an older version have transfers in it too. */
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
    /** The effect of that on the total, USD. */
    amount: DecimalText,
    /** Of the total, in percent. */
    share: Percent
  }),
  EntryBase.extend({ kind: z.literal('key'), key: z.string(), code: z.enum(FAILURE_CODES) }),
  EntryBase.extend({ kind: z.literal('polls'), code: z.enum(FAILURE_CODES), since: z.number() }),
  EntryBase.extend({
    kind: z.literal('unverified'),
    /** USD of all that needs the person's OK. */
    worth: DecimalText,
    /** How many tokens need it; absent: an entry of an older version, about the one token that it names. */
    count: z.number().optional()
  }),
  EntryBase.extend({
    kind: z.literal('doubt'),
    doubt: DoubtKindName,
    /** Null: a return, which is no doubt any more. */
    doubtId: z.string().nullable(),
    phase: z.enum(DOUBT_PHASES),
    /** USD that it is about, without sign; null: not known. */
    worth: DecimalText.nullable(),
    /**
     * The largest of its tokens. `amount`: how much the answer says minus how much counts, signed; the amount that
     * counts where only the price or the mark is in doubt, or where all of it came back.
     */
    tokens: z.array(z.object({ symbol: z.string(), amount: DecimalText })),
    /** How many tokens there are in all. */
    count: z.number()
  }),
  /** Names of the chains. */
  EntryBase.extend({ kind: z.literal('unsupported'), chains: z.array(z.string()) })
]);
export type AlertEntry = z.infer<typeof AlertEntry>;

/** A wallet of an entry. `worth`: its USD, when it was first complete or as it last was; null: not known. */
const ListedWallet = z.object({ walletId: z.string(), name: z.string(), worth: DecimalText.nullable() });
export type ListedWallet = z.infer<typeof ListedWallet>;

/** The wallets that the person added, or removed, in one act. */
export const WalletsEntry = EntryBase.extend({
  kind: z.enum(RECORD_KINDS),
  wallets: z.array(ListedWallet),
  /** USD of all of them, without sign; null: that of one is not known. */
  worth: DecimalText.nullable()
});
export type WalletsEntry = z.infer<typeof WalletsEntry>;

/** Records are stored in the activity alone; what is deferred and notified are alerts. */
export const Entry = z.discriminatedUnion('kind', [...AlertEntry.options, WalletsEntry]);
export type Entry = z.infer<typeof Entry>;

/** The one notification after a poll. `entries`: the notified entries, the most important first. */
export const Notification = z.object({
  id: z.string(),
  at: z.number(),
  entries: z.array(AlertEntry),
  /** How many of its entries had been deferred. */
  deferredCount: z.number(),
  /** How many more had been deferred than could be kept: only their number is known. Absent: none. */
  moreCount: z.number().optional(),
  /** The last notification of a day with too many: it says that the rest stays in the activity. */
  isLastToday: z.boolean(),
  /**
   * It has the id and the entries of one that is still on the screen, and takes its place without a sound: only its
   * entries with `toldAt` equal to `at` are new.
   */
  isUpdate: z.boolean().optional()
});
export type Notification = z.infer<typeof Notification>;

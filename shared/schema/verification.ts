// Schema of what the verification remembers between polls and over a restart: doubts, and the past of tokens.
// It is written with the snapshots that it was decided with.
import { z } from 'zod';
import { DOUBT_KINDS } from '../domain/doubt-kinds';
import { Holding } from './holding';

const DecimalText = z.string().regex(/^-?\d{1,400}(\.\d{1,400})?$/);
const Moment = z.number();

export const DoubtKindName = z.enum(DOUBT_KINDS);

/** What an answer said of a holding. Balance "0": the answer lacks it; price null: it gives none. */
export const Statement = z.object({
  balance: DecimalText,
  price: DecimalText.nullable(),
  isRisky: z.boolean()
});
export type Statement = z.infer<typeof Statement>;

/** A holding in doubt, by its id: what counts is in the snapshot, what the answers say is here. */
export const DoubtedHolding = z.object({
  /** The doubt that it belongs to: what began together in one wallet is one doubt. */
  doubtId: z.string(),
  kind: DoubtKindName,
  symbol: z.string(),
  /** What stays as it was until the doubt ends. */
  holds: z.array(z.enum(['amount', 'price', 'risk'])),
  first: Statement,
  last: Statement,
  /** The holding as the last answer gave it, where nothing of it is believed yet. */
  arrived: Holding.optional(),
  /** The time between answers that agree, ms, and their number. */
  agreedMs: z.number(),
  answers: z.number(),
  /** The service's time of the last one, ms. */
  answeredAt: Moment,
  /** USD that the doubt is about, without sign, when it began. */
  worth: DecimalText
});
export type DoubtedHolding = z.infer<typeof DoubtedHolding>;

/** A doubt; its holdings name it. */
export const Doubt = z.object({
  walletId: z.string(),
  kind: DoubtKindName,
  /** When the first answer of it came, by this computer's clock, ms. */
  since: Moment,
  /** Looks that were taken for it. */
  looks: z.number(),
  /** When it was worth a notification, ms; null: not yet. */
  toldAt: Moment.nullable(),
  /** Nothing of it is looked at or notified: an uninvited token, or money that counts in another wallet. */
  isQuiet: z.boolean(),
  /** It takes looks: it is about established tokens, a chain or DeFi. */
  takesLooks: z.boolean(),
  /** What is missing is answered by what arrived: a swap, or a move between two wallets. */
  isPaired: z.boolean()
});
export type Doubt = z.infer<typeof Doubt>;

/** The past of a token (`chainIndex/tokenAddress`), in all wallets together. */
export const TokenPast = z.object({
  /** The largest amount that counted within 30 days, its price, and when it counted last, ms. */
  amount: DecimalText,
  price: DecimalText.nullable(),
  at: Moment,
  /** USD that was paid for it, and the amount that this was paid for; it lessens in proportion as the token leaves. */
  cost: DecimalText.optional(),
  costAmount: DecimalText.optional(),
  /** Its worth when the person included it, USD. */
  includedWorth: DecimalText.optional(),
  /** It arrived by itself: neither established nor paid for. */
  isUninvited: z.boolean().optional()
});
export type TokenPast = z.infer<typeof TokenPast>;

/** What left within an hour and paid for nothing yet. */
export const Outflow = z.object({
  at: Moment,
  chainIndex: z.string(),
  /** The address, else the wallet, that it left. */
  address: z.string(),
  worth: DecimalText,
  /** The token, unless it is established; and whether it is the loose part of it, which is no cost of anything. */
  token: z.string().optional(),
  isLoose: z.boolean().optional(),
  /** It is missing only, in this doubt: it pays as long as the doubt lasts. */
  doubtId: z.string().optional(),
  holdingId: z.string().optional()
});
export type Outflow = z.infer<typeof Outflow>;

/** What answers alone confirmed as gone. */
export const GoneHolding = z.object({
  balance: DecimalText,
  price: DecimalText.nullable(),
  at: Moment,
  /** Its going was notified. */
  isTold: z.boolean()
});
export type GoneHolding = z.infer<typeof GoneHolding>;

export const VerificationMemory = z.object({
  doubts: z.record(z.string(), Doubt),
  /** By holding id. */
  doubted: z.record(z.string(), DoubtedHolding),
  /** Holdings that count with less than the answers say, because more needs the person's OK; by holding id. */
  waiting: z.record(z.string(), Statement),
  /** Holdings that count, and are in the question all the same; ids. */
  asked: z.array(z.string()),
  /** Refusals of chains that ever answered, by `walletId/chainIndex`. */
  refusedChains: z.record(
    z.string(),
    z.object({
      doubtId: z.string(),
      agreedMs: z.number(),
      answers: z.number(),
      answeredAt: Moment,
      /** USD that counts on the chain. */
      worth: DecimalText
    })
  ),
  tokens: z.record(z.string(), TokenPast),
  /** The greatest worth of loose tokens that counted at once, USD, and when any of it left last, ms; for 30 days. */
  looseMark: z.object({ worth: DecimalText, at: Moment }).optional(),
  outflows: z.array(Outflow),
  /** By holding id, for 30 days. */
  gone: z.record(z.string(), GoneHolding),
  /** The service's time of the newest answer, ms, by `walletId/chainIndex` of the part. */
  newest: z.record(z.string(), Moment),
  /** When the person was last asked about what waits, ms; 0: never. */
  askedAt: Moment,
  /** Something came to the question since then. */
  hasNewQuestion: z.boolean(),
  /** Whether the profile had a first round. */
  hasBaseline: z.boolean()
});
export type VerificationMemory = z.infer<typeof VerificationMemory>;

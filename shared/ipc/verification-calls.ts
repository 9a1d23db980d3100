// Schemas of the calls about what is believed: decides doubts, answers the question about tokens that need the person's OK,
// and reads how a holding is known.
import { z } from 'zod';
import { Verdict } from '../schema/settings';
import { DoubtKindName, Statement } from '../schema/verification';

const Done = z.object({ done: z.boolean() });
const HoldingId = z.string().max(1000);

/**
 * By which rule a holding counts, or does not. `coin`: of a chain that the product knows; `contract`: of its list of
 * well-known ones; `paid`: other tokens were paid for it; `limit`: within the limit for tokens that it does not know;
 * `earlier`: it is over that limit, and counts since a first snapshot or an earlier version.
 */
export const COUNTING_GROUNDS = [
  'coin',
  'contract',
  'defi',
  'included',
  'paid',
  'limit',
  'earlier',
  'waits',
  'excluded',
  'risky',
  'unpriced',
  'testnet'
] as const;

/** What the answers say of a holding in doubt. */
const DoubtEvidence = z.object({
  id: z.string(),
  kind: DoubtKindName,
  /** When the first of them came, ms. */
  since: z.number(),
  first: Statement,
  last: Statement,
  /** The service's time of the last one, ms. */
  answeredAt: z.number(),
  answers: z.number(),
  /** The time for which they agreed, and that which confirms, ms. */
  agreedMs: z.number(),
  neededMs: z.number()
});

export const Evidence = z.object({
  ground: z.enum(COUNTING_GROUNDS),
  /** When the answer came that the holding is counted by, ms; null: never answered, or the holding is older than it. */
  answeredAt: z.number().nullable(),
  /** What counts. */
  counted: Statement,
  /** USD that was paid for what is there; null: nothing is known of it. */
  cost: z.string().nullable(),
  /** Null: it is in no doubt, or the doubt is of its whole chain. */
  doubt: DoubtEvidence.nullable(),
  /** What the answers say while it counts with less; null: nothing waits. */
  waiting: Statement.nullable()
});
export type Evidence = z.infer<typeof Evidence>;

export const VERIFICATION_CALLS = {
  /** `accept` believes what the answers say; `exclude` takes the holdings out of the count. */
  'doubts:decide': {
    request: z.object({ id: z.string().max(64), deed: z.enum(['accept', 'exclude']) }).strict(),
    response: Done
  },
  /** The person's verdict on one holding; `none` removes it. */
  'holding:judge': {
    request: z.object({ holdingId: HoldingId, verdict: z.enum([...Verdict.options, 'none']) }).strict(),
    response: Done
  },
  /** One verdict on many holdings, all at once. */
  'holdings:judge': {
    request: z.object({ holdingIds: z.array(HoldingId).max(20_000), verdict: Verdict }).strict(),
    response: Done
  },
  /** Takes back the last `holdings:judge`; `done` is false when there is none. */
  'holdings:undo': { request: z.object({}).strict(), response: Done },
  /** Null: there is no such holding any more. */
  'evidence:read': {
    request: z.object({ holdingId: HoldingId }).strict(),
    response: z.object({ evidence: Evidence.nullable() })
  }
} as const;

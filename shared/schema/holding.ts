// Schema of a holding: one token of one address on one chain, in one wallet.
import { z } from 'zod';

/** Plain decimal text; see decimal.ts for reading it. */
const DecimalText = z.string().regex(/^-?\d{1,160}(\.\d{1,160})?$/);

export const Holding = z.object({
  /** `wallet/chain/address/token`, unique in a snapshot, stable between polls. */
  id: z.string(),
  walletId: z.string(),
  chainIndex: z.string(),
  /** "" is the chain's native coin. Case matters outside 0x addresses. */
  tokenAddress: z.string(),
  address: z.string(),
  /** Cleaned: hostile characters removed, cut to a sane length; "" became "?". */
  symbol: z.string(),
  balance: DecimalText,
  /** USD for one unit; null is unknown, which is not worthless. */
  price: DecimalText.nullable(),
  /** Set when OKX stopped giving a price and the last one is used: since when, ms. */
  priceKeptSince: z.number().nullable(),
  kind: z.enum(['token', 'inscription']),
  isRisky: z.boolean(),
  /** Differing rows came for the same id; the larger balance was kept. */
  isDuplicate: z.boolean(),
  /** New, and worth so much of the rest that it waits for the person's word before it counts. */
  isUnverified: z.boolean().optional(),
  /** A price so far from the last one that it is not believed yet; `price` is still the old one. */
  doubt: z.object({ price: DecimalText, since: z.number(), polls: z.number() }).optional()
});
export type Holding = z.infer<typeof Holding>;

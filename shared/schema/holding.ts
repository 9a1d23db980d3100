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
  /** Sanitized: hostile characters removed, length limited; "" became "?". */
  symbol: z.string(),
  balance: DecimalText,
  /** USD for one unit; null: unknown, which does not mean zero. */
  price: DecimalText.nullable(),
  /** Since when the last known price is used, because OKX stopped giving one, ms; null: it is current. */
  priceKeptSince: z.number().nullable(),
  kind: z.enum(['token', 'inscription']),
  isRisky: z.boolean(),
  /** Rows of different amounts came for the same id; the larger balance was used. */
  isDuplicate: z.boolean(),
  /** The token is new and so large compared with the rest that it counts only after the person's verdict. */
  isUnverified: z.boolean().optional(),
  /** A new price so far from the last one that it is not used yet; `price` outside `doubt` is still the old one. */
  doubt: z.object({ price: DecimalText, since: z.number(), polls: z.number() }).optional()
});
export type Holding = z.infer<typeof Holding>;

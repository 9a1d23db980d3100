// Schema of a holding: one token of one address on one chain, in one wallet.
import { z } from 'zod';

/** Plain decimal text; see decimal.ts for reading it. */
const DecimalText = z.string().regex(/^-?\d{1,160}(\.\d{1,160})?$/);

export const Holding = z.object({
  /** `wallet/chain/address/token`, unique in a snapshot, stable between polls. */
  id: z.string(),
  walletId: z.string(),
  chainIndex: z.string(),
  /** As the service sent it, for display and links; the id has its canonical form. "" is the chain's native coin. */
  tokenAddress: z.string(),
  address: z.string(),
  /** Sanitized: hostile characters removed, length limited; "" became "?". */
  symbol: z.string(),
  balance: DecimalText,
  /** The token's decimals as its raw units gave them: the balance is exact. Absent: the service rounded it. */
  decimals: z.number().optional(),
  /** USD for one unit; null: unknown, which does not mean zero. */
  price: DecimalText.nullable(),
  /** Since when the last known price is used, because OKX stopped giving one, ms; null: it is current. */
  priceKeptSince: z.number().nullable(),
  kind: z.enum(['token', 'inscription']),
  isRisky: z.boolean(),
  /** Rows with different amounts came for the same id; the larger one was used. */
  isDuplicate: z.boolean(),
  /** It is not established, and counts only after the person's OK. */
  isUnverified: z.boolean().optional(),
  /** Its own value is older than its chain: the last answer's row could not be read, or the chain had none at all. */
  isStale: z.boolean().optional()
});
export type Holding = z.infer<typeof Holding>;

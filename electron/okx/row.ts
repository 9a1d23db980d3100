// One row of a balance reply: the usual shape, which is checked fast, and every other shape that makes sense.
import { z } from 'zod';
import { ChainIndex } from '../../shared/wallet';

/** Move and Sui name a token by its whole type, generics included; nothing honest is longer. */
const LONGEST_ADDRESS = 500;
const Address = z.string().max(LONGEST_ADDRESS);

/**
 * As the page of `wallet-all-token-balances` shows it; older replies lack `address`. `rawBalance` is not read:
 * it is "" for most chains, and no decimals come with it.
 */
export const UsualRow = z.object({
  chainIndex: ChainIndex,
  /** "" is the native coin. */
  tokenAddress: Address,
  address: Address.optional(),
  symbol: z.string(),
  balance: z.string(),
  tokenPrice: z.string().nullish(),
  tokenType: z.string().optional(),
  isRiskToken: z.boolean().optional()
});
export type Row = z.infer<typeof UsualRow>;

export const UsualData = z.array(
  z.object({ tokenAssets: z.array(UsualRow), timeStamp: z.string().optional() })
);

/** An index that came as a number is still readable. */
export const AnyChainIndex = z.union([z.string(), z.number()]).transform(String).pipe(ChainIndex);

const Flag = z
  .union([z.boolean(), z.literal(['true', 'false', '', '0', '1', 0, 1]), z.null()])
  .transform(flag => flag === true || flag === 'true' || flag === '1' || flag === 1);

/**
 * Each field as loosely as it can be without guessing. Amounts must be text: a JSON number has been through a
 * double, so numbers are quoted before parsing. A strange symbol costs the name, not the holding.
 */
export const LooseRow = z.object({
  chainIndex: AnyChainIndex,
  tokenAddress: Address,
  address: Address.nullish().transform(address => address ?? undefined),
  symbol: z.string().catch(''),
  balance: z.string(),
  tokenPrice: z.string().nullish(),
  tokenType: z.union([z.string(), z.number()]).transform(String).optional().catch(undefined),
  isRiskToken: Flag.optional()
}) satisfies z.ZodType<Row>;

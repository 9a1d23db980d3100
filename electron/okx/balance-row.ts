// Defines the schemas of one balance row, the usual one and a lenient one, and reads amounts and symbols.
import { z } from 'zod';
import { compareDecimals, parseDecimal, toText, type DecimalText } from '../../shared/domain/decimal';
import { canonicalAddress, canonicalToken } from '../../shared/domain/token-identity';
import { isBlank } from '../../shared/names/clean-name';
import type { Holding } from '../../shared/schema/holding';
import { ChainIndex } from '../../shared/schema/wallet';
import type { UnreadableRow } from '../core/ports/ports';

/** Move and Sui name a token by its whole type, with generics; no genuine token has a longer name. */
const MAX_ADDRESS_LENGTH = 500;
/** Files and terminals show an address unchanged, and would interpret invisible characters. */
const VISIBLE = /^[^\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}\u2028\u2029]*$/u;
const Address = z.string().max(MAX_ADDRESS_LENGTH).regex(VISIBLE);

export function isAddress(value: unknown): boolean {
  return Address.safeParse(value).success;
}

/**
 * The row as OKX's pages show it, for accounts (v5) and for addresses (v6), which differ in the name of the token's id
 * and in `tokenType`; older replies lack `address`. `rawBalance` is text for some tokens and "" for others.
 */
export const UsualRow = z.object({
  chainIndex: ChainIndex,
  /** The token's id in v5. */
  tokenAddress: Address.optional(),
  /** The token's id in v6. */
  tokenContractAddress: Address.optional(),
  address: Address.optional(),
  symbol: z.string(),
  balance: z.string(),
  tokenPrice: z.string().nullish(),
  tokenType: z.string().optional(),
  isRiskToken: z.boolean().optional(),
  /** The balance in the token's smallest units; text that is not digits is ignored. A number may have been rounded. */
  rawBalance: z.custom<unknown>(value => typeof value !== 'number').optional()
});
export type Row = z.infer<typeof UsualRow>;

/** "" is the native coin; undefined when the row names no token. */
export function tokenOf<Id>(row: {
  readonly tokenAddress?: Id;
  readonly tokenContractAddress?: Id;
}): Id | undefined {
  return row.tokenAddress ?? row.tokenContractAddress;
}

/** The ids that OKX gives to BRC-20, ARC-20, Runes, SRC-20 and Fractal BRC-20. */
const INSCRIPTION = /^(?:btc-(?:brc20|arc20|runesMain|src20)-|fbtc_fbrc20_)/;

/** v6 gives no type; then the form of the id decides. */
export function kindOf(tokenType: string | undefined, tokenAddress: string): Holding['kind'] {
  const isInscription = tokenType === undefined ? INSCRIPTION.test(tokenAddress) : tokenType === '2';
  return isInscription ? 'inscription' : 'token';
}

/** The rows inside are not checked yet. */
export const UsualData = z.array(
  z.object({ tokenAssets: z.custom<readonly unknown[]>(Array.isArray), timeStamp: z.string().optional() })
);

/** A chainIndex that came as a number is accepted. */
export const AnyChainIndex = z.union([z.string(), z.number()]).transform(String).pipe(ChainIndex);

/** Milliseconds have 13 digits until the year 2286; seconds or garbage count as none. */
export const Milliseconds = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().regex(/^\d{13}$/))
  .transform(Number);

const Flag = z
  .union([z.boolean(), z.literal(['true', 'false', '', '0', '1', 0, 1]), z.null()])
  .transform(flag => flag === true || flag === 'true' || flag === '1' || flag === 1);

/**
 * Each field is as loose as possible without guessing. Amounts must be text: a JSON number has been through a double,
 * so numbers are quoted before parsing. A strange symbol costs only the name and a strange price only the price, not
 * the holding.
 */
export const LenientRow = z.object({
  chainIndex: AnyChainIndex,
  tokenAddress: Address.optional(),
  tokenContractAddress: Address.optional(),
  address: Address.nullish().transform(address => address ?? undefined),
  symbol: z.string().catch(''),
  balance: z.string(),
  tokenPrice: z.string().nullish().catch(null),
  tokenType: z.union([z.string(), z.number()]).transform(String).optional().catch(undefined),
  isRiskToken: Flag.optional(),
  rawBalance: z.unknown().optional()
}) satisfies z.ZodType<Row>;

const Known = z.object({
  chainIndex: AnyChainIndex.nullable().catch(null),
  tokenAddress: Address.nullish().catch(null),
  tokenContractAddress: Address.nullish().catch(null),
  address: Address.nullish().catch(null)
});

/** What can be read of a row that as a whole cannot. */
export function partlyRead(raw: unknown, owner: string | null): UnreadableRow {
  const { chainIndex, address, ...ids } = Known.safeParse(raw).data ?? NOTHING_KNOWN;
  // An id that cannot be read is null: the other one may be that of another token.
  const token = ids.tokenAddress === undefined ? ids.tokenContractAddress : ids.tokenAddress;
  const named = owner ?? (address || null);
  return {
    chainIndex,
    token: chainIndex === null || token == null ? null : canonicalToken(chainIndex, token),
    address: named === null ? null : canonicalAddress(named)
  };
}

const NOTHING_KNOWN = { chainIndex: null, tokenAddress: null, tokenContractAddress: null, address: null };

/** No token on any chain can hold more: 2 ** 256 has 78 digits. */
const IMPLAUSIBLE_AMOUNT = { units: 10n ** 78n, scale: 0 };

/** Most amounts already have this form; checking it first saves two bigints per row. */
const CANONICAL = /^(?:0|[1-9]\d{0,60})(?:\.\d{0,60}[1-9])?$/;

/** Removes exponents and stray zeros. Null for what is no amount: not a number, negative, or implausibly large. */
export function amountOf(text: string): DecimalText | null {
  if (CANONICAL.test(text)) return text;
  const amount = parseDecimal(text.trim());
  if (!amount || amount.units < 0n || compareDecimals(amount, IMPLAUSIBLE_AMOUNT) >= 0) return null;
  return toText(amount);
}

const MAX_SYMBOL_LENGTH = 32;
/** Limits the work that a name of several megabytes can cause. */
const MAX_READ_LENGTH = 512;

const PLAIN_SYMBOL = /^[\x21-\x7e]{1,32}$/;

/** Bidirectional marks, zero-width and other characters without a shape, lone surrogates, private use, controls. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cs}\p{Co}]|(?!\s)\p{Cc}/gu;

const LETTER = String.raw`[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}]`;
/**
 * What cannot be seen in or around a word of these scripts, which need nothing of it: it makes a name another one that
 * looks the same.
 */
const HIDDEN_IN_WORD = new RegExp(
  String.raw`(?<=${LETTER})[\p{Default_Ignorable_Code_Point}\p{Cf}]+(?=${LETTER}|$)|^[\p{Default_Ignorable_Code_Point}\p{Cf}]+(?=${LETTER})`,
  'gu'
);
const HIDDEN_SIGN = '·';

/** At most 32 code points, "…" included; "?" when nothing of it can be seen. What was hidden in a word leaves a sign. */
export function cleanSymbol(name: string): string {
  if (PLAIN_SYMBOL.test(name)) return name;
  const visible = name
    .slice(0, MAX_READ_LENGTH)
    .replace(HIDDEN_IN_WORD, HIDDEN_SIGN)
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
  if (isBlank(visible)) return '?';
  const characters = [...visible];
  if (characters.length <= MAX_SYMBOL_LENGTH) return visible;
  return (
    characters
      .slice(0, MAX_SYMBOL_LENGTH - 1)
      .join('')
      .trimEnd() + '…'
  );
}

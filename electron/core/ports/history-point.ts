// History point: the type of one stored point: total, ledger, value of each wallet, largest tokens.
import type { GapCause } from '../../../shared/domain/failure';
import type { RecountCause } from '../../../shared/schema/app-state';
import { decimal, negate, subtract, sum, toText, type DecimalText } from '../../../shared/domain/decimal';

/** What the total is made of since the first point; the three parts add up to the total exactly. */
export interface Ledger {
  readonly prices: DecimalText;
  readonly transfers: DecimalText;
  readonly recounted: DecimalText;
}

/** The part of one wallet in a point: its value, its value by chain, and its own part of the ledger. */
export interface WalletPoint {
  readonly value: DecimalText;
  readonly prices: DecimalText;
  readonly transfers: DecimalText;
  readonly chains: Readonly<Record<string, DecimalText>>;
  /** The part of `prices` and `transfers` that the ledger of the total has from another wallet; absent: none. */
  readonly elsewhere?: Pick<Ledger, 'prices' | 'transfers'>;
}

/** The prices and transfers of a wallet in its last point. */
export type LastLedger = Pick<Ledger, 'prices' | 'transfers'> & { readonly at: number };

/** The running prices and transfers of a chain in all wallets together, each unit once, USD to four decimals. */
export type ChainLedger = Pick<Ledger, 'prices' | 'transfers'>;

/** What is neither a price nor a transfer, by its cause, exact USD; a cause that changed nothing has none. */
export type Recounts = Readonly<Partial<Record<RecountCause, DecimalText>>>;

/** In the order in which they are told. */
export const RECOUNT_CAUSES = Object.keys({
  'wallet-added': true,
  'wallet-removed': true,
  'chain-added': true,
  'chain-removed': true,
  'chain-refused': true,
  'token-included': true,
  'token-excluded': true,
  returned: true,
  uninvited: true,
  'price-known': true,
  'price-gone': true,
  'risk-mark': true,
  defi: true,
  'rule-changed': true
} satisfies Record<RecountCause, true>) as RecountCause[];

/** A time-weighted return: what prices did, multiplied up over all polls. Two of one `since` can be compared. */
export interface ReturnIndex {
  readonly index: DecimalText;
  /** When it began with 1, ms. */
  readonly since: number;
}

/** What of a wallet counts in another one, USD as the wallet has it. */
export interface RepeatedPart {
  readonly walletId: string;
  /** The wallets before it that have the same, the one where it counts first. */
  readonly ahead: readonly string[];
  readonly chains: Readonly<Record<string, DecimalText>>;
}

/** [holding id, symbol, price, value] */
export type TokenPoint = readonly [id: string, symbol: string, price: DecimalText, value: DecimalText];

/** The result of one poll. */
export interface HistoryPoint {
  readonly at: number;
  readonly total: DecimalText;
  readonly ledger: Ledger;
  /** The poll interval at that time, ms: the next point is expected within a few intervals. */
  readonly intervalMs: number;
  /** Parts that were stale, as `walletId/chainIndex`; their values are older than the point. */
  readonly stale: readonly string[];
  readonly wallets: Readonly<Record<string, WalletPoint>>;
  /** By chain; absent: the point was made by an earlier version. */
  readonly chainLedgers?: Readonly<Record<string, ChainLedger>>;
  /** By subject: '' is everything, `chain/…`, `wallet/…`; absent: as above, or a wallet of it was forgotten. */
  readonly returns?: Readonly<Record<string, ReturnIndex>>;
  /** The running sums of what is recounted and has a known cause, by wallet; absent: nothing. */
  readonly recounts?: Readonly<Record<string, Recounts>>;
  /** What the sum over wallets has too much; absent: nothing. */
  readonly countedOnce?: readonly RepeatedPart[];
  /** Why there is no point before this one for so long; absent: no gap, or its cause is not known. */
  readonly gapCause?: GapCause;
  /** The 20 tokens with the largest value, each with the rows that other wallets have of it. */
  readonly tokens: readonly TokenPoint[];
}

/** What a line of the chart is made of. */
export type LinePoint = Pick<
  HistoryPoint,
  'at' | 'total' | 'intervalMs' | 'stale' | 'wallets' | 'countedOnce' | 'gapCause' | 'tokens'
>;

/** What the sum over wallets has too much, USD: added to that sum, it gives the total. */
export function countedOnceAt({ countedOnce = [] }: Pick<HistoryPoint, 'countedOnce'>): DecimalText {
  return toText(negate(sum(countedOnce.flatMap(({ chains }) => Object.values(chains)).map(decimal))));
}

/** The value of a chain in all wallets together, each unit once; undefined when no wallet had it. */
export function chainValueAt(
  { wallets, countedOnce = [] }: Pick<HistoryPoint, 'wallets' | 'countedOnce'>,
  chainIndex: string
): DecimalText | undefined {
  const valuesOf = (parts: readonly Pick<WalletPoint, 'chains'>[]) =>
    parts.flatMap(({ chains }) => chains[chainIndex] ?? []).map(decimal);
  const values = valuesOf(Object.values(wallets));
  return values.length === 0 ? undefined : toText(subtract(sum(values), sum(valuesOf(countedOnce))));
}

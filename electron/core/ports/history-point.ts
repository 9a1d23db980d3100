// History point: the type of one stored point: total, ledger, value of each wallet, largest tokens.
import type { DecimalText } from '../../../shared/domain/decimal';

/** What made the total since the first point; the three add up to it, digit for digit. */
export interface Ledger {
  readonly prices: DecimalText;
  readonly transfers: DecimalText;
  readonly recounted: DecimalText;
}

/** One wallet's share of a point: its value, by chain, and its own part of the ledger. */
export interface WalletPoint {
  readonly value: DecimalText;
  readonly prices: DecimalText;
  readonly transfers: DecimalText;
  readonly chains: Readonly<Record<string, DecimalText>>;
}

/** [holding id, symbol, price, value] */
export type TokenPoint = readonly [id: string, symbol: string, price: DecimalText, value: DecimalText];

/** One poll's result. */
export interface HistoryPoint {
  readonly at: number;
  readonly total: DecimalText;
  readonly ledger: Ledger;
  /** The interval that was in force, ms: the next point is awaited within a few of them. */
  readonly intervalMs: number;
  /** Parts that were stale, as `walletId/chainIndex`: their values are older than the point. */
  readonly stale: readonly string[];
  readonly wallets: Readonly<Record<string, WalletPoint>>;
  /** The 20 largest by value. */
  readonly tokens: readonly TokenPoint[];
}

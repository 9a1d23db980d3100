// Converts balance rows to holdings: exact amounts, clean symbols, one holding for each token and address.
import { compareDecimals, decimal } from '../../shared/domain/decimal';
import { holdingId } from '../../shared/domain/holding-id';
import type { Holding } from '../../shared/schema/holding';
import { kindOf, tokenOf, amountOf, cleanSymbol, type Row } from './balance-row';
import { NOTHING_REUSED, type Owner, type ReusedRows } from './reuse-rows';

export interface HoldingReading {
  readonly holdings: Holding[];
  /** Chains with a row whose amounts make no sense, or that names no token; the row itself is left out. */
  readonly damagedChains: string[];
}

export function holdingsOf(
  rows: readonly Row[],
  owner: Owner,
  reused: ReusedRows = NOTHING_REUSED
): HoldingReading {
  const holdings: Holding[] = [];
  /** Of what is repeated none, so that ten thousand ids need not be kept apart. */
  const indexById = new Map<string, number>();
  const damagedChains = new Set<string>();
  for (const [at, row] of rows.entries()) {
    const reusedHolding = reused.holdings[at];
    const next = reusedHolding ?? readHolding(row, owner);
    if (!next) {
      damagedChains.add(row.chainIndex);
      continue;
    }
    const index = reusedHolding ? holdings.length : (indexById.get(next.id) ?? holdings.length);
    const earlier = holdings[index];
    holdings[index] = earlier ? mergeDuplicates(earlier, next) : next;
    if (!reusedHolding) indexById.set(next.id, index);
  }
  // A second opinion on what is repeated elsewhere: then all rows are weighed anew.
  if ([...indexById.keys()].some(reused.hasReused)) return holdingsOf(rows, owner);
  // Not before the end: a row that says "nothing" about a token with an amount is another opinion.
  const nonZero = holdings.filter(({ balance }) => balance !== '0');
  return { holdings: nonZero, damagedChains: [...damagedChains] };
}

/** Null when its amounts make no sense, or it names no token. */
function readHolding(row: Row, owner: Owner): Holding | null {
  const balance = amountOf(row.balance);
  const price = priceOf(row);
  const tokenAddress = tokenOf(row);
  if (balance === null || price === null || tokenAddress === undefined) return null;
  return holdingOf(row, tokenAddress, owner, balance, price);
}

/** "0" for every way in which OKX says that it knows none; null for what is no price at all. */
function priceOf(row: Row): string | null {
  const price = row.tokenPrice?.trim() ?? '';
  return price === '' ? '0' : amountOf(price);
}

function holdingOf(row: Row, tokenAddress: string, owner: Owner, balance: string, price: string): Holding {
  const { chainIndex } = row;
  const { walletId } = owner;
  const address = owner.address ?? row.address ?? '';
  return {
    id: holdingId(walletId, chainIndex, address, tokenAddress),
    walletId,
    chainIndex,
    tokenAddress,
    address,
    symbol: cleanSymbol(row.symbol),
    balance,
    price: price === '0' ? null : price,
    priceKeptSince: null,
    kind: kindOf(row.tokenType, tokenAddress),
    isRisky: row.isRiskToken ?? false,
    isDuplicate: false
  };
}

/** Never the sum: two rows for one token are two opinions about the same coins. */
function mergeDuplicates(earlier: Holding, next: Holding): Holding {
  const isSame =
    earlier.balance === next.balance &&
    earlier.price === next.price &&
    earlier.kind === next.kind &&
    earlier.isRisky === next.isRisky;
  if (isSame) return earlier;
  const isNextLarger = compareDecimals(decimal(next.balance), decimal(earlier.balance)) > 0;
  return { ...(isNextLarger ? next : earlier), isDuplicate: true };
}

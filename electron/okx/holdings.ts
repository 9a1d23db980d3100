// Converts balance rows to holdings: exact amounts, clean symbols, one holding for each token and address.
import { mergeRows } from '../../shared/domain/duplicate-rows';
import { holdingId } from '../../shared/domain/holding-id';
import type { Holding } from '../../shared/schema/holding';
import { kindOf, tokenOf, amountOf, cleanSymbol, type Row } from './balance-row';
import { NOTHING_REUSED, type Owner, type ReusedRows } from './reuse-rows';

export interface HoldingReading {
  readonly holdings: Holding[];
  /** Chains with a row whose amounts are invalid, or that names no token; the row itself is left out. */
  readonly damagedChains: string[];
}

export function holdingsOf(
  rows: readonly Row[],
  owner: Owner,
  reused: ReusedRows = NOTHING_REUSED
): HoldingReading {
  const holdings: Holding[] = [];
  /** Contains no id of a reused holding, so that ten thousand ids need not be stored. */
  const readIds = new Set<string>();
  const duplicateIds = new Set<string>();
  const damagedChains = new Set<string>();
  for (const [at, row] of rows.entries()) {
    const reusedHolding = reused.holdings[at];
    const next = reusedHolding ?? readHolding(row, owner);
    if (!next) {
      damagedChains.add(row.chainIndex);
      continue;
    }
    holdings.push(next);
    if (reusedHolding) continue;
    if (readIds.has(next.id) || reused.hasReused(next.id)) duplicateIds.add(next.id);
    readIds.add(next.id);
  }
  const merged = duplicateIds.size === 0 ? holdings : withoutDuplicates(holdings, duplicateIds);
  // Filtered only at the end: a row with balance 0 for a token with an amount is a conflicting row.
  const nonZero = merged.filter(({ balance }) => balance !== '0');
  return { holdings: nonZero, damagedChains: [...damagedChains] };
}

/** The merged holding stands where the first of its rows was. */
function withoutDuplicates(holdings: readonly Holding[], duplicateIds: ReadonlySet<string>): Holding[] {
  const groups = new Map<string, [Holding, ...Holding[]]>();
  const first: Holding[] = [];
  for (const holding of holdings) {
    const group = groups.get(holding.id);
    if (group) group.push(holding);
    else first.push(holding);
    if (!group && duplicateIds.has(holding.id)) groups.set(holding.id, [holding]);
  }
  return first.map(holding => mergeRows(groups.get(holding.id) ?? [holding]));
}

/** Null when the amounts of the row are invalid, or it names no token. */
function readHolding(row: Row, owner: Owner): Holding | null {
  const balance = amountOf(row.balance);
  const price = priceOf(row);
  const tokenAddress = tokenOf(row);
  if (balance === null || price === null || tokenAddress === undefined) return null;
  return holdingOf(row, tokenAddress, owner, balance, price);
}

/** "0" for every value with which OKX says that it knows no price; null for an invalid price. */
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

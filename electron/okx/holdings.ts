// Makes holdings of rows: exact amounts, unknown prices, clean names, one holding per token and address.
import { compareDecimals, decimal } from '../../shared/domain/decimal';
import { holdingId } from '../../shared/domain/holding-id';
import type { Holding } from '../../shared/schema/holding';
import { kindOf, tokenOf, amountOf, cleanSymbol, type Row } from './balance-row';
import { NOTHING_REPEATED, type Owner, type Repeated } from './reuse-rows';

export interface HoldingReading {
  readonly holdings: Holding[];
  /** Chains with a row whose amounts make no sense, or that names no token; the row itself is left out. */
  readonly damagedChains: string[];
}

export function holdingsOf(
  rows: readonly Row[],
  owner: Owner,
  repeated: Repeated = NOTHING_REPEATED
): HoldingReading {
  const holdings: Holding[] = [];
  /** Of what is repeated none, so that ten thousand ids need not be kept apart. */
  const places = new Map<string, number>();
  const damagedChains = new Set<string>();
  for (const [at, row] of rows.entries()) {
    const same = repeated.holdings[at];
    const next = same ?? readHolding(row, owner);
    if (!next) {
      damagedChains.add(row.chainIndex);
      continue;
    }
    const place = same ? holdings.length : (places.get(next.id) ?? holdings.length);
    const kept = holdings[place];
    holdings[place] = kept ? oneOf(kept, next) : next;
    if (!same) places.set(next.id, place);
  }
  // A second opinion on what is repeated elsewhere: then all rows are weighed anew.
  if ([...places.keys()].some(repeated.hasTaken)) return holdingsOf(rows, owner);
  // Not before the end: a row that says "nothing" about a token with an amount is another opinion.
  const held = holdings.filter(({ balance }) => balance !== '0');
  return { holdings: held, damagedChains: [...damagedChains] };
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
function oneOf(kept: Holding, next: Holding): Holding {
  const isSame =
    kept.balance === next.balance &&
    kept.price === next.price &&
    kept.kind === next.kind &&
    kept.isRisky === next.isRisky;
  if (isSame) return kept;
  const isNextLarger = compareDecimals(decimal(next.balance), decimal(kept.balance)) > 0;
  return { ...(isNextLarger ? next : kept), isDuplicate: true };
}

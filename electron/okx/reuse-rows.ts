// Finds the rows of a reply that are unchanged since the last poll, and reuses their holdings.
// Rows that are reused are not checked again.
import type { Holding } from '../../shared/schema/holding';
import { isAddress, kindOf, tokenOf, type Row } from './balance-row';

/** Of whom the rows are. */
export interface Owner {
  readonly walletId: string;
  /**
   * The one address that was asked for, which then is that of every row: OKX answers it in other letters, or not at
   * all, and one token must not become two. Null: each row names its own.
   */
  readonly address: string | null;
}

/** Rows are given in turn. */
export interface RowReuse {
  /** The holding that the row repeats in all that is read of it; undefined when anything differs. */
  reuse(row: unknown): Holding | undefined;
  /** Whether `take` gave the holding of this id. */
  hasReused(id: string): boolean;
}

/** What a reply repeats, at the places of its rows. */
export interface ReusedRows extends Pick<RowReuse, 'hasReused'> {
  readonly holdings: readonly (Holding | undefined)[];
}

export const NOTHING_REUSED: ReusedRows = { holdings: [], hasReused: () => false };

/** Replies keep their order; a few rows may have gone. */
const SEARCH_WINDOW = 8;
/** Replies for some of the chains begin further on, and each look there is at all that is left. */
const MAX_FULL_SEARCHES = 16;

/** A row as it came, unchecked. */
type RawRow = { readonly [Name in keyof Row]?: unknown };

/** `last`: the holdings of before, each of which is given once at most. */
export function createRowReuse(last: readonly Holding[], owner: Owner): RowReuse {
  const reusedIds: string[] = [];
  const changedIds = new Set<string>();
  const isKnownAddress = createAddressCheck();
  let [next, fullSearches] = [0, 0];
  let ids: Set<string> | null = null;

  function indexOfRow(row: RawRow): number {
    const end = Math.min(next + SEARCH_WINDOW, last.length);
    for (let at = next; at < end; at++) if (isOfToken(row, last[at]!, owner)) return at;
    if (end === last.length || fullSearches++ >= MAX_FULL_SEARCHES) return -1;
    return last.findIndex((holding, at) => at >= end && isOfToken(row, holding, owner));
  }

  return {
    reuse(row) {
      if (typeof row !== 'object' || row === null) return undefined;
      const index = indexOfRow(row);
      const holding = last[index];
      if (!holding) return undefined;
      next = index + 1;
      if (isPlain(holding) && isUnchanged(row, holding) && isKnownAddress((row as RawRow).address)) {
        reusedIds.push(holding.id);
        return holding;
      }
      changedIds.add(holding.id);
      return undefined;
    },
    hasReused(id) {
      if (changedIds.has(id)) return false;
      ids ??= new Set(reusedIds);
      return ids.has(id);
    }
  };
}

/** Of one wallet all rows bear the same few addresses. */
function createAddressCheck(): (address: unknown) => boolean {
  let known: unknown;
  return address => {
    if (address === known || address === undefined) return true;
    if (!isAddress(address)) return false;
    known = address;
    return true;
  };
}

function isOfToken(row: RawRow, holding: Holding, owner: Owner): boolean {
  return (
    tokenOf(row) === holding.tokenAddress &&
    row.chainIndex === holding.chainIndex &&
    (owner.address ?? row.address ?? '') === holding.address &&
    holding.walletId === owner.walletId
  );
}

/** Made of its row alone, without anything that polls before it said. */
function isPlain({ priceKeptSince, isDuplicate, isUnverified, doubt }: Holding): boolean {
  return priceKeptSince === null && !isDuplicate && !isUnverified && doubt === undefined;
}

function isUnchanged(row: RawRow, { balance, price, symbol, kind, isRisky, tokenAddress }: Holding): boolean {
  const { tokenPrice, tokenType, isRiskToken } = row;
  return (
    row.balance === balance &&
    (tokenPrice === price ||
      (price === null && (tokenPrice === undefined || tokenPrice === '' || tokenPrice === '0'))) &&
    row.symbol === symbol &&
    (isRiskToken ?? false) === isRisky &&
    (row.tokenAddress === undefined || row.tokenContractAddress === undefined) &&
    (tokenType === undefined || typeof tokenType === 'string') &&
    kindOf(tokenType, tokenAddress) === kind
  );
}

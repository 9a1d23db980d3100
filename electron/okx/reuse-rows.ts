// Finds the rows of a reply that are unchanged since the last poll, and reuses their holdings.
// Rows that are reused are not checked again.
import { tokenOf as tokenKeyOf } from '../../shared/domain/holding-id';
import type { Holding } from '../../shared/schema/holding';
import type { KnownBefore } from '../core/ports/ports';
import { isAddress, kindOf, tokenOf, type Row } from './balance-row';
import { decimalsOf, exactAmount } from './exact-amounts';

/** The wallet, and where known the address, to which the rows belong. */
export interface Owner {
  readonly walletId: string;
  /**
   * The one requested address, which then is the address of every row: OKX answers it in another case, or leaves it
   * out, and one token must not become two. Null: each row names its own.
   */
  readonly address: string | null;
}

/** Rows must be passed in the order of the reply. */
export interface RowReuse {
  /** The holding whose fields the row repeats exactly; undefined when anything differs. */
  reuse(row: unknown): Holding | undefined;
  /** Whether `reuse` gave the holding of this id. */
  hasReused(id: string): boolean;
}

/** The reused holdings of a reply, at the indexes of their rows. */
export interface ReusedRows extends Pick<RowReuse, 'hasReused'> {
  readonly holdings: readonly (Holding | undefined)[];
}

export const NOTHING_REUSED: ReusedRows = { holdings: [], hasReused: () => false };

/** Replies keep their order; a few rows may be missing. */
const SEARCH_WINDOW = 8;
/**
 * Replies for some of the chains begin at a later holding, and each full search goes through all remaining holdings.
 */
const MAX_FULL_SEARCHES = 16;

/** A row as received, unchecked. */
type RawRow = { readonly [Name in keyof Row]?: unknown };

/** Each holding of the poll before is given at most once. */
export function createRowReuse({ holdings: last, decimals }: KnownBefore, owner: Owner): RowReuse {
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
      if (
        isPlain(holding) &&
        isUnchanged(row, holding, decimals) &&
        isKnownAddress((row as RawRow).address)
      ) {
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

/** All rows of one wallet have the same few addresses. */
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

/** Whether the holding was made from its row alone, without data of earlier polls. */
function isPlain({ priceKeptSince, isDuplicate, isStale }: Holding): boolean {
  return priceKeptSince === null && !isDuplicate && !isStale;
}

function isUnchanged(row: RawRow, holding: Holding, decimals: KnownBefore['decimals']): boolean {
  const { price, symbol, kind, isRisky, tokenAddress } = holding;
  const { tokenPrice, tokenType, isRiskToken } = row;
  return (
    isSameAmount(row, holding, decimals) &&
    (tokenPrice === price ||
      (price === null && (tokenPrice === undefined || tokenPrice === '' || tokenPrice === '0'))) &&
    row.symbol === symbol &&
    (isRiskToken ?? false) === isRisky &&
    (row.tokenAddress === undefined || row.tokenContractAddress === undefined) &&
    (tokenType === undefined || typeof tokenType === 'string') &&
    kindOf(tokenType, tokenAddress) === kind
  );
}

/** What an exact amount was read from, so that it need not be computed again. */
interface AmountTexts {
  readonly balance: unknown;
  readonly rawBalance: unknown;
  readonly decimals: KnownBefore['decimals'];
}

/** Whether raw units are the text that OKX sends where it has none. */
function isNoUnits(rawBalance: unknown): boolean {
  return rawBalance === undefined || rawBalance === '' || rawBalance === '0';
}

const amountTexts = new WeakMap<Holding, AmountTexts>();

function isSameAmount(
  { balance, rawBalance }: RawRow,
  holding: Holding,
  decimals: KnownBefore['decimals']
): boolean {
  if (holding.decimals === undefined) return balance === holding.balance && isNoUnits(rawBalance);
  const known = amountTexts.get(holding);
  if (known && known.balance === balance && known.rawBalance === rawBalance && known.decimals === decimals)
    return true;
  if (typeof balance !== 'string' || typeof rawBalance !== 'string') return false;
  const isSame =
    decimalsOf(balance, rawBalance) === holding.decimals &&
    exactAmount(rawBalance, holding.decimals) === holding.balance &&
    (decimals?.[tokenKeyOf(holding)] ?? holding.decimals) === holding.decimals;
  if (isSame) amountTexts.set(holding, { balance, rawBalance, decimals });
  return isSame;
}

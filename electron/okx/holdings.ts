// Converts balance rows to holdings: exact amounts, clean symbols, one holding for each token and address.
import { mergeRows } from '../../shared/holdings/duplicate-rows';
import { holdingId, tokenOf as tokenKeyOf } from '../../shared/domain/holding-id';
import type { Holding } from '../../shared/schema/holding';
import type { UnreadableRow } from '../core/ports/ports';
import { kindOf, tokenOf, amountOf, cleanSymbol, partlyRead, type Row } from './balance-row';
import { decimalsOf, exactAmount } from './exact-amounts';
import { NOTHING_REUSED, type Owner, type ReusedRows } from './reuse-rows';

export interface HoldingReading {
  readonly holdings: Holding[];
  /** Rows whose amount is invalid, or that name no token; they are left out. */
  readonly unreadable: UnreadableRow[];
}

/** `decimals`: those that are kept, by token. */
export function holdingsOf(
  rows: readonly Row[],
  owner: Owner,
  reused: ReusedRows = NOTHING_REUSED,
  decimals: Readonly<Record<string, number>> = {}
): HoldingReading {
  const holdings: Holding[] = [];
  /** Contains no id of a reused holding, so that ten thousand ids need not be stored. */
  const readIds = new Set<string>();
  const duplicateIds = new Set<string>();
  const unreadable: UnreadableRow[] = [];
  for (const [at, row] of rows.entries()) {
    const reusedHolding = reused.holdings[at];
    const next = reusedHolding ?? readHolding(row, owner, decimals);
    if (!next) {
      unreadable.push(partlyRead(row, owner.address));
      continue;
    }
    holdings.push(next);
    if (reusedHolding) continue;
    if (readIds.has(next.id) || reused.hasReused(next.id)) duplicateIds.add(next.id);
    readIds.add(next.id);
  }
  const merged = duplicateIds.size === 0 ? holdings : withoutDuplicates(holdings, duplicateIds);
  // Filtered only at the end: a row with balance 0 for a token with an amount is a conflicting row.
  return { holdings: merged.filter(({ balance }) => balance !== '0'), unreadable };
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

/** Null when the amount of the row is invalid, or it names no token. */
function readHolding(row: Row, owner: Owner, kept: Readonly<Record<string, number>>): Holding | null {
  const balance = amountOf(row.balance);
  const tokenAddress = tokenOf(row);
  if (balance === null || tokenAddress === undefined) return null;
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
    ...amountFrom(balance, row.rawBalance, kept[tokenKeyOf({ chainIndex, tokenAddress })]),
    price: priceOf(row),
    priceKeptSince: null,
    kind: kindOf(row.tokenType, tokenAddress),
    isRisky: row.isRiskToken ?? false,
    isDuplicate: false
  };
}

/** The amount of the raw units where the balance is their rounding; `kept`: the token's decimals, if they are known. */
function amountFrom(
  balance: string,
  rawBalance: unknown,
  kept: number | undefined
): Pick<Holding, 'balance' | 'decimals'> {
  const decimals = typeof rawBalance === 'string' ? decimalsOf(balance, rawBalance) : null;
  if (decimals === null || (kept !== undefined && kept !== decimals)) return { balance };
  return { balance: exactAmount(rawBalance as string, decimals), decimals };
}

/** Null for every value with which OKX says that it knows no price, and for one that cannot be read. */
function priceOf({ tokenPrice }: Row): string | null {
  const price = amountOf(tokenPrice?.trim() ?? '');
  return price === '0' ? null : price;
}

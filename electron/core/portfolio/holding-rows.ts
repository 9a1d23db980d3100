// Holding rows: builds the table rows of each wallet, one row per holding.
// A row is the same object as before as long as nothing that it shows changed.
import { sum, type Decimal } from '../../../shared/domain/decimal';
import type { Holding } from '../../../shared/schema/holding';
import type { WalletSnapshot } from '../../../shared/schema/snapshot';
import type { HoldingRow, CountingStatus } from '../../../shared/schema/app-state';
import type { AssetLookup } from '../assets/assets';
import type { CountedElsewhere } from './counted-once';
import { countingStatusOf, type CountingRule } from './counting-rule';
import {
  askedWorthOf,
  hasMark,
  verificationMarkOf,
  type VerificationMark,
  type VerificationMarks
} from './doubt-rows';
import { partOf } from '../snapshots/chain-parts';
import { isStalePart } from '../snapshots/staleness';
import { pricePercent } from './price-move';
import type { RowPrices } from './row-prices';
import { isPriceUnwatched, isOfSameOwner, weightOf, type Weights } from './largest-holdings';
import { shareHoldingValue, holdingValueOf } from '../snapshots/holding-values';

export interface RowsInput {
  readonly snapshots: readonly WalletSnapshot[];
  readonly rule: CountingRule;
  readonly staleAfterMs: number;
  readonly prices: RowPrices;
  /** What is in doubt or needs the person's OK; null: nothing. */
  readonly marks: VerificationMarks | null;
  readonly memory: RowMemory;
  /** Names the assets; absent: no row gets one. */
  readonly assetOf?: AssetLookup | undefined;
  /** Holdings that count in another wallet. */
  readonly elsewhere: CountedElsewhere;
}

/** The rows of a wallet; `values`: at the same index what the row adds to its wallet, exact USD; null: nothing. */
export interface WalletRows {
  readonly rows: HoldingRow[];
  readonly values: readonly (Decimal | null)[];
  readonly weights: Weights;
  /** How many rows do not count, by reason; without those of which another wallet decides. */
  readonly notCounted: Readonly<Record<Exclude<CountingStatus, 'counted'>, number>>;
  /** What needs the person's OK; `worth`: exact USD. */
  readonly waiting: { readonly count: number; readonly worth: Decimal };
}

type CachedWalletRows = WalletRows & {
  readonly holdings: readonly Holding[];
  /** What named the assets of these rows. */
  readonly assetOf: AssetLookup | undefined;
};

/**
 * The last rows of each wallet of one profile: replies keep their order, so an unchanged row is found at its index
 * without a search. Each call replaces them; the rows of a removed wallet are not kept.
 */
export interface RowMemory {
  rowsByWallet: ReadonlyMap<string, CachedWalletRows>;
}

export function emptyRowMemory(): RowMemory {
  return { rowsByWallet: new Map() };
}

export function walletRowsOf(input: RowsInput, now: number): WalletRows[] {
  const rowsByWallet = new Map(
    input.snapshots.map(snapshot => [snapshot.walletId, rowsOfWallet(snapshot, input, now)])
  );
  input.memory.rowsByWallet = rowsByWallet;
  return [...rowsByWallet.values()];
}

/** Makes the rows in one pass: with thousands of rows, each pass over them costs time. */
function rowsOfWallet(
  { walletId, parts, holdings }: WalletSnapshot,
  { rule, staleAfterMs, prices, marks, memory, elsewhere, assetOf }: RowsInput,
  now: number
): CachedWalletRows {
  const isStaleChain = memoize(
    chain =>
      isStalePart(partOf(parts, chain), now, staleAfterMs) ||
      marks?.silentSince.has(`${walletId}/${chain}`) === true
  );
  const before = memory.rowsByWallet.get(walletId);
  const last = before?.assetOf === assetOf ? before : undefined;
  const rows: HoldingRow[] = [];
  const values: (Decimal | null)[] = [];
  const sizes = new Float64Array(holdings.length);
  const notCounted = { risky: 0, unpriced: 0, unverified: 0, 'kept-out': 0, testnet: 0 };
  const asked: Decimal[] = [];
  let unwatchedCount = 0;
  let isOfOneOwner = true;
  for (const [index, holding] of holdings.entries()) {
    const standing = countingStatusOf(holding, rule);
    const isStale = isStaleChain(holding.chainIndex) || holding.isStale === true;
    const mark = marks && verificationMarkOf(holding, standing, marks);
    const percent = pricePercent(prices.priceOf(holding, standing), holding.price);
    const known = last?.holdings[index] === holding ? last.rows[index] : undefined;
    const alsoIn = elsewhere.size === 0 ? undefined : elsewhere.get(holding.id);
    const isSame =
      known?.countingStatus === standing &&
      known.isStale === isStale &&
      known.changePercent === percent &&
      known.alsoIn === alsoIn &&
      hasMark(known, mark);
    const row = isSame
      ? known
      : rowOf(
          holding,
          { countingStatus: standing, isStale, changePercent: percent, ...(alsoIn && { alsoIn }), ...mark },
          assetOf?.(holding)
        );
    rows.push(row);
    const askedWorth = askedWorthOf(row);
    if (askedWorth) asked.push(askedWorth);
    values.push(
      isSame ? (last?.values[index] ?? null) : standing === 'counted' ? holdingValueOf(row).value : null
    );
    sizes[index] = isSame ? (last?.weights.sizes[index] ?? 0) : weightOf(row);
    if (standing === 'counted' && isPriceUnwatched(row)) unwatchedCount++;
    else if (standing !== 'counted' && alsoIn === undefined) notCounted[standing]++;
    isOfOneOwner &&= isOfSameOwner(row, rows[0]);
  }
  const weights = { sizes, unwatchedCount, isOfOneOwner };
  const waiting = { count: asked.length, worth: sum(asked) };
  return { holdings, rows, values, weights, notCounted, waiting, assetOf };
}

function memoize(compute: (chainIndex: string) => boolean): (chainIndex: string) => boolean {
  const known = new Map<string, boolean>();
  return chainIndex => {
    let found = known.get(chainIndex);
    if (found === undefined) known.set(chainIndex, (found = compute(chainIndex)));
    return found;
  };
}

function rowOf(
  holding: Holding,
  shown: Pick<HoldingRow, 'countingStatus' | 'isStale' | 'changePercent' | 'alsoIn'> & VerificationMark,
  asset: string | undefined
): HoldingRow {
  const named = asset === undefined ? shown : { ...shown, asset };
  const row = { ...holding, value: holdingValueOf(holding).valueText, ...named };
  shareHoldingValue(row, holding);
  return row;
}

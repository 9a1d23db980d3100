// Portfolio: computes rows, sums and shares per chain and wallet from the snapshots.
// Chains add up to the total, and wallets together with what they watch twice.
import {
  compareDecimals,
  decimal,
  negate,
  percentOf,
  subtract,
  sum,
  toText,
  add,
  ZERO,
  type DecimalText,
  type Decimal
} from '../../../shared/domain/decimal';
import type { ChainRow, Portfolio, WalletRow, HoldingRow } from '../../../shared/schema/app-state';
import type { Part, WalletSnapshot } from '../../../shared/schema/snapshot';
import type { VerificationMemory } from '../../../shared/schema/verification';
import type { Wallet } from '../../../shared/schema/wallet';
import type { AssetLookup } from '../assets/assets';
import type { HistoryPoint } from '../ports/history-point';
import { isExpected, partOf } from '../snapshots/chain-parts';
import { isStalePart } from '../snapshots/staleness';
import { withDefi } from '../snapshots/defi';
import { holdingValueOf } from '../snapshots/holding-values';
import { fitSnapshot } from '../snapshots/update-snapshot';
import { countedElsewhere, overlapsOf } from './counted-once';
import type { CountingRule } from './counting-rule';
import { doubtRowsOf, silentParts, verificationMarksOf, type VerificationMarks } from './doubt-rows';
import { emptyRowMemory, walletRowsOf, type RowMemory, type WalletRows } from './holding-rows';
import { shareWeights } from './largest-holdings';
import { returnBetween } from './price-move';
import { NO_PAST_PRICES, rowPricesOf } from './row-prices';

/** Far more digits than any place shows, which rounds it: 8.346 % rounded twice would be 8.4. */
const SHARE_DECIMALS = 6;

export interface PortfolioInput {
  readonly wallets: readonly Wallet[];
  readonly snapshots: readonly WalletSnapshot[];
  readonly rule: CountingRule;
  readonly staleAfterMs: number;
  /** The point that the changes are computed against, and the last one; null: there is none. */
  readonly baseline: HistoryPoint | null;
  readonly latest: HistoryPoint | null;
  /** What tokens cost a day before the last answer, as the service says; absent: it is not known. */
  readonly dayOldPrices?: ReadonlyMap<string, DecimalText> | undefined;
  /** What is in doubt, and what needs the person's OK; absent: nothing. */
  readonly verification?: VerificationMemory | undefined;
  /** Names the assets of rows; absent: what is printed joins nothing. */
  readonly assetOf?: AssetLookup | undefined;
  /** The rows of the last call for the same profile; absent: every row is made anew. */
  readonly memory?: RowMemory;
}

/** The input with what was found in it, for the sums and rows of one portfolio. */
interface PortfolioParts extends PortfolioInput {
  readonly marks: VerificationMarks | null;
  readonly ages: PartAges;
}

/** The ages of parts, by the answers and by what is in doubt. */
interface PartAges {
  isExpected(part: Part): boolean;
  isStale(part: Part): boolean;
  takenAt(part: Part): number | null;
}

/** Every wallet of the settings is included, answered or not; snapshots of other wallets are left out. */
export function portfolioOf(given: PortfolioInput, now: number): Portfolio {
  const snapshots = fitSnapshots(given);
  const marks = verificationMarksOf(given.verification);
  const ages = partAgesOf(silentParts(marks, snapshots), now, given.staleAfterMs);
  const input = { ...given, snapshots, marks, ages };
  const memory = given.memory ?? emptyRowMemory();
  const elsewhere = countedElsewhere(given.wallets, snapshots);
  const prices = rowPricesOf(given.baseline, given.latest, given.dayOldPrices ?? NO_PAST_PRICES.dayOld);
  const rowsByWallet = walletRowsOf({ ...input, prices, memory, elsewhere }, now);
  const { rows: holdings, values, notCounted } = joinRows(rowsByWallet);
  const cells = cellsOf(holdings, values);
  const total = valueOf(cells);
  const parts = snapshots.flatMap(snapshot => snapshot.parts).filter(ages.isExpected);
  const staleCount = parts.filter(ages.isStale).length;
  const walletIds = given.wallets.map(({ id }) => id);
  return {
    total,
    countedOnce: toText(negate(sum(cells.map(cell => cell.elsewhere)))),
    takenAt: oldest(parts.map(ages.takenAt)),
    isStale: staleCount > 0,
    partsAnswered: parts.length - staleCount,
    partsExpected: parts.length,
    chains: chainRows(cells, total, input, now),
    wallets: walletRows(cells, total, input),
    holdings,
    pricesSince: prices.since,
    notCounted,
    doubts: doubtRowsOf(marks, holdings, walletIds, decimal(total)),
    waiting: joinWaiting(rowsByWallet),
    change: null
  };
}

/** How many expected parts are not stale at a moment: `partsAnswered` of the portfolio then. */
export function answeredParts(
  given: Pick<PortfolioInput, 'wallets' | 'snapshots' | 'rule' | 'staleAfterMs' | 'verification'>,
  at: number
): number {
  const snapshots = fitSnapshots(given);
  const ages = partAgesOf(
    silentParts(verificationMarksOf(given.verification), snapshots),
    at,
    given.staleAfterMs
  );
  return snapshots.flatMap(({ parts }) => parts).filter(part => ages.isExpected(part) && !ages.isStale(part))
    .length;
}

/** `silentSince`: parts whose values are older than their answers: since when, ms. */
function partAgesOf(silentSince: ReadonlyMap<Part, number>, now: number, staleAfterMs: number): PartAges {
  return {
    // A chain that OKX refuses counts as long as that is in doubt.
    isExpected: part => isExpected(part) || silentSince.has(part),
    isStale: part => silentSince.has(part) || isStalePart(part, now, staleAfterMs),
    takenAt: part => oldest([part.answeredAt, silentSince.get(part) ?? null])
  };
}

function joinWaiting(rowsByWallet: readonly WalletRows[]): Portfolio['waiting'] {
  return {
    count: rowsByWallet.reduce((all, { waiting }) => all + waiting.count, 0),
    worth: toText(sum(rowsByWallet.map(({ waiting }) => waiting.worth)))
  };
}

function fitSnapshots({
  wallets,
  snapshots,
  rule
}: Pick<PortfolioInput, 'wallets' | 'snapshots' | 'rule'>): WalletSnapshot[] {
  return wallets.map(wallet => {
    const last = snapshots.find(({ walletId }) => walletId === wallet.id);
    return withDefi(fitSnapshot(last, wallet), wallet, rule.countDefi);
  });
}

/** What the cells add to the total, exact. */
function valueOf(cells: readonly Cell[]): DecimalText {
  return toText(
    sum(cells.map(({ value, elsewhere }) => (elsewhere === ZERO ? value : subtract(value, elsewhere))))
  );
}

/** The rows of all wallets as one table. */
function joinRows(rowsByWallet: readonly WalletRows[]) {
  const [first, ...others] = rowsByWallet;
  const count = (why: keyof WalletRows['notCounted']) =>
    rowsByWallet.reduce((all, { notCounted }) => all + notCounted[why], 0);
  const notCounted: Portfolio['notCounted'] = {
    risky: count('risky'),
    unpriced: count('unpriced'),
    unverified: count('unverified'),
    keptOut: count('kept-out'),
    testnet: count('testnet')
  };
  // With one wallet only, its sums are reused: they are known already.
  if (!first || others.length > 0)
    return {
      rows: rowsByWallet.flatMap(({ rows }) => rows),
      values: rowsByWallet.flatMap(({ values }) => values),
      notCounted
    };
  shareWeights(first.rows, first.weights);
  return { rows: first.rows, values: first.values, notCounted };
}

function chainRows(
  cells: readonly Cell[],
  total: DecimalText,
  input: PortfolioParts,
  now: number
): ChainRow[] {
  const groups = new Map<string, Cell[]>();
  for (const cell of cells) groups.set(cell.chainIndex, [...(groups.get(cell.chainIndex) ?? []), cell]);
  const rows = [...groups].map(([chainIndex, group]): ChainRow => {
    const value = valueOf(group);
    const silentSince = group.flatMap(
      ({ walletId }) => input.marks?.silentSince.get(`${walletId}/${chainIndex}`) ?? []
    );
    const parts = input.snapshots
      .filter(snapshot => group.some(({ walletId }) => walletId === snapshot.walletId))
      .map(snapshot => partOf(snapshot.parts, chainIndex))
      .filter(part => part !== undefined);
    return {
      chainIndex,
      ...input.rule.chains(chainIndex),
      value,
      share: percentOf(decimal(value), decimal(total), SHARE_DECIMALS),
      changePercent:
        input.baseline && input.latest ? returnBetween(input.baseline, input.latest, { chainIndex }) : null,
      holdings: group.reduce((all, cell) => all + cell.rows, 0),
      isStale: silentSince.length > 0 || parts.some(part => isStalePart(part, now, input.staleAfterMs)),
      takenAt: oldest([...parts.map(part => part.answeredAt), ...silentSince])
    };
  });
  return rows.sort(
    (a, b) => compareDecimals(decimal(b.value), decimal(a.value)) || (a.name < b.name ? -1 : 1)
  );
}

function walletRows(cells: readonly Cell[], total: DecimalText, input: PortfolioParts): WalletRow[] {
  const { ages } = input;
  const overlaps = overlapsOf(input.wallets, input.snapshots);
  return input.wallets.map(wallet => {
    const snapshot = input.snapshots.find(({ walletId }) => walletId === wallet.id);
    const own = cells.filter(({ walletId }) => walletId === wallet.id);
    const elsewhere = sum(own.map(cell => cell.elsewhere));
    const parts = (snapshot?.parts ?? []).filter(ages.isExpected);
    const ofWallet = overlaps.get(wallet.id);
    return {
      wallet,
      value: toText(sum(own.map(({ value }) => value))),
      ...(own.some(cell => cell.elsewhere !== ZERO) && { elsewhere: toText(elsewhere) }),
      ...(ofWallet && { overlaps: ofWallet }),
      share: percentOf(decimal(valueOf(own)), decimal(total), SHARE_DECIMALS),
      isStale: parts.some(ages.isStale),
      takenAt: oldest(parts.map(ages.takenAt)),
      failure: snapshot?.failure ?? null
    };
  });
}

function oldest(moments: readonly (number | null)[]): number | null {
  const known = moments.filter(at => at !== null);
  return known.length === 0 ? null : Math.min(...known);
}

export interface Cell {
  readonly walletId: string;
  readonly chainIndex: string;
  /** Exact USD of the rows that count. */
  readonly value: Decimal;
  /** What of it counts in another wallet. */
  readonly elsewhere: Decimal;
  /** Whether anything counts at all. */
  readonly isCounted: boolean;
  /** The number of rows, counted or not. */
  readonly rows: number;
}

type MutableCell = { -readonly [Name in keyof Cell]: Cell[Name] };

const known = new WeakMap<readonly HoldingRow[], readonly Cell[]>();

/** The cells, in the order of their first rows. `values`: what each row adds to its wallet, if known; null: nothing. */
export function cellsOf(
  rows: readonly HoldingRow[],
  values: readonly (Decimal | null)[] = known.has(rows) ? [] : rows.map(countedValueOf)
): readonly Cell[] {
  const found = known.get(rows);
  if (found) return found;
  const wallets = new Map<string, Map<string, MutableCell>>();
  const cells: MutableCell[] = [];
  for (const [index, { walletId, chainIndex, alsoIn }] of rows.entries()) {
    let chains = wallets.get(walletId);
    if (!chains) wallets.set(walletId, (chains = new Map<string, MutableCell>()));
    let cell = chains.get(chainIndex);
    if (!cell) {
      cell = { walletId, chainIndex, value: ZERO, elsewhere: ZERO, isCounted: false, rows: 0 };
      chains.set(chainIndex, cell);
      cells.push(cell);
    }
    cell.rows++;
    const value = values[index];
    if (!value) continue;
    cell.value = add(cell.value, value);
    if (alsoIn !== undefined) cell.elsewhere = add(cell.elsewhere, value);
    cell.isCounted = true;
  }
  known.set(rows, cells);
  return cells;
}

function countedValueOf(row: HoldingRow): Decimal | null {
  return row.countingStatus === 'counted' ? holdingValueOf(row).value : null;
}

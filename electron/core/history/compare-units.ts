// Compares units: the changes of a round with each unit once, however many wallets watch it, for ledger and alerts.
// What a wallet saw of a unit that counts elsewhere is in its own comparison only.
import { decimal, subtract, toText, type DecimalText } from '../../../shared/domain/decimal';
import { unitOf } from '../../../shared/domain/holding-id';
import type { CountingStatus } from '../../../shared/schema/app-state';
import type { Holding } from '../../../shared/schema/holding';
import type { WalletSnapshot } from '../../../shared/schema/snapshot';
import type { Wallet } from '../../../shared/schema/wallet';
import { countedElsewhere, type CountedElsewhere } from '../portfolio/counted-once';
import {
  compareHoldings,
  comparePairs,
  type Comparison,
  type IsComparable
} from '../snapshots/compare-holdings';
import { subtractRecounts, type HoldingPair, type RecountedChanges } from '../snapshots/recounts';
import type { WalletComparison } from './history-point';

export interface UnitsInput {
  /** In the person's order. */
  readonly wallets: readonly Wallet[];
  /** Of all wallets, as they were compared: before the round, and after it. */
  readonly before: readonly WalletSnapshot[];
  readonly after: readonly WalletSnapshot[];
  /** What each polled wallet saw. */
  readonly comparisons: readonly WalletComparison[];
  readonly countingStatus: (holding: Holding) => CountingStatus;
  /** Of each polled wallet: the same as for its comparison. */
  readonly comparable: ReadonlyMap<string, IsComparable>;
  readonly recounted: RecountedChanges;
}

/** The comparisons with each unit once; the given ones when no two wallets watch the same. */
export function compareUnits(input: UnitsInput): readonly WalletComparison[] {
  const { wallets, before, after, comparisons } = input;
  const sides = [before, after].map(snapshots => ({
    holdings: snapshots.flatMap(({ holdings }) => holdings),
    elsewhere: countedElsewhere(wallets, snapshots)
  }));
  const units = new Set(
    sides.flatMap(({ holdings, elsewhere }) =>
      elsewhere.size === 0 ? [] : holdings.filter(({ id }) => elsewhere.has(id)).map(unitOf)
    )
  );
  if (units.size === 0) return comparisons;
  const own = comparisons.map(one => withoutUnits(one, units, input));
  return [
    ...own,
    ...comparisonsOfUnits(
      sides.map(side => countingHoldings(side, units)),
      input
    )
  ];
}

/** What the wallet saw of everything else. */
function withoutUnits(
  { walletId, comparison }: WalletComparison,
  units: ReadonlySet<string>,
  { before, after, countingStatus, comparable, recounted }: UnitsInput
): WalletComparison {
  const isOfUnits = (holding: Holding) => units.has(unitOf(holding));
  const [old, now] = [before, after].map(snapshots =>
    (snapshots.find(one => one.walletId === walletId)?.holdings ?? []).filter(isOfUnits)
  );
  const watched = compareHoldings(
    old ?? [],
    now ?? [],
    countingStatus,
    comparable.get(walletId) ?? always,
    recounted
  );
  const recounts = subtractRecounts(comparison.recounts, watched.recounts);
  return {
    walletId,
    comparison: {
      moves: comparison.moves.filter(({ holding }) => !isOfUnits(holding)),
      ...sumsMinus(comparison, watched),
      chains: Object.fromEntries(
        Object.entries(comparison.chains).map(([chainIndex, own]) => [
          chainIndex,
          sumsMinus(own, watched.chains[chainIndex])
        ])
      ),
      ...(recounts && { recounts })
    }
  };
}

interface Side {
  readonly holdings: readonly Holding[];
  readonly elsewhere: CountedElsewhere;
}

/**
 * By unit the holding that counts. None of a unit without an address: where it counts before and after cannot be told to
 * be the same, so all it does to the total is recounted.
 */
function countingHoldings({ holdings, elsewhere }: Side, units: ReadonlySet<string>): Map<string, Holding> {
  const found = new Map<string, Holding>();
  for (const holding of holdings) {
    const unit = unitOf(holding);
    if (unit !== holding.id && units.has(unit) && !elsewhere.has(holding.id)) found.set(unit, holding);
  }
  return found;
}

/** A unit that counts in another wallet than before is compared across both, so that nothing is told twice. */
function comparisonsOfUnits(
  [old = new Map(), now = new Map()]: readonly Map<string, Holding>[],
  { countingStatus, comparable, recounted }: UnitsInput
): WalletComparison[] {
  const pairs = [...new Set([...old.keys(), ...now.keys()])]
    .map((unit): HoldingPair => ({ before: old.get(unit), after: now.get(unit) }))
    .filter(({ before, after }) => before !== after);
  return [...groupByWallet(pairs)].map(([walletId, own]) => {
    const compared = own.filter(({ before, after }) =>
      [before, after].every(one => !one || (comparable.get(one.walletId) ?? always)(one.chainIndex))
    );
    return { walletId, comparison: comparePairs(compared, countingStatus, always, recounted) };
  });
}

/** By the wallet where the unit counts now, else where it counted. */
function groupByWallet(pairs: readonly HoldingPair[]): Map<string, HoldingPair[]> {
  const groups = new Map<string, HoldingPair[]>();
  for (const pair of pairs) {
    const walletId = (pair.after ?? pair.before)?.walletId ?? '';
    groups.set(walletId, [...(groups.get(walletId) ?? []), pair]);
  }
  return groups;
}

/** A wallet that was not polled has nothing that changed. */
const always: IsComparable = () => true;

type Sums = Pick<Comparison, 'prices' | 'transfers'>;

function sumsMinus(a: Sums, b: Sums = { prices: '0', transfers: '0' }): Sums {
  return { prices: minus(a.prices, b.prices), transfers: minus(a.transfers, b.transfers) };
}

function minus(a: DecimalText, b: DecimalText): DecimalText {
  return toText(subtract(decimal(a), decimal(b)));
}

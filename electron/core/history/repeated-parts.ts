// Repeated parts: what of each wallet counts in another one, by chain, as history points store it.
import { add, toText, ZERO, type Decimal } from '../../../shared/domain/decimal';
import { unitOf } from '../../../shared/domain/holding-id';
import type { HoldingRow, Portfolio } from '../../../shared/schema/app-state';
import type { RepeatedPart } from '../ports/history-point';
import { holdingValueOf } from '../snapshots/holding-values';

interface Group {
  readonly walletId: string;
  readonly ahead: readonly string[];
  readonly chains: Map<string, Decimal>;
}

/** One part for each wallet and each list of wallets before it; empty when no two wallets watch the same. */
export function repeatedPartsOf({ holdings }: Pick<Portfolio, 'holdings'>): RepeatedPart[] {
  const repeats = holdings.filter(row => row.alsoIn !== undefined && row.countingStatus === 'counted');
  if (repeats.length === 0) return [];
  const watchers = watchersByUnit(holdings, new Set(repeats.map(unitOf)));
  const groups = new Map<string, Group>();
  for (const row of repeats) {
    const { walletId, chainIndex } = row;
    const ahead = aheadOf(row, watchers.get(unitOf(row)) ?? []);
    const key = [walletId, ...ahead].join('/');
    const group = groups.get(key) ?? { walletId, ahead, chains: new Map<string, Decimal>() };
    groups.set(key, group);
    group.chains.set(
      chainIndex,
      add(group.chains.get(chainIndex) ?? ZERO, holdingValueOf(row).value ?? ZERO)
    );
  }
  return [...groups.values()].map(({ walletId, ahead, chains }) => ({
    walletId,
    ahead,
    chains: Object.fromEntries([...chains].map(([chainIndex, value]) => [chainIndex, toText(value)]))
  }));
}

/** The wallets of each unit, in their order. */
function watchersByUnit(
  holdings: readonly HoldingRow[],
  units: ReadonlySet<string>
): ReadonlyMap<string, readonly string[]> {
  const watchers = new Map<string, string[]>();
  for (const row of holdings) {
    const unit = unitOf(row);
    if (units.has(unit)) watchers.set(unit, [...(watchers.get(unit) ?? []), row.walletId]);
  }
  return watchers;
}

/** A unit without an address is only known to be that of the wallet where it counts. */
function aheadOf({ walletId, alsoIn = '' }: HoldingRow, watchers: readonly string[]): readonly string[] {
  const ahead = watchers.slice(0, watchers.indexOf(walletId));
  return ahead.includes(alsoIn) ? ahead : [alsoIn];
}

/** The parts that are left when a wallet is forgotten: what counted there counts in the next one that has it. */
export function partsWithoutWallet(parts: readonly RepeatedPart[], removedId: string): RepeatedPart[] {
  return parts.flatMap(part => {
    const ahead = part.ahead.filter(id => id !== removedId);
    return part.walletId === removedId || ahead.length === 0 ? [] : [{ ...part, ahead }];
  });
}

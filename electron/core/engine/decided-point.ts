// Decided point: the history point of a decision of the person that changed the total, with what it recounted. So what was
// decided is no price move of the next poll, and its cause is known for good.
import { add, decimal, isZero, negate, toText, ZERO, type Decimal } from '../../../shared/domain/decimal';
import { isDefi } from '../../../shared/domain/defi';
import type { HoldingRow, Portfolio, RecountCause } from '../../../shared/schema/app-state';
import type { Settings } from '../../../shared/schema/settings';
import { gapCauseOf } from '../history/gap-cause';
import { compareRound } from '../polling/compare-round';
import { beforeGap, pointAfter } from '../polling/round';
import type { HistoryPoint } from '../ports/history-point';
import type { World } from '../ports/world';
import { modelPortfolio } from '../state/app-state';
import { missingIn, type Model } from '../state/model';

/** Null: the total is as the last point has it, or there is no point yet. */
export function decidedPoint(before: Model, next: Model, world: World): HistoryPoint | null {
  const last = next.points.at(-1);
  const now = world.clock.now();
  if (!last || now <= last.at || !mayChangeTotal(before, next)) return null;
  const portfolio = modelPortfolio(next, world.chains, now);
  if (portfolio.total === last.total) return null;
  // A doubt that the person ends is a price or a transfer, as if answers had ended it; all else is recounted.
  const compared = isSameRule(before.settings, next.settings)
    ? compareRound(before, before.snapshots, next, [], world)
    : { comparisons: [], decided: decidedBetween(before, next, last, portfolio, world) };
  const gapCause = gapCauseOf(last, now, beforeGap(before));
  return pointAfter(next, { ...compared, gapCause }, portfolio, now);
}

function mayChangeTotal(before: Model, next: Model): boolean {
  return before.snapshots !== next.snapshots || !isSameRule(before.settings, next.settings);
}

/** Whether both count the same. */
function isSameRule(before: Settings, next: Settings): boolean {
  return (
    before.wallets === next.wallets &&
    before.verdicts === next.verdicts &&
    before.choices.countRisky === next.choices.countRisky &&
    before.choices.countDefi === next.choices.countDefi
  );
}

/** Nothing where what DeFi did is known from its sums, and of a wallet that is forgotten. */
function decidedBetween(
  before: Model,
  next: Model,
  { at, wallets }: HistoryPoint,
  { holdings }: Portfolio,
  world: World
): HistoryPoint['recounts'] {
  const removed = missingIn(next, before);
  const isForgotten = removed.some(({ id }) => !(id in wallets));
  if (isForgotten || before.settings.choices.countDefi !== next.settings.choices.countDefi) return {};
  return recountedByWallet(before, next, modelPortfolio(before, world.chains, at).holdings, holdings);
}

/** What removed wallets had is theirs, and so is what of it counts in others now. */
function recountedByWallet(
  before: Model,
  next: Model,
  old: readonly HoldingRow[],
  now: readonly HoldingRow[]
): HistoryPoint['recounts'] {
  const removed = missingIn(next, before);
  const removedIds = new Set(removed.map(({ id }) => id));
  const worths = new Map<string, Decimal>();
  const plus = (walletId: string, amount: Decimal) =>
    worths.set(walletId, add(worths.get(walletId) ?? ZERO, amount));
  const ownerOf = ({ walletId }: HoldingRow) =>
    removed[0] && !removedIds.has(walletId) ? removed[0].id : walletId;
  for (const row of old) plus(ownerOf(row), negate(countedOf(row, removedIds)));
  for (const row of now) plus(ownerOf(row), countedOf(row, removedIds));
  const moved = [...worths].filter(([, worth]) => !isZero(worth));
  return Object.fromEntries(
    moved.map(([walletId, worth]) => [
      walletId,
      { [causeOf(before.settings, next.settings, removedIds, worth)]: toText(worth) }
    ])
  );
}

/** DeFi of a wallet that stays is known from its sums. */
function countedOf(row: HoldingRow, removedIds: ReadonlySet<string>): Decimal {
  if (row.countingStatus !== 'counted' || row.alsoIn !== undefined) return ZERO;
  return isDefi(row) && !removedIds.has(row.walletId) ? ZERO : decimal(row.value ?? '0');
}

function causeOf(
  before: Settings,
  next: Settings,
  removedIds: ReadonlySet<string>,
  worth: Decimal
): RecountCause {
  if (removedIds.size > 0) return 'wallet-removed';
  if (before.verdicts !== next.verdicts) return worth.units < 0n ? 'token-excluded' : 'token-included';
  const hasFewerChains = before.wallets.some(wallet => {
    const chains = next.wallets.find(({ id }) => id === wallet.id)?.chains ?? [];
    return (
      chains.length > 0 && (wallet.chains.length === 0 || wallet.chains.some(one => !chains.includes(one)))
    );
  });
  return hasFewerChains ? 'chain-removed' : 'rule-changed';
}

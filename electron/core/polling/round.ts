// Poll round: applies the outcomes of all polled wallets to the model, compares holdings, and schedules the next polls.
import { decimal, type Decimal } from '../../../shared/domain/decimal';
import type { Holding } from '../../../shared/schema/holding';
import type { WalletSnapshot } from '../../../shared/schema/snapshot';
import type { Portfolio } from '../../../shared/schema/app-state';
import { decideRound } from '../notifications/round-notification';
import { unsupportedChainEvents, unverifiedTokenEvents } from '../alerts/watch-holdings';
import { updateSnapshot, fitSnapshot } from '../snapshots/update-snapshot';
import { compareHoldings } from '../snapshots/compare-holdings';
import { countingRuleOf, countingStatusOf } from '../portfolio/counting-rule';
import { withDefi } from '../snapshots/defi';
import { guardSpikes } from '../snapshots/spike-guard';
import { namesOf, type AlertEvent } from '../alerts/alert-event';
import { pointOf, recentPoints, type WalletComparison } from '../history/history-point';
import type { HistoryPoint } from '../ports/history-point';
import type { Model } from '../state/model';
import { modelPortfolio } from '../state/app-state';
import { partOf } from '../snapshots/chain-parts';
import { staleParts, intervalOfStaleAge } from '../snapshots/staleness';
import type { World } from '../ports/world';
import type { Polled } from '../snapshots/poll-outcome';
import { rescheduleWallet } from './scheduler';
import { recordAlerts, type RecordedAlerts } from '../notifications/record-alerts';

export interface AppliedRound extends RecordedAlerts {
  readonly point: HistoryPoint | null;
}

/** Applies all outcomes of a round. A wallet that was removed, changed, or given another key meanwhile is left out. */
export function applyRound(model: Model, polled: readonly Polled[], world: World): AppliedRound {
  const now = world.clock.now();
  const current = polled.filter(({ wallet }) => model.settings.wallets.includes(wallet));
  const comparisons: WalletComparison[] = [];
  const announced: AlertEvent[] = [];
  let next = model;
  for (const one of current) {
    const requests = requestsOf(current.filter(({ key }) => key.id === one.key.id));
    const applied = applyOutcome(next, one, requests, world, now);
    next = applied.model;
    comparisons.push({ walletId: one.wallet.id, comparison: applied.comparison });
    announced.push(...applied.announced);
  }
  const portfolio = modelPortfolio(next, world.chains, now);
  const point = pointAfter(next, comparisons, portfolio, now);
  const names = namesOf(next.settings, countingRuleOf(next.settings, world.chains).chains);
  const decision = decideRound(
    { before: model, after: next, polled: current, comparisons, portfolio, point, announced, names, now },
    world
  );
  const points = point ? recentPoints([...next.points, point], now) : next.points;
  return { point, ...recordAlerts({ ...next, points }, decision, now) };
}

/** The number of requests that a round costs a key, which may send one request a second. */
function requestsOf(polled: readonly Polled[]): number {
  return polled.reduce((all, { outcome }) => all + outcome.requests, 0);
}

function applyOutcome(
  model: Model,
  { wallet, key, outcome }: Polled,
  requests: number,
  world: World,
  now: number
) {
  const before = model.snapshots.find(({ walletId }) => walletId === wallet.id);
  const base = withDefi(fitSnapshot(before, wallet), wallet, model.settings.choices.countDefi);
  const isSameBaseline = before?.asked === base.asked;
  const isCompared = (chain: string) =>
    isSameBaseline && partOf(base.parts, chain)?.answeredAt != null && !outcome.unsupported.includes(chain);
  const answered = updateSnapshot(base, outcome, now);
  const after = { ...answered, holdings: guardedHoldings(model, base, answered, isCompared, world) };
  const rule = countingRuleOf(model.settings, world.chains);
  const comparison = compareHoldings(
    base.holdings,
    after.holdings,
    holding => countingStatusOf(holding, rule),
    isCompared
  );
  const others = model.snapshots.filter(({ walletId }) => walletId !== wallet.id);
  const offsets = { ...model.clockOffsets, [key.id]: outcome.clockOffsetMs };
  const next: Model = { ...model, snapshots: [...others, after], clockOffsets: offsets };
  const newlyUnsupported = outcome.unsupported.filter(
    chain => partOf(base.parts, chain)?.unsupportedAt === undefined
  );
  const names = namesOf(model.settings, rule.chains);
  const { alerts } = model.settings.choices;
  const announced = [
    ...unsupportedChainEvents(newlyUnsupported, wallet.id, alerts, names, now),
    ...unverifiedTokenEvents(base.holdings, after.holdings, alerts, names, now)
  ];
  return { model: rescheduleWallet(next, wallet, outcome, requests, world, now), comparison, announced };
}

function guardedHoldings(
  model: Model,
  { holdings: previous }: WalletSnapshot,
  { holdings: next }: WalletSnapshot,
  isCompared: (chainIndex: string) => boolean,
  world: World
): Holding[] {
  const { choices, verdicts } = model.settings;
  let known: Decimal | null = null;
  const total = () => (known ??= decimal(modelPortfolio(model, world.chains, world.clock.now()).total));
  return guardSpikes({
    previous,
    next,
    total,
    choices,
    verdicts: verdicts ?? {},
    isCompared,
    now: world.clock.now()
  });
}

/** Every round makes a history point, which names the stale parts; before the first answer there is no point. */
function pointAfter(
  { points, snapshots, staleAfterMs }: Model,
  comparisons: readonly WalletComparison[],
  portfolio: Portfolio,
  now: number
): HistoryPoint | null {
  if (portfolio.takenAt === null) return null;
  const stale = staleParts(snapshots, now, staleAfterMs);
  const last = points.at(-1) ?? null;
  return pointOf({ portfolio, last, comparisons, stale, intervalMs: intervalOfStaleAge(staleAfterMs) }, now);
}

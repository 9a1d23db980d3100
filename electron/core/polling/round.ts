// One round: the wallets that are due are polled, and what they brought is booked, compared and scheduled.
import { decimal, type Decimal } from '../../../shared/domain/decimal';
import type { Holding } from '../../../shared/schema/holding';
import type { WalletSnapshot } from '../../../shared/schema/snapshot';
import type { Portfolio } from '../../../shared/schema/app-state';
import { alertsOf } from '../alerts/evaluate-alerts';
import { unsupportedChains, unverifiedTokens } from '../alerts/watch-holdings';
import { applyOutcome, fitted } from '../snapshots/update-snapshot';
import { compareHoldings } from '../snapshots/compare-holdings';
import { ruleOf, standingOf } from '../portfolio/counting-rule';
import { withDefi } from '../snapshots/defi';
import { guarded } from '../snapshots/spike-guard';
import { namesOf, type Happening } from '../alerts/alert-event';
import { pointOf, recentPoints, type Compared } from '../history/history-point';
import type { HistoryPoint } from '../ports/history-point';
import type { Model } from '../state/model';
import { modelPortfolio } from '../state/app-state';
import { partOf, staleParts } from '../snapshots/chain-parts';
import { intervalFrom } from './backoff';
import type { World } from '../ports/world';
import type { Polled } from '../snapshots/poll-outcome';
import { rescheduled } from './scheduler';
import { withTold, type Told } from '../alerts/record-alerts';

export interface Booked extends Told {
  readonly point: HistoryPoint | null;
}

/** Books all outcomes of a round. A wallet that was removed, changed, or given another key meanwhile is left out. */
export function bookRound(model: Model, polled: readonly Polled[], world: World): Booked {
  const now = world.clock.now();
  const current = polled.filter(({ wallet }) => model.settings.wallets.includes(wallet));
  const compared: Compared[] = [];
  const announced: Happening[] = [];
  let next = model;
  for (const one of current) {
    const requests = requestsOf(current.filter(({ key }) => key.id === one.key.id));
    const booked = bookWallet(next, one, requests, world, now);
    next = booked.model;
    compared.push({ walletId: one.wallet.id, comparison: booked.comparison });
    announced.push(...booked.announced);
  }
  const portfolio = modelPortfolio(next, world.chains, now);
  const point = pointAfter(next, compared, portfolio, now);
  const names = namesOf(next.settings, ruleOf(next.settings, world.chains).chains);
  const told = alertsOf(
    { before: model, after: next, polled: current, compared, portfolio, point, announced, names, now },
    world
  );
  const points = point ? recentPoints([...next.points, point], now) : next.points;
  return { point, ...withTold({ ...next, points }, told, now) };
}

/** What a round costs a key, which may send one request a second. */
function requestsOf(polled: readonly Polled[]): number {
  return polled.reduce((all, { outcome }) => all + outcome.requests, 0);
}

function bookWallet(
  model: Model,
  { wallet, key, outcome }: Polled,
  requests: number,
  world: World,
  now: number
) {
  const before = model.snapshots.find(({ walletId }) => walletId === wallet.id);
  const base = withDefi(fitted(before, wallet), wallet, model.settings.choices.countDefi);
  const isSameBaseline = before?.asked === base.asked;
  const isCompared = (chain: string) =>
    isSameBaseline && partOf(base.parts, chain)?.answeredAt != null && !outcome.unsupported.includes(chain);
  const answered = applyOutcome(base, outcome, now);
  const after = { ...answered, holdings: guardedHoldings(model, base, answered, isCompared, world) };
  const rule = ruleOf(model.settings, world.chains);
  const comparison = compareHoldings(
    base.holdings,
    after.holdings,
    holding => standingOf(holding, rule),
    isCompared
  );
  const others = model.snapshots.filter(({ walletId }) => walletId !== wallet.id);
  const offsets = { ...model.clockOffsets, [key.id]: outcome.clockOffsetMs };
  const next: Model = { ...model, snapshots: [...others, after], clockOffsets: offsets };
  const gone = outcome.unsupported.filter(chain => partOf(base.parts, chain)?.unsupportedAt === undefined);
  const names = namesOf(model.settings, rule.chains);
  const { alerts } = model.settings.choices;
  const announced = [
    ...unsupportedChains(gone, wallet.id, alerts, names, now),
    ...unverifiedTokens(base.holdings, after.holdings, alerts, names, now)
  ];
  return { model: rescheduled(next, wallet, outcome, requests, world, now), comparison, announced };
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
  return guarded({
    previous,
    next,
    total,
    choices,
    verdicts: verdicts ?? {},
    isCompared,
    now: world.clock.now()
  });
}

/** Every round leaves a point, marked when a part is stale; before the first answer there is nothing to keep. */
function pointAfter(
  { points, snapshots, staleAfterMs }: Model,
  compared: readonly Compared[],
  portfolio: Portfolio,
  now: number
): HistoryPoint | null {
  if (portfolio.takenAt === null) return null;
  const stale = staleParts(snapshots, now, staleAfterMs);
  const last = points.at(-1) ?? null;
  return pointOf({ portfolio, last, compared, stale, intervalMs: intervalFrom(staleAfterMs) }, now);
}

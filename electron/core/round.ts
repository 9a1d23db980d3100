// One round: the wallets that are due are polled, and what they brought is booked, compared and scheduled.
import { decimal, type Decimal } from '../../shared/decimal';
import type { Holding } from '../../shared/holding';
import type { WalletSnapshot } from '../../shared/snapshot';
import type { Notice } from '../../shared/state';
import { grouped, unsupportedNotice, unverifiedNotice } from './announce';
import { applyOutcome, fitted } from './apply';
import { compareHoldings, type Comparison, type Move } from './compare';
import { ruleOf, standingOf } from './counted';
import { withDefi } from './defi';
import { guarded } from './guard';
import { nextLedger, pointOf, recentPoints, type HistoryPoint } from './history';
import { modelPortfolio, type Model } from './model';
import { decide, noticeOf } from './notice';
import { partOf } from './parts';
import type { World } from './world';
import type { Polled } from './rota';
import { rescheduled } from './run';

const MOST_NOTICES = 50;

export interface Booked {
  readonly model: Model;
  readonly point: HistoryPoint | null;
  readonly notice: Notice | null;
}

/** Books all outcomes of a round. A wallet that was removed, changed, or given another key meanwhile is left out. */
export function bookRound(model: Model, polled: readonly Polled[], world: World): Booked {
  const now = world.clock.now();
  const current = polled.filter(({ wallet }) => model.settings.wallets.includes(wallet));
  const comparisons: Comparison[] = [];
  const told: (Notice | null)[] = [];
  let next = model;
  for (const one of current) {
    const requests = requestsOf(current.filter(({ key }) => key.id === one.key.id));
    const booked = bookWallet(next, one, requests, world, now);
    next = booked.model;
    comparisons.push(booked.comparison);
    told.push(...booked.notices);
  }
  const { choices, wallets } = next.settings;
  const decisions = comparisons.flatMap(comparison => comparison.moves).map(move => decide(move, choices));
  const place = ({ holding }: Move) => ({
    chain: world.chains(holding.chainIndex).name,
    wallet: wallets.find(({ id }) => id === holding.walletId)?.name ?? ''
  });
  const notice = grouped([noticeOf(decisions, place, choices.isHidden, now), ...told]);
  const notices = notice ? [notice, ...next.notices].slice(0, MOST_NOTICES) : next.notices;
  return { ...withPoint({ ...next, notices }, comparisons, world, now), notice };
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
  const notices = [
    unsupportedNotice(
      gone.map(chain => world.chains(chain).name),
      wallet.name,
      now
    ),
    unverifiedNotice(base.holdings, after.holdings, now)
  ];
  return {
    model: rescheduled(next, wallet, outcome, requests, world, now),
    comparison,
    notices
  };
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
function withPoint(model: Model, comparisons: readonly Comparison[], world: World, now: number): Booked {
  const portfolio = modelPortfolio(model, world.chains, now);
  if (portfolio.takenAt === null) return { model, point: null, notice: null };
  const ledger = nextLedger(model.points.at(-1) ?? null, comparisons, portfolio.total);
  const point = pointOf(portfolio, ledger, now);
  return { model: { ...model, points: recentPoints([...model.points, point], now) }, point, notice: null };
}

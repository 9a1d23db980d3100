// Poll round: applies the outcomes of all polled wallets to the model, compares holdings, and schedules the next polls.
import type { Entry, Notification, WalletsEntry } from '../../../shared/schema/activity';
import type { Portfolio } from '../../../shared/schema/app-state';
import type { WalletSnapshot } from '../../../shared/schema/snapshot';
import type { Wallet } from '../../../shared/schema/wallet';
import { rulesByWallet } from '../alerts/group-rules';
import { namesOf, type AlertEvent } from '../alerts/alert-event';
import { awaitingWorth, withFirstWorth } from '../alerts/wallet-entries';
import { unsupportedChainEvents } from '../alerts/watch-holdings';
import { gapCauseOf, type BeforeGap } from '../history/gap-cause';
import { pointOf, recentPoints, type PointInput } from '../history/history-point';
import { decideRound } from '../notifications/round-notification';
import { recordAlerts } from '../notifications/record-alerts';
import { countingRuleOf, countingStatusOf } from '../portfolio/counting-rule';
import { nextMoves } from '../portfolio/transfer-parts';
import { silentChains } from '../portfolio/doubt-rows';
import type { HistoryPoint } from '../ports/history-point';
import type { World } from '../ports/world';
import { isExpected, partOf } from '../snapshots/chain-parts';
import { withDefi } from '../snapshots/defi';
import type { Outcome, Polled } from '../snapshots/poll-outcome';
import { staleParts, intervalOfStaleAge } from '../snapshots/staleness';
import { mayBeUnread } from '../snapshots/unreadable-rows';
import { updateSnapshot, fitSnapshot } from '../snapshots/update-snapshot';
import { modelPortfolio } from '../state/app-state';
import type { Model } from '../state/model';
import { newestAnswers, withoutOlderAnswers, answeredAtOf, ofWallets } from '../snapshots/newest-answers';
import type { AnsweredWallet, VerificationRules } from '../verification/round-facts';
import { verifyRound } from '../verification/verify-round';
import { MIN_OFFSET_MS } from './signed-request';
import { compareRound, isCompared } from './compare-round';
import { rescheduleWallet } from './scheduler';

export interface AppliedRound {
  readonly model: Model;
  readonly notification: Notification | null;
  /** For the activity: what happened in the round, and earlier entries that are known better by now. */
  readonly entries: readonly Entry[];
  readonly point: HistoryPoint | null;
  /** What is believed now. */
  readonly portfolio: Portfolio;
}

/** Applies all outcomes of a round. A wallet that was removed, changed, or given another key meanwhile is left out. */
export function applyRound(model: Model, polled: readonly Polled[], world: World): AppliedRound {
  const now = world.clock.now();
  const current = polled.filter(({ wallet }) => model.settings.wallets.includes(wallet));
  const verified = verify(model, current, world, now);
  const { comparisons, unitComparisons, announced, verificationEvents } = verified;
  const next = current.reduce(
    (rescheduled, one) => reschedule(rescheduled, one, current, world, now),
    verified.model
  );
  const portfolio = modelPortfolio(next, world.chains, now);
  const gapCause = gapCauseOf(model.points.at(-1) ?? null, now, beforeGap(model));
  const point = pointAfter(next, { comparisons, unitComparisons, gapCause }, portfolio, now);
  const names = namesOf(next.settings, countingRuleOf(next.settings, world.chains).chains);
  const decision = decideRound(
    {
      before: model,
      after: next,
      polled: current,
      comparisons,
      unitComparisons,
      portfolio,
      point,
      announced,
      verificationEvents,
      names,
      now
    },
    world
  );
  const recorded = recordAlerts(point ? withPoint(next, point) : next, decision, now);
  const valued = withFirstWorth(next, portfolio);
  const moved = withMoves(recorded.model, recorded.entries);
  return {
    point,
    portfolio,
    model: valued.length === 0 ? moved : withValued(moved, valued, now),
    notification: recorded.notification,
    entries: [...valued, ...recorded.entries]
  };
}

export function withPoint(model: Model, point: HistoryPoint): Model {
  return { ...model, points: recentPoints([...model.points, point], point.at) };
}

function withMoves(model: Model, entries: readonly Entry[]): Model {
  const { activity, points, verification } = model;
  const moves = nextMoves(activity.moves, entries, points[0]?.at ?? 0, verification);
  return moves === activity.moves ? model : { ...model, activity: { ...activity, moves } };
}

function withValued(model: Model, valued: readonly WalletsEntry[], now: number): Model {
  const { awaitingWorth: before } = model.activity;
  const latest = before.map(entry => valued.find(({ id }) => id === entry.id) ?? entry);
  const awaiting = awaitingWorth(latest, model.settings.wallets);
  return { ...model, activity: { ...model.activity, latestAt: now, awaitingWorth: awaiting } };
}

/** Judges all answers together, and compares what is believed with what was before, in every wallet. */
function verify(model: Model, current: readonly Polled[], world: World, now: number) {
  const { settings } = model;
  const bases = settings.wallets.map(wallet => baseOf(model, wallet));
  const outcomes = current.map(({ wallet, outcome }) => ({
    wallet,
    outcome: withoutOlderAnswers(
      outcome,
      wallet.id,
      model.verification.newest,
      now - outcome.clockOffsetMs + MIN_OFFSET_MS
    )
  }));
  const answered = outcomes.map(({ wallet, outcome }) => answeredWallet(model, wallet, outcome, bases, now));
  const { snapshots, memory, events } = verifyRound({
    snapshots: bases,
    answered,
    memory: model.verification,
    rules: rulesOf(model, world),
    now
  });
  const newest = { ...ofWallets(memory.newest, settings.wallets), ...newestAnswers(outcomes) };
  const next: Model = { ...model, snapshots, verification: { ...memory, newest } };
  return {
    model: next,
    ...compareRound(model, bases, next, events, world),
    announced: droppedChainEvents(bases, snapshots, next, world, now),
    verificationEvents: events
  };
}

/** What is believed of a wallet, fitted to its chains as they are now. */
function baseOf({ snapshots, settings }: Model, wallet: Wallet): WalletSnapshot {
  const before = snapshots.find(({ walletId }) => walletId === wallet.id);
  return withDefi(fitSnapshot(before, wallet), wallet, settings.choices.countDefi);
}

function answeredWallet(
  model: Model,
  wallet: Wallet,
  outcome: Outcome,
  bases: readonly WalletSnapshot[],
  now: number
): AnsweredWallet {
  const base = bases.find(({ walletId }) => walletId === wallet.id) ?? baseOf(model, wallet);
  return {
    walletId: wallet.id,
    base,
    proposed: updateSnapshot(base, outcome, now),
    hasAnswers: outcome.answers.length > 0,
    isCompared: chain => isCompared(model, base, chain),
    answeredAt: chain => answeredAtOf(outcome, chain),
    mayBeUnread: holding => mayBeUnread(holding, outcome),
    refusedChains: outcome.unsupported.filter(chain => partOf(base.parts, chain)?.answeredAt != null)
  };
}

function rulesOf({ settings }: Model, world: World): VerificationRules {
  const rule = countingRuleOf(settings, world.chains);
  const { guardFromPercent, guardFromUsd, guardPriceTimes } = settings.choices;
  return {
    countingStatus: holding => countingStatusOf(holding, rule),
    verdicts: settings.verdicts ?? {},
    isKnownChain: chain => rule.chains(chain).isUnknown !== true,
    loosePercent: guardFromPercent,
    looseUsd: guardFromUsd,
    priceTimes: guardPriceTimes
  };
}

/** The chains that left the expected ones in this round, by wallet. */
function droppedChainEvents(
  bases: readonly WalletSnapshot[],
  snapshots: readonly WalletSnapshot[],
  { settings }: Model,
  world: World,
  now: number
): AlertEvent[] {
  const names = namesOf(settings, countingRuleOf(settings, world.chains).chains);
  return snapshots.flatMap(({ walletId, parts }, index) => {
    const before = bases[index]?.parts ?? [];
    const dropped = parts.filter(part => {
      const known = partOf(before, part.chainIndex);
      return !isExpected(part) && (known === undefined || isExpected(known));
    });
    const chains = dropped.map(({ chainIndex }) => chainIndex);
    return unsupportedChainEvents(chains, walletId, rulesByWallet(settings), names, now);
  });
}

function reschedule(
  model: Model,
  { wallet, key, outcome }: Polled,
  current: readonly Polled[],
  world: World,
  now: number
): Model {
  const requests = requestsOf(current.filter(one => one.key.id === key.id));
  const clockOffsets = { ...model.clockOffsets, [key.id]: outcome.clockOffsetMs };
  return rescheduleWallet({ ...model, clockOffsets }, wallet, outcome, requests, world, now);
}

/** The number of requests that a round costs a key, which may send one request a second. */
function requestsOf(polled: readonly Polled[]): number {
  return polled.reduce((all, { outcome }) => all + outcome.requests, 0);
}

/** `model`: before the round, when its failures and its pause were those of the gap. */
export function beforeGap({ settings, snapshots, interruptions }: Model): BeforeGap {
  const failures = snapshots.flatMap(({ failure }) => failure?.code ?? []);
  return { ...interruptions, pausedUntil: settings.choices.pausedUntil, failures };
}

/** Every round makes a history point, which names the stale parts; before the first answer there is no point. */
export function pointAfter(
  { points, snapshots, staleAfterMs, verification }: Model,
  compared: Omit<PointInput, 'portfolio' | 'last' | 'stale' | 'intervalMs'>,
  portfolio: Portfolio,
  now: number
): HistoryPoint | null {
  if (portfolio.takenAt === null) return null;
  const silent = silentChains(verification).keys();
  const stale = [...new Set([...staleParts(snapshots, now, staleAfterMs), ...silent])];
  const last = points.at(-1) ?? null;
  return pointOf({ portfolio, last, ...compared, stale, intervalMs: intervalOfStaleAge(staleAfterMs) }, now);
}

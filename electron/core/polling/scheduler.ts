// Scheduler: decides which wallets are due, and when each wallet is polled next.
import { MINUTE_MS } from '../../../shared/domain/durations';
import type { Wallet } from '../../../shared/schema/wallet';
import type { World } from '../ports/world';
import { delayAfter, intervalOf } from './backoff';
import { CLOCK_SLACK_MS, nextStaleAt, staleAfter } from '../snapshots/staleness';
import { worstFailureOf, type Outcome } from '../snapshots/poll-outcome';
import { nextDueAt, type Model } from '../state/model';
import { nextLookAt } from './looks';
import { nextNetworkCheckInMs } from './network-recovery';

/** The wallets that are due. `isForced`: "Refresh now" polls even those that wait for new settings. */
export function dueWallets(model: Model, now: number, isForced: boolean): Wallet[] {
  const wallets = model.settings.wallets.filter(wallet => !wallet.isPaused);
  if (isForced) return wallets;
  if (model.settings.choices.pausedUntil > now) return [];
  return wallets.filter(({ id }) => {
    const pollSchedule = model.pollSchedules[id];
    if (!pollSchedule) return true;
    return (
      pollSchedule.dueAt !== null &&
      (pollSchedule.dueAt <= now || now < pollSchedule.appliedAt - CLOCK_SLACK_MS)
    );
  });
}

/** Timers come late by less, also on a busy computer. */
const SLEPT_MS = MINUTE_MS;

/** Notes that the computer slept: a poll was due long ago, and no timer came. */
export function withSleep(model: Model, now: number): Model {
  const dueAt = model.isRefreshing ? null : nextDueAt(model, now);
  if (dueAt === null || now - dueAt <= SLEPT_MS) return model;
  return { ...model, interruptions: { ...model.interruptions, sleptUntil: now } };
}

/** The current interval between two polls, ms: from the attention of the user and the requests that a round needs. */
export function currentIntervalMs(model: Model, world: World, requestsPerRound: number): number {
  return (
    world.fixedIntervalMs ?? intervalOf(model.settings.choices, world.surfaces.attention(), requestsPerRound)
  );
}

/**
 * Moves polls that are due later than in `withinMs` to that time; a wallet in backoff keeps its time.
 * The default of `withinMs` is the current interval.
 */
export function bringPollsForward(
  model: Model,
  world: World,
  withinMs = currentIntervalMs(model, world, 1)
): Model {
  const latest = world.clock.now() + withinMs;
  const pollSchedules = Object.entries(model.pollSchedules).map(([id, pollSchedule]) => {
    const isLate =
      pollSchedule.dueAt !== null && pollSchedule.dueAt > latest && pollSchedule.failuresInRow === 0;
    return [id, isLate ? { ...pollSchedule, dueAt: latest } : pollSchedule] as const;
  });
  return { ...model, pollSchedules: Object.fromEntries(pollSchedules) };
}

/**
 * The time until a poll or a look is due, a part turns stale or the network is checked, ms; null: none of them will
 * happen.
 */
export function nextTickInMs(model: Model, now: number): number | null {
  const { snapshots, staleAfterMs } = model;
  const checkInMs = nextNetworkCheckInMs(model, now);
  const checkAt = checkInMs === null ? null : now + checkInMs;
  const polledAt = [nextDueAt(model, now), nextLookAt(model, now)];
  const moments = [...polledAt, nextStaleAt(snapshots, now, staleAfterMs), checkAt];
  const known = moments.filter(at => at !== null);
  // Timers drop fractions of a millisecond: a tick that comes too early finds nothing due, but still draws.
  return known.length === 0 ? null : Math.max(0, Math.ceil(Math.min(...known) - now));
}

/** After a round that ended with an internal error its wallets back off: an immediate new poll would fail again. */
export function backOffWallets(model: Model, wallets: readonly Wallet[], world: World): Model {
  const pollSchedules = wallets.map(({ id }) => {
    const failuresInRow = (model.pollSchedules[id]?.failuresInRow ?? 0) + 1;
    const last = { failure: 'bug' as const, failuresInRow, retryAfterMs: null };
    const delayMs = delayAfter(last, currentIntervalMs(model, world, 1), world.clock.random());
    const now = world.clock.now();
    return [id, { failuresInRow, dueAt: delayMs === null ? null : now + delayMs, appliedAt: now }] as const;
  });
  return { ...model, pollSchedules: { ...model.pollSchedules, ...Object.fromEntries(pollSchedules) } };
}

/**
 * `requests`: the number of requests that the round cost the wallet's key. `now`: ms, when the round was applied. A look
 * changes nothing: the next poll, back-off and bisection stay as they are.
 */
export function rescheduleWallet(
  model: Model,
  wallet: Wallet,
  outcome: Outcome,
  requests: number,
  world: World,
  now: number
): Model {
  if (outcome.isLook) return model;
  const failure = worstFailureOf(outcome);
  const intervalMs = currentIntervalMs(model, world, requests);
  const failuresInRow = failure ? (model.pollSchedules[wallet.id]?.failuresInRow ?? 0) + 1 : 0;
  const last = {
    failure: failure?.code ?? null,
    failuresInRow,
    retryAfterMs: longestRetryAfterMs(outcome)
  };
  const delayMs = delayAfter(last, intervalMs, world.clock.random());
  const { remaining, withoutDefi } = outcome;
  // DeFi was switched on while the poll ran.
  const isDefiMissed = model.settings.choices.countDefi && !failure && withoutDefi === undefined;
  const dueAt = isDefiMissed ? now : delayMs === null ? null : now + delayMs;
  const pollSchedule = { failuresInRow, dueAt, appliedAt: now, remaining, withoutDefi };
  return {
    ...model,
    pollSchedules: { ...model.pollSchedules, [wallet.id]: pollSchedule },
    staleAfterMs: staleAfter(intervalMs)
  };
}

function longestRetryAfterMs({ refusals }: Outcome): number | null {
  const retryAfters = refusals.flatMap(({ failure }) => failure.facts.retryAfterMs ?? []);
  return retryAfters.length === 0 ? null : Math.max(...retryAfters);
}

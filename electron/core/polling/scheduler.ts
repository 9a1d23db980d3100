// Whose turn it is: the wallets that are due, drawn near when somebody looks, and asked all at once.
import { MINUTE_MS } from '../../../shared/domain/durations';
import type { Wallet } from '../../../shared/schema/wallet';
import type { World } from '../ports/world';
import { nextStaleAt } from '../snapshots/chain-parts';
import { worstFailureOf, type Outcome } from '../snapshots/poll-outcome';
import { nextDueAt, type Model } from '../state/model';
import { delayAfter, intervalOf, staleAfter } from './backoff';
import { nextLookIn } from './network-recovery';

/** A clock that was set back by more than this makes every moment that was planned with it worthless. */
const CLOCK_SLACK_MS = MINUTE_MS;

/** Wallets whose time has come. `isForced`: "Refresh now" asks even those that wait for new settings. */
export function dueWallets(model: Model, now: number, isForced: boolean): Wallet[] {
  const wallets = model.settings.wallets.filter(wallet => !wallet.isPaused);
  if (isForced) return wallets;
  if (model.settings.choices.pausedUntil > now) return [];
  return wallets.filter(({ id }) => {
    const run = model.runs[id];
    if (!run) return true;
    return run.dueAt !== null && (run.dueAt <= now || now < run.bookedAt - CLOCK_SLACK_MS);
  });
}

/** ms between two polls as things stand: who looks, and what a round needs. */
export function intervalNow(model: Model, world: World, requestsPerRound: number): number {
  return (
    world.fixedIntervalMs ?? intervalOf(model.settings.choices, world.surfaces.attention(), requestsPerRound)
  );
}

/**
 * Polls that are due later than in `withinMs` come nearer; a wallet that backs off keeps waiting.
 * Without it: the interval that is in force now.
 */
export function drawnNear(model: Model, world: World, withinMs = intervalNow(model, world, 1)): Model {
  const latest = world.clock.now() + withinMs;
  const runs = Object.entries(model.runs).map(([id, run]) => {
    const isLate = run.dueAt !== null && run.dueAt > latest && run.failuresInRow === 0;
    return [id, isLate ? { ...run, dueAt: latest } : run] as const;
  });
  return { ...model, runs: Object.fromEntries(runs) };
}

/** How long until a poll is due, a part turns stale or the network is looked at, ms; null: none of them will happen. */
export function nextTickIn(model: Model, now: number): number | null {
  const { snapshots, staleAfterMs } = model;
  const lookIn = nextLookIn(model, now);
  const lookAt = lookIn === null ? null : now + lookIn;
  const moments = [nextDueAt(model, now), nextStaleAt(snapshots, now, staleAfterMs), lookAt];
  const known = moments.filter(at => at !== null);
  // Timers cut fractions off: a tick that comes too early finds nothing due, and draws all the same.
  return known.length === 0 ? null : Math.max(0, Math.ceil(Math.min(...known) - now));
}

/** After a round that broke off within us: its wallets back off, since asking on at once would only break off again. */
export function postponed(model: Model, wallets: readonly Wallet[], world: World): Model {
  const runs = wallets.map(({ id }) => {
    const failuresInRow = (model.runs[id]?.failuresInRow ?? 0) + 1;
    const last = { failure: 'bug' as const, failuresInRow, retryAfterMs: null };
    const delayMs = delayAfter(last, intervalNow(model, world, 1), world.clock.random());
    const now = world.clock.now();
    return [id, { failuresInRow, dueAt: delayMs === null ? null : now + delayMs, bookedAt: now }] as const;
  });
  return { ...model, runs: { ...model.runs, ...Object.fromEntries(runs) } };
}

/** `requests`: what the round cost the wallet's key. `now`: ms, when it was booked. */
export function rescheduled(
  model: Model,
  wallet: Wallet,
  outcome: Outcome,
  requests: number,
  world: World,
  now: number
): Model {
  const failure = worstFailureOf(outcome);
  const intervalMs = intervalNow(model, world, requests);
  const failuresInRow = failure ? (model.runs[wallet.id]?.failuresInRow ?? 0) + 1 : 0;
  const last = {
    failure: failure?.code ?? null,
    failuresInRow,
    retryAfterMs: longestWish(outcome)
  };
  const delayMs = delayAfter(last, intervalMs, world.clock.random());
  const { left, withoutDefi, emptied } = outcome;
  // Switched on while the poll ran.
  const isDefiMissed = model.settings.choices.countDefi && !failure && withoutDefi === undefined;
  const dueAt = isDefiMissed ? now : delayMs === null ? null : now + delayMs;
  const run = { failuresInRow, dueAt, bookedAt: now, left, withoutDefi, emptied };
  return {
    ...model,
    runs: { ...model.runs, [wallet.id]: run },
    staleAfterMs: staleAfter(intervalMs)
  };
}

function longestWish({ refusals }: Outcome): number | null {
  const wishes = refusals.flatMap(({ failure }) => failure.facts.retryAfterMs ?? []);
  return wishes.length === 0 ? null : Math.max(...wishes);
}

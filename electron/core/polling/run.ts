// How polling of one wallet goes on after a poll of it: when it is due again, and what the next round takes up.
import type { Wallet } from '../../../shared/schema/wallet';
import type { Model } from '../state/model';
import { worstFailureOf, type Outcome } from '../snapshots/poll-outcome';
import { intervalNow } from './scheduler';
import { delayAfter, staleAfter } from './backoff';
import type { World } from '../ports/world';

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

// Whose turn it is: the wallets that are due, drawn near when somebody looks, and asked all at once.
import { Failure } from '../../shared/failure';
import type { Key } from '../../shared/key';
import type { Wallet } from '../../shared/wallet';
import { errandFor, type Errand } from './errand';
import { nextDueAt, type Model } from './model';
import { nextStaleAt } from './parts';
import { pollWallet, type Outcome } from './poll';
import type { World } from './world';
import { delayAfter, intervalOf } from './schedule';

/** For a settings file that names a key it does not hold: without an outcome the wallet would be due for ever. */
const NO_KEY: Outcome = {
  answers: [],
  refusals: [{ chains: null, failure: new Failure('key-not-in-keychain') }],
  unsupported: [],
  left: null,
  requests: 0,
  clockOffsetMs: 0
};

export interface Polled {
  readonly wallet: Wallet;
  readonly key: Pick<Key, 'id'>;
  readonly outcome: Outcome;
}

/** A clock that was set back by more than this makes every moment that was planned with it worthless. */
const CLOCK_SLACK_MS = 60_000;

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

/** Polls that are due later than the interval in force now allows come nearer; a wallet that backs off keeps waiting. */
export function drawnNear(model: Model, world: World): Model {
  const latest = world.clock.now() + intervalNow(model, world, 1);
  const runs = Object.entries(model.runs).map(([id, run]) => {
    const isLate = run.dueAt !== null && run.dueAt > latest && run.failuresInRow === 0;
    return [id, isLate ? { ...run, dueAt: latest } : run] as const;
  });
  return { ...model, runs: Object.fromEntries(runs) };
}

/** When a poll is due or a part turns stale, ms; null: neither will happen. */
export function nextTickAt(model: Model, now: number): number | null {
  const { snapshots, staleAfterMs } = model;
  const moments = [nextDueAt(model, now), nextStaleAt(snapshots, now, staleAfterMs)];
  const known = moments.filter(at => at !== null);
  return known.length === 0 ? null : Math.min(...known);
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

function errandOf(wallet: Wallet, model: Model, world: World): Errand {
  const parts = model.snapshots.find(({ walletId }) => walletId === wallet.id)?.parts ?? [];
  const left = model.runs[wallet.id]?.left ?? null;
  return errandFor(wallet, parts, left, chain => world.chains(chain).family, world.clock.now());
}

/** Polls the wallets side by side: each key waits its own turn, so that one slow key delays no other. */
export async function askWallets(wallets: readonly Wallet[], model: Model, world: World): Promise<Polled[]> {
  const polled = wallets.map(async wallet => {
    const key = model.settings.keys.find(({ id }) => id === wallet.keyId);
    const outcome = key
      ? await pollWallet(wallet, key, world, errandOf(wallet, model, world), model.clockOffsets[key.id] ?? 0)
      : NO_KEY;
    for (const { failure } of outcome.refusals) {
      world.log(failure.code === 'bug' ? 'error' : 'warn', failure.message, failure.cause);
    }
    return { wallet, key: { id: wallet.keyId }, outcome };
  });
  return await Promise.all(polled);
}

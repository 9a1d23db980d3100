// Whose turn it is: the wallets that are due, drawn near when somebody looks, and asked all at once.
import { DEFI } from '../../../shared/domain/defi';
import { MINUTE_MS } from '../../../shared/domain/durations';
import { Failure } from '../../../shared/domain/failure';
import type { Key } from '../../../shared/schema/key';
import type { Choices } from '../../../shared/schema/settings';
import type { Wallet } from '../../../shared/schema/wallet';
import { errandFor } from './poll-plan';
import { nextDueAt, type Model } from '../state/model';
import { nextLookIn } from './network-recovery';
import { pollWallet } from './poll-wallet';
import { pollDefi } from './poll-defi';
import type { World } from '../ports/world';
import { delayAfter, intervalOf } from './backoff';
import { ratedCodeOf } from '../state/second-currency';
import { nextStaleAt } from '../snapshots/chain-parts';
import { doubtingEmptied } from '../snapshots/empty-answer-guard';
import type { Outcome, Polled } from '../snapshots/poll-outcome';
import { withKnownAddresses } from '../snapshots/restore-addresses';
import { fitted } from '../snapshots/update-snapshot';

const KEY_GONE = new Failure('key-not-in-keychain');
/** For a settings file that names a key it does not hold: without an outcome the wallet would be due for ever. */
const NO_KEY: Outcome = {
  answers: [],
  refusals: [
    { chains: null, failure: KEY_GONE },
    { chains: [DEFI], failure: KEY_GONE }
  ],
  unsupported: [],
  left: null,
  requests: 0,
  clockOffsetMs: 0
};

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

/** What the person chose. What has to be asked for it is asked now, not an interval later. */
export function chosen(model: Model, change: Partial<Choices>, world: World): Model {
  const { settings } = model;
  const choices = { ...settings.choices, ...change };
  const next = { ...model, settings: { ...settings, choices } };
  return asksMore(settings.choices, choices) ? drawnNear(next, world, 0) : next;
}

function asksMore(before: Choices, after: Choices): boolean {
  const code = ratedCodeOf(after);
  return (after.countDefi && !before.countDefi) || (code !== null && code !== ratedCodeOf(before));
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

/** Its balances, and then its DeFi part when that is counted. */
async function askWallet(wallet: Wallet, key: Key, model: Model, world: World): Promise<Outcome> {
  const last = model.snapshots.find(({ walletId }) => walletId === wallet.id);
  const parts = last?.parts ?? [];
  const { left = null, withoutDefi = [], emptied } = model.runs[wallet.id] ?? {};
  const familyOf = (chain: string) => world.chains(chain).family;
  const errand = errandFor(wallet, parts, left, familyOf, world.clock.now());
  const offsetMs = model.clockOffsets[key.id] ?? 0;
  const answered = await pollWallet(wallet, key, world, errand, offsetMs, last?.holdings);
  const before = fitted(last, wallet);
  const known = withKnownAddresses(answered, before);
  const balances = doubtingEmptied(known, before, emptied, world.clock.now());
  if (!model.settings.choices.countDefi) return balances;
  return await pollDefi(wallet, key, world, { parts, withoutDefi, familyOf }, balances);
}

/** Polls the wallets side by side: each key waits its own turn, so that one slow key delays no other. */
export async function askWallets(wallets: readonly Wallet[], model: Model, world: World): Promise<Polled[]> {
  const polled = wallets.map(async wallet => {
    const key = model.settings.keys.find(({ id }) => id === wallet.keyId);
    const outcome = key ? await askWallet(wallet, key, model, world) : NO_KEY;
    for (const failure of new Set(outcome.refusals.map(refusal => refusal.failure))) {
      world.log(failure.code === 'bug' ? 'error' : 'warn', failure.message, failure.cause);
    }
    return { wallet, key: { id: wallet.keyId }, outcome };
  });
  return await Promise.all(polled);
}

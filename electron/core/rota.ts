// Whose turn it is: the wallets that are due, drawn near when somebody looks, and asked all at once.
import type { Key } from '../../shared/key';
import type { Wallet } from '../../shared/wallet';
import type { Model } from './model';
import { pollWallet, type Outcome } from './poll';
import type { World } from './ports';
import { intervalOf } from './schedule';

export interface Polled {
  readonly wallet: Wallet;
  readonly key: Key;
  readonly outcome: Outcome;
}

/** Wallets whose time has come. `isForced`: "Refresh now" asks even those that wait for new settings. */
export function dueWallets(model: Model, now: number, isForced: boolean): Wallet[] {
  if (isForced) return [...model.settings.wallets];
  if (model.settings.choices.pausedUntil > now) return [];
  return model.settings.wallets.filter(({ id }) => {
    const run = model.runs[id];
    return !run || (run.dueAt !== null && run.dueAt <= now);
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

/** Polls the wallets side by side: each key waits its own turn, so that one slow key delays no other. */
export async function askWallets(wallets: readonly Wallet[], model: Model, world: World): Promise<Polled[]> {
  const polled = wallets.map(async wallet => {
    const key = model.settings.keys.find(({ id }) => id === wallet.keyId);
    if (!key) return null;
    const outcome = await pollWallet(wallet, key, world, model.clockOffsets[key.id] ?? 0);
    for (const { failure } of outcome.refusals) {
      world.log(failure.code === 'bug' ? 'error' : 'warn', failure.message, failure.cause);
    }
    return { wallet, key, outcome };
  });
  return (await Promise.all(polled)).filter(one => one !== null);
}

// Polls all due wallets in parallel, and the wallets in doubt: balances first, then DeFi positions.
import { DEFI } from '../../../shared/domain/defi';
import { Failure } from '../../../shared/domain/failure';
import type { Key } from '../../../shared/schema/key';
import type { Wallet } from '../../../shared/schema/wallet';
import type { World } from '../ports/world';
import type { Outcome, Polled } from '../snapshots/poll-outcome';
import { awaitedHoldings } from '../snapshots/awaited-holdings';
import { restoreAddresses } from '../snapshots/restore-addresses';
import { fitSnapshot } from '../snapshots/update-snapshot';
import type { Model } from '../state/model';
import { refusedChainsOf, type Look } from './looks';
import { pollDefi } from './poll-defi';
import { planLook, planPoll, type ChainsBeforePoll, type PollPlan } from './poll-plan';
import { pollWallet } from './poll-wallet';

const KEY_GONE = new Failure('key-not-in-keychain');

const NOTHING_ASKED: Outcome = {
  answers: [],
  refusals: [],
  unsupported: [],
  remaining: null,
  requests: 0,
  clockOffsetMs: 0
};

/** For a wallet whose key is not in the settings file: without an outcome the wallet would be due for ever. */
const NO_KEY_OUTCOME: Outcome = {
  ...NOTHING_ASKED,
  refusals: [
    { chains: null, failure: KEY_GONE },
    { chains: [DEFI], failure: KEY_GONE }
  ]
};

/**
 * Polls the wallets in parallel: each key has its own rate limit, so that a slow key delays no other key. `person`:
 * "Refresh now", which asks for unsupported chains as well.
 */
export async function pollDueWallets(
  wallets: readonly Wallet[],
  model: Model,
  world: World,
  priority: 'person' | 'round' = 'round'
): Promise<Polled[]> {
  return await Promise.all(
    wallets.map(async wallet => {
      const key = model.settings.keys.find(({ id }) => id === wallet.keyId);
      const outcome = key ? await pollDueWallet(wallet, key, model, world, priority) : NO_KEY_OUTCOME;
      logFailures(outcome, world);
      return { wallet, key: { id: wallet.keyId }, outcome };
    })
  );
}

/** Polls the balances of the wallet, and then its DeFi part when DeFi is counted. */
async function pollDueWallet(
  wallet: Wallet,
  key: Key,
  model: Model,
  world: World,
  priority: 'person' | 'round'
): Promise<Outcome> {
  const { remaining = null, withoutDefi = [] } = model.pollSchedules[wallet.id] ?? {};
  const known = knownChains(wallet, model, world);
  const wish = { priority, remaining, asksUnsupported: priority === 'person' };
  const plan = planPoll(wallet, known, wish, world.clock.now());
  const balances = await pollBalances(wallet, key, model, world, plan);
  if (!model.settings.choices.countDefi) return balances;
  return await pollDefi(wallet, key, world, { known, withoutDefi, priority }, balances);
}

/**
 * Takes the looks in parallel. A look that was not answered has no outcome: it is no failure of the wallet, whose next
 * poll will tell.
 */
export async function pollLooks(looks: readonly Look[], model: Model, world: World): Promise<Polled[]> {
  const polled = looks.map(async look => {
    const { wallet } = look;
    const key = model.settings.keys.find(({ id }) => id === wallet.keyId);
    const outcome = key ? await takeLook(look, key, model, world) : NOTHING_ASKED;
    logFailures(outcome, world);
    const isLook = true as const;
    return {
      wallet,
      key: { id: wallet.keyId },
      outcome: { ...outcome, refusals: [], remaining: null, isLook }
    };
  });
  const all = await Promise.all(polled);
  return all.filter(({ outcome }) => outcome.answers.length > 0 || outcome.unsupported.length > 0);
}

async function takeLook(look: Look, key: Key, model: Model, world: World): Promise<Outcome> {
  const { wallet, chains, requests } = look;
  const known = knownChains(wallet, model, world);
  const planned = planLook(wallet, known, chains);
  const plan = { ...planned, maxRequests: Math.min(planned.maxRequests, requests) };
  const offsetMs = model.clockOffsets[key.id] ?? 0;
  const balances =
    chains.length > 0
      ? await pollBalances(wallet, key, model, world, plan)
      : { ...NOTHING_ASKED, clockOffsetMs: offsetMs };
  if (!look.isDefiAsked) return balances;
  // As if found just now, so that none is asked again for being a day old.
  const unsupportedAt = world.clock.now();
  const left = model.pollSchedules[wallet.id]?.withoutDefi ?? [];
  const withoutDefi = left.map(({ chainIndex }) => ({ chainIndex, unsupportedAt }));
  const maxRequests = requests - balances.requests;
  return await pollDefi(wallet, key, world, { known, withoutDefi, priority: 'look', maxRequests }, balances);
}

async function pollBalances(
  wallet: Wallet,
  key: Key,
  model: Model,
  world: World,
  plan: PollPlan
): Promise<Outcome> {
  const last = model.snapshots.find(({ walletId }) => walletId === wallet.id);
  const offsetMs = model.clockOffsets[key.id] ?? 0;
  const answered = await pollWallet(wallet, key, world, plan, offsetMs, last);
  return restoreAddresses(
    answered,
    fitSnapshot(last, wallet),
    awaitedHoldings(model.verification, wallet.id)
  );
}

function knownChains(wallet: Wallet, model: Model, world: World): ChainsBeforePoll {
  const parts = model.snapshots.find(({ walletId }) => walletId === wallet.id)?.parts ?? [];
  const familyOf = (chain: string) => world.chains(chain).family;
  return { parts, refused: refusedChainsOf(model, wallet.id), familyOf };
}

function logFailures({ refusals }: Outcome, world: World): void {
  for (const failure of new Set(refusals.map(refusal => refusal.failure))) {
    world.log(failure.code === 'bug' ? 'error' : 'warn', failure.message, failure.cause);
  }
}

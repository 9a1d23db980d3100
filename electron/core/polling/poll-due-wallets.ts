// Polls all due wallets in parallel: balances first, then DeFi positions.
import { DEFI } from '../../../shared/domain/defi';
import { Failure } from '../../../shared/domain/failure';
import type { Key } from '../../../shared/schema/key';
import type { Wallet } from '../../../shared/schema/wallet';
import type { World } from '../ports/world';
import { guardEmptyAnswer } from '../snapshots/empty-answer-guard';
import type { Outcome, Polled } from '../snapshots/poll-outcome';
import { restoreAddresses } from '../snapshots/restore-addresses';
import { fitSnapshot } from '../snapshots/update-snapshot';
import type { Model } from '../state/model';
import { pollDefi } from './poll-defi';
import { planPoll } from './poll-plan';
import { pollWallet } from './poll-wallet';

const KEY_GONE = new Failure('key-not-in-keychain');

/** For a wallet whose key is not in the settings file: without an outcome the wallet would be due for ever. */
const NO_KEY_OUTCOME: Outcome = {
  answers: [],
  refusals: [
    { chains: null, failure: KEY_GONE },
    { chains: [DEFI], failure: KEY_GONE }
  ],
  unsupported: [],
  remaining: null,
  requests: 0,
  clockOffsetMs: 0
};

/** Polls the balances of the wallet, and then its DeFi part when DeFi is counted. */
async function pollDueWallet(wallet: Wallet, key: Key, model: Model, world: World): Promise<Outcome> {
  const last = model.snapshots.find(({ walletId }) => walletId === wallet.id);
  const parts = last?.parts ?? [];
  const { remaining = null, withoutDefi = [], emptyAnswer } = model.pollSchedules[wallet.id] ?? {};
  const familyOf = (chain: string) => world.chains(chain).family;
  const plan = planPoll(wallet, parts, remaining, familyOf, world.clock.now());
  const offsetMs = model.clockOffsets[key.id] ?? 0;
  const answered = await pollWallet(wallet, key, world, plan, offsetMs, last?.holdings);
  const before = fitSnapshot(last, wallet);
  const known = restoreAddresses(answered, before);
  const balances = guardEmptyAnswer(known, before, emptyAnswer, world.clock.now());
  if (!model.settings.choices.countDefi) return balances;
  return await pollDefi(wallet, key, world, { parts, withoutDefi, familyOf }, balances);
}

/** Polls the wallets in parallel: each key has its own rate limit, so that a slow key delays no other key. */
export async function pollDueWallets(
  wallets: readonly Wallet[],
  model: Model,
  world: World
): Promise<Polled[]> {
  const polled = wallets.map(async wallet => {
    const key = model.settings.keys.find(({ id }) => id === wallet.keyId);
    const outcome = key ? await pollDueWallet(wallet, key, model, world) : NO_KEY_OUTCOME;
    for (const failure of new Set(outcome.refusals.map(refusal => refusal.failure))) {
      world.log(failure.code === 'bug' ? 'error' : 'warn', failure.message, failure.cause);
    }
    return { wallet, key: { id: wallet.keyId }, outcome };
  });
  return await Promise.all(polled);
}

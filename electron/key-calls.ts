// The calls about keys: connect a new one, put another in its place, forget it. A key is kept only after OKX has answered.
import type { Connected, ConnectForm, RotateForm } from '../shared/contract';
import { asFailure, Failure } from '../shared/failure';
import { originOf } from '../shared/host';
import type { Credentials, Key } from '../shared/key';
import type { Wallet } from '../shared/wallet';
import type { App } from './app';
import { applyOutcome, emptySnapshot, fitted } from './core/apply';
import { credentialsOf, draftOf, judgeCredentials, judgeForm, withDraft, type Draft } from './core/connect';
import { errandFor } from './core/errand';
import type { Model } from './core/model';
import { pollWallet, worstFailureOf, type Outcome } from './core/poll';
import { refusedBy } from './core/refused';
import { removeWallet } from './wallet-calls';

export async function connect(app: App, form: ConnectForm): Promise<Connected> {
  const invalid = judgeForm(form);
  if (invalid) return invalid;
  const draft = draftOf(form, app.model.settings, () => app.world.clock.newId());
  const [first] = draft.wallets;
  if (!first) return { outcome: 'invalid', field: 'addresses', problem: 'missing' };
  return await keepIfAnswered(app, draft, first);
}

/** The key's wallets stay as they are; one of them is asked to test what was entered. */
export async function rotate(app: App, form: RotateForm): Promise<Connected> {
  const { settings } = app.model;
  const key = settings.keys.find(({ id }) => id === form.keyId);
  const wallet = settings.wallets.find(({ keyId }) => keyId === form.keyId);
  const invalid = judgeCredentials(form);
  if (invalid) return invalid;
  if (!key || !wallet) return { outcome: 'invalid', field: 'apiKey', problem: 'missing' };
  const draft: Draft = {
    key: { ...key, host: originOf(form.host) ?? key.host },
    wallets: [],
    credentials: credentialsOf(form)
  };
  return await keepIfAnswered(app, draft, wallet);
}

/** The answer that tested the key becomes the wallet's first, silent snapshot, or its next one. */
async function keepIfAnswered(app: App, draft: Draft, tested: Wallet): Promise<Connected> {
  const { world } = app;
  const outcome = await tryKey(app, draft.key, draft.credentials, tested);
  const now = world.clock.now();
  const failure = worstFailureOf(outcome) ?? nothingAnswered(outcome);
  if (failure) return refusedBy(failure, now);
  try {
    await world.keychain.write(draft.key.id, draft.credentials, draft.key.keptIn);
  } catch (thrown) {
    return refusedBy(asFailure(thrown), now);
  }
  await app.adopt(withKey(app.model, draft, tested, outcome, now));
  await app.save(null);
  return { outcome: 'saved' };
}

/** Every chain that was asked is one that OKX does not support. */
function nothingAnswered({ answers }: Outcome): Failure | null {
  return answers.length === 0 ? new Failure('chain-unsupported') : null;
}

async function tryKey(app: App, key: Key, credentials: Credentials, wallet: Wallet): Promise<Outcome> {
  const { world, model } = app;
  const handed = { ...world, keychain: { ...world.keychain, read: () => Promise.resolve(credentials) } };
  const errand = errandFor(wallet, [], null, chain => world.chains(chain).family, world.clock.now());
  return await pollWallet(wallet, key, handed, errand, model.clockOffsets[key.id] ?? 0);
}

function withKey(model: Model, draft: Draft, tested: Wallet, outcome: Outcome, now: number): Model {
  const settings = withDraft(model.settings, draft);
  const before = model.snapshots.find(({ walletId }) => walletId === tested.id);
  const snapshot = applyOutcome(
    draft.wallets.length > 0 ? emptySnapshot(tested) : fitted(before, tested),
    outcome,
    now
  );
  const others = model.snapshots.filter(({ walletId }) => walletId !== tested.id);
  // All wallets of the key: those that stopped over its refusal go on with what was entered now.
  const ofKey = settings.wallets.filter(({ keyId }) => keyId === draft.key.id);
  const fresh = ofKey.map(({ id }) => [id, { failuresInRow: 0, dueAt: now, bookedAt: now }] as const);
  return {
    ...model,
    settings,
    snapshots: [...others, snapshot],
    runs: { ...model.runs, ...Object.fromEntries(fresh) },
    clockOffsets: { ...model.clockOffsets, [draft.key.id]: outcome.clockOffsetMs }
  };
}

/** Removes the key from the keychain and from the settings, and the wallets that only it could ask for. */
export async function forgetKey(app: App, keyId: string): Promise<{ done: boolean }> {
  const known = app.model.settings.keys.find(({ id }) => id === keyId);
  if (!known) return { done: false };
  try {
    await app.world.keychain.forget(keyId);
  } catch (thrown) {
    app.world.log('warn', 'a key could not be removed from the keychain', thrown);
    // A key of an earlier session is not in there: a system without a keychain must not keep it listed for ever.
    if (known.keptIn === 'keychain') return { done: false };
  }
  for (const { id } of app.model.settings.wallets.filter(wallet => wallet.keyId === keyId))
    await removeWallet(app, id);
  const { model } = app;
  const keys = model.settings.keys.filter(({ id }) => id !== keyId);
  await app.adopt({ ...model, settings: { ...model.settings, keys } });
  return { done: true };
}

// Handles the window's calls about keys: connect a key, replace it, forget it.
// A key is saved only after OKX has answered a request with it.
import { asFailure, Failure } from '../../shared/domain/failure';
import { originOf, classifyHost } from '../../shared/domain/host';
import { ownAddressOf } from '../../shared/domain/sources';
import type { ConnectResult, ConnectForm, RotateForm } from '../../shared/ipc/contract';
import type { Wallet } from '../../shared/schema/wallet';
import { hostWarning } from '../../shared/text/host-warning';
import { judgeCredentials, judgeForm } from '../addresses/fields';
import { namesOf } from '../core/alerts/alert-event';
import { decideAnnounced } from '../core/notifications/round-notification';
import { recordAlerts, type RecordedAlerts } from '../core/notifications/record-alerts';
import { unsupportedChainEvents } from '../core/alerts/watch-holdings';
import type { Engine } from '../core/engine/engine';
import { adoptWallets } from '../core/engine/wallet-changes';
import { connectFailureOf } from '../core/keys/form-failure';
import {
  credentialsOf,
  findWatchedWallet,
  keyDraftOf,
  withDraft,
  type KeyDraft,
  type CredentialsForm
} from '../core/keys/key-draft';
import { planPoll } from '../core/polling/poll-plan';
import { pollWallet } from '../core/polling/poll-wallet';
import { watchersAmong } from '../core/portfolio/already-watched';
import type { World } from '../core/ports/world';
import { worstFailureOf, type Outcome } from '../core/snapshots/poll-outcome';
import { updateSnapshot, emptySnapshot } from '../core/snapshots/update-snapshot';
import { isRefused } from '../core/state/issues';
import type { Model } from '../core/state/model';
import type { CallContext, Calls, Dialogs } from './call-types';
import { removeWallets } from './wallets';

const DECLINED: ConnectResult = { outcome: 'invalid', field: 'host', problem: 'declined' };

export function handlers({ engine, dialogs }: CallContext) {
  return {
    'wallet:connect': async form =>
      (await mayContactHost(engine, form, dialogs)) ? connect(engine, form) : DECLINED,
    'key:rotate': async form =>
      (await mayContactHost(engine, form, dialogs)) ? rotate(engine, form) : DECLINED,
    'key:forget': ({ keyId }) => forgetKey(engine, keyId)
  } satisfies Partial<Calls>;
}

/** Asks the person before a key is sent to a host that is neither OKX's nor that of a saved key. */
async function mayContactHost(
  { model }: Engine,
  form: CredentialsForm,
  { confirmHost }: Pick<Dialogs, 'confirmHost'>
): Promise<boolean> {
  const origin = originOf(form.host);
  if (origin === null || classifyHost(form.host) !== 'custom' || judgeCredentials(form) !== null) return true;
  if (model.settings.keys.some(({ host, isWaiting }) => host === origin && !isWaiting)) return true;
  return confirmHost(new URL(origin).host, hostWarning(form.host) ?? '');
}

async function connect(engine: Engine, form: ConnectForm): Promise<ConnectResult> {
  const { settings } = engine.model;
  const isWatched = findWatchedWallet(settings, 'v5-account', form.accountId.trim()) !== undefined;
  const invalid = judgeForm(form, [...engine.world.chainList.entries()], isWatched);
  if (invalid) return invalid;
  const draft = keyDraftOf(form, engine.model.settings, () => engine.world.clock.newId());
  const [first] = draft.wallets;
  if (!first) return { outcome: 'invalid', field: 'addresses', problem: 'missing' };
  const isTold = form.acceptsOverlap === true || ownAddressOf(first) !== null;
  return await persistIfAnswered(engine, draft, first, isTold);
}

/** The key's wallets stay as they are; one of them is polled to test the new credentials. */
async function rotate(engine: Engine, form: RotateForm): Promise<ConnectResult> {
  const { settings } = engine.model;
  const key = settings.keys.find(({ id }) => id === form.keyId);
  const wallet = settings.wallets.find(({ keyId }) => keyId === form.keyId);
  const invalid = judgeCredentials(form);
  if (invalid) return invalid;
  if (!key || !wallet) return { outcome: 'invalid', field: 'apiKey', problem: 'missing' };
  // `isWaiting` is not copied: after this the key no longer waits.
  const { id, name, keptIn } = key;
  const draft: KeyDraft = {
    key: { id, name, keptIn, host: originOf(form.host) ?? key.host },
    wallets: [],
    credentials: credentialsOf(form)
  };
  return await persistIfAnswered(engine, draft, wallet, true);
}

/**
 * For a new key, the answer of the test becomes the wallet's first, silent snapshot. For a replaced key, the next
 * round polls its wallets. Of an account, only the answer tells whether another wallet watches the same; then nothing is
 * saved before the person knows.
 */
async function persistIfAnswered(
  engine: Engine,
  draft: KeyDraft,
  testedWallet: Wallet,
  isOverlapTold: boolean
): Promise<ConnectResult> {
  const { world } = engine;
  // Refused settings cannot record the key: nothing could ever find the key in the keychain again.
  if (isRefused(engine.model)) return connectFailureOf(new Failure('storage-failed'), world.clock.now());
  const outcome = await testKey(engine, draft, testedWallet);
  const now = world.clock.now();
  const failure = failureOfTest(outcome);
  if (failure) return connectFailureOf(failure, now);
  const wallets = isOverlapTold ? [] : overlappingWallets(engine.model, testedWallet, outcome);
  if (wallets.length > 0) return { outcome: 'overlaps', wallets };
  try {
    await world.keychain.write(draft.key.id, draft.credentials, draft.key.keptIn);
  } catch (thrown) {
    return connectFailureOf(asFailure(thrown), now);
  }
  const next = withKey(engine.model, draft, testedWallet, outcome, now);
  const recorded = recordUnsupportedChains(
    next,
    isNewKey(draft) ? outcome.unsupported : [],
    testedWallet,
    world
  );
  await adoptWallets(engine, recorded.model);
  await engine.save({ point: null, entries: recorded.entries });
  if (recorded.notification) void engine.notify(recorded.notification);
  return { outcome: 'saved' };
}

/** The names of the wallets that watch an address of the account; none for a wallet that exists already. */
function overlappingWallets({ settings, snapshots }: Model, tested: Wallet, outcome: Outcome): string[] {
  if (settings.wallets.some(({ id }) => id === tested.id)) return [];
  const holdings = outcome.answers.flatMap(({ reading }) => reading.holdings);
  return watchersAmong(settings.wallets, snapshots)
    .ofHoldings(holdings)
    .map(({ name }) => name);
}

/** Chains that OKX does not support and that the test found are recorded as a round would record them. */
function recordUnsupportedChains(
  model: Model,
  unsupported: readonly string[],
  { id }: Wallet,
  world: World
): RecordedAlerts {
  const { settings } = model;
  const now = world.clock.now();
  const names = namesOf(settings, world.chains);
  const alertEvents = unsupportedChainEvents(unsupported, id, settings.choices.alerts, names, now);
  return recordAlerts(model, decideAnnounced(model, alertEvents, world), now);
}

/** False for a key that replaces another one: its wallets are known. */
function isNewKey({ wallets }: KeyDraft): boolean {
  return wallets.length > 0;
}

/** Unsupported chains among supported ones are an issue of the wallet, not of the key: later rounds find the rest. */
function failureOfTest(outcome: Outcome): Failure | null {
  const failure = worstFailureOf(outcome);
  if (failure && failure.code !== 'chain-unsupported') return failure;
  const isUseful = outcome.answers.length > 0 || outcome.remaining !== null;
  return isUseful ? null : (failure ?? new Failure('chain-unsupported'));
}

async function testKey(engine: Engine, draft: KeyDraft, wallet: Wallet): Promise<Outcome> {
  const { world, model } = engine;
  const { key, credentials } = draft;
  const testWorld = { ...world, keychain: { ...world.keychain, read: () => Promise.resolve(credentials) } };
  const before = model.snapshots.find(({ walletId }) => walletId === wallet.id)?.parts ?? [];
  const parts = isNewKey(draft) ? [] : before;
  const known = { parts, refused: [], familyOf: (chain: string) => world.chains(chain).family };
  const plan = planPoll(wallet, known, { priority: 'person' }, world.clock.now());
  return await pollWallet(wallet, key, testWorld, plan, model.clockOffsets[key.id] ?? 0);
}

function withKey(model: Model, draft: KeyDraft, testedWallet: Wallet, outcome: Outcome, now: number): Model {
  const newSettings = withDraft(model.settings, draft);
  const isOfKey = ({ keyId }: Wallet) => keyId === draft.key.id;
  // New objects, so that an answer of a running round to the old credentials is not applied.
  const wallets = newSettings.wallets.map(wallet => (isOfKey(wallet) ? { ...wallet } : wallet));
  const others = model.snapshots.filter(({ walletId }) => walletId !== testedWallet.id);
  const first = () => [...others, updateSnapshot(emptySnapshot(testedWallet), outcome, now)];
  // All wallets of the key: wallets that stopped after its refusal continue with the new credentials.
  const newSchedules = wallets.filter(isOfKey).map(({ id }) => {
    const remaining = id === testedWallet.id ? outcome.remaining : null;
    return [id, { failuresInRow: 0, dueAt: now, appliedAt: now, remaining }] as const;
  });
  return {
    ...model,
    settings: { ...newSettings, wallets },
    snapshots: isNewKey(draft) ? first() : model.snapshots,
    pollSchedules: { ...model.pollSchedules, ...Object.fromEntries(newSchedules) },
    clockOffsets: { ...model.clockOffsets, [draft.key.id]: outcome.clockOffsetMs },
    issues: model.issues.filter(({ code }) => code !== 'session-key-gone')
  };
}

/** Removes the key from the keychain and from the settings, and the wallets that only this key could poll. */
async function forgetKey(engine: Engine, keyId: string): Promise<{ done: boolean }> {
  const known = engine.model.settings.keys.find(({ id }) => id === keyId);
  if (!known) return { done: false };
  try {
    await engine.world.keychain.forget(keyId);
  } catch (thrown) {
    engine.world.log('warn', 'a key could not be removed from the keychain', thrown);
    // A key of an earlier session is not in the keychain: a system without a keychain must not keep it in the list for
    // ever.
    if (known.keptIn === 'keychain' && !known.isWaiting) return { done: false };
  }
  const ofKey = engine.model.settings.wallets.filter(wallet => wallet.keyId === keyId);
  await removeWallets(
    engine,
    ofKey.map(({ id }) => id),
    false
  );
  const { model } = engine;
  const keys = model.settings.keys.filter(({ id }) => id !== keyId);
  await engine.adopt({ ...model, settings: { ...model.settings, keys } });
  return { done: true };
}

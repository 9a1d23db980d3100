// What the window may ask, answered: one function per call of the contract. Nothing here returns a secret.
import type { ConnectForm, Connected, Request, Response } from '../shared/contract';
import type { CallName } from '../shared/channels';
import { asFailure } from '../shared/failure';
import { UNTIL_RESUMED } from '../shared/default-settings';
import type { App } from './app';
import { applyOutcome, emptySnapshot } from './core/apply';
import { draftOf, judgeForm, refusedBy, withDraft } from './core/connect';
import { pollWallet } from './core/poll';

export type Calls = { [Name in CallName]: (request: Request<Name>) => Promise<Response<Name>> };

/** Calls that need more than the application: the profile switch, the clipboard, the checks of this computer. */
export type OutsideCalls = Pick<
  Calls,
  'demo:start' | 'demo:leave' | 'text:copy' | 'diagnostics:read' | 'notice:test' | 'holding:focused'
>;

const HOUR_MS = 60 * 60_000;
const DONE = { done: true };

export function callsOf(app: App, outside: OutsideCalls): Calls {
  return {
    ...outside,
    'state:read': () => Promise.resolve({ text: JSON.stringify(app.state) }),
    'wallet:connect': form => connect(app, form),
    'wallet:remove': ({ walletId }) => removeWallet(app, walletId),
    'key:forget': ({ keyId }) => forgetKey(app, keyId),
    'poll:refresh': () => app.refresh().then(() => DONE),
    'poll:pause': ({ until }) => pause(app, until),
    'poll:resume': () => app.choose({ pausedUntil: 0 }).then(() => DONE),
    'choices:change': change => app.choose(change).then(() => DONE)
  };
}

export async function pause(app: App, until: Request<'poll:pause'>['until']): Promise<{ done: boolean }> {
  const now = app.world.clock.now();
  const moments = { 'an-hour': now + HOUR_MS, tomorrow: tomorrowMorning(now), resumed: UNTIL_RESUMED };
  await app.choose({ pausedUntil: moments[until] });
  return DONE;
}

/** 08:00 of the next day, local time. */
function tomorrowMorning(now: number): number {
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1, 8).getTime();
}

/** Tests the key with a real poll; only an answer makes it kept. The answer becomes the first, silent snapshot. */
async function connect(app: App, form: ConnectForm): Promise<Connected> {
  const invalid = judgeForm(form);
  if (invalid) return invalid;
  const { world } = app;
  const draft = draftOf(form, app.model.settings, () => world.clock.newId());
  const handed = {
    ...world,
    keychain: { ...world.keychain, read: () => Promise.resolve(draft.credentials) }
  };
  const outcome = await pollWallet(
    draft.wallet,
    draft.key,
    handed,
    app.model.clockOffsets[draft.key.id] ?? 0
  );
  const now = world.clock.now();
  const refusal = outcome.refusals[0];
  if (refusal) return refusedBy(refusal.failure, now);
  try {
    await world.keychain.write(draft.key.id, draft.credentials, draft.key.keptIn);
  } catch (thrown) {
    return refusedBy(asFailure(thrown), now);
  }
  const { model } = app;
  const others = model.snapshots.filter(({ walletId }) => walletId !== draft.wallet.id);
  const snapshot = applyOutcome(emptySnapshot(draft.wallet), outcome, now);
  const settings = withDraft(model.settings, draft);
  // All wallets of the key: those that stopped over its refusal go on with what was entered now.
  const ofKey = settings.wallets.filter(({ keyId }) => keyId === draft.key.id);
  const fresh = Object.fromEntries(
    ofKey.map(({ id }) => [id, { failuresInRow: 0, dueAt: now, bookedAt: now }])
  );
  const runs = { ...model.runs, ...fresh };
  const clockOffsets = { ...model.clockOffsets, [draft.key.id]: outcome.clockOffsetMs };
  await app.adopt({ ...model, settings, snapshots: [...others, snapshot], runs, clockOffsets });
  await app.save(null);
  return { outcome: 'saved' };
}

async function removeWallet(app: App, walletId: string): Promise<{ done: boolean }> {
  const { model } = app;
  const wallets = model.settings.wallets.filter(({ id }) => id !== walletId);
  if (wallets.length === model.settings.wallets.length) return { done: false };
  const snapshots = model.snapshots.filter(snapshot => snapshot.walletId !== walletId);
  await app.adopt({ ...model, settings: { ...model.settings, wallets }, snapshots });
  await app.save(null);
  return DONE;
}

/** Removes the key from the keychain and from the settings, and the wallets that only it could ask for. */
async function forgetKey(app: App, keyId: string): Promise<{ done: boolean }> {
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
  return DONE;
}

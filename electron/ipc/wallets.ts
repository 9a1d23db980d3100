// Handles the window's calls about wallets: add, change, order and remove them, and list their parts.
import { MAX_WALLETS } from '../../shared/domain/limits';
import type { Request, Response } from '../../shared/ipc/contract';
import type { PartRow } from '../../shared/ipc/detail-calls';
import type { ChainEntry } from '../../shared/ipc/wallet-calls';
import { ownAddressOf, SOURCES } from '../../shared/domain/sources';
import type { AddressReview } from '../../shared/schema/address-review';
import type { Settings } from '../../shared/schema/settings';
import type { Wallet } from '../../shared/schema/wallet';
import { judgeAddress, judgeField } from '../addresses/fields';
import { review } from '../addresses/review';
import type { Engine } from '../core/engine/engine';
import { adoptWallets } from '../core/engine/wallet-changes';
import { addressWallet, upsert, findWatchedWallet } from '../core/keys/key-draft';
import { watchersAmong } from '../core/portfolio/already-watched';
import { groupsOf, nameKey, withGroups } from '../core/groups/groups';
import { FINEST_FIRST } from '../core/history/period';
import { lastLedgerOf, pointsWithoutWallet } from '../core/history/restated-points';
import type { HistoryPoint, LastLedger } from '../core/ports/history-point';
import { withHeldColours } from '../core/settings/held-colours';
import { EVERY_CHAIN, isExpected } from '../core/snapshots/chain-parts';
import { isStalePart } from '../core/snapshots/staleness';
import type { CallContext, Calls } from './call-types';

export function handlers({ engine }: CallContext) {
  return {
    'wallets:add': request => addWallets(engine, request),
    'wallet:change': change => changeWallet(engine, change),
    'wallets:order': request => orderWallets(engine, request),
    'groups:change': request => changeGroups(engine, request),
    'wallet:remove': ({ walletId, forgetHistory }) => removeWallets(engine, [walletId], forgetHistory),
    'wallets:removed': () => Promise.resolve({ wallets: engine.model.settings.removedWallets ?? [] }),
    'wallet:forget': ({ walletId }) => forgetRemoved(engine, walletId),
    'addresses:review': ({ text }) => Promise.resolve(reviewAddresses(engine, text)),
    'chains:read': () => Promise.resolve({ chains: chainEntries(engine) }),
    'parts:read': () => Promise.resolve({ parts: partRows(engine) })
  } satisfies Partial<Calls>;
}

/** What counts once because another wallet watches it is told before it is added; it may be added all the same. */
function reviewAddresses(engine: Engine, text: string): AddressReview {
  const { settings, snapshots } = engine.model;
  const reviewed = review(text, { watched: watchedAddresses(engine), chains: chainEntries(engine) });
  const watchers = watchersAmong(settings.wallets, snapshots);
  const rows = reviewed.rows.map(row => {
    if (row.address === '') return row;
    const watchedBy = watchers.ofAddress(row.address).map(({ name }) => name);
    return watchedBy.length === 0 ? row : { ...row, watchedBy };
  });
  return { ...reviewed, rows };
}

const DONE = { done: true };
const NOT_DONE = { done: false };

/**
 * Each address is added separately: addresses that cannot be added are named, the others are added. All are polled at
 * once.
 */
async function addWallets(
  engine: Engine,
  { keyId, wallets }: Request<'wallets:add'>
): Promise<Response<'wallets:add'>> {
  let { settings } = engine.model;
  const known = chainEntries(engine);
  const hasKey = settings.keys.some(({ id }) => id === keyId);
  const added = wallets.map(given => {
    type Problem = NonNullable<Response<'wallets:add'>['added'][number]['problem']>;
    const refused = (problem: Problem) => ({ address: given.address, walletId: null, problem });
    if (!hasKey) return refused('key-unknown');
    if (given.chains.length === 0) return refused('no-chains');
    const judged = judgeAddress(given.address, given.chains, known);
    if (!('address' in judged) || judgeField('name', given.name)) return refused('not-an-address');
    if (findWatchedWallet(settings, 'v6-address', given.address)) return refused('already-watched');
    if (settings.wallets.length >= MAX_WALLETS) return refused('too-many');
    const wallet = addressWallet(given, keyId, settings, () => engine.world.clock.newId());
    settings = { ...settings, wallets: [...settings.wallets, wallet] };
    return { address: given.address, walletId: wallet.id, problem: null };
  });
  await adoptWallets(engine, { ...engine.model, settings });
  return { added };
}

async function changeWallet(engine: Engine, change: Request<'wallet:change'>): Promise<{ done: boolean }> {
  const { model } = engine;
  const { settings } = model;
  const wallet = settings.wallets.find(({ id }) => id === change.walletId);
  if (!wallet) return NOT_DONE;
  if (change.keyId !== undefined && !settings.keys.some(({ id }) => id === change.keyId)) return NOT_DONE;
  if (!SOURCES[wallet.source].hasEveryChain && change.chains?.length === 0) return NOT_DONE;
  if (change.name !== undefined && judgeField('name', change.name)) return NOT_DONE;
  const changedWallet = applyWalletChange(wallet, change);
  const isPollDue = change.chains !== undefined || change.keyId !== undefined || change.isPaused === false;
  const now = engine.world.clock.now();
  const pollSchedule = { failuresInRow: 0, dueAt: now, appliedAt: now };
  const pollSchedules = isPollDue
    ? { ...model.pollSchedules, [wallet.id]: pollSchedule }
    : model.pollSchedules;
  await engine.adopt({
    ...model,
    settings: { ...settings, wallets: upsert(settings.wallets, changedWallet) },
    pollSchedules
  });
  return DONE;
}

function applyWalletChange(
  wallet: Wallet,
  { name, colour, isPaused, chains, keyId }: Request<'wallet:change'>
): Wallet {
  const { colour: oldColour, ...rest } = wallet;
  const newColour = colour === undefined ? oldColour : (colour ?? undefined);
  return {
    ...rest,
    ...(newColour === undefined ? {} : { colour: newColour }),
    ...(name === undefined ? {} : { name }),
    ...(isPaused === undefined ? {} : { isPaused }),
    ...(chains === undefined ? {} : { chains }),
    ...(keyId === undefined ? {} : { keyId })
  };
}

/** The named wallets come first, in this order; the others follow in their old order. */
async function orderWallets(
  engine: Engine,
  { walletIds }: Request<'wallets:order'>
): Promise<{ done: boolean }> {
  const { model } = engine;
  const positionOf = (wallet: Wallet) =>
    walletIds.includes(wallet.id) ? walletIds.indexOf(wallet.id) : walletIds.length;
  const wallets = [...model.settings.wallets].sort((a, b) => positionOf(a) - positionOf(b));
  await engine.adopt({ ...model, settings: { ...model.settings, wallets } });
  return DONE;
}

async function changeGroups(
  engine: Engine,
  { groups }: Request<'groups:change'>
): Promise<Response<'groups:change'>> {
  const { model, world } = engine;
  const names = new Set(groups.map(({ name }) => nameKey(name)));
  if (names.size < groups.length) return { ids: null };
  const known = new Set(groupsOf(model.settings).map(({ id }) => id));
  const named = groups.map(group => ({ ...group, id: known.has(group.id) ? group.id : world.clock.newId() }));
  await engine.adopt({ ...model, settings: withGroups(model.settings, named) });
  return { ids: named.map(({ id }) => id) };
}

/** `forgetHistory`: its past values are removed too, as if the wallet had never been counted. */
export async function removeWallets(
  engine: Engine,
  walletIds: readonly string[],
  forgetHistory: boolean
): Promise<{ done: boolean }> {
  const isRemoved = (walletId: string) => walletIds.includes(walletId);
  if (!engine.model.settings.wallets.some(({ id }) => isRemoved(id))) return NOT_DONE;
  for (const walletId of forgetHistory ? walletIds : [])
    if (!(await tryForgetHistory(engine, walletId))) return NOT_DONE;
  // Read after the files were rewritten: meanwhile a round may have been applied, or a choice made.
  const { model } = engine;
  const wallets = model.settings.wallets.filter(({ id }) => !isRemoved(id));
  const snapshots = model.snapshots.filter(({ walletId }) => !isRemoved(walletId));
  const points = forgetHistory
    ? walletIds.reduce<readonly HistoryPoint[]>(
        (left, walletId) => pointsWithoutWallet(left, walletId),
        model.points
      )
    : model.points;
  const removed = model.settings.wallets.filter(({ id }) => isRemoved(id));
  const left = { ...model.settings, wallets, ...(!forgetHistory && removedWith(removed, engine)) };
  const settings = withGroups(withHeldColours(left, snapshots), groupsOf(left));
  await adoptWallets(engine, { ...model, settings, snapshots, points }, { isForgotten: forgetHistory });
  await engine.save();
  return DONE;
}

/** So many are named: of those before them only the files and the activity know. */
const MAX_REMOVED = 100;

function removedWith(wallets: readonly Wallet[], { model, world }: Engine): Pick<Settings, 'removedWallets'> {
  const removedAt = world.clock.now();
  const removed = wallets.map(({ id, name }) => ({ id, name, removedAt }));
  return { removedWallets: [...removed, ...(model.settings.removedWallets ?? [])].slice(0, MAX_REMOVED) };
}

/** Deletes what was kept of a wallet when it was removed. */
async function forgetRemoved(engine: Engine, walletId: string): Promise<{ done: boolean }> {
  const isNamed = () => engine.model.settings.removedWallets?.some(({ id }) => id === walletId) ?? false;
  if (!isNamed()) return NOT_DONE;
  const last = await lastLedger(engine, walletId);
  if (!isNamed() || !(await tryForgetHistory(engine, walletId, last))) return NOT_DONE;
  const { model } = engine;
  const removedWallets = model.settings.removedWallets?.filter(({ id }) => id !== walletId) ?? [];
  const points = pointsWithoutWallet(model.points, walletId, last);
  await engine.adopt({ ...model, settings: { ...model.settings, removedWallets }, points });
  return DONE;
}

/** The finest file that has a point of it has the last one. */
async function lastLedger({ world }: Engine, walletId: string): Promise<LastLedger | null> {
  for (const resolution of FINEST_FIRST) {
    const { content } = await world.history.read(resolution, 0);
    const last = lastLedgerOf(content ?? [], walletId);
    if (last) return last;
  }
  return null;
}

async function tryForgetHistory(
  { world }: Engine,
  walletId: string,
  last?: LastLedger | null
): Promise<boolean> {
  try {
    await world.history.forget(walletId, last);
    await world.activity.forget(walletId);
    return true;
  } catch (thrown) {
    world.log('error', 'the past of a wallet could not be removed', thrown);
    return false;
  }
}

function partRows({ model, world }: Engine): PartRow[] {
  const now = world.clock.now();
  const { wallets } = model.settings;
  return model.snapshots
    .filter(({ walletId }) => wallets.some(({ id }) => id === walletId))
    .flatMap(({ walletId, parts }) =>
      parts.map(part => ({
        walletId,
        chainIndex: part.chainIndex,
        name: part.chainIndex === EVERY_CHAIN ? '' : world.chains(part.chainIndex).name,
        answeredAt: part.answeredAt,
        failure: part.failure,
        isUnsupported: !isExpected(part),
        isStale: isStalePart(part, now, model.staleAfterMs),
        unreadableRows: part.unreadableRows ?? 0
      }))
    );
}

function watchedAddresses({ model }: Engine): string[] {
  return model.settings.wallets.flatMap(wallet => ownAddressOf(wallet) ?? []);
}

function chainEntries({ world }: Engine): ChainEntry[] {
  return [...world.chainList.entries()];
}

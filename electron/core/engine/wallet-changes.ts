// Added and removed wallets: carried out, entered in the activity, and saved.
import type { WalletsEntry } from '../../../shared/schema/activity';
import type { Wallet } from '../../../shared/schema/wallet';
import {
  awaitingWorth,
  completeWorth,
  entryWithoutWallet,
  lastWorth,
  walletsEntry
} from '../alerts/wallet-entries';
import type { World } from '../ports/world';
import { modelPortfolio } from '../state/app-state';
import { missingIn, type Model } from '../state/model';
import { adoptSettings } from './change-settings';
import type { Engine } from './engine';
import { persistFile } from './persistence';

/**
 * Adopts a model with other wallets; those of one call are one entry. `isForgotten`: nothing is left of the removed
 * wallets, not even that they were there.
 */
export async function adoptWallets(engine: Engine, next: Model, { isForgotten = false } = {}): Promise<void> {
  const { model: before, world } = engine;
  adoptSettings(before, next);
  const entries = entriesOf(before, next, world).filter(
    ({ kind }) => !isForgotten || kind === 'wallet-added'
  );
  const forgotten = isForgotten ? missingIn(next, before).map(({ id }) => id) : [];
  const known = before.activity.awaitingWorth.flatMap(entry => without(entry, forgotten));
  const activity = {
    ...next.activity,
    awaitingWorth: awaitingWorth([...known, ...entries], next.settings.wallets),
    moves: next.activity.moves.filter(({ walletId }) => walletId === null || !forgotten.includes(walletId))
  };
  // Begun first: a poll of these wallets writes the entry again, with their values, and the later line is the one read.
  const written =
    entries.length === 0 ? null : persistFile('activity.jsonl', () => world.activity.append(entries), world);
  await engine.adopt({ ...next, activity });
  if (!written) return;
  const update = await written;
  const latestAt = world.clock.now();
  engine.applyUpdate(model => update({ ...model, activity: { ...model.activity, latestAt } }));
}

function entriesOf(before: Model, next: Model, world: World): WalletsEntry[] {
  const at = world.clock.now();
  const portfolioOf = (model: Model) => modelPortfolio(model, world.chains, at);
  const entry = (
    kind: WalletsEntry['kind'],
    wallets: readonly Wallet[],
    worths: () => ReturnType<typeof lastWorth>
  ) =>
    wallets.length === 0
      ? []
      : [walletsEntry(kind, wallets, { id: world.clock.newId(), at, worthOf: worths() })];
  return [
    ...entry('wallet-removed', missingIn(next, before), () => lastWorth(portfolioOf(before))),
    ...entry('wallet-added', missingIn(before, next), () => completeWorth(next, portfolioOf(next)))
  ];
}

function without(entry: WalletsEntry, walletIds: readonly string[]): WalletsEntry[] {
  let left: WalletsEntry | null = entry;
  for (const id of walletIds) left = left && entryWithoutWallet(left, id);
  return left ? [left] : [];
}

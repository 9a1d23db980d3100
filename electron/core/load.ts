// The files of a profile -> the model to start from: the last total is there before anything is asked.
import { EMPTY_SETTINGS } from '../../shared/default-settings';
import type { Settings } from '../../shared/settings';
import type { Trouble } from '../../shared/state';
import { fitted } from './apply';
import type { Model } from './model';
import type { Loaded } from './ports';
import type { World } from './world';

/** A day for the changes, and an hour more so that the point before it is found. */
const HISTORY_MS = 25 * 60 * 60_000;

/** Damaged files were set aside by their adapters; each is told as a trouble, and the rest is used. */
export async function loadModel(model: Model, world: World): Promise<Model> {
  await world.chainBook.load();
  const settings = await world.settings.read();
  const stored = await world.snapshots.read();
  const points = await world.history.read(world.clock.now() - HISTORY_MS);
  const wallets = settings.content?.wallets ?? [];
  const snapshots = wallets.map(wallet =>
    fitted(
      stored.content?.wallets.find(({ walletId }) => walletId === wallet.id),
      wallet
    )
  );
  return {
    ...model,
    isLoaded: true,
    settings: settings.content ?? EMPTY_SETTINGS,
    snapshots,
    points: points.content ?? [],
    staleAfterMs: stored.content?.staleAfterMs ?? model.staleAfterMs,
    troubles: [
      ...troubleOf(settings, 'settings-damaged'),
      ...troubleOf(stored, 'snapshot-damaged'),
      ...troubleOf(points, 'history-damaged'),
      ...sessionKeys(model, settings.content)
    ]
  };
}

/** A key that was kept in memory went with the last session; the demo makes its own anew. */
function sessionKeys({ profile }: Model, settings: Settings | null): Trouble[] {
  const isGone = profile === 'live' && (settings?.keys ?? []).some(({ keptIn }) => keptIn === 'session');
  return isGone ? [{ code: 'session-key-gone', file: null }] : [];
}

function troubleOf(loaded: Loaded<unknown>, code: Trouble['code']): Trouble[] {
  return loaded.setAsideAs === null ? [] : [{ code, file: loaded.setAsideAs }];
}

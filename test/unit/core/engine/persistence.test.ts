import { describe, expect, it } from 'vitest';
import { updateSnapshot, emptySnapshot } from '../../../../electron/core/snapshots/update-snapshot';
import { Engine } from '../../../../electron/core/engine/engine';
import { loadActivity, loadModel } from '../../../../electron/core/engine/persistence';
import { emptyModel } from '../../../../electron/core/state/model';
import { stateOf } from '../../../../electron/core/state/app-state';
import { arrived } from '../../../fakes/entries';
import { firstPoint } from '../../../fakes/points';
import { EMPTY_SETTINGS } from '../../../../shared/domain/default-settings';
import { answered, chainFacts, HOUR_MS, holdingOf, NOW, walletOf } from '../../../fakes/holdings';
import { fakeWorld, settingsOf, type FakeWorld } from '../../../fakes/world';

const snapshot = updateSnapshot(
  emptySnapshot(walletOf()),
  answered([holdingOf()], NOW - HOUR_MS),
  NOW - HOUR_MS
);

function stocked(change: Partial<FakeWorld['files']> = {}): FakeWorld {
  const world = fakeWorld();
  const snapshots = { version: 1 as const, savedAt: NOW, staleAfterMs: 60_000, wallets: [snapshot] };
  Object.assign(world.files, { settings: settingsOf(), snapshots, ...change });
  return world;
}
const load = (world: FakeWorld) => loadModel(emptyModel('live', 1), world);

describe('a start', () => {
  it('has the last total with its age before any request', async () => {
    const world = stocked();
    const state = stateOf(await load(world), chainFacts, NOW);
    expect(state).toMatchObject({
      phase: 'ready',
      portfolio: { total: '2000', takenAt: NOW - HOUR_MS, isStale: true },
      issues: []
    });
    expect(world.requests).toEqual([]);
  });

  it('completes however many entries the user has not seen', async () => {
    const world = stocked();
    world.files.entries = Array.from({ length: 150_000 }, (_, i) => arrived({ id: `${i}`, at: NOW - i }));
    const model = await load(world);
    const addActivity = await loadActivity(model, world);
    expect(addActivity(model).activity.latestAt).toBe(NOW);
  });

  it('knows what arrived and left in the time of its points', async () => {
    const earlier = arrived({ id: 'a', at: NOW - 3 * HOUR_MS });
    const entries = [arrived({ id: 'b', at: NOW - HOUR_MS }), earlier];
    const { portfolio } = stateOf(await load(stocked()), chainFacts, NOW);
    const model = await load(stocked({ points: [firstPoint(portfolio, NOW - 2 * HOUR_MS)], entries }));
    const { activity } = (await loadActivity(model, stocked({ entries })))(model);
    expect(activity.moves.map(({ at, symbol }) => [at, symbol])).toEqual([[NOW - HOUR_MS, earlier.symbol]]);
  });

  it('without files is a first run', async () => {
    const model = await load(fakeWorld());
    expect(model).toMatchObject({
      isLoaded: true,
      settings: EMPTY_SETTINGS,
      snapshots: [],
      points: [],
      issues: []
    });
    expect(stateOf(model, chainFacts, NOW).phase).toBe('first-run');
  });

  it('drops the snapshot of a removed wallet, and has an empty one for a new wallet', async () => {
    const settings = settingsOf([walletOf({ id: 'w2', accountId: 'b' })]);
    const model = await load(stocked({ settings }));
    expect(model.snapshots).toEqual([emptySnapshot(settings.wallets[0]!)]);
  });

  it('does not use the snapshot of a wallet when its account is a different one', async () => {
    const model = await load(stocked({ settings: settingsOf([walletOf({ accountId: 'other' })]) }));
    expect(stateOf(model, chainFacts, NOW).portfolio).toMatchObject({ total: '0', takenAt: null });
  });

  it('reads the history of the last day and the point before it', async () => {
    const { portfolio } = stateOf(await load(stocked()), chainFacts, NOW);
    const points = [30, 24.5, 1].map(hours => firstPoint(portfolio, NOW - hours * HOUR_MS));
    expect((await load(stocked({ points }))).points).toEqual(points.slice(1));
  });

  it('has an issue for every file that was set aside as damaged, and uses the other files', async () => {
    const world = stocked({ snapshots: null });
    Object.assign(world.setAside, { snapshots: 'snapshot.json.damaged', history: 'history.damaged' });
    const model = await load(world);
    expect(model.settings.wallets).toHaveLength(1);
    expect(model.issues).toEqual([
      { code: 'snapshot-damaged', file: 'snapshot.json.damaged' },
      { code: 'history-damaged', file: 'history.damaged' }
    ]);
    Object.assign(world.setAside, { settings: 'config.json.damaged' });
    expect((await load(world)).issues[0]).toEqual({
      code: 'settings-damaged',
      file: 'config.json.damaged'
    });
  });
});

it('what the end saves leaves the answers for other programs as they are believed', async () => {
  const world = stocked();
  const laid: boolean[] = [];
  const app = new Engine({
    ...world,
    answers: { lay: ({ settings }) => void laid.push(settings.choices.isHidden) }
  });
  await app.load();
  await app.stop();
  const count = laid.length;
  await app.choose({ lookedAt: NOW });
  expect(laid.slice(count)).toEqual([false]);
});

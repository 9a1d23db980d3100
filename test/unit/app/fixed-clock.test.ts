// Tests the fixed clock: the screen does not depend on the duration of a run, because the state contains its moment
// and polls come on request.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Engine } from '../../../electron/core/engine/engine';
import { trayViewOf } from '../../../electron/core/tray/tray-view';
import { advanceAndPoll } from '../../../electron/app/screenshots/advance-and-poll';
import { clockFor, isFixed, createFixedClock } from '../../../electron/adapters/system/fixed-clock';
import { startWorld, START, type AppWorld } from '../../fakes/app-world';

let around: AppWorld;
beforeEach(async () => {
  around = await startWorld();
});
afterEach(() => around.close());

it('shows one moment until it is moved, and gives the same ids on every run', () => {
  const [one, other] = [createFixedClock(START), createFixedClock(START)];
  one.move(1500);
  expect(one.now()).toBe(START + 1500);
  expect([one.newId(), one.newId()]).toEqual([other.newId(), other.newId()]);
  expect(one.random()).toBe(other.random());
});

it('the fixed clock exists only when a moment was requested', () => {
  const fixed = clockFor('2026-11-22T09:00:00Z');
  expect([isFixed(fixed), fixed.now()]).toEqual([true, START]);
  expect(isFixed(clockFor(undefined))).toBe(false);
});

it('brings its moment to the window and the tray', async () => {
  const clock = createFixedClock(START);
  const app = new Engine({ ...around.world, clock });
  await app.load();
  await advanceAndPoll(app, clock, 10_000);
  clock.move(90_000);
  const { state } = app;
  expect(state.stillAt).toBe(START + 100_000);
  expect(trayViewOf(state, START + 9e9)).toEqual(trayViewOf(state, START + 100_000));
  await app.stop();
});

it('the fixed clock is never used in a normal start', async () => {
  const app = new Engine(around.world);
  await app.load();
  expect('stillAt' in app.state).toBe(false);
});

it('polls once for each move, however often the timer calls', async () => {
  const clock = createFixedClock(START);
  const app = new Engine({ ...around.world, clock });
  await app.load();
  for (let poll = 0; poll < 3; poll++) {
    await advanceAndPoll(app, clock, 10_000);
    app.tick();
  }
  expect(around.files.points.map(({ at }) => at)).toEqual([1, 2, 3].map(poll => START + poll * 10_000));
  await app.stop();
});

// The demo with its real files, and the commands that read them.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { parseArguments } from '../../../electron/cli/arguments';
import type { ReadCommand } from '../../../electron/cli/commands';
import { runReadCommand } from '../../../electron/commands/read';
import { Engine } from '../../../electron/core/engine/engine';
import { demoWorld, type DemoWorld } from '../../../electron/demo/demo-world';
import { openStores } from '../../../electron/profile/stores';
import { startWorld, type AppWorld } from '../../fakes/app-world';
import { lineFiles } from '../../fakes/line-files';

let folder: string;
let around: AppWorld;
let demo: DemoWorld;
let engine: Engine;
let printed = '';
vi.mock('node:fs', async load => {
  const fs = await load<typeof import('node:fs')>();
  const writeSync = (_descriptor: number, text: Buffer) => {
    printed += text.toString();
    return text.length;
  };
  return { ...fs, writeSync };
});

async function start(): Promise<void> {
  around = await startWorld();
  const { snapshots, history, activity } = openStores(folder);
  const config = join(folder, 'config.json');
  // The app's own writer loads Electron.
  const settings: AppWorld['world']['settings'] = {
    read: () => Promise.resolve({ content: null, setAsideAs: null }),
    write: async content => writeFileSync(config, JSON.stringify(content))
  };
  const live = { ...around.world, settings, snapshots, history, activity };
  demo = await demoWorld(live, 0, { folder, lines: lineFiles(folder) });
  engine = new Engine(demo.world);
  await engine.load();
}

async function stop(): Promise<void> {
  await engine.stop();
  await demo.close();
  await around.close();
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tokentray-demo-'));
});
afterEach(async () => {
  vi.useRealTimers();
  await stop();
  rmSync(folder, { recursive: true });
});

function run(words: string): { status: number; text: string } {
  vi.useFakeTimers({ now: around.at, toFake: ['Date'] });
  printed = '';
  const flags = parseArguments([...words.split(' '), '--demo']);
  const status = runReadCommand(flags.command as ReadCommand, flags, folder, '1.2.3');
  return { status, text: printed };
}

it('commands show the history and the activity that the window of the demo shows', async () => {
  await start();
  await engine.refresh();
  const day = run('history --format json');
  expect(day.status).toBe(0);
  const points = JSON.parse(day.text) as { time: string; total: string }[];
  const shown = (await demo.world.history.read('polls', around.at - 24 * 3_600_000)).content ?? [];
  expect(points.map(({ total }) => total)).toEqual(shown.map(({ total }) => total));
  expect(points.length).toBeGreaterThan(280);
  const year = JSON.parse(run('history --range 1y --format json').text) as { time: string }[];
  expect(Date.parse(year[0]!.time)).toBeLessThan(around.at - 360 * 86_400_000);
  const changes = run('changes --since 7d --limit 999999 --format json');
  expect(changes.status).toBe(0);
  const { activity, since } = JSON.parse(changes.text) as { activity: { id: string }[]; since: string };
  const told = (await demo.world.activity.read(Date.parse(since) + 1)).content ?? [];
  expect(activity.map(({ id }) => id).sort()).toEqual(told.map(({ id }) => id).sort());
  const acts = told.filter(({ kind }) => kind.startsWith('wallet-'));
  expect(acts.map(({ kind, wallet }) => [kind, wallet])).toEqual([
    ['wallet-removed', 'Old phone'],
    ['wallet-added', 'Old phone']
  ]);
  expect(activity.length).toBeGreaterThan(0);

  // A demo that is started again replaces what the one before left.
  await stop();
  await start();
  await engine.refresh();
  const again = JSON.parse(run('history --format json').text) as { time: string }[];
  const times = again.map(({ time }) => time);
  expect(times).toEqual([...new Set(times)].sort());
  expect(run('changes').status).toBe(0);
});

it('a demo shows its past also where the disk refuses it', async () => {
  writeFileSync(join(folder, 'history'), 'no folder');
  await start();
  await engine.refresh();
  expect((await demo.world.history.read('polls', 0)).content!.length).toBeGreaterThan(280);
  expect(readFileSync(join(folder, 'history'), 'utf8')).toBe('no folder');
});

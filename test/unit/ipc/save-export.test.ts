import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY_MS } from '../../../shared/domain/durations';
import type { Request } from '../../../shared/ipc/contract';
import { Engine } from '../../../electron/core/engine/engine';
import { startWorld, type AppWorld } from '../../fakes/app-world';
import { callsOf } from '../../fakes/call-context';

let around: AppWorld;
let app: Engine;
let folder: string;
let path: string | null;
let proposed: string[];
/** Runs while the dialog is open. */
let whileOpen: () => Promise<unknown>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tokentray-export-'));
  around = await startWorld();
  app = new Engine(around.world);
  await app.load();
  await app.refresh();
  path = join(folder, 'holdings.csv');
  proposed = [];
  whileOpen = async () => undefined;
});
afterEach(async () => {
  await app.stop();
  await around.close();
  rmSync(folder, { recursive: true, maxRetries: 3 });
});

const shownInFolder: string[] = [];

const calls = () => {
  const chooseSavePath = async (name: string, format?: string) => {
    proposed.push(`${name} as ${format}`);
    await whileOpen();
    return path;
  };
  shownInFolder.length = 0;
  const desktop = { showInFolder: (file: string) => void shownInFolder.push(file) };
  return callsOf(app, { dialogs: { chooseSavePath }, desktop });
};

const save = (request: Partial<Request<'export:save'>> = {}, all = calls()) =>
  all['export:save']({ what: 'holdings', format: 'csv', ...request });

describe('an export to a file', () => {
  it('is written where the person chose, for this person only', async () => {
    expect(await save()).toEqual({ outcome: 'saved', file: path });
    expect(proposed).toEqual(['tokentray-holdings-2026-11-22.csv as csv']);
    expect(readFileSync(path!, 'utf8')).toContain('ETH');
    expect(statSync(path!).mode & 0o777).toBe(0o600);
  });

  it('writes nothing when the person cancels the dialog', async () => {
    path = null;
    expect(await save()).toEqual({ outcome: 'cancelled', file: null });
  });

  it('is refused without a dialog while balances are hidden', async () => {
    await app.choose({ isHidden: true });
    expect(await save()).toEqual({ outcome: 'hidden', file: null });
    expect(proposed).toEqual([]);
  });

  it('is refused when balances were hidden while the dialog was open', async () => {
    whileOpen = () => app.choose({ isHidden: true });
    expect(await save()).toEqual({ outcome: 'hidden', file: null });
    expect(existsSync(path!)).toBe(false);
  });

  it('that cannot be written is reported as failed, and the log has the reason', async () => {
    path = join('/dev/null', 'holdings.csv');
    expect(await save()).toEqual({ outcome: 'failed', file: null });
    expect(around.logged.join()).toContain('cannot write the export of holdings');
  });

  it('has only the holdings that were asked for', async () => {
    const eth = app.state.portfolio.holdings.find(({ symbol }) => symbol === 'ETH')!;
    await save({ ids: [eth.id] });
    expect(readFileSync(path!, 'utf8').trim().split('\n')).toHaveLength(2);
    expect(readFileSync(path!, 'utf8')).toContain(eth.balance);
  });

  it('of the history has the points of the range that was asked for', async () => {
    const rows = async (range: Request<'export:save'>['range']) => {
      await save({ what: 'history', format: 'json', range });
      return (JSON.parse(readFileSync(path!, 'utf8')) as { time: string }[]).map(({ time }) => time);
    };
    const first = new Date(app.world.clock.now()).toISOString();
    around.at += 3 * DAY_MS;
    await app.refresh();
    const second = new Date(app.world.clock.now()).toISOString();
    expect(await rows('all')).toEqual([first, second]);
    expect(await rows('1d')).toEqual([second]);
    expect(await rows('1w')).toEqual([first, second]);
    await app.choose({ lookedAt: around.at - DAY_MS });
    expect(await rows('looked')).toEqual([first, second]);
    await app.choose({ lookedAt: around.at });
    expect(await rows('looked')).toEqual([second]);
  });

  it('is shown in its folder on request, and nothing else is', async () => {
    const all = calls();
    expect(await all['file:show']({})).toEqual({ done: false });
    await save({}, all);
    expect(await all['file:show']({})).toEqual({ done: true });
    expect(shownInFolder).toEqual([path]);
    path = null;
    await save({}, all);
    path = '/dev/null/holdings.csv';
    await save({}, all);
    await all['file:show']({});
    expect(new Set(shownInFolder)).toEqual(new Set([join(folder, 'holdings.csv')]));
  });
});

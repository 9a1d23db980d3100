// Past prices on the real engine, against the server that answers like OKX.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Engine } from '../../../../electron/core/engine/engine';
import type { StoredPastPrices } from '../../../../electron/core/ports/past-prices';
import type { SourceId } from '../../../../shared/domain/sources';
import { EXAMPLE_ACCOUNT_ID, EXAMPLE_ASSETS } from '../../../../electron/fake-okx/service/asset-rows';
import { pastPriceService } from '../../../../electron/okx/prices/historical-prices';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../../shared/domain/durations';
import { UNTIL_RESUMED } from '../../../../shared/domain/default-settings';
import { MAX_PRICED_TOKENS } from '../../../../electron/core/prices/price-plan';
import { startWorld, type AppWorld } from '../../../fakes/app-world';
import { callsOf } from '../../../fakes/call-context';

const USDC = '0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48';
const PATH = '/api/v5/wallet/token/historical-price';

let around: AppWorld;
let app: Engine;
let files: Partial<Record<SourceId, StoredPastPrices>>;
beforeEach(async () => {
  around = await startWorld();
  files = {};
  app = open();
});
afterEach(async () => {
  await app.stop();
  await around.close();
});

function open(): Engine {
  return new Engine({
    ...around.world,
    pastPrices: {
      service: pastPriceService,
      files: {
        read: async source => ({ content: files[source] ?? null, setAsideAs: null }),
        write: async (source, content) => void (files[source] = structuredClone(content))
      }
    }
  });
}

/** A round, and all that is asked after it. */
async function round(moveMs = 0): Promise<void> {
  around.at += moveMs;
  app.tick();
  if (app.state.polling.isRefreshing) await app.refresh();
  await app.settle();
}

const asked = () => around.server.requests.filter(({ target }) => target.startsWith(PATH));
const periods = () => asked().map(({ target }) => /period=(\w+)/.exec(target)?.[1]);
const percents = () => app.state.portfolio.holdings.map(({ changePercent }) => changePercent);

describe('past prices', () => {
  it('give each row the move of a day after the first round, and the year comes after them', async () => {
    await app.load();
    await round();
    expect(periods()).toEqual(['1h', '1h', '1d', '1d', '1d', '1d']);
    expect(asked()[0]?.target).toContain('chainIndex=1&tokenAddress=&');
    expect(percents().every(percent => percent !== null && percent !== '0')).toBe(true);
    expect(app.state.portfolio.pricesSince).toBe(around.at - DAY_MS);
    expect(app.state.portfolio.change).toBeNull();
  });

  it('are asked after the round, at the end of the queue, and never while a poll is due', async () => {
    const order: string[] = [];
    const limiter = { acquire: async (_: string, priority: string) => void order.push(priority) };
    app = new Engine({ ...app.world, rateLimiter: limiter });
    await app.load();
    await round();
    const first = order.indexOf('past');
    expect(order.slice(0, first)).toContain('round');
    expect(order.slice(first).every(priority => priority === 'past')).toBe(true);
  });

  it('of a coin that nobody holds are asked once the chart is compared with it, and kept as long', async () => {
    const held = EXAMPLE_ASSETS.filter(({ chainIndex }) => chainIndex !== '0');
    around.server.accounts.set(EXAMPLE_ACCOUNT_ID, () => held);
    await app.load();
    await round();
    const before = asked().length;
    await app.choose({ compareWith: 'in-btc' });
    await app.settle();
    const added = asked().slice(before);
    expect(added[0]?.target).toContain('chainIndex=0&tokenAddress=&');
    const stored = () => Object.values(files).flatMap(({ tokens }) => Object.keys(tokens));
    expect(stored()).toContain('0/');
    await round(10 * MINUTE_MS);
    expect(stored()).toContain('0/');
  });

  it('go on from the file after a restart, and ask nothing twice', async () => {
    await app.load();
    await round();
    const count = asked().length;
    await app.stop();
    app = open();
    await app.load();
    expect(app.model.pastPrices.dayOld.size).toBe(2);
    await round(MINUTE_MS);
    expect(asked()).toHaveLength(count);
  });

  it('are asked again a day later, only from where they end', async () => {
    await app.load();
    await round();
    const count = asked().length;
    await round(DAY_MS);
    const again = asked().slice(count);
    expect(again.map(({ target }) => target.includes('begin='))).toEqual([true, true]);
  });

  it('of a token that comes while nothing is left to ask are asked with its first round', async () => {
    await app.load();
    await round();
    const count = asked().length;
    const usdc = {
      ...EXAMPLE_ASSETS[1]!,
      symbol: 'USDC',
      tokenAddress: USDC,
      balance: '50',
      tokenPrice: '1'
    };
    around.server.accounts.set(EXAMPLE_ACCOUNT_ID, () => [...EXAMPLE_ASSETS, usdc]);
    await round(5 * MINUTE_MS);
    expect(asked()[count]?.target).toContain(USDC);
  });

  it('cost a sentence when they are refused as a whole, and nothing for a day', async () => {
    around.server.injectFault({ kind: 'refuse', code: '50120', path: PATH });
    await app.load();
    await round();
    expect(app.model.pastPrices.isRefused).toBe(true);
    expect(app.state).toMatchObject({ issues: [], failure: null });
    const count = asked().length;
    expect(count).toBe(1);
    await round(23 * HOUR_MS);
    expect(asked()).toHaveLength(count);
    around.server.clearFaults();
    await round(2 * HOUR_MS);
    expect(asked().length).toBeGreaterThan(count);
    expect(app.model.pastPrices.isRefused).toBe(false);
  });

  it('are refused as a whole when OKX refuses one token after the other, and are not when it knows some', async () => {
    around.server.injectFault({ kind: 'refuse', code: '81152', path: PATH });
    await app.load();
    await round();
    expect(app.model.pastPrices.isRefused).toBe(true);
    files = {};
    around.server.clearFaults();
    around.server.pastPrices.set(`1/${EXAMPLE_ASSETS[0]!.tokenAddress}`, () => null);
    await app.stop();
    app = open();
    await app.load();
    await round(HOUR_MS);
    expect(app.model.pastPrices).toMatchObject({ isRefused: false });
    expect(percents().filter(percent => percent === null)).toHaveLength(1);
  });

  it('are not asked while they are switched off or paused, nor shown', async () => {
    await app.load();
    await app.choose({ pastPrices: false });
    await round();
    expect(asked()).toEqual([]);
    await app.choose({ pastPrices: true });
    await app.settle();
    expect(percents()).not.toContain(null);
    await app.choose({ pastPrices: false });
    expect(percents()).toEqual([null, null]);
    files = {};
    const count = asked().length;
    for (const pausedUntil of [around.at + 2 * DAY_MS, UNTIL_RESUMED]) {
      around.at += HOUR_MS;
      await app.choose({ pastPrices: false });
      await app.choose({ pastPrices: true, pausedUntil });
      await app.settle();
    }
    expect(asked()).toHaveLength(count);
  });

  it('give the move of a week, for a token beyond the most valuable 200 once its details are opened', async () => {
    const [eth] = EXAMPLE_ASSETS;
    const rows = Array.from({ length: MAX_PRICED_TOKENS + 2 }, (_, i) => ({
      ...eth!,
      tokenAddress: `0x${String(i).padStart(40, 'c')}`,
      balance: String(1000 - i)
    }));
    around.server.accounts.set(EXAMPLE_ACCOUNT_ID, () => rows);
    await app.load();
    await round();
    const calls = callsOf(app);
    const weekOf = (at: number) => {
      const holding = app.state.portfolio.holdings.find(row => row.tokenAddress === rows[at]!.tokenAddress);
      return calls['price:week']({ holdingId: holding!.id });
    };
    expect((await weekOf(0)).percent).toMatch(/^-?\d+(\.\d+)?$/);
    const count = asked().length;
    expect(await weekOf(MAX_PRICED_TOKENS + 1)).toEqual({ percent: null });
    await app.settle();
    const targets = asked()
      .slice(count)
      .map(({ target }) => target);
    expect(targets.filter(target => target.includes('period=1h'))).toEqual([
      expect.stringContaining(rows.at(-1)!.tokenAddress)
    ]);
    expect((await weekOf(MAX_PRICED_TOKENS + 1)).percent).not.toBeNull();
    expect(await calls['price:week']({ holdingId: 'nobody/1/a/b' })).toEqual({ percent: null });
    await app.choose({ pastPrices: false });
    expect(await weekOf(0)).toEqual({ percent: null });
  });

  it('leave the file with the last wallet that holds the token', async () => {
    await app.load();
    await round();
    expect(Object.keys(files['v5-account']!.tokens)).toHaveLength(2);
    const settings = { ...app.model.settings, wallets: [] };
    await app.adopt({ ...app.model, settings, snapshots: [] });
    await app.stop();
    expect(files['v5-account']!.tokens).toEqual({});
  });

  it('change no percent of a sum', async () => {
    await app.load();
    await round();
    around.server.accounts.set(EXAMPLE_ACCOUNT_ID, () => EXAMPLE_ASSETS);
    await round(5 * MINUTE_MS);
    expect(app.state.portfolio.change).toMatchObject({ prices: '0', percent: '0' });
  });
});

describe('the line of amounts at past prices', () => {
  it('is a file of its own, whose columns say what it is, and the history has nothing of it', async () => {
    await app.load();
    await round();
    const folder = mkdtempSync(join(tmpdir(), 'tokentray-line-'));
    const proposed: string[] = [];
    const saved = async (what: 'amounts-at-past-prices' | 'history', format: 'csv' | 'json') => {
      const path = join(folder, `${what}.${format}`);
      const chooseSavePath = async (name: string) => (proposed.push(name), path);
      const calls = callsOf(app, { dialogs: { chooseSavePath } });
      const { outcome } = await calls['export:save']({ what, format, range: '1w' });
      expect(outcome).toBe('saved');
      return readFileSync(path, 'utf8').trim();
    };
    const [header, ...rows] = (await saved('amounts-at-past-prices', 'csv')).split('\n');
    expect(header).toBe("time,today's amounts at past prices,percent at today's price");
    expect(rows.length).toBeGreaterThan(150);
    expect(rows[0]).toMatch(/^2026-11-15T\d\d:00:00\.000Z,\d+\.\d\d?,\d+$/);
    const json = JSON.parse(await saved('amounts-at-past-prices', 'json')) as Record<string, unknown>[];
    expect(json).toHaveLength(rows.length);
    expect(Object.keys(json[0]!)).toEqual([
      'time',
      'amountsAtPastPrices',
      'percentAtTodaysPrice',
      'afterGap',
      'schemaVersion'
    ]);
    expect(proposed).toEqual(
      ['csv', 'json'].map(end => `tokentray-amounts-at-past-prices-2026-11-22.${end}`)
    );
    expect((await saved('history', 'csv')).split('\n')).toHaveLength(2);
    rmSync(folder, { recursive: true });
  });
});

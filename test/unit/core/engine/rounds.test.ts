import { notificationTextOf } from '../../../../shared/text/notification-text';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Engine } from '../../../../electron/core/engine/engine';
import {
  EXAMPLE_ACCOUNT_ID,
  EXAMPLE_ASSETS,
  type TokenAsset
} from '../../../../electron/fake-okx/service/asset-rows';
import type { AnyFault } from '../../../../electron/fake-okx/faults/fault-rules';
import { createChainList } from '../../../../electron/okx/chain-list';
import { drivers } from '../../../../electron/okx/drivers';
import { EXAMPLE_TOTAL, START, startWorld, WALLET, type AppWorld } from '../../../fakes/app-world';

const MINUTE_MS = 60_000;
/** The random number is one half, so there is no jitter. */
const HIDDEN_MS = 5 * MINUTE_MS;

let around: AppWorld;
let app: Engine;
beforeEach(async () => {
  around = await startWorld();
  app = new Engine(around.world);
});
afterEach(async () => {
  await app.stop();
  await around.close();
});

/** Calls `tick` as the timer does, and waits for the end of the round that it started. */
async function tick(moveMs = 0): Promise<void> {
  around.at += moveMs;
  app.tick();
  if (app.state.polling.isRefreshing) await app.refresh();
}
const holds = (rows: readonly TokenAsset[]) => around.server.accounts.set(EXAMPLE_ACCOUNT_ID, () => rows);
const eth = (balance: string) =>
  EXAMPLE_ASSETS.map(row => (row.symbol === 'ETH' ? { ...row, balance } : row));
const shown = () => around.drawn.at(-1)?.portfolio;

describe('a chain that nobody knew', () => {
  it('is known to be a test chain before its first round counts', async () => {
    const chainList = createChainList({
      read: () => Promise.resolve({ content: null, setAsideAs: null }),
      write: () => Promise.resolve()
    });
    const listed = [{ chainIndex: '4242', name: 'Next Testnet', shortName: '' }];
    const driver = { ...drivers['v5-account'], readChains: () => listed };
    const own = { chainList, chains: chainList.facts, drivers: { ...drivers, 'v5-account': driver } };
    app = new Engine({ ...around.world, ...own });
    holds([...EXAMPLE_ASSETS, { ...EXAMPLE_ASSETS[0]!, chainIndex: '4242' }]);
    await app.load();
    await tick();
    expect(shown()).toMatchObject({ total: EXAMPLE_TOTAL, notCounted: { testnet: 1 } });
    expect(around.files.points.map(({ total }) => total)).toEqual([EXAMPLE_TOTAL]);
  });
});

describe('a start', () => {
  it('draws the last total with its age before any request, even before the keychain is read', async () => {
    await app.load();
    await tick();
    const again = new Engine(around.world);
    around.events.length = 0;
    around.at += 3 * MINUTE_MS;
    await again.load();
    expect(around.events).toEqual([`draw ${EXAMPLE_TOTAL}`]);
    expect(shown()).toMatchObject({ takenAt: START, isStale: false });
  });

  it('draws the last total without waiting for the activity, however long the activity is', async () => {
    await app.load();
    await tick();
    const { activity } = around.world;
    let answer = () => undefined as void;
    const released = new Promise<void>(resume => (answer = resume));
    const again = new Engine({
      ...around.world,
      activity: { ...activity, read: since => released.then(() => activity.read(since)) }
    });
    around.events.length = 0;
    const loaded = again.load();
    await expect.poll(() => around.events).toEqual([`draw ${EXAMPLE_TOTAL}`]);
    answer();
    await loaded;
  });

  it('sends no request and sets no timer while there is no wallet', async () => {
    around.files.settings = null;
    await app.load();
    app.tick();
    expect(around.events).toEqual(['draw nothing', 'draw nothing']);
    expect(app.state.phase).toBe('first-run');
    expect(around.wakeIn).toBe(null);
  });

  it('in a pause sends no request, and sets the timer to the end of the pause', async () => {
    const settings = around.files.settings!;
    const choices = { ...settings.choices, pausedUntil: START + 60 * MINUTE_MS };
    around.files.settings = { ...settings, choices };
    await app.load();
    app.tick();
    expect(around.events).not.toContain('send');
    expect(around.wakeIn).toBe(60 * MINUTE_MS);
    await tick(60 * MINUTE_MS);
    expect(shown()?.total).toBe(EXAMPLE_TOTAL);
  });
});

describe('a round', () => {
  beforeEach(() => app.load());

  it('gives the exact total of OKX’s own example, and saves snapshot and history', async () => {
    await tick();
    expect(shown()).toMatchObject({ total: EXAMPLE_TOTAL, isStale: false, takenAt: START });
    expect(around.files.points).toMatchObject([{ at: START, total: EXAMPLE_TOTAL, stale: [] }]);
    expect(around.files.snapshots).toMatchObject({
      savedAt: START,
      staleAfterMs: 2 * HIDDEN_MS + MINUTE_MS,
      wallets: [{ walletId: 'w1', failure: null }]
    });
    expect(around.wakeIn).toBe(HIDDEN_MS);
  });

  it('runs alone: calls during a round join it', async () => {
    const release = around.hold();
    const calls = [app.refresh(), app.refresh()];
    app.tick();
    app.attentionChanged();
    calls.push(app.refresh());
    release();
    await Promise.all(calls);
    expect(around.server.requests).toHaveLength(1);
  });

  it('notifies an amount that arrived once, and never the first snapshot', async () => {
    await tick();
    expect(around.notified).toEqual([]);
    holds(eth('8.5'));
    await tick(HIDDEN_MS);
    const [text] = around.notified.map(one => notificationTextOf(one, false, false));
    expect(text).toEqual({ title: 'Received 0.5 ETH · $1,325.22', body: 'Ethereum · Cold wallet' });
    await tick(HIDDEN_MS);
    expect(around.notified).toHaveLength(1);
    expect(app.model.notifications).toHaveLength(1);
  });

  it('that ends with an internal error is followed by a backoff, not by an immediate new poll', async () => {
    const broken = { ...around.world, chains: () => { throw new TypeError('a fault'); } }; // prettier-ignore
    const other = new Engine({ ...broken, surfaces: { ...around.world.surfaces, draw: () => undefined } });
    await other.load();
    await other.refresh().catch(() => undefined);
    expect(around.logged.join()).toContain('a round broke off');
    expect(around.wakeIn).toBe(15_000);
  });
});

describe('a surface that cannot draw', () => {
  it('does not end the polling', async () => {
    const draw = () => {
      throw new Error('no tray');
    };
    const other = new Engine({ ...around.world, surfaces: { ...around.world.surfaces, draw } });
    await other.load();
    await other.refresh();
    expect(around.wakeIn).toBe(HIDDEN_MS);
    expect(around.files.points).toHaveLength(1);
  });
});

describe('a failing poll', () => {
  const busy: AnyFault = { kind: 'refuse', code: '50001' };
  beforeEach(async () => {
    await app.load();
    await tick();
  });

  it.each<AnyFault>([
    busy,
    { kind: 'refuse', code: '50111' },
    { kind: 'captive-portal' },
    { kind: 'hang-up' },
    { kind: 'truncated-json' }
  ])('%o keeps the total and marks it stale', async fault => {
    around.server.injectFault(fault);
    await tick(HIDDEN_MS);
    expect(shown()).toMatchObject({ total: EXAMPLE_TOTAL, isStale: true, takenAt: START });
    expect(around.files.points.at(-1)).toMatchObject({ total: EXAMPLE_TOTAL, stale: ['w1/*'] });
    const notified = around.notified.flatMap(({ entries }) => entries.map(({ kind }) => kind));
    expect(notified).toEqual(fault.kind === 'refuse' && fault.code === '50111' ? ['key'] : []);
  });

  it('recovers with the next answer, and its changes since the last answer are notified', async () => {
    around.server.injectFault({ ...busy, times: 2 });
    await tick(HIDDEN_MS);
    expect(app.state.failure?.code).toBe('service-busy');
    await tick(HIDDEN_MS);
    expect(app.state.failure).toMatchObject({ since: START + HIDDEN_MS, at: START + 2 * HIDDEN_MS });
    holds(eth('9'));
    await tick(HIDDEN_MS);
    expect(app.state.failure).toBe(null);
    expect(shown()?.isStale).toBe(false);
    expect(around.notified.map(({ entries }) => entries.map(({ kind }) => kind))).toEqual([['arrived']]);
    expect(around.wakeIn).toBe(HIDDEN_MS);
  });

  it('is repeated after 15 s, then after twice the delay each time, up to 15 minutes', async () => {
    around.server.injectFault(busy);
    const delays: unknown[] = [];
    around.at += HIDDEN_MS;
    for (let round = 0; round < 9; round++) {
      await tick();
      const due = app.state.polling.nextAt ?? 0;
      delays.push((due - around.at) / 1000);
      around.at = due;
    }
    expect(delays).toEqual([15, 30, 60, 120, 240, 480, 900, 900, 900]);
  });

  it('is repeated only after the delay that the service requests', async () => {
    around.server.injectFault({ kind: 'refuse', code: '50011', retryAfter: '1800' });
    await tick(HIDDEN_MS);
    expect(app.state.polling.nextAt).toBe(around.at + 1_800_000);
  });

  it('because of the key stops the timer, and only "Refresh now" polls again', async () => {
    around.server.injectFault({ kind: 'refuse', code: '50111' });
    await tick(HIDDEN_MS);
    const requestCount = around.server.requests.length;
    expect(app.state.polling).toMatchObject({ isStopped: true, nextAt: null });
    expect(around.wakeIn).toBe(null);
    app.attentionChanged();
    await tick(24 * 60 * MINUTE_MS);
    expect(around.server.requests).toHaveLength(requestCount);
    around.server.clearFaults();
    await app.refresh();
    expect(around.server.requests).toHaveLength(requestCount + 1);
    expect(app.state.polling.isStopped).toBe(false);
    expect(shown()?.isStale).toBe(false);
  });
});

describe('"Refresh now" during a round', () => {
  it('also polls the wallets that the round left out, and polls again only once', async () => {
    await around.close();
    around = await startWorld({ wallets: [WALLET, { ...WALLET, id: 'w2', name: 'Other', accountId: 'b' }] });
    around.server.accounts.set('b', () => EXAMPLE_ASSETS);
    app = new Engine(around.world);
    await app.load();
    around.server.injectFault({ kind: 'refuse', code: '50111', accountId: 'b' });
    await tick();
    around.server.clearFaults();
    const release = around.hold();
    around.at += HIDDEN_MS;
    app.tick();
    const calls = [app.refresh(), app.refresh()];
    release();
    await Promise.all(calls);
    expect(shown()?.isStale).toBe(false);
    expect(around.server.requests.filter(({ target }) => target.includes('accountId=b'))).toHaveLength(2);
    expect(around.server.requests).toHaveLength(5);
  });
});

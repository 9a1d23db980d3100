import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Engine } from '../../../../electron/core/engine/engine';
import { UNTIL_RESUMED } from '../../../../shared/domain/default-settings';
import { callsOf } from '../../../fakes/call-context';
import type { Calls } from '../../../../electron/ipc/call-types';
import { EXAMPLE_TOTAL, START, startWorld, type AppWorld } from '../../../fakes/app-world';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

let around: AppWorld;
let app: Engine;
let calls: Calls;
beforeEach(async () => {
  around = await startWorld();
  app = new Engine(around.world);
  calls = callsOf(app);
  await app.load();
});
afterEach(async () => {
  await app.stop();
  await around.close();
});

describe('attention', () => {
  beforeEach(() => app.refresh());

  it('brings the next poll forward when the window is visible, and does not move it back when it is hidden', () => {
    expect(app.state.polling.nextAt).toBe(START + 5 * MINUTE_MS);
    around.attention = 'visible';
    app.attentionChanged();
    expect(app.state.polling.nextAt).toBe(START + MINUTE_MS);
    expect(around.wakeIn).toBe(MINUTE_MS);
    around.attention = 'idle';
    app.attentionChanged();
    expect(app.state.polling.nextAt).toBe(START + MINUTE_MS);
  });

  it('causes an immediate poll of a wallet that is overdue by the new interval', async () => {
    around.at += 2 * MINUTE_MS;
    around.attention = 'visible';
    app.attentionChanged();
    expect(around.wakeIn).toBe(MINUTE_MS);
    around.at += MINUTE_MS;
    app.tick();
    expect(app.state.polling.isRefreshing).toBe(true);
  });

  it('is met by a shorter interval at once: the choice of it brings the next poll forward', async () => {
    await app.choose({ hiddenIntervalMs: 2 * MINUTE_MS });
    expect(app.state.polling.nextAt).toBe(START + 2 * MINUTE_MS);
    expect(around.wakeIn).toBe(2 * MINUTE_MS);
    await app.choose({ hiddenIntervalMs: 10 * MINUTE_MS });
    expect(app.state.polling.nextAt).toBe(START + 2 * MINUTE_MS);
  });

  it('does not shorten a backoff', async () => {
    around.server.injectFault({ kind: 'refuse', code: '50011', retryAfter: '600' });
    await app.refresh();
    around.attention = 'visible';
    app.attentionChanged();
    expect(app.state.polling.nextAt).toBe(START + 10 * MINUTE_MS);
  });

  it('after sleep waits for two seconds, and then polls overdue wallets', async () => {
    around.at += 9 * HOUR_MS;
    app.wake();
    expect(around.wakeIn).toBe(2000);
    app.tick();
    await app.refresh();
    expect(around.server.requests).toHaveLength(2);
  });
});

describe('a part that turns stale by its age alone', () => {
  it('is drawn as stale at that time, without a poll', async () => {
    await app.choose({ pausedUntil: UNTIL_RESUMED });
    await app.refresh();
    const staleAfterMs = 11 * MINUTE_MS;
    expect(around.wakeIn).toBe(staleAfterMs + 1);
    around.at += staleAfterMs + 1;
    app.tick();
    expect(around.drawn.at(-1)?.portfolio).toMatchObject({ isStale: true, total: EXAMPLE_TOTAL });
    expect(around.server.requests).toHaveLength(1);
  });
});

describe('a pause', () => {
  const isPolledAfter = (ms: number) => {
    around.at += ms;
    app.tick();
    return app.state.polling.isRefreshing;
  };

  it('of an hour ends by itself', async () => {
    await app.refresh();
    await calls['poll:pause']({ until: 'an-hour' });
    expect(app.state.polling.pausedUntil).toBe(START + HOUR_MS);
    expect(isPolledAfter(HOUR_MS - 1)).toBe(false);
    expect(isPolledAfter(1)).toBe(true);
    expect(app.state.polling.pausedUntil).toBe(0);
  });

  it('until tomorrow lasts to eight in the morning', async () => {
    await app.refresh();
    await calls['poll:pause']({ until: 'tomorrow' });
    expect(new Date(app.state.polling.pausedUntil).toISOString()).toBe('2026-11-23T08:00:00.000Z');
  });

  it('until resumed lasts until then, and overdue wallets are polled at once after it', async () => {
    await app.refresh();
    await calls['poll:pause']({ until: 'resumed' });
    expect(isPolledAfter(1000 * HOUR_MS)).toBe(false);
    await calls['poll:resume']({});
    expect(app.state.polling.isRefreshing).toBe(true);
  });

  it('does not prevent "Refresh now"', async () => {
    await calls['poll:pause']({ until: 'resumed' });
    await calls['poll:refresh']({});
    expect(app.state.portfolio.total).toBe(EXAMPLE_TOTAL);
  });

  it('continues after a restart', async () => {
    await calls['poll:pause']({ until: 'resumed' });
    const again = new Engine(around.world);
    await again.load();
    again.tick();
    expect(again.state.polling.isRefreshing).toBe(false);
  });
});

describe('a clock that is wrong', () => {
  it.each([-10 * MINUTE_MS, 10 * MINUTE_MS])(
    'by %i ms costs one second try without a failure, and none in later rounds',
    async skewMs => {
      around.skewMs = skewMs;
      await app.refresh();
      expect(around.server.requests.map(({ code }) => code)).toEqual(['50102', '0']);
      expect(app.state.failure).toBe(null);
      expect(app.state.portfolio).toMatchObject({ total: EXAMPLE_TOTAL, isStale: false });
      expect(Math.abs((app.model.clockOffsets['k1'] ?? 0) - skewMs)).toBeLessThan(1000);
      await app.refresh();
      expect(around.server.requests.map(({ code }) => code)).toEqual(['50102', '0', '0']);
    }
  );

  it('is a failure when the second try with the measured offset fails too', async () => {
    around.server.injectFault({ kind: 'refuse', code: '50102' });
    await app.refresh();
    expect(around.server.requests).toHaveLength(2);
    expect(app.state.failure?.code).toBe('clock-wrong');
  });
});

describe('a disk that is full', () => {
  it.each(['snapshots', 'history'] as const)(
    'is an issue when %s cannot be written, and no issue once they can be written',
    async disk => {
      around.fullDisks.add(disk);
      await app.refresh();
      expect(app.state.issues).toMatchObject([{ code: 'cannot-save' }]);
      expect(around.drawn.at(-1)?.issues).toHaveLength(1);
      expect(app.state.portfolio.total).toBe(EXAMPLE_TOTAL);
      await app.refresh();
      expect(app.state.issues).toHaveLength(1);
      around.fullDisks.clear();
      await app.refresh();
      expect(around.drawn.at(-1)?.issues).toEqual([]);
    }
  );

  it('for the snapshot does not prevent the history point from being written', async () => {
    around.fullDisks.add('snapshots');
    await app.refresh();
    expect(around.files.points).toHaveLength(1);
  });

  it('keeps a choice for this session only, and has an issue for it', async () => {
    around.fullDisks.add('settings');
    await calls['choices:change']({ isHidden: true });
    expect(around.drawn.at(-1)).toMatchObject({
      choices: { isHidden: true },
      issues: [{ code: 'cannot-save', file: 'config.json' }]
    });
  });
});

describe('a stop', () => {
  it('waits until the running round is saved, and then neither draws nor sends requests, whoever calls', async () => {
    const release = around.hold();
    const round = app.refresh();
    const draws = around.drawn.length;
    const stopped = app.stop();
    release();
    await stopped;
    expect(around.files.snapshots?.wallets).toHaveLength(1);
    app.tick();
    app.attentionChanged();
    await app.refresh();
    await round;
    expect(around.drawn).toHaveLength(draws);
    expect(around.server.requests).toHaveLength(1);
    expect(around.wakeIn).toBe(null);
  });
});

describe('a settings file whose key is gone', () => {
  it('slows the polling of the wallet with a failure, and adds nothing to the history', async () => {
    around.files.settings = { ...around.files.settings!, keys: [] };
    await app.load();
    await app.refresh();
    expect(app.state.failure?.code).toBe('key-not-in-keychain');
    expect(around.wakeIn).toBeGreaterThan(10 * 60_000);
    expect(around.files.points).toEqual([]);
  });
});

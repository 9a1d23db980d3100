import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Engine } from '../../../../electron/core/engine/engine';
import { startWorld, type AppWorld } from '../../../fakes/app-world';

let around: AppWorld;
let app: Engine;
let print = 'home';
beforeEach(async () => {
  around = await startWorld();
  around.world.networkFingerprint = () => print;
  app = new Engine(around.world);
  await app.load();
  print = 'home';
});
afterEach(async () => {
  await app.stop();
  await around.close();
});

/** Fails so often that the next poll is minutes away. */
async function failing(fault: Parameters<AppWorld['server']['injectFault']>[0], times = 6): Promise<void> {
  around.server.injectFault(fault);
  for (let poll = 0; poll < times; poll++) await app.refresh();
}
const dueIn = () => (app.state.polling.nextAt ?? Infinity) - around.world.clock.now();
const tickAfter = (ms: number) => {
  around.at += ms;
  app.tick();
};

describe('after a network failure', () => {
  it('the network is checked every 15 s, and failed wallets are polled 2 s after it changed', async () => {
    await failing({ kind: 'hang-up' });
    expect(dueIn()).toBeGreaterThan(60_000);
    expect(around.wakeIn).toBe(15_000);
    tickAfter(15_000);
    expect(dueIn()).toBeGreaterThan(60_000);
    print = 'office';
    tickAfter(15_000);
    expect(dueIn()).toBe(2000);
    expect(around.wakeIn).toBe(2000);
  });

  it('a change of the network has an effect only once', async () => {
    await failing({ kind: 'hang-up' });
    tickAfter(1);
    print = 'office';
    tickAfter(15_000);
    await failing({ kind: 'hang-up' }, 1);
    tickAfter(15_000);
    expect(dueIn()).toBeGreaterThan(60_000);
  });

  it('a network check that the system refuses does not end the polling, and is no change', async () => {
    await failing({ kind: 'hang-up' });
    tickAfter(1);
    around.world.networkFingerprint = () => {
      throw new Error('not in this package');
    };
    tickAfter(15_000);
    expect(around.wakeIn).toBe(15_000);
    around.world.networkFingerprint = () => print;
    tickAfter(15_000);
    expect(dueIn()).toBeGreaterThan(60_000);
    print = 'office';
    tickAfter(15_000);
    expect(dueIn()).toBe(2000);
  });

  it('a wallet whose IP address OKX blocks is polled soon after the network changed', async () => {
    await failing({ kind: 'refuse', code: '50110' }, 1);
    tickAfter(1);
    print = 'office';
    tickAfter(15_000);
    expect(dueIn()).toBe(2000);
  });
});

describe('without a network failure', () => {
  it('the network is not checked, and another network changes nothing', async () => {
    await app.refresh();
    expect(around.wakeIn).toBeGreaterThan(200_000);
    const due = app.state.polling.nextAt;
    print = 'office';
    tickAfter(15_000);
    expect(app.state.polling.nextAt).toBe(due);
  });

  it('a delay that the service requested, or that only new settings can end, stays', async () => {
    for (const code of ['50011', '50111'] as const) {
      await failing({ kind: 'refuse', code, retryAfter: '600' }, 1);
      tickAfter(1);
      print = `after ${code}`;
      tickAfter(15_000);
      expect(dueIn()).toBeGreaterThan(60_000);
      around.server.clearFaults();
    }
  });

  it('the network is not checked while polling is paused', async () => {
    await failing({ kind: 'hang-up' });
    await app.choose({ pausedUntil: around.at + 60 * 60_000 });
    expect(around.wakeIn).toBeGreaterThan(15_000);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Engine } from '../../../../electron/core/engine/engine';
import type { RequestPriority } from '../../../../shared/domain/limits';
import type { Doubt, DoubtedHolding } from '../../../../shared/schema/verification';
import { START, startWorld, type AppWorld } from '../../../fakes/app-world';

const SECOND_MS = 1000;

let around: AppWorld;
let app: Engine;
let priorities: RequestPriority[];
beforeEach(async () => {
  around = await startWorld();
  priorities = [];
  const rateLimiter = {
    acquire: async (_: string, priority: RequestPriority) => void priorities.push(priority)
  };
  app = new Engine({ ...around.world, rateLimiter });
  await app.load();
  await app.refresh();
});
afterEach(async () => {
  await app.stop();
  await around.close();
});

/** An amount of the first holding that no answer confirmed yet. */
function doubt(): void {
  const { id, symbol, balance, price } = app.state.portfolio.holdings[0]!;
  const statement = { balance: `${Number(balance) * 100}`, price, isRisky: false };
  const record: Doubt = {
    walletId: 'w1',
    kind: 'leap-of-amount',
    since: START,
    looks: 0,
    toldAt: null,
    isQuiet: false,
    takesLooks: true,
    isPaired: false
  };
  const held: DoubtedHolding = {
    doubtId: 'd',
    kind: record.kind,
    symbol,
    holds: ['amount'],
    first: statement,
    last: statement,
    agreedMs: 0,
    answers: 1,
    answeredAt: START,
    worth: '1000'
  };
  app.applyUpdate(model => ({
    ...model,
    verification: { ...model.verification, doubts: { d: record }, doubted: { [id]: held } }
  }));
}
function tick(moveMs: number): void {
  around.at += moveMs;
  app.tick();
}

describe('a doubt', () => {
  it('wakes the timer for its first look, which asks as one and leaves the next poll as it is', async () => {
    expect(priorities).toEqual(['person']);
    doubt();
    expect(around.wakeIn).toBe(20 * SECOND_MS);
    const dueAt = app.model.pollSchedules['w1']?.dueAt;
    tick(20 * SECOND_MS);
    expect(app.state.polling.isRefreshing).toBe(false);
    await expect.poll(() => app.model.snapshots[0]?.parts[0]?.answeredAt).toBe(around.at);
    expect(priorities).toEqual(['person', 'look']);
    expect(app.model.pollSchedules['w1']?.dueAt).toBe(dueAt);
    await expect.poll(() => around.files.snapshots?.savedAt).toBe(around.at);
  });

  it('is looked at once, however often the timer fires meanwhile', async () => {
    doubt();
    const release = around.hold();
    tick(20 * SECOND_MS);
    tick(0);
    tick(SECOND_MS);
    release();
    await app.stop();
    expect(priorities.filter(priority => priority === 'look')).toHaveLength(1);
  });

  it('whose look is slow delays no round', async () => {
    doubt();
    const release = around.hold();
    tick(20 * SECOND_MS);
    await expect.poll(() => around.events.filter(event => event === 'send').length).toBe(2);
    const refreshed = app.refresh();
    await expect.poll(() => priorities.at(-1)).toBe('person');
    release();
    await refreshed;
    expect(app.model.snapshots[0]?.failure).toBe(null);
  });

  it('is still there after a look that failed, and the wallet is as fresh as before', async () => {
    doubt();
    around.server.injectFault({ kind: 'refuse', code: '50001' });
    const { isStale } = app.state.portfolio;
    tick(20 * SECOND_MS);
    await expect.poll(() => around.logged.join()).toContain('service-busy');
    await app.stop();
    expect(app.model.verification.doubts['d']?.looks).toBe(1);
    expect(app.model.snapshots[0]).toMatchObject({
      failure: null,
      parts: [{ failure: null, answeredAt: START }]
    });
    expect([app.state.portfolio.isStale, app.model.pollSchedules['w1']?.failuresInRow]).toEqual([isStale, 0]);
  });

  it('is served by a poll, which leaves no look to take for the time before it', async () => {
    doubt();
    around.at += 25 * SECOND_MS;
    await app.refresh();
    await app.stop();
    expect(priorities).not.toContain('look');
  });
});

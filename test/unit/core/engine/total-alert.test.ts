// The alert on the total watches the price move that the headline shows, whatever money comes in between.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Engine } from '../../../../electron/core/engine/engine';
import { EXAMPLE_ACCOUNT_ID, EXAMPLE_ASSETS } from '../../../../electron/fake-okx/service/asset-rows';
import { AlertMemory } from '../../../../shared/schema/alert-memory';
import { startWorld, type AppWorld } from '../../../fakes/app-world';
import { MINUTE_MS } from '../../../fakes/holdings';

let around: AppWorld;
let app: Engine;
beforeEach(async () => {
  around = await startWorld();
  app = new Engine(around.world);
  await app.load();
});
afterEach(async () => {
  await app.stop();
  await around.close();
});

/** Several rounds with these holdings of ether, so that a change is believed. */
async function hold(eth: number, price: number): Promise<void> {
  const row = { ...EXAMPLE_ASSETS[1]!, tokenAddress: '', symbol: 'ETH' };
  around.server.accounts.set(EXAMPLE_ACCOUNT_ID, () => [
    { ...row, balance: String(eth), tokenPrice: String(price) }
  ]);
  for (let rounds = 0; rounds < 4; rounds++) {
    around.at += 6 * MINUTE_MS;
    await app.refresh();
    await app.settle();
  }
}

const alerts = () => around.files.entries.filter(entry => entry.kind === 'total');
const headline = () => app.state.portfolio.change?.percent;

it('a deposit of a hundred times the portfolio moves no price alert', async () => {
  await hold(1, 2600);
  await hold(101, 2600);
  expect(app.state.portfolio.total).toBe('262600');
  expect(alerts()).toEqual([]);
  expect(headline()).toBe('0');
});

it('its percent is the one of the headline, before and after a deposit', async () => {
  await hold(1, 2600);
  await hold(1, 2678);
  expect(alerts()).toEqual([]);
  await hold(101, 2678);
  await hold(101, 2758.34);
  expect(headline()).toBe('6.09');
  expect(alerts()).toMatchObject([{ percent: '6.09', to: '278592.34' }]);
});

it('after an alert it is measured from there, over a restart', async () => {
  await hold(1, 2600);
  await hold(1, 2860);
  expect(alerts()).toMatchObject([{ percent: '10' }]);
  await hold(101, 2860);
  await app.stop();
  app = new Engine(around.world);
  await app.load();
  await hold(101, 2945.8);
  expect(alerts()).toHaveLength(1);
  await hold(101, 3031.6);
  expect(alerts()).toMatchObject([{ percent: '6' }, { percent: '10' }]);
});

it('a mark of an earlier version is read, and has no growth', () => {
  const mark = { since: 1, over: null, overAt: 0, total: '1', prices: '0', transfers: '0' };
  expect(AlertMemory.shape.totals.parse({ '': mark })).toEqual({ '': mark });
});

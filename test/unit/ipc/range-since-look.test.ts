// Tests the range since the last look: it begins with what was shown then, in memory and in the files.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Engine } from '../../../electron/core/engine/engine';
import { EXAMPLE_ASSETS } from '../../../electron/fake-okx/service/asset-rows';
import { startWorld, WALLET, type AppWorld } from '../../fakes/app-world';
import { callsOf } from '../../fakes/call-context';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../fakes/holdings';

let around: AppWorld;
let app: Engine;
beforeEach(async () => {
  around = await startWorld();
  app = new Engine(around.world);
  await app.load();
  hold('8');
  await app.refresh();
});
afterEach(async () => {
  await app.stop();
  await around.close();
});

const hold = (balance: string, tokenPrice = '2000') =>
  around.server.accounts.set(WALLET.accountId, () => [{ ...EXAMPLE_ASSETS[1]!, balance, tokenPrice }]);
const read = () => callsOf(app)['history:read']({ range: 'looked' });
async function pollAfter(ms: number): Promise<void> {
  around.at += ms;
  await app.refresh();
}

it('has the change since then with its causes, and its line begins with the point of then', async () => {
  await pollAfter(MINUTE_MS);
  const before = around.at;
  around.at += 20_000;
  await app.choose({ lookedAt: around.at });
  hold('9');
  await pollAfter(MINUTE_MS);
  hold('9', '2200');
  await pollAfter(HOUR_MS);
  const { change, chartPoints } = await read();
  expect(change).toMatchObject({
    since: before,
    amount: '3800',
    percent: '10',
    split: { prices: '1800', transfers: '2000', recounted: '0' },
    transfersBy: [{ symbol: 'ETH', amount: '1' }]
  });
  expect(chartPoints.map(({ total }) => total)).toEqual(['16000', '18000', '19800']);
  expect(chartPoints[0]?.at).toBe(before);
});

it('has one point and no change while nothing was polled since', async () => {
  await pollAfter(MINUTE_MS);
  await app.choose({ lookedAt: around.at + 5000 });
  around.at += 10_000;
  expect(await read()).toMatchObject({ change: null, chartPoints: [{ total: '16000' }] });
});

it('finds the point of then in the files when it is no longer in memory', async () => {
  for (let count = 0; count < 4; count++) await pollAfter(6 * MINUTE_MS);
  const lookedAt = around.at;
  await app.choose({ lookedAt });
  hold('10');
  for (let count = 0; count < 40; count++) await pollAfter(2 * HOUR_MS);
  expect(app.model.points[0]!.at).toBeGreaterThan(lookedAt);
  const { change, chartPoints } = await read();
  expect(change).toMatchObject({ since: lookedAt, amount: '4000', split: { transfers: '4000' } });
  expect(chartPoints[0]).toMatchObject({ at: lookedAt, total: '16000' });
  expect(chartPoints.at(-1)?.total).toBe('20000');
  expect(around.at - lookedAt).toBeGreaterThan(3 * DAY_MS);
});

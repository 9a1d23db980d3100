import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Engine } from '../../../../electron/core/engine/engine';
import { trayViewOf } from '../../../../electron/core/tray/tray-view';
import { EXAMPLE_ACCOUNT_ID } from '../../../../electron/fake-okx/service/asset-rows';
import { add, decimal, toText } from '../../../../shared/domain/decimal';
import { AppState } from '../../../../shared/schema/app-state';
import { EXAMPLE_TOTAL, START, startWorld, type AppWorld } from '../../../fakes/app-world';

const MINUTE_MS = 60_000;
const HIDDEN_MS = 5 * MINUTE_MS;
const TOTAL_PATH = '/api/v5/wallet/asset/total-value';
const RATE_PATH = '/api/v5/market/exchange-rate';

let around: AppWorld;
let app: Engine;
beforeEach(async () => {
  around = await startWorld();
  app = new Engine(around.world);
  holds('1804.275');
  await app.load();
  await tick();
});
afterEach(async () => {
  await app.stop();
  await around.close();
});

/** Calls `tick` as the timer does, and waits for the end of the round that it started. */
async function tick(moveMs = 0): Promise<void> {
  around.at += moveMs;
  app.tick();
  await settled();
}
/** Waits for the end of the running round, if there is one. */
async function settled(): Promise<void> {
  if (app.state.polling.isRefreshing) await app.refresh();
}
const holds = (value: string) =>
  around.server.defi.set(EXAMPLE_ACCOUNT_ID, () => [{ chainIndex: '1', value }]);
const requestsTo = (path: string) => around.server.requests.filter(({ target }) => target.startsWith(path));
const withDefi = (value: string) => toText(add(decimal(EXAMPLE_TOTAL), decimal(value)));
const shown = () => app.state.portfolio;
const rows = () =>
  trayViewOf(app.state, app.world.clock.now()).rows.map(row => ('label' in row ? row.label : '—'));

describe('DeFi', () => {
  it('is neither requested nor counted unless the user switched it on', async () => {
    await tick(HIDDEN_MS);
    expect(requestsTo(TOTAL_PATH)).toEqual([]);
    expect(shown()).toMatchObject({ total: EXAMPLE_TOTAL, partsExpected: 1 });
  });

  it('is requested at once when it is switched on, and is recounted without a notification', async () => {
    around.at += MINUTE_MS;
    await app.choose({ countDefi: true });
    await settled();
    expect(requestsTo(TOTAL_PATH)).toHaveLength(1);
    expect(shown()).toMatchObject({ total: withDefi('1804.275'), isStale: false, partsAnswered: 2 });
    expect(shown().chains.map(({ name, value }) => [name, value])).toContainEqual(['DeFi', '1804.275']);
    expect(shown().change).toMatchObject({ prices: '0', transfers: '0', recounted: '1804.275', movers: [] });
    expect(shown().change?.recountedBy).toEqual([{ causes: ['defi'], amount: '1804.275' }]);
    expect(around.notified).toEqual([]);
    expect(AppState.safeParse(app.state).error).toBe(undefined);
  });

  it('moves no price, and is recounted again when it is switched off', async () => {
    await app.choose({ countDefi: true });
    await settled();
    holds('2000');
    await tick(HIDDEN_MS);
    expect(shown().change).toMatchObject({ prices: '0', transfers: '0', recounted: '2000', percent: '0' });
    await app.choose({ countDefi: false });
    expect(shown().total).toBe(EXAMPLE_TOTAL);
    expect(shown().change).toMatchObject({ prices: '0', recounted: '0', amount: '0' });
    await tick(HIDDEN_MS);
    expect(shown()).toMatchObject({ total: EXAMPLE_TOTAL, isStale: false, partsExpected: 1 });
    expect(requestsTo(TOTAL_PATH)).toHaveLength(2);
    expect(around.notified).toEqual([]);
  });

  it('keeps its last value with its age while it fails, and recovers', async () => {
    await app.choose({ countDefi: true });
    await settled();
    const clear = around.server.injectFault({ kind: 'refuse', code: '50050', path: TOTAL_PATH });
    await tick(HIDDEN_MS);
    expect(shown()).toMatchObject({
      total: withDefi('1804.275'),
      isStale: true,
      takenAt: START,
      partsAnswered: 1
    });
    expect(
      shown()
        .holdings.filter(row => row.isStale)
        .map(row => row.symbol)
    ).toEqual(['DeFi']);
    expect(around.wakeIn).toBe(HIDDEN_MS);
    expect(app.state.polling.isStopped).toBe(false);
    clear();
    await tick(HIDDEN_MS);
    expect(shown()).toMatchObject({ total: withDefi('1804.275'), isStale: false });
    expect(around.notified).toEqual([]);
  });

  it('that an answer lacks counts on until answers agree for ten minutes, and is no transfer then', async () => {
    await app.choose({ countDefi: true });
    await settled();
    holds('0');
    for (let round = 0; round < 2; round++) {
      await tick(HIDDEN_MS);
      expect(shown()).toMatchObject({ total: withDefi('1804.275'), isStale: false });
    }
    await tick(HIDDEN_MS);
    expect(shown()).toMatchObject({ total: EXAMPLE_TOTAL, isStale: false });
    // No price made it: it is told as what OKX's answer lacked, and not a second time as a fall of prices.
    const kinds = around.notified.flatMap(({ entries }) => entries.map(({ kind }) => kind));
    expect(kinds).toEqual(['doubt', 'doubt']);
  });

  it('is still there with its age after a restart', async () => {
    await app.choose({ countDefi: true });
    await settled();
    const again = new Engine(around.world);
    await again.load();
    expect(again.state.portfolio).toMatchObject({
      total: withDefi('1804.275'),
      isStale: false,
      takenAt: START
    });
  });

  it('is requested right after the running round when it is switched on meanwhile', async () => {
    const release = around.hold();
    const round = app.refresh();
    await app.choose({ countDefi: true });
    release();
    await round;
    expect(around.wakeIn).toBe(0);
    await tick();
    expect(shown()).toMatchObject({ total: withDefi('1804.275'), isStale: false });
  });
});

describe('the second currency', () => {
  const choose = async (secondCurrency: 'BTC' | 'CNY' | 'none') => {
    await app.choose({ secondCurrency });
    await settled();
  };

  it('in bitcoin is shown below the total as soon as it is chosen', async () => {
    await choose('BTC');
    expect(app.state.secondCurrency).toEqual({
      code: 'BTC',
      perUsd: '0.0000103680448563',
      takenAt: START,
      isManual: false
    });
    expect(rows().slice(0, 2)).toEqual(['$21,203.46', '≈ 0.2198 BTC']);
    await choose('none');
    expect(app.state.secondCurrency).toBe(null);
    expect(rows().join()).not.toContain('≈');
  });

  it('in yuan is requested without the key, from the host of the key when that is this computer', async () => {
    await choose('CNY');
    expect(app.state.secondCurrency).toMatchObject({ code: 'CNY', perUsd: '7.162', takenAt: START });
    const [request] = requestsTo(RATE_PATH);
    expect(request?.headers['host']).toBe(around.server.origin.slice('http://'.length));
    expect(request?.headers['ok-access-key']).toBe(undefined);
  });

  it('is read again after ten minutes, and after a failure keeps its rate with its age', async () => {
    await choose('CNY');
    await tick(HIDDEN_MS);
    expect(requestsTo(RATE_PATH)).toHaveLength(1);
    around.server.setUsdCny('8');
    await tick(HIDDEN_MS);
    expect(app.state.secondCurrency).toMatchObject({ perUsd: '8', takenAt: START + 2 * HIDDEN_MS });
    around.server.injectFault({ kind: 'refuse', code: '50001', path: RATE_PATH });
    await tick(70 * MINUTE_MS);
    expect(app.state.secondCurrency).toMatchObject({ perUsd: '8', takenAt: START + 2 * HIDDEN_MS });
    expect(shown()).toMatchObject({ total: EXAMPLE_TOTAL, isStale: false });
    expect(rows()[1]).toMatch(/^≈ 169,627\.72 CNY · rate of \d\d:10$/);
  });

  it('with a manual rate needs no request, and is masked like all other amounts', async () => {
    const before = around.server.requests.length;
    const manualRate = { code: 'EUR', perUsd: '0.92', at: around.at };
    await app.choose({ secondCurrency: 'manual', manualRate });
    expect(around.server.requests).toHaveLength(before);
    expect(rows()[1]).toBe('≈ 19,507.19 EUR');
    await app.choose({ isHidden: true });
    expect(rows().slice(0, 2)).toEqual(['•••', '≈ ••• EUR']);
  });
});

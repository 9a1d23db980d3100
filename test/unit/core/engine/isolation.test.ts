import { titlesOf } from '../../../fakes/titles';
import { notificationTextOf } from '../../../../shared/text/notification-text';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Engine } from '../../../../electron/core/engine/engine';
import { EXAMPLE_ACCOUNT_ID, EXAMPLE_ASSETS } from '../../../../electron/fake-okx/service/asset-rows';
import { LISTED_CHAINS } from '../../../../electron/fake-okx/service/chains';
import { add, decimal, subtract, toText } from '../../../../shared/domain/decimal';
import { Failure } from '../../../../shared/domain/failure';
import { EXAMPLE_TOTAL, startWorld, WALLET, type AppWorld } from '../../../fakes/app-world';

const HIDDEN_MS = 5 * 60_000;
const DAY_MS = 24 * 60 * 60_000;
const CHAINS = LISTED_CHAINS.slice(0, 73).map(({ chainIndex }) => chainIndex);
/** OKTC and Kroma. */
const BAD = ['66', '255'];
const OKT = { ...EXAMPLE_ASSETS[1]!, chainIndex: '66', symbol: 'OKT', balance: '10', tokenPrice: '5' };
const WITH_OKT = toText(add(decimal(EXAMPLE_TOTAL), decimal('50')));

let around: AppWorld;
let app: Engine;
beforeEach(async () => {
  around = await startWorld({ wallets: [{ ...WALLET, chains: CHAINS }] });
  app = new Engine(around.world);
  await app.load();
});
afterEach(async () => {
  await app.stop();
  await around.close();
});

/** Calls `tick` after this time and waits for the end of its round. Returns the chains of each of its requests. */
async function round(moveMs = 0): Promise<string[][]> {
  const before = around.server.requests.length;
  around.at += moveMs;
  app.tick();
  if (app.state.polling.isRefreshing) await app.refresh();
  const targets = around.server.requests.slice(before).map(({ target }) => target);
  return targets.map(target => (new URL(target, 'http://x').searchParams.get('chains') ?? '').split(','));
}
const forbid = (chains = BAD) => chains.forEach(chain => around.server.unsupportedChains.add(chain));
const parts = () => around.files.snapshots?.wallets[0]?.parts ?? [];
const leftOut = () => parts().flatMap(part => (part.unsupportedAt === undefined ? [] : [part.chainIndex]));
const titles = () => titlesOf(around.notified);

describe('a wallet over 73 chains of which two are not supported', () => {
  it('costs two requests a round, and at most sixteen more once, to find them', async () => {
    forbid();
    const first = await round();
    expect(first.slice(0, 1)[0]).toHaveLength(37);
    expect(first.length).toBeGreaterThan(2);
    expect(first.length).toBeLessThanOrEqual(2 + 16);
    expect(leftOut().sort()).toEqual([...BAD].sort());
    const second = await round(HIDDEN_MS);
    expect(second.map(({ length }) => length)).toEqual([36, 35]);
    expect(await round(HIDDEN_MS)).toHaveLength(2);
  });

  it('has one notification about both of them, once, and a complete total without them', async () => {
    forbid();
    await round();
    await round(HIDDEN_MS);
    expect(titles()).toEqual(['OKX does not support OKTC, Kroma']);
    expect(
      around.notified.map(notification => notificationTextOf(notification, false, false).body).join()
    ).toContain('Cold wallet');
    expect(app.state.failure).toBe(null);
    expect(app.state.portfolio).toMatchObject({
      total: EXAMPLE_TOTAL,
      isStale: false,
      partsAnswered: 71,
      partsExpected: 71
    });
  });

  it('polls them again after a day, each alone, without a new notification, and waits another day', async () => {
    forbid();
    await round();
    expect(await round(DAY_MS - 1)).toHaveLength(2);
    const polled = await round(HIDDEN_MS);
    expect(polled.slice(2)).toEqual([['66'], ['255']]);
    expect(await round(HIDDEN_MS)).toHaveLength(2);
    expect(titles()).toHaveLength(1);
    expect(app.state.portfolio).toMatchObject({ isStale: false, partsExpected: 71 });
  });

  it('still has them as unsupported after a restart', async () => {
    forbid();
    await round();
    around.files.snapshots = JSON.parse(JSON.stringify(around.files.snapshots));
    await app.stop();
    app = new Engine(around.world);
    await app.load();
    expect(app.state.portfolio).toMatchObject({ total: EXAMPLE_TOTAL, partsExpected: 71 });
    expect(await round(HIDDEN_MS)).toHaveLength(2);
    expect(titles()).toHaveLength(1);
  });

  it.each(['81104', '81150', '81157'] as const)('finds the chain by the code of OKX: %s', async code => {
    around.server.injectFault({ kind: 'unsupported-chain', chainIndex: '66', code });
    await round();
    expect(leftOut()).toEqual(['66']);
    expect(titles()).toEqual(['OKX does not support OKTC']);
  });

  it('finds the chain by the message when the code is not documented', async () => {
    const msg = 'totalValueByAddress.chains: Chain not support';
    around.server.injectFault({ kind: 'unsupported-chain', chainIndex: '66', code: '81001', msg });
    await round();
    expect(leftOut()).toEqual(['66']);
  });
});

describe('a chain that is no longer supported', () => {
  beforeEach(async () => {
    around.server.accounts.set(EXAMPLE_ACCOUNT_ID, () => [...EXAMPLE_ASSETS, OKT]);
    await round();
    forbid(['66']);
    await round(HIDDEN_MS);
  });

  const okt = () => app.state.portfolio.holdings.find(({ symbol }) => symbol === 'OKT');
  /** A day of polls, since no gap between two answers stands for more than five minutes. */
  const aDay = async () => {
    for (let passed = 0; passed < DAY_MS; passed += HIDDEN_MS) await round(HIDDEN_MS);
  };

  it('has its holdings counted on as stale, and is asked alone at every poll', async () => {
    expect(await round(HIDDEN_MS)).toHaveLength(3);
    expect((await round(HIDDEN_MS)).at(-1)).toEqual(['66']);
    expect(app.state.portfolio).toMatchObject({ total: WITH_OKT, isStale: true, partsExpected: 73 });
    expect(okt()).toMatchObject({ isStale: true, countingStatus: 'counted' });
    expect(titles()).toEqual([]);
  });

  it('is as before, without a notification, with the first answer', async () => {
    around.server.unsupportedChains.clear();
    await round(HIDDEN_MS);
    expect(app.state.portfolio).toMatchObject({ total: WITH_OKT, isStale: false, partsExpected: 73 });
    expect(await round(HIDDEN_MS)).toHaveLength(2);
    expect(titles()).toEqual([]);
  });

  it('has its holdings recounted after a day, and counted again with an answer, never as sent or received', async () => {
    await aDay();
    expect(titles()).toEqual(['OKX does not support OKTC']);
    expect(app.state.portfolio).toMatchObject({ total: EXAMPLE_TOTAL, isStale: false, partsExpected: 72 });
    const [first, last] = [around.files.points[0], around.files.points.at(-1)];
    expect(last?.ledger.transfers).toBe(first?.ledger.transfers);
    expect(toText(subtract(decimal(last!.ledger.recounted), decimal(first!.ledger.recounted)))).toBe('-50');

    // Once it is answered nothing has arrived, and there is nothing to doubt.
    around.server.unsupportedChains.clear();
    expect((await round(DAY_MS)).at(-1)).toEqual(['66']);
    expect(app.state.portfolio).toMatchObject({ total: WITH_OKT, partsExpected: 73 });
    expect(okt()?.countingStatus).toBe('counted');
    expect(titles()).toHaveLength(1);
    expect(await round(HIDDEN_MS)).toHaveLength(2);
  });
});

describe('a chain bisection', () => {
  it('that a transient failure interrupts continues in the next round where it stopped', async () => {
    forbid();
    let sent = 0;
    const send: typeof around.world.http.send = request => {
      if (++sent === 4) throw new Failure('timeout');
      return around.world.http.send(request);
    };
    await app.stop();
    app = new Engine({ ...around.world, http: { send } });
    await app.load();
    expect(await round()).toHaveLength(3);
    expect(app.state.failure?.code).toBe('timeout');
    expect(leftOut()).toEqual([]);
    const second = await round(15_000);
    expect(second[0]!.length).toBeLessThan(18);
    expect(leftOut().sort()).toEqual([...BAD].sort());
    expect(titles()).toEqual(['OKX does not support OKTC, Kroma']);
    expect(app.state.portfolio).toMatchObject({ total: EXAMPLE_TOTAL, isStale: false });
  });

  it('with many unsupported chains is spread over several rounds, each within its budget', async () => {
    forbid(CHAINS.filter((_, index) => index % 7 === 3));
    let rounds = 0;
    for (let polled = await round(); polled.length > 2; polled = await round(HIDDEN_MS)) {
      expect(polled.length).toBeLessThanOrEqual(2 + 16);
      expect(Math.max(...polled.map(({ length }) => length))).toBeLessThanOrEqual(50);
      expect(++rounds).toBeLessThan(10);
    }
    expect(rounds).toBeGreaterThan(1);
    expect(leftOut()).toHaveLength(10);
    expect(app.state.portfolio).toMatchObject({ total: EXAMPLE_TOTAL, isStale: false, partsExpected: 63 });
  });

  it('that one chain blocks does not delay any other chain', async () => {
    const fault = { kind: 'unsupported-chain', chainIndex: '2' } as const;
    around.server.injectFault({ ...fault, code: '81104', times: 1 });
    const clear = around.server.injectFault({ ...fault, code: '81159' });
    const answered = () => parts().filter(({ answeredAt }) => answeredAt === around.at);
    for (const moveMs of [0, HIDDEN_MS, HIDDEN_MS]) {
      await round(moveMs);
      expect(answered()).toHaveLength(36);
      expect(app.state.failure?.code).toBe('service-caching');
    }
    clear();
    await round(HIDDEN_MS);
    await round(HIDDEN_MS);
    expect(app.state.failure).toBe(null);
  });
});

describe('an address on a chain of another family', () => {
  it('has that chain excluded, although OKX fails the whole request because of it', async () => {
    const address = '0xa03400e098f4421b34a3a44a1b4e571419517687';
    const wallet = { ...WALLET, source: 'v6-address' as const, address, chains: ['1', '501', '8453'] };
    await around.close();
    around = await startWorld({ wallets: [wallet] });
    around.server.addresses.set(address, () => EXAMPLE_ASSETS);
    app = new Engine(around.world);
    await app.load();
    expect(await round()).toEqual([['1', '8453'], ['501']]);
    expect(leftOut()).toEqual(['501']);
    expect(app.state.portfolio).toMatchObject({ total: EXAMPLE_TOTAL, isStale: false, partsExpected: 2 });
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import { EXAMPLE_ACCOUNT_ID, EXAMPLE_ASSETS } from '../../../electron/fake-okx/service/asset-rows';
import { failureSentence } from '../../../shared/text/failure-text';
import { headlineOf } from '../../../shared/text/headline';
import { faultTitle } from '../../faults/table';
import { START, WALLET } from '../../fakes/app-world';
import { accept, answerOddly } from './accept';
import { INTERVAL_MS, ON_ETHEREUM, openFaultSetup, ROWS, TOTAL, type FaultSetup } from './fault-setup';
import type { Odd } from './shape-rows';
import { expectFresh, keptBy, kindsOf } from './survive';

const HOUR_MS = 60 * 60_000;
let setup: FaultSetup;
afterEach(() => setup.close());

const holds = (rows: readonly Record<string, unknown>[]) =>
  setup.server.accounts.set(EXAMPLE_ACCOUNT_ID, () => rows);

describe('a wallet that suddenly seems empty', () => {
  it.each<[string, Odd]>([
    [faultTitle('empty-data'), { rule: { kind: 'empty-data' } }],
    [faultTitle('empty-data-null'), { body: '{"code":"0","msg":"","data":null}' }],
    [faultTitle('empty-data-missing'), { rule: { kind: 'missing-data' } }],
    [faultTitle('empty-tokens'), { rule: { kind: 'no-tokens' } }],
    [faultTitle('empty-tokens-null'), { body: '{"code":"0","data":[{"tokenAssets":null}]}' }]
  ])('%s', async (_title, odd) => {
    setup = await openFaultSetup();
    const end = answerOddly(setup, odd);
    await setup.poll();
    const { failure, portfolio } = setup.app.state;
    expect(failure).toBe(null);
    expect(portfolio.total).toBe(TOTAL);
    expect(portfolio.doubts).not.toEqual([]);
    end();
    await setup.poll();
    await expectFresh(setup);
    expect(setup.app.state.portfolio.doubts).toEqual([]);
    expect(kindsOf(setup)).toEqual([]);
  });

  it(faultTitle('empty-for-good'), async () => {
    setup = await openFaultSetup();
    holds([]);
    const since = setup.at + INTERVAL_MS;
    const pollUntil = async (minutes: number) => {
      while (setup.at < since + minutes * 60_000) await setup.poll();
    };
    await pollUntil(5);
    expect(setup.app.state.portfolio).toMatchObject({ total: TOTAL, isStale: true });
    expect(kindsOf(setup)).toEqual(['doubt', 'doubt']);
    // The one coin of BNB Chain is missing; of Ethereum, which had several rows, there is no answer at all.
    await pollUntil(10);
    expect(setup.app.state.portfolio).toMatchObject({ total: ON_ETHEREUM, isStale: true });
    await pollUntil(55);
    expect(setup.app.state.portfolio).toMatchObject({ total: ON_ETHEREUM, isStale: true });
    await pollUntil(60);
    await expectFresh(setup, '0');
    expect(kindsOf(setup)).toEqual(['doubt', 'doubt', 'left', 'left']);
    holds(ROWS);
    await setup.poll();
    await expectFresh(setup);
  });

  it(faultTitle('empty-from-the-start'), async () => {
    setup = await openFaultSetup({}, { rows: [] });
    await expectFresh(setup, '0');
    holds(ROWS);
    // More than all that was there before arrives at once: two answers have to agree.
    await setup.poll();
    await setup.poll();
    await expectFresh(setup);
    // The amount arrived and an alert reports it; the empty answer before was not a fault.
    expect(kindsOf(setup)).toContain('arrived');
  });
});

describe('a service that does not answer for a day', () => {
  it(faultTitle('maintenance'), async () => {
    setup = await openFaultSetup();
    const before = await keptBy(setup);
    setup.server.injectFault({ kind: 'refuse', code: '50001' });
    const waits: number[] = [];
    while (setup.at < START + 24 * HOUR_MS) {
      await setup.poll();
      const { failure, portfolio, polling } = setup.app.state;
      expect(failureSentence(failure!)).toBe('OKX is temporarily unavailable.');
      expect(portfolio).toMatchObject({ total: TOTAL, isStale: true, takenAt: START });
      expect(kindsOf(setup)).toEqual(setup.at - START - INTERVAL_MS < HOUR_MS / 2 ? [] : ['polls']);
      waits.push((polling.nextAt! - setup.at) / 1000);
    }
    expect(waits.slice(0, 8)).toEqual([15, 30, 60, 120, 240, 480, 900, 900]);
    expect(Math.max(...waits)).toBe(900);
    const { points, ...rest } = await keptBy(setup);
    expect(rest.holdings).toEqual(before.holdings);
    expect(points.slice(1).every(({ total, stale }) => total === TOTAL && stale.length === 1)).toBe(true);
    setup.server.clearFaults();
    await setup.poll();
    await expectFresh(setup);
    expect(setup.notified).toHaveLength(1);
  });
});

describe('a chain that OKX lists and does not support', () => {
  it(faultTitle('one-bad-chain'), async () => {
    setup = await openFaultSetup({}, { wallet: { ...WALLET, chains: ['1', '56', '137', '8453'] } });
    setup.server.unsupportedChains.add('137');
    await setup.poll();
    // A chain that was answered before keeps its place until answers agree for ten minutes.
    expect(setup.app.state.portfolio).toMatchObject({ total: TOTAL, isStale: true, partsExpected: 4 });
    expect(kindsOf(setup)).toEqual([]);
    for (let agreed = 0; agreed < 2; agreed++) await setup.poll();
    await expectFresh(setup);
    expect(kindsOf(setup)).toEqual(['unsupported']);
    const requestCount = setup.server.requests.length;
    await setup.poll();
    expect(setup.server.requests.slice(requestCount).map(({ code }) => code)).toEqual(['0']);
    setup.server.unsupportedChains.delete('137');
    setup.at += 24 * HOUR_MS;
    await setup.tick();
    await expectFresh(setup);
    expect(setup.server.requests.at(-1)?.target).toContain('chains=137&');
    expect(setup.app.state.portfolio.partsExpected).toBe(4);
    expect(kindsOf(setup)).toEqual(['unsupported']);
  });
});

describe('a clock that is off', () => {
  it(faultTitle('clock-off'), async () => {
    setup = await openFaultSetup();
    const requestCount = setup.server.requests.length;
    // The service's clock stays ten minutes behind from here on.
    setup.server.setNow(() => setup.at - 10 * 60_000);
    await setup.poll();
    const { failure, portfolio } = setup.app.state;
    expect(failure).toBe(null);
    expect(portfolio).toMatchObject({ total: TOTAL, isStale: false });
    expect(Math.abs((portfolio.takenAt ?? 0) - setup.at)).toBeLessThan(2000);
    expect(setup.server.requests.slice(requestCount).map(({ code }) => code)).toEqual(['50102', '0']);
    const { k1: offsetMs } = setup.app.model.clockOffsets;
    expect(Math.abs((offsetMs ?? 0) - 10 * 60_000)).toBeLessThan(2000);
    await setup.poll();
    expect(setup.server.requests.at(-1)?.code).toBe('0');
    expect(setup.server.requests).toHaveLength(requestCount + 3);
    expect(kindsOf(setup)).toEqual([]);
  });
});

describe('data with a time in the distant past', () => {
  it(faultTitle('time-past'), async () => {
    setup = await openFaultSetup();
    const data = [{ tokenAssets: ROWS, timeStamp: '1000000000000' }];
    const end = answerOddly(setup, { body: JSON.stringify({ code: '0', msg: '', data }) });
    await setup.poll();
    const { failure, portfolio } = setup.app.state;
    expect(failure).toBe(null);
    // An answer that is older than the one before is none.
    expect(portfolio).toMatchObject({ total: TOTAL, isStale: false, takenAt: START });
    expect(headlineOf(setup.app.state, setup.at)).toBe('fresh');
    end();
    await setup.poll();
    await expectFresh(setup);
    expect(kindsOf(setup)).toEqual([]);
  });
});

describe('rows that no longer name their address', () => {
  it(faultTitle('address-missing'), async () => {
    setup = await openFaultSetup();
    await accept(setup, { odd: { rule: { kind: 'missing-fields', fields: ['address'] } } });
  });
});

describe('a wallet of 100,000 tokens', () => {
  it(faultTitle('tokens-100000'), { timeout: 120_000 }, async () => {
    const spam = Array.from({ length: 100_000 }, (_, at) => ({
      ...EXAMPLE_ASSETS[0]!,
      tokenAddress: `0x${(at + 1).toString(16).padStart(40, '0')}`,
      symbol: 'SPAM',
      tokenPrice: '0'
    }));
    setup = await openFaultSetup({}, { rows: [...ROWS, ...spam] });
    const { failure, portfolio } = setup.app.state;
    expect(failure).toBe(null);
    const { total, isStale, partsAnswered, partsExpected, notCounted } = portfolio;
    expect([total, isStale, partsAnswered, partsExpected]).toEqual([TOTAL, false, 1, 1]);
    expect(notCounted.unpriced).toBe(100_000);
    expect((await setup.stored())?.wallets[0]?.holdings.length).toBe(100_003);
    expect(kindsOf(setup)).toEqual([]);
  });
});

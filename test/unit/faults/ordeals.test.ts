import { afterEach, describe, expect, it } from 'vitest';
import { EXAMPLE_ACCOUNT_ID, EXAMPLE_ASSETS } from '../../../electron/fake-okx/service/asset-rows';
import { failureSentence } from '../../../shared/text/failure-text';
import { headlineOf } from '../../../shared/text/headline';
import { faultTitle } from '../../faults/table';
import { START, WALLET } from '../../fakes/app-world';
import { accept, answerOddly } from './accept';
import { INTERVAL_MS, openStage, ROWS, TOTAL, type Stage } from './fault-stage';
import type { Odd } from './shape-rows';
import { expectFresh, keptBy, kindsOf, survive } from './survive';

const HOUR_MS = 60 * 60_000;
let stage: Stage;
afterEach(() => stage.close());

const holds = (rows: readonly Record<string, unknown>[]) =>
  stage.server.accounts.set(EXAMPLE_ACCOUNT_ID, () => rows);

describe('a wallet that suddenly seems empty', () => {
  it.each<[string, Odd]>([
    [faultTitle('empty-data'), { rule: { kind: 'empty-data' } }],
    [faultTitle('empty-data-null'), { body: '{"code":"0","msg":"","data":null}' }],
    [faultTitle('empty-data-missing'), { rule: { kind: 'missing-data' } }],
    [faultTitle('empty-tokens'), { rule: { kind: 'no-tokens' } }],
    [faultTitle('empty-tokens-null'), { body: '{"code":"0","data":[{"tokenAssets":null}]}' }]
  ])('%s', async (_title, odd) => {
    stage = await openStage();
    await survive(stage, own => answerOddly(own, odd), {
      code: 'reply-empty',
      says: /suddenly answers that this wallet is empty.*ten minutes/,
      next: 'soon'
    });
  });

  it(faultTitle('empty-for-good'), async () => {
    stage = await openStage();
    holds([]);
    const since = stage.at + INTERVAL_MS;
    for (let round = 0; round < 6; round++) {
      await stage.poll();
      expect(stage.at - since).toBeLessThan(10 * 60_000);
      expect(stage.app.state.portfolio).toMatchObject({ total: TOTAL, isStale: true });
    }
    expect(kindsOf(stage)).toEqual([]);
    await stage.poll();
    expect(stage.at - since).toBeGreaterThan(10 * 60_000);
    await expectFresh(stage, '0');
    expect(kindsOf(stage)).toEqual(['left', 'left', 'total']);
    holds(ROWS);
    await stage.poll();
    await expectFresh(stage);
  });

  it(faultTitle('empty-from-the-start'), async () => {
    stage = await openStage({}, { rows: [] });
    await expectFresh(stage, '0');
    holds(ROWS);
    await stage.poll();
    await expectFresh(stage);
    // The amount arrived and an alert reports it; the empty answer before was not a fault.
    expect(kindsOf(stage)).toContain('arrived');
  });
});

describe('a service that does not answer for a day', () => {
  it(faultTitle('maintenance'), async () => {
    stage = await openStage();
    const before = await keptBy(stage);
    stage.server.injectFault({ kind: 'refuse', code: '50001' });
    const waits: number[] = [];
    while (stage.at < START + 24 * HOUR_MS) {
      await stage.poll();
      const { failure, portfolio, polling } = stage.app.state;
      expect(failureSentence(failure!)).toBe('OKX is not available for the moment.');
      expect(portfolio).toMatchObject({ total: TOTAL, isStale: true, takenAt: START });
      expect(kindsOf(stage)).toEqual(stage.at - START - INTERVAL_MS < HOUR_MS / 2 ? [] : ['polls']);
      waits.push((polling.nextAt! - stage.at) / 1000);
    }
    expect(waits.slice(0, 8)).toEqual([15, 30, 60, 120, 240, 480, 900, 900]);
    expect(Math.max(...waits)).toBe(900);
    const { points, ...rest } = await keptBy(stage);
    expect(rest.holdings).toEqual(before.holdings);
    expect(points.slice(1).every(({ total, stale }) => total === TOTAL && stale.length === 1)).toBe(true);
    stage.server.clearFaults();
    await stage.poll();
    await expectFresh(stage);
    expect(stage.told).toHaveLength(1);
  });
});

describe('a chain that OKX lists and does not support', () => {
  it(faultTitle('one-bad-chain'), async () => {
    stage = await openStage({}, { wallet: { ...WALLET, chains: ['1', '56', '137', '8453'] } });
    stage.server.unsupportedChains.add('137');
    await stage.poll();
    await expectFresh(stage);
    expect(kindsOf(stage)).toEqual(['unsupported']);
    const asked = stage.server.requests.length;
    await stage.poll();
    expect(stage.server.requests.slice(asked).map(({ code }) => code)).toEqual(['0']);
    stage.server.unsupportedChains.delete('137');
    stage.at += 24 * HOUR_MS;
    await stage.tick();
    await expectFresh(stage);
    expect(stage.server.requests.at(-1)?.target).toContain('chains=137&');
    expect(stage.app.state.portfolio.partsExpected).toBe(4);
    expect(kindsOf(stage)).toEqual(['unsupported']);
  });
});

describe('a clock that is off', () => {
  it(faultTitle('clock-off'), async () => {
    stage = await openStage();
    const asked = stage.server.requests.length;
    // The service's clock stays ten minutes behind from here on.
    stage.server.setNow(() => stage.at - 10 * 60_000);
    await stage.poll();
    const { failure, portfolio } = stage.app.state;
    expect(failure).toBe(null);
    expect(portfolio).toMatchObject({ total: TOTAL, isStale: false });
    expect(Math.abs((portfolio.takenAt ?? 0) - stage.at)).toBeLessThan(2000);
    expect(stage.server.requests.slice(asked).map(({ code }) => code)).toEqual(['50102', '0']);
    const { k1: offsetMs } = stage.app.model.clockOffsets;
    expect(Math.abs((offsetMs ?? 0) - 10 * 60_000)).toBeLessThan(2000);
    await stage.poll();
    expect(stage.server.requests.at(-1)?.code).toBe('0');
    expect(stage.server.requests).toHaveLength(asked + 3);
    expect(kindsOf(stage)).toEqual([]);
  });
});

describe('data with a time in the distant past', () => {
  it(faultTitle('time-past'), async () => {
    stage = await openStage();
    const data = [{ tokenAssets: ROWS, timeStamp: '1000000000000' }];
    const end = answerOddly(stage, { body: JSON.stringify({ code: '0', msg: '', data }) });
    await stage.poll();
    const { failure, portfolio } = stage.app.state;
    expect(failure).toBe(null);
    expect(portfolio).toMatchObject({ total: TOTAL, isStale: true, takenAt: 1_000_000_000_000 });
    expect(headlineOf(stage.app.state, stage.at)).toBe('stale');
    end();
    await stage.poll();
    await expectFresh(stage);
    expect(kindsOf(stage)).toEqual([]);
  });
});

describe('rows that no longer name their address', () => {
  it(faultTitle('address-missing'), async () => {
    stage = await openStage();
    await accept(stage, { odd: { rule: { kind: 'missing-fields', fields: ['address'] } } });
  });
});

describe('a wallet of 100,000 tokens', () => {
  it(faultTitle('tokens-100000'), { timeout: 120_000 }, async () => {
    const spam = Array.from({ length: 100_000 }, (_, at) => ({
      ...EXAMPLE_ASSETS[0]!,
      tokenAddress: `0x${at.toString(16).padStart(40, '0')}`,
      symbol: 'SPAM',
      tokenPrice: '0'
    }));
    stage = await openStage({}, { rows: [...ROWS, ...spam] });
    const { failure, portfolio } = stage.app.state;
    expect(failure).toBe(null);
    const { total, isStale, partsAnswered, partsExpected, notCounted } = portfolio;
    expect([total, isStale, partsAnswered, partsExpected]).toEqual([TOTAL, false, 1, 1]);
    expect(notCounted.unpriced).toBe(100_000);
    expect((await stage.stored())?.wallets[0]?.holdings.length).toBe(100_003);
    expect(kindsOf(stage)).toEqual([]);
  });
});

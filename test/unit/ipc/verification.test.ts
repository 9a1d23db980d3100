// The window's calls about what is believed: verdicts on one and on many tokens, taken back, doubts, and evidence.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Engine } from '../../../electron/core/engine/engine';
import {
  EXAMPLE_ACCOUNT_ID,
  EXAMPLE_ASSETS,
  type TokenAsset
} from '../../../electron/fake-okx/service/asset-rows';
import type { Calls } from '../../../electron/ipc/call-types';
import { holdingId } from '../../../shared/domain/holding-id';
import { EXAMPLE_TOTAL, startWorld, type AppWorld } from '../../fakes/app-world';
import { callsOf } from '../../fakes/call-context';

const HIDDEN_MS = 5 * 60_000;
const [USDC, ETH] = EXAMPLE_ASSETS;
const OWNER = USDC!.address;
const foodOf = (index: number, balance = '20000'): TokenAsset => ({
  ...USDC!,
  tokenAddress: `0xf00d${index}`,
  symbol: `FOOD${index}`,
  balance,
  tokenPrice: '1'
});
const idOf = (tokenAddress: string) => holdingId('w1', '1', OWNER, tokenAddress);
const FOOD_ID = idOf('0xf00d1');
const ETH_ID = holdingId('w1', ETH!.chainIndex, ETH!.address, ETH!.tokenAddress);

let around: AppWorld;
let app: Engine;
let calls: Calls;
beforeEach(async () => {
  around = await startWorld();
  app = new Engine(around.world);
  calls = callsOf(app);
  await app.load();
  await round();
});
afterEach(async () => {
  await app.stop();
  await around.close();
});

async function round(moveMs = 0): Promise<void> {
  around.at += moveMs;
  app.tick();
  if (app.state.polling.isRefreshing) await app.refresh();
}
const holds = (...rows: TokenAsset[]) => around.server.accounts.set(EXAMPLE_ACCOUNT_ID, () => rows);
const portfolio = () => app.state.portfolio;
const statusOf = (id: string) => portfolio().holdings.find(row => row.id === id)?.countingStatus;

describe('the verdict on a token that needs the OK', () => {
  beforeEach(async () => {
    holds(...EXAMPLE_ASSETS, foodOf(1));
    await round(HIDDEN_MS);
  });
  const decide = (verdict: 'count' | 'keep-out' | 'none') =>
    calls['holding:judge']({ holdingId: FOOD_ID, verdict });

  it('counts it at once and after further polls', async () => {
    expect(portfolio()).toMatchObject({ total: EXAMPLE_TOTAL, waiting: { count: 1, worth: '20000' } });
    await decide('count');
    expect(statusOf(FOOD_ID)).toBe('counted');
    const accepted = portfolio().total;
    await round(HIDDEN_MS);
    expect(portfolio()).toMatchObject({ total: accepted, waiting: { count: 0 } });
    expect(around.files.settings?.verdicts).toEqual({ [FOOD_ID]: 'count' });
  });

  it('excludes it by name, and can be taken back', async () => {
    await decide('keep-out');
    expect(portfolio().notCounted).toMatchObject({ keptOut: 1, unverified: 0 });
    await decide('none');
    expect(portfolio().notCounted).toMatchObject({ keptOut: 0, unverified: 1 });
    expect(portfolio().total).toBe(EXAMPLE_TOTAL);
  });
});

describe('one verdict on many tokens', () => {
  const many = Array.from({ length: 300 }, (_, index) => foodOf(index));
  const ids = many.map(({ tokenAddress }) => idOf(tokenAddress));
  beforeEach(async () => {
    holds(...EXAMPLE_ASSETS, ...many);
    await round(HIDDEN_MS);
  });

  it('excludes all at once, and one call takes that back', async () => {
    expect(portfolio().waiting.count).toBe(300);
    expect(await calls['holdings:judge']({ holdingIds: ids, verdict: 'keep-out' })).toEqual({ done: true });
    expect(portfolio()).toMatchObject({ waiting: { count: 0 }, notCounted: { keptOut: 300 } });
    await round(HIDDEN_MS);
    expect(await calls['holdings:undo']({})).toEqual({ done: true });
    expect(portfolio()).toMatchObject({
      total: EXAMPLE_TOTAL,
      waiting: { count: 300, worth: '6000000' },
      notCounted: { keptOut: 0 }
    });
    expect(around.files.settings?.verdicts).toEqual({});
    expect(await calls['holdings:undo']({})).toEqual({ done: false });
  });

  it('includes all at once; taken back after a poll, they wait again', async () => {
    await calls['holdings:judge']({ holdingIds: ids, verdict: 'count' });
    expect(portfolio().waiting.count).toBe(0);
    expect(portfolio().total).not.toBe(EXAMPLE_TOTAL);
    await round(HIDDEN_MS);
    await calls['holdings:undo']({});
    expect(portfolio()).toMatchObject({ total: EXAMPLE_TOTAL, waiting: { count: 300 } });
    await round(HIDDEN_MS);
    expect(portfolio()).toMatchObject({ total: EXAMPLE_TOTAL, waiting: { count: 300 } });
  });

  it('a verdict given before is as it was', async () => {
    await calls['holding:judge']({ holdingId: ids[7]!, verdict: 'keep-out' });
    await calls['holdings:judge']({ holdingIds: ids, verdict: 'count' });
    await calls['holdings:undo']({});
    expect(around.files.settings?.verdicts).toEqual({ [ids[7]!]: 'keep-out' });
    expect(portfolio().waiting.count).toBe(299);
  });
});

describe('a token that counts, of which more needs the OK', () => {
  beforeEach(async () => {
    holds(...EXAMPLE_ASSETS, foodOf(1, '100'));
    await round(HIDDEN_MS);
    holds(...EXAMPLE_ASSETS, foodOf(1, '90000'));
    await round(HIDDEN_MS);
  });

  it('counts as the answers say once it is included, and as before once that is taken back', async () => {
    const before = portfolio().total;
    expect(portfolio().waiting).toEqual({ count: 1, worth: '90000' });
    await calls['holdings:judge']({ holdingIds: [FOOD_ID], verdict: 'count' });
    expect(portfolio().holdings.find(({ id }) => id === FOOD_ID)?.balance).toBe('90000');
    holds(...EXAMPLE_ASSETS, foodOf(1, '95000'));
    await round(HIDDEN_MS);
    await calls['holdings:undo']({});
    expect(portfolio()).toMatchObject({ total: before, waiting: { count: 1, worth: '95000' } });
    await round(HIDDEN_MS);
    expect(portfolio()).toMatchObject({ total: before, waiting: { count: 1, worth: '95000' } });
  });
});

describe('a doubt', () => {
  const doubt = () => portfolio().doubts[0];

  it('of a missing token is decided by the person: it is gone', async () => {
    holds(USDC!);
    await round(HIDDEN_MS);
    expect(portfolio().total).toBe(EXAMPLE_TOTAL);
    expect(doubt()).toMatchObject({ kind: 'missing', isShown: true });
    expect(await calls['doubts:decide']({ id: doubt()!.id, deed: 'accept' })).toEqual({ done: true });
    expect(portfolio().doubts).toEqual([]);
    expect(statusOf(ETH_ID)).toBeUndefined();
    expect(await calls['doubts:decide']({ id: 'none', deed: 'accept' })).toEqual({ done: false });
  });

  it('of a price is decided by the person, whom nobody tells of the move to it', async () => {
    holds(USDC!, { ...ETH!, tokenPrice: '26504.3' });
    await round(HIDDEN_MS);
    expect(doubt()).toMatchObject({ kind: 'leap-of-price' });
    await calls['doubts:decide']({ id: doubt()!.id, deed: 'accept' });
    await round(HIDDEN_MS);
    const row = portfolio().holdings.find(({ id }) => id === ETH_ID);
    expect(row).toMatchObject({ price: '26504.3', countingStatus: 'counted' });
    const told = around.notified.flatMap(({ entries }) => entries.map(({ kind }) => kind));
    expect(told).not.toContain('price');
  });

  it('is decided by excluding what it is about', async () => {
    holds(USDC!);
    await round(HIDDEN_MS);
    await calls['doubts:decide']({ id: doubt()!.id, deed: 'exclude' });
    expect(portfolio().doubts).toEqual([]);
    expect(statusOf(ETH_ID)).toBe('kept-out');
  });

  it('about a risk mark ends when the token is included, whatever OKX calls it', async () => {
    holds(...EXAMPLE_ASSETS, foodOf(1, '5000'));
    await round(HIDDEN_MS);
    holds(...EXAMPLE_ASSETS, { ...foodOf(1, '5000'), isRiskToken: true });
    await round(HIDDEN_MS);
    expect(doubt()).toMatchObject({ kind: 'risk-flag' });
    await calls['holdings:judge']({ holdingIds: [FOOD_ID], verdict: 'count' });
    expect(portfolio().doubts).toEqual([]);
    await round(HIDDEN_MS);
    expect([portfolio().doubts, statusOf(FOOD_ID)]).toEqual([[], 'counted']);
  });
});

describe('the evidence of a holding', () => {
  it('names the rule that counts it, and the answer that it is known by', async () => {
    const { evidence } = await calls['evidence:read']({ holdingId: ETH_ID });
    expect(evidence).toMatchObject({ ground: 'coin', answeredAt: around.at, doubt: null, waiting: null });
  });

  it('is null for a holding that is not there', async () => {
    expect(await calls['evidence:read']({ holdingId: 'w1/1/0xa/0xb' })).toEqual({ evidence: null });
  });
});

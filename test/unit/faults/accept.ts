// Checks how the app accepts an odd answer: it shows the total of the readable rows, sends no false alert, and polls
// on as usual.
import { expect } from 'vitest';
import type { Holding } from '../../../shared/schema/holding';
import { EXAMPLE_ACCOUNT_ID } from '../../../electron/fake-okx/service/asset-rows';
import { INTERVAL_MS, ROWS, TOTAL, type Stage } from './fault-stage';
import type { AcceptedRow, HalfRow, Odd } from './shape-rows';
import { expectFresh, keptBy } from './survive';

const NAMES = ['BNB', 'ETH', 'LOOKS'];

/** Gives back a function that ends the odd answer. */
export function answerOddly({ server }: Stage, odd: Odd): () => unknown {
  if ('rule' in odd) return server.injectFault(odd.rule);
  if ('body' in odd) return server.injectFault({ kind: 'text', text: odd.body });
  server.accounts.set(EXAMPLE_ACCOUNT_ID, () => odd.rows);
  return () => server.accounts.set(EXAMPLE_ACCOUNT_ID, () => ROWS);
}

const namesOf = ({ app }: Stage) => app.state.portfolio.holdings.map(({ symbol }) => symbol).sort();
const count = ({ app }: Stage, is: (holding: Holding) => unknown) =>
  app.state.portfolio.holdings.filter(is).length;

/**
 * The odd answer is counted exactly; a new start reads the same from the file; the next answer changes nothing back.
 */
export async function accept(stage: Stage, row: AcceptedRow): Promise<void> {
  const { total = TOTAL, names = NAMES, tells = [] } = row;
  const before = await keptBy(stage);
  const end = answerOddly(stage, row.odd);
  await stage.poll();
  await expectFresh(stage, total);
  expect(namesOf(stage)).toEqual(names);
  expect(count(stage, ({ priceKeptSince }) => priceKeptSince !== null)).toBe(row.keptPrices ?? 0);
  expect(count(stage, ({ isDuplicate }) => isDuplicate)).toBe(row.flagged ?? 0);
  expect(count(stage, ({ isUnverified }) => isUnverified)).toBe(row.unverified ?? 0);
  const next = await stage.nextStart();
  expect(next.portfolio.total).toBe(total);
  expect(next.portfolio.holdings.map(({ id }) => id)).toEqual(
    stage.app.state.portfolio.holdings.map(({ id }) => id)
  );
  // The same answer again causes no alert.
  await stage.poll();
  await expectFresh(stage, total);
  end();
  await stage.poll();
  await expectFresh(stage);
  const after = await keptBy(stage);
  expect(after.holdings.map(({ id }) => id).sort()).toEqual(before.holdings.map(({ id }) => id).sort());
  expect(after.points.slice(0, before.points.length)).toEqual(before.points);
  expect(after.told).toEqual(tells);
}

/** Ethereum keeps its last holdings, marked as stale; the other chain is fresh; no alert is sent. */
export async function acceptHalf(stage: Stage, { odd }: HalfRow): Promise<void> {
  const before = await keptBy(stage);
  const end = answerOddly(stage, odd);
  await stage.poll();
  const { failure, portfolio, polling } = stage.app.state;
  expect(failure).toMatchObject({ code: 'reply-damaged', at: stage.at });
  expect(portfolio).toMatchObject({ total: before.total, isStale: true, partsAnswered: 1, partsExpected: 2 });
  expect(portfolio.chains.map(({ chainIndex, isStale }) => [chainIndex, isStale])).toEqual([
    ['1', true],
    ['56', false]
  ]);
  expect(polling.nextAt).toBe(stage.at + INTERVAL_MS);
  const { points, ...rest } = await keptBy(stage);
  expect(rest.holdings).toEqual(before.holdings);
  expect(rest.told).toEqual(before.told);
  expect(points.at(-1)).toMatchObject({ total: before.total, stale: ['w1/1'] });
  const next = await stage.nextStart();
  expect(next.portfolio).toMatchObject({ total: before.total, isStale: true });
  end();
  await stage.poll();
  await expectFresh(stage);
  expect((await keptBy(stage)).told).toEqual(before.told);
}

// Checks how the app accepts an odd answer: it shows the total of the readable rows, sends no false alert, and polls
// on as usual.
import { expect } from 'vitest';
import type { Holding } from '../../../shared/schema/holding';
import { EXAMPLE_ACCOUNT_ID } from '../../../electron/fake-okx/service/asset-rows';
import { INTERVAL_MS, ROWS, TOTAL, type FaultSetup } from './fault-setup';
import type { AcceptedRow, HalfRow, Odd } from './shape-rows';
import { expectFresh, keptBy } from './survive';

const NAMES = ['BNB', 'ETH', 'LOOKS'];

/** Gives back a function that ends the odd answer. */
export function answerOddly({ server }: FaultSetup, odd: Odd): () => unknown {
  if ('rule' in odd) return server.injectFault(odd.rule);
  if ('body' in odd) return server.injectFault({ kind: 'text', text: odd.body });
  server.accounts.set(EXAMPLE_ACCOUNT_ID, () => odd.rows);
  return () => server.accounts.set(EXAMPLE_ACCOUNT_ID, () => ROWS);
}

const namesOf = ({ app }: FaultSetup) => app.state.portfolio.holdings.map(({ symbol }) => symbol).sort();
const count = ({ app }: FaultSetup, is: (holding: Holding) => unknown) =>
  app.state.portfolio.holdings.filter(is).length;

/**
 * The odd answer is counted exactly; a new start reads the same from the file; the next answer changes nothing back.
 */
export async function accept(setup: FaultSetup, row: AcceptedRow): Promise<void> {
  const { total = TOTAL, names = NAMES, notifies = [] } = row;
  const before = await keptBy(setup);
  const end = answerOddly(setup, row.odd);
  await setup.poll();
  await expectFresh(setup, total);
  expect(namesOf(setup)).toEqual(names);
  expect(count(setup, ({ priceKeptSince }) => priceKeptSince !== null)).toBe(row.keptPrices ?? 0);
  expect(count(setup, ({ isDuplicate }) => isDuplicate)).toBe(row.flagged ?? 0);
  expect(count(setup, ({ isUnverified }) => isUnverified)).toBe(row.unverified ?? 0);
  const next = await setup.nextStart();
  expect(next.portfolio.total).toBe(total);
  expect(next.portfolio.holdings.map(({ id }) => id)).toEqual(
    setup.app.state.portfolio.holdings.map(({ id }) => id)
  );
  // The same answer again causes no alert.
  await setup.poll();
  await expectFresh(setup, total);
  end();
  await setup.poll();
  await expectFresh(setup);
  const after = await keptBy(setup);
  expect(after.holdings.map(({ id }) => id).sort()).toEqual(before.holdings.map(({ id }) => id).sort());
  expect(after.points.slice(0, before.points.length)).toEqual(before.points);
  expect(after.notified).toEqual(notifies);
}

/** Ethereum keeps its last holdings, marked as stale; the other chain is fresh; no alert is sent. */
export async function acceptHalf(setup: FaultSetup, { odd }: HalfRow): Promise<void> {
  const before = await keptBy(setup);
  const end = answerOddly(setup, odd);
  await setup.poll();
  const { failure, portfolio, polling } = setup.app.state;
  expect(failure).toMatchObject({ code: 'reply-damaged', at: setup.at });
  expect(portfolio).toMatchObject({ total: before.total, isStale: true, partsAnswered: 1, partsExpected: 2 });
  expect(portfolio.chains.map(({ chainIndex, isStale }) => [chainIndex, isStale])).toEqual([
    ['1', true],
    ['56', false]
  ]);
  expect(polling.nextAt).toBe(setup.at + INTERVAL_MS);
  const { points, ...rest } = await keptBy(setup);
  expect(rest.holdings).toEqual(before.holdings);
  expect(rest.notified).toEqual(before.notified);
  expect(points.at(-1)).toMatchObject({ total: before.total, stale: ['w1/1'] });
  const next = await setup.nextStart();
  expect(next.portfolio).toMatchObject({ total: before.total, isStale: true });
  end();
  await setup.poll();
  await expectFresh(setup);
  expect((await keptBy(setup)).notified).toEqual(before.notified);
}

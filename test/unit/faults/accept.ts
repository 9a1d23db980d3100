// Checks how the app accepts an odd answer: it shows the total of the readable rows, sends no false alert, and polls
// on as usual.
import { expect } from 'vitest';
import type { Holding } from '../../../shared/schema/holding';
import { EXAMPLE_ACCOUNT_ID } from '../../../electron/fake-okx/service/asset-rows';
import { ROWS, TOTAL, type FaultSetup } from './fault-setup';
import type { AcceptedRow, Odd, UnreadRow } from './shape-rows';
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

/** All is fresh and complete but what the row may be about; the row is told, and no alert is sent. */
export async function acceptUnread(setup: FaultSetup, { odd, stale }: UnreadRow): Promise<void> {
  const before = await keptBy(setup);
  const end = answerOddly(setup, odd);
  await setup.poll();
  await expectFresh(setup);
  const staleNow = () =>
    setup.app.state.portfolio.holdings.filter(({ isStale }) => isStale).map(({ symbol }) => symbol);
  expect(staleNow().sort()).toEqual(stale);
  const parts = (await setup.stored())?.wallets[0]?.parts ?? [];
  expect(parts.map(({ unreadableRows = 0 }) => unreadableRows)).toEqual([1]);
  const { points, ...rest } = await keptBy(setup);
  expect(byId(rest.holdings)).toEqual(byId(before.holdings));
  expect(rest.notified).toEqual(before.notified);
  expect(points.at(-1)).toMatchObject({ total: before.total, stale: [] });
  const next = await setup.nextStart();
  expect(next.portfolio).toMatchObject({ total: before.total, isStale: false });
  end();
  await setup.poll();
  await expectFresh(setup);
  expect(staleNow()).toEqual([]);
  expect((await keptBy(setup)).notified).toEqual(before.notified);
}

function byId<Row extends { readonly id: string }>(rows: readonly Row[]): Row[] {
  return [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
}

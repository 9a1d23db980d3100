// State pushes: a push holds what differs from the previous push, and it gives exactly the state that was sent.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StatePushes } from '../../../../electron/ipc/state-pushes';
import { pushedState, pushOf, type StatePush } from '../../../../shared/ipc/state-push';
import type { AppState, HoldingRow } from '../../../../shared/schema/app-state';
import { fresh, many } from '../../../fakes/states';

const NOW = Date.UTC(2026, 10, 22, 10, 32, 0);
const BASE = many(200, NOW);

function withRows(rows: HoldingRow[], state: AppState = BASE): AppState {
  return { ...state, portfolio: { ...state.portfolio, holdings: rows } };
}

/** Sends the push over the bridge as JSON text, and parses it again. */
function sent(before: AppState | null, state: AppState): StatePush {
  return JSON.parse(JSON.stringify(pushOf(before, state, 7))) as StatePush;
}

const rows = BASE.portfolio.holdings;
const price = (row: HoldingRow): HoldingRow => ({ ...row, price: '3', changePercent: '9.99' });

describe('a push', () => {
  it.each<[string, HoldingRow[]]>([
    ['a row that differs', rows.map((row, i) => (i === 100 ? price(row) : row))],
    [
      'a row that came',
      [...rows.slice(0, 50), { ...price(rows[0] as HoldingRow), id: 'new' }, ...rows.slice(50)]
    ],
    ['a row that went', rows.filter((_, i) => i !== 3)],
    ['the last row gone', rows.slice(0, -1)],
    ['the first row gone', rows.slice(1)],
    ['rows in another order', rows.toReversed()],
    ['no rows', []]
  ])('with %s gives the state that was sent', (_, next) => {
    const state = withRows(next);
    expect(pushedState(rows, sent(BASE, state))).toEqual(JSON.parse(JSON.stringify(state)));
  });

  it('gives the state that was sent after any change of rows', () => {
    const change = fc.array(fc.tuple(fc.nat(199), fc.boolean()), { maxLength: 300 });
    fc.assert(
      fc.property(change, picks => {
        const next = picks.map(([place, differs], i) => {
          const row = rows[place] as HoldingRow;
          return differs ? { ...price(row), id: `${row.id}${i}` } : row;
        });
        expect(pushedState(rows, sent(BASE, withRows(next))).portfolio.holdings).toEqual(next);
      }),
      { numRuns: 100 }
    );
  });

  it('of the same holdings contains no rows, and leaves the list unchanged', () => {
    const push = sent(BASE, { ...BASE, polling: { ...BASE.polling, isRefreshing: true } });
    expect(push.holdings).toEqual([[0, 200]]);
    expect(pushedState(rows, push).portfolio.holdings).toBe(rows);
  });

  it('of one changed row contains only that row, and the other rows stay the same objects', () => {
    const push = sent(BASE, withRows(rows.map((row, i) => (i === 7 ? price(row) : row))));
    expect(push.holdings).toEqual([[0, 7], price(rows[7] as HoldingRow), [8, 192]]);
    expect(pushedState(rows, push).portfolio.holdings[6]).toBe(rows[6]);
  });

  it('of rows that only moved contains their indexes', () => {
    const moved = [...rows.slice(100), ...rows.slice(0, 100)];
    expect(sent(BASE, withRows(moved)).holdings).toEqual([
      [100, 100],
      [0, 100]
    ]);
  });

  it('contains a row of which more, or nothing, waits now', () => {
    const held = { ...(rows[0] as HoldingRow), waiting: { balance: '5', price: '1', isRisky: false } };
    const before = withRows([held]);
    const again = { ...held, waiting: { ...held.waiting } };
    expect(sent(before, withRows([again])).holdings).toEqual([[0, 1]]);
    const other = { ...again, waiting: { ...again.waiting, balance: '6' } };
    expect(sent(before, withRows([other])).holdings).toEqual([other]);
    expect(
      pushedState([held], sent(before, withRows([rows[0] as HoldingRow]))).portfolio.holdings[0]
    ).toEqual(rows[0]);
  });
});

describe('pushes', () => {
  it('name the push that they are based on, and are complete at first and after the page has read the state', () => {
    const pushes = new StatePushes();
    const next = (): StatePush => JSON.parse(pushes.next(fresh(NOW))) as StatePush;
    expect(next()).toMatchObject({ revision: 1, baseRevision: null });
    expect(next()).toMatchObject({ revision: 2, baseRevision: 1 });
    pushes.forget();
    expect(next()).toMatchObject({ revision: 3, baseRevision: null });
    expect(next()).toMatchObject({ revision: 4, baseRevision: 3 });
  });
});

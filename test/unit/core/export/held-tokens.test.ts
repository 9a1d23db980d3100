// Tests the holdings of a moment: the largest by name and the rest as one sum, and all of them where they are still there.
import { expect, it } from 'vitest';
import { heldAt, wholePoint } from '../../../../electron/core/export/held-tokens';
import { pointOf } from '../../../../electron/core/history/history-point';
import { decimal, sum, toText } from '../../../../shared/domain/decimal';
import { holdingOf, MINUTE_MS, NOW, walletOf } from '../../../fakes/holdings';
import { portfolioAt } from '../../../fakes/pasts';

const wallets = [walletOf(), walletOf({ id: 'w2', accountId: 'b' })];
/** 25 tokens, of which the two wallets share the smallest. */
const holdings = wallets.flatMap(({ id }, at) =>
  Array.from({ length: at === 0 ? 25 : 1 }, (_, index) =>
    holdingOf({
      walletId: id,
      chainIndex: '1',
      address: '0xa',
      tokenAddress: `0x${index.toString(16).padStart(40, '0')}`,
      balance: String(index + 1),
      price: '3'
    })
  )
);
const portfolio = portfolioAt(holdings, wallets);
const input = { portfolio, last: null, comparisons: [], stale: [], intervalMs: MINUTE_MS };
const point = pointOf(input, NOW);

it('a point has 20 by name, and all others as one sum', () => {
  const held = heldAt(point);
  expect(held.tokens).toHaveLength(20);
  expect(held.rest).toBe('45');
});

it('whose holdings are still there has all of them, each unit once, and nothing is left', () => {
  const held = heldAt(wholePoint(point, portfolio));
  expect(held.tokens).toHaveLength(25);
  expect(held.tokens.map(({ balance }) => balance)).toEqual(
    Array.from({ length: 25 }, (_, index) => String(25 - index))
  );
  expect(held.rest).toBe('0');
  expect(toText(sum(held.tokens.map(({ value }) => decimal(value))))).toBe(held.total);
  expect(heldAt(wholePoint(point, portfolio), { walletId: 'w2' })).toMatchObject({ total: '3', rest: '0' });
});

it('stays as it is after anything changed', () => {
  const later = portfolioAt(
    holdings.map(one => ({ ...one, price: '4' })),
    wallets
  );
  expect(wholePoint(point, later)).toBe(point);
  expect(wholePoint(point, portfolioAt(holdings.slice(0, 25), wallets.slice(0, 1)))).toBe(point);
});

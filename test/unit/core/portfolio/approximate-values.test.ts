import { describe, expect, it } from 'vitest';
import { watchedTokensOf } from '../../../../electron/core/alerts/watched-tokens';
import { modelPortfolio } from '../../../../electron/core/state/app-state';
import { queryFingerprintOf } from '../../../../electron/core/snapshots/chain-parts';
import { largestRows, weightsOf } from '../../../../electron/core/portfolio/largest-holdings';
import { compareDecimals, decimal } from '../../../../shared/domain/decimal';
import type { Holding } from '../../../../shared/schema/holding';
import type { HoldingRow, Portfolio } from '../../../../shared/schema/app-state';
import { holdingOf, NOW, walletOf } from '../../../fakes/holdings';
import { fakeWorld, modelOf } from '../../../fakes/world';

const world = fakeWorld();

function portfolioWith(holdings: Holding[], countRisky = false): Portfolio {
  const wallet = walletOf();
  const model = modelOf([wallet]);
  const choices = { ...model.settings.choices, countRisky };
  const parts = [{ chainIndex: '1', answeredAt: NOW, failure: null }];
  const snapshot = { walletId: wallet.id, asked: queryFingerprintOf(wallet), parts, holdings, failure: null };
  const table = modelPortfolio(
    { ...model, settings: { ...model.settings, choices }, snapshots: [snapshot] },
    world.chains,
    NOW
  );
  expect(table.holdings).toHaveLength(holdings.length);
  return table;
}

/** Copies the rows, so that no weights are stored for the new table. */
const copy = (rows: readonly HoldingRow[]) => [...rows];

const plainly = (rows: readonly HoldingRow[], most: number) =>
  rows
    .filter(row => row.countingStatus === 'counted' && row.value !== null)
    .sort((a, b) => compareDecimals(decimal(b.value ?? '0'), decimal(a.value ?? '0')))
    .slice(0, most);

let chance = 7;
const die = (sides: number) => (chance = (chance * 16807) % 2147483647) % sides;

function anyHolding(place: number): Holding {
  const price = [null, '0.000000000000000001', '1', `${die(50)}.5`, `1${'0'.repeat(310)}`][die(5)];
  return holdingOf({
    tokenAddress: `0x${place.toString(16).padStart(40, '0')}`,
    symbol: `T${place}`,
    balance: `${die(9)}.${die(1000)}1`,
    price: price ?? null,
    isRisky: die(6) === 0
  });
}

describe('the largest rows', () => {
  it('are the same as with a stable sort of all counted rows, for any table', () => {
    for (let round = 0; round < 200; round++) {
      const { holdings } = portfolioWith(Array.from({ length: die(40) }, (_, place) => anyHolding(place)));
      const most = die(15);
      expect(largestRows(holdings, most)).toEqual(plainly(holdings, most));
    }
  });

  it('are correct when a few prices changed since the previous table', () => {
    const before = Array.from({ length: 60 }, (_, place) => anyHolding(place));
    portfolioWith(before);
    for (let round = 0; round < 50; round++) {
      const after = before.map(one => (die(10) === 0 ? { ...one, price: `${die(90)}.25` } : one));
      const { holdings } = portfolioWith(after);
      expect(largestRows(holdings, 20)).toEqual(plainly(holdings, 20));
      expect(weightsOf(holdings)).toEqual(weightsOf(copy(holdings)));
    }
  });
});

it('the watched tokens of one owner are chosen like those of several owners: by value, without risky tokens', () => {
  const holdings = Array.from({ length: 1200 }, (_, place) => anyHolding(place));
  const table = portfolioWith(holdings, true);
  const stranger = holdingOf({ address: '0xother', price: '0', symbol: 'NIL' });
  const others = portfolioWith([...holdings, stranger], true);
  expect(weightsOf(table.holdings).isOfOneOwner).toBe(true);
  expect(weightsOf(others.holdings).isOfOneOwner).toBe(false);
  const names = (portfolio: Portfolio) => watchedTokensOf(portfolio).map(({ rows }) => rows[0]?.symbol);
  expect(names(table)).toHaveLength(
    Math.min(500, plainly(table.holdings, 1200).filter(row => !row.isRisky).length)
  );
  expect(names(others).filter(name => name !== 'NIL')).toEqual(names(table));
  expect(watchedTokensOf(table).some(({ rows }) => rows[0]?.isRisky)).toBe(false);
});

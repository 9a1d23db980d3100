// The line that the recorded one is compared with: it begins with it, follows prices alone, and its holes stay holes.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparedLineOf, type ComparedInput } from '../../../../electron/core/comparison/compared-line';
import type { TokenPoint } from '../../../../electron/core/ports/history-point';
import { textOf } from '../../../../electron/core/prices/series';
import { toText } from '../../../../shared/domain/decimal';
import type { ChartPoint } from '../../../../shared/schema/app-state';
import { holdingOf, HOUR_MS, NOW } from '../../../fakes/holdings';
import { pointAt } from '../../../fakes/points';

const START = NOW - 3 * HOUR_MS;
const moments = [START, START + HOUR_MS, START + 2 * HOUR_MS];
const [BTC, ETH] = ['w1/0/bc1/', 'w1/1/0xa/'];

function chartPoint(at: number, total: string, isAfterGap = false): ChartPoint {
  return { at, total, isStale: false, isAfterGap };
}

const pastOf = (prices: readonly [at: number, price: string][]) => ({
  hours: textOf(prices.map(([at, price]) => ({ at, price }))),
  ...{ days: '', hoursAt: NOW, daysAt: 0, isYearWhole: false }
});

const TOKENS: readonly TokenPoint[][] = [
  [
    [ETH, 'ETH', '100', '200'],
    [BTC, 'BTC', '1000', '500']
  ],
  [[ETH, 'ETH', '110', '1100']],
  [[ETH, 'ETH', '120', '1200']]
];
const INPUT: ComparedInput = {
  comparison: 'unchanged',
  chartPoints: ['800', '1200', '1300'].map((total, i) => chartPoint(moments[i]!, total)),
  points: moments.map((at, i) => pointAt(at, { tokens: TOKENS[i]! })),
  subject: {},
  rows: [
    {
      ...holdingOf({ price: '120' }),
      ...{ value: '1200', countingStatus: 'counted', isStale: false, changePercent: null }
    }
  ],
  stored: [
    {
      ...{ version: 1, refusedAt: null },
      tokens: { '0/': pastOf(moments.map((at, i) => [at, String(1000 + i * 100)])) }
    }
  ]
};

const lineOf = (change: Partial<ComparedInput> = {}) => comparedLineOf({ ...INPUT, ...change });
const totals = (change: Partial<ComparedInput> = {}) => lineOf(change).points.map(({ total }) => total);

describe('doing nothing', () => {
  it('is the amounts of the start at the prices of each moment, however much was traded since', () => {
    // 2 ETH and 0.5 BTC, and 100 of which no price is known.
    expect(totals()).toEqual(['800', '870', '940']);
    expect(lineOf().restPercent).toBe('13');
  });

  it('has each unit once, and nothing that does not count now', () => {
    const [first, ...others] = INPUT.points;
    const twice: TokenPoint[] = [...first!.tokens, ['w2/1/0xa/', 'ETH', '100', '200']];
    expect(totals({ points: [{ ...first!, tokens: twice }, ...others] })).toEqual(['800', '870', '940']);
    const row = { ...INPUT.rows[0]!, id: BTC, countingStatus: 'kept-out' as const };
    expect(totals({ rows: [...INPUT.rows, row] })).toEqual(['800', '820', '840']);
  });

  it('is narrowed to a chain and a wallet', () => {
    expect(
      totals({
        subject: { chainIndex: '1' },
        chartPoints: INPUT.chartPoints.map(one => ({ ...one, total: '200' }))
      })
    ).toEqual(['200', '220', '240']);
  });
});

describe('the same money in a coin', () => {
  it('begins with the recorded line and follows the price of the coin alone', () => {
    expect(totals({ comparison: 'in-btc' })).toEqual(['800', '880', '960']);
    expect(totals({ comparison: 'in-eth' })).toEqual(['800', '880', '960']);
    expect(lineOf({ comparison: 'in-btc' }).restPercent).toBe('0');
  });

  it('has a hole where no price is known, and the line goes on behind it', () => {
    const stored = [
      {
        ...{ version: 1 as const, refusedAt: null },
        tokens: {
          '0/': pastOf([
            [START, '1000'],
            [START + 9 * HOUR_MS, '1300']
          ])
        }
      }
    ];
    const late = [START, START + 5 * HOUR_MS, START + 9 * HOUR_MS];
    const line = lineOf({
      comparison: 'in-btc',
      stored,
      points: [],
      chartPoints: late.map(at => chartPoint(at, '800'))
    });
    expect(line.points).toEqual([
      { at: late[0], total: '800', isAfterGap: false },
      { at: late[2], total: '1040', isAfterGap: true }
    ]);
  });

  it('is none without a price at the start, or without a recorded line', () => {
    expect(lineOf({ comparison: 'in-btc', stored: [], points: [] }).points).toEqual([]);
    expect(lineOf({ chartPoints: [] }).points).toEqual([]);
  });

  it('keeps the gaps of the recorded line', () => {
    const chartPoints = INPUT.chartPoints.map((one, i) => ({ ...one, isAfterGap: i === 2 }));
    expect(lineOf({ comparison: 'in-btc', chartPoints }).points.map(one => one.isAfterGap)).toEqual([
      false,
      false,
      true
    ]);
  });
});

it('begins with the first recorded total, whatever it is compared with', () => {
  const cents = fc.bigInt({ min: 1n, max: 10n ** 14n }).map(units => toText({ units, scale: 2 }));
  fc.assert(
    fc.property(cents, fc.constantFrom('in-btc', 'in-eth', 'unchanged'), (total, comparison) => {
      const chartPoints = INPUT.chartPoints.map(one => ({ ...one, total }));
      expect(totals({ comparison, chartPoints })[0]).toBe(total);
    })
  );
});

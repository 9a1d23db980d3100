// Transfer markers on the history chart: which transfers, where, and how those near each other share a marker.
import { describe, expect, it } from 'vitest';
import { chartLayoutOf, type ChartArea } from '../../../../renderer/chart/chart-layout';
import { nearestIndex } from '../../../../renderer/chart/chart-point';
import { markerNear, transferMarkersOf, transfersOf } from '../../../../renderer/chart/transfer-markers';
import type { Entry } from '../../../../shared/schema/activity';
import type { TransferEntry } from '../../../../shared/text/transfer-text';
import type { ChartPoint } from '../../../../shared/schema/app-state';
import { arrived, price, total } from '../../../fakes/activity';

const MINUTE_MS = 60_000;
const ROOM: ChartArea = {
  widthPx: 104,
  heightPx: 100,
  minute: 100 * MINUTE_MS,
  tailMs: Infinity,
  isHidden: false,
  hasAxes: false
};
const chartPoint = (minute: number, value: string, isAfterGap = false): ChartPoint => ({
  at: minute * MINUTE_MS,
  total: value,
  isStale: false,
  isAfterGap
});
const layout = chartLayoutOf(
  [chartPoint(0, '100'), chartPoint(50, '200'), chartPoint(90, '100', true), chartPoint(100, '100')],
  ROOM
)!;
const rings = (entries: TransferEntry[], isHidden = false) => transferMarkersOf(entries, layout, isHidden);
const at = (minute: number, changed = {}): TransferEntry => arrived(minute * MINUTE_MS, changed);

describe('a transfer marker', () => {
  it('a marker is on the line at the moment of its transfer', () => {
    const [ring] = rings([at(25)]);
    expect(ring?.x).toBeCloseTo(25);
    expect(ring?.y).toBeCloseTo(((layout.plottedPoints[0]?.y ?? 0) + (layout.plottedPoints[1]?.y ?? 0)) / 2);
    expect(ring?.texts).toEqual(['Received 250 USDC']);
  });

  it('the marker of a transfer during a gap is where the line continues', () => {
    expect(rings([at(70)])).toMatchObject([{ x: 90, y: layout.plottedPoints[2]?.y }]);
  });

  it('only transfers of the range have markers', () => {
    expect(rings([at(-1), at(101)])).toEqual([]);
  });

  it('a marker stands for all transfers near each other, oldest first, and counts those without room', () => {
    const near = [at(25, { symbol: 'C' }), at(22, { symbol: 'B' }), at(20, { symbol: 'A' }), at(60)];
    expect(rings(near).map(ring => ring.texts)).toEqual([
      ['Received 250 A', 'Received 250 B', 'Received 250 C'],
      ['Received 250 USDC']
    ]);
    expect(rings([...near, at(26)])[0]?.texts).toEqual(['Received 250 A', 'Received 250 B', 'and 2 more']);
  });

  it('a marker names no amount while balances are hidden', () => {
    expect(rings([at(25)], true)[0]?.texts).toEqual(['Received ••• USDC']);
  });

  it('a marker is read out with a point near it', () => {
    const all = rings([at(25), at(60)]);
    expect([20, 32, 33].map(x => markerNear(all, x)?.x)).toEqual([25, 25, undefined]);
  });
});

describe('the transfers of a subject', () => {
  it('transfers are listed without those that are risky, not counted or too small', () => {
    const suppressed = (silence: Entry['silence']): Entry => at(1, { silence });
    const left = { ...at(2), kind: 'left' } as Entry;
    const others = [
      total(1),
      price(1),
      suppressed('risky'),
      suppressed('not-counted'),
      suppressed('below-threshold')
    ];
    const kept = [at(1), left, suppressed('quiet-hours')];
    expect(transfersOf([...others, ...kept], {})).toEqual(kept);
  });

  it.each([
    ['chain', { chainIndex: '8453' }, { chainIndex: '1' }],
    ['wallet', { walletId: 'w2' }, { walletId: 'w1' }],
    ['holding', { holdingId: 'h1' }, { holdingId: 'h2' }]
  ])('only transfers of the shown %s are listed', (_, own, other) => {
    const entry = at(1, { chainIndex: '8453', walletId: 'w2', holdingId: 'h1' });
    expect(transfersOf([entry], own)).toEqual([entry]);
    expect(transfersOf([entry], other)).toEqual([]);
  });
});

describe('the point under the pointer', () => {
  it('the nearest chart point is found', () => {
    expect([0, 24, 26, 71, 99].map(x => nearestIndex(layout.plottedPoints, x))).toEqual([0, 0, 1, 2, 3]);
  });
});

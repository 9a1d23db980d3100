// The value axis in percent: round percents from the first point on, above and below it.
import { expect, it } from 'vitest';
import { chartLayoutOf } from '../../../../renderer/chart/chart-layout';
import { HOUR_MS } from '../../../../shared/domain/durations';
import type { ChartPoint } from '../../../../shared/schema/app-state';

const NOW = Date.UTC(2026, 10, 22, 10, 32);

function labelsOf(totals: readonly string[], hasPercents = true, isHidden = false): string[] {
  const chartPoints = totals.map((total, i): ChartPoint => ({
    at: NOW - (totals.length - i) * HOUR_MS,
    total,
    isStale: false,
    isAfterGap: false
  }));
  const area = { widthPx: 700, heightPx: 124, minute: NOW, tailMs: 9 * HOUR_MS, isHidden, hasAxes: true };
  return chartLayoutOf(chartPoints, { ...area, hasPercents })?.drawing.values.map(({ text }) => text) ?? [];
}

it.each([
  [
    ['1000', '1100'],
    ['+10 %', '+5 %', '0 %']
  ],
  [
    ['1000', '900', '1100'],
    ['+10 %', '0 %', '−10 %']
  ],
  [
    ['1000', '700', '600'],
    ['0 %', '−20 %', '−40 %']
  ],
  [
    ['1000', '1000.6'],
    ['+0.06 %', '+0.03 %', '0.00 %']
  ]
])('of %s are %s', (totals, labels) => {
  expect(labelsOf(totals)).toEqual(labels.map(label => label.replace(' ', '\u202f')));
});

it('say nothing of amounts, and so stay while balances are hidden', () => {
  expect(labelsOf(['1000', '1100'], true, true)).toEqual(labelsOf(['1000', '1100']));
  expect(labelsOf(['1000', '1100'], false, true)).toEqual(['•••', '•••', '•••']);
});

it('are dollars where the line begins with nothing, of which there is no percent', () => {
  expect(labelsOf(['0', '10'])).toEqual(['$10', '$5', '$0']);
});

import { describe, expect, it } from 'vitest';
import { clearOfMarkers, linesBottomPx } from '../../../../renderer/chart/label-places';
import type { ChartLayout } from '../../../../renderer/chart/chart-layout';

const layoutOf = (x: number, y: number, anchor: 'start' | 'middle' | 'end' = 'middle') =>
  ({ widthPx: 600, valueLabels: [{ x, y, anchor, text: '$41,706.15' }] }) as unknown as ChartLayout;
const marker = (x: number, y: number) => ({ x, y, texts: [] });

describe('the label of the lowest or the highest value', () => {
  it('stays where it is when no marker crosses it', () => {
    const { valueLabels } = layoutOf(300, 90);
    const { valueLabels: high } = layoutOf(300, 20);
    expect(clearOfMarkers(layoutOf(300, 90), [])).toEqual(valueLabels);
    expect(clearOfMarkers(layoutOf(300, 90), [marker(400, 40)])).toEqual(valueLabels);
    // The ring is below the label, and so is its stem.
    expect(clearOfMarkers(layoutOf(300, 20), [marker(300, 60)])).toEqual(high);
  });

  it('moves beside the nearest marker that would cross it', () => {
    expect(clearOfMarkers(layoutOf(310, 90), [marker(300, 40)])).toMatchObject([{ x: 309, anchor: 'start' }]);
    expect(clearOfMarkers(layoutOf(290, 90), [marker(300, 40)])).toMatchObject([{ x: 291, anchor: 'end' }]);
  });

  it('never leaves the plot, nor moves onto another marker', () => {
    expect(clearOfMarkers(layoutOf(20, 90, 'start'), [marker(30, 40)])).toMatchObject([
      { x: 39, anchor: 'start' }
    ]);
    const two = [marker(300, 40), marker(340, 40)];
    expect(clearOfMarkers(layoutOf(310, 90), two)).toMatchObject([{ x: 291, anchor: 'end' }]);
  });
});

describe('the text of a transfer', () => {
  const plotted = (...heights: number[]) =>
    ({ bottomPx: 106, plottedPoints: heights.map((y, i) => ({ x: i * 10, y })) }) as unknown as ChartLayout;

  it('stands at the bottom, and at the top where the line runs at the bottom', () => {
    expect(linesBottomPx(plotted(30, 40, 30), { left: 0, right: 60 }, 14)).toBe(100);
    expect(linesBottomPx(plotted(95, 96, 95), { left: 0, right: 60 }, 14)).toBe(25);
    expect(linesBottomPx(plotted(95, 10, 95), { left: 0, right: 60 }, 14)).toBe(100);
  });
});

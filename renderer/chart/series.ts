// Makes the chart series from chart points: columns for fresh and stale lines, gaps, extremes.
import type { DecimalText } from '../../shared/domain/decimal';
import type { BreakCause } from '../../shared/domain/failure';
import type { ChartPoint } from '../../shared/schema/app-state';
import { chartUnits, heightOf } from './axes';

/** A height from 0 to 1; null breaks the line there; undefined neither draws nor breaks it. */
export type SeriesCell = number | null | undefined;

export interface ChartSeries {
  /** Moments in ms, ascending; then one cell per moment for the fresh line and for the stale line. */
  readonly columns: [times: number[], fresh: SeriesCell[], stale: SeriesCell[]];
  /** ms */
  readonly gaps: { from: number; until: number; cause?: BreakCause | undefined }[];
  /** Chart units. */
  readonly low: bigint;
  readonly high: bigint;
  /** One height per chart point. */
  readonly heights: number[];
  /** Indexes of the first lowest and the first highest chart point; null when all values are equal. */
  readonly extremes: { low: number; high: number } | null;
}

/**
 * `others`: totals of lines beside it, which the heights leave room for. Needs at least one chart point. Both ends of a stale period are dashed. `until`: the present, ms; the time since the
 * last chart point is a gap when it is longer than `tailMs`.
 */
export function seriesOf(
  chartPoints: readonly ChartPoint[],
  until: number,
  tailMs: number,
  others: readonly DecimalText[] = []
): ChartSeries {
  const units = chartPoints.map(chartPoint => chartUnits(chartPoint.total));
  const [ownLow, ownHigh] = [lowestOf(units), highestOf(units)];
  const all = [ownLow, ownHigh, ...others.map(chartUnits)];
  const [low, high] = [lowestOf(all), highestOf(all)];
  const heights = units.map(value => heightOf(value, low, high));
  const gaps: ChartSeries['gaps'] = chartPoints.flatMap((chartPoint, i) => {
    const before = chartPoints[i - 1];
    return before && chartPoint.isAfterGap
      ? [{ from: before.at, until: chartPoint.at, cause: chartPoint.gapCause }]
      : [];
  });
  const last = chartPoints.at(-1);
  if (last && until - last.at > tailMs) gaps.push({ from: last.at, until });
  return {
    columns: columnsOf(chartPoints, heights),
    gaps,
    low,
    high,
    heights,
    extremes: ownLow < ownHigh ? { low: units.indexOf(ownLow), high: units.indexOf(ownHigh) } : null
  };
}

function lowestOf(units: readonly bigint[]): bigint {
  return units.reduce((smallest, value) => (value < smallest ? value : smallest));
}

function highestOf(units: readonly bigint[]): bigint {
  return units.reduce((largest, value) => (value > largest ? value : largest));
}

/** Style of the line from the previous chart point to this one; stale is dashed; null when there is no line. */
function lineStyleOf(chartPoints: readonly ChartPoint[], i: number): 'fresh' | 'stale' | null {
  const [before, chartPoint] = [chartPoints[i - 1], chartPoints[i]];
  if (!before || !chartPoint || chartPoint.isAfterGap) return null;
  return before.isStale || chartPoint.isStale ? 'stale' : 'fresh';
}

function columnsOf(chartPoints: readonly ChartPoint[], heights: readonly number[]): ChartSeries['columns'] {
  const columns: ChartSeries['columns'] = [[], [], []];
  const addRow = (at: number, fresh: SeriesCell, stale: SeriesCell): void => {
    columns[0].push(at);
    columns[1].push(fresh);
    columns[2].push(stale);
  };
  chartPoints.forEach((chartPoint, i) => {
    const [style, next] = [lineStyleOf(chartPoints, i), lineStyleOf(chartPoints, i + 1)];
    const middle = ((chartPoints[i - 1]?.at ?? chartPoint.at) + chartPoint.at) / 2;
    if (i > 0 && style === null) addRow(middle, null, null);
    // Two fresh points between stale ones: both points are on both lines, the segment between them is only on the fresh
    // line.
    else if (style === 'fresh') addRow(middle, undefined, null);
    const height = heights[i] ?? 0;
    addRow(
      chartPoint.at,
      chartPoint.isStale ? null : height,
      style === 'stale' || next === 'stale' ? height : null
    );
  });
  return columns;
}

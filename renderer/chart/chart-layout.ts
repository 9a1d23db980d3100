// Computes the layout of a chart: series, axis ticks, plotted points, gaps and value labels.
import { toText, type DecimalText } from '../../shared/domain/decimal';
import { percentText } from '../../shared/text/money';
import type { BreakCause } from '../../shared/domain/failure';
import type { ChartLine } from '../../shared/ipc/history-calls';
import type { ChartPoint } from '../../shared/schema/app-state';
import { maskedAxisTexts, maskedUsd } from '../portfolio/masked-amounts';
import { chartUnits, timeTicks, valueTicks, heightOf } from './axes';
import type { PlottedPoint } from './chart-point';
import { seriesOf, type ChartSeries } from './series';
import { CHART_TEXT } from '../text/overview';

export interface ChartArea {
  readonly widthPx: number;
  readonly heightPx: number;
  /** The present minute, ms. */
  readonly minute: number;
  /** The time since the last chart point is a gap when it is longer than this. */
  readonly tailMs: number;
  readonly isHidden: boolean;
  /** Without axes the line uses the whole area. */
  readonly hasAxes: boolean;
  /** The value axis has percents from the first point on. */
  readonly hasPercents?: boolean;
  /** Lines beside the recorded one, which the plot has room for. */
  readonly lines?: readonly Pick<ChartLine, 'points'>[];
}

export interface ValueLabel {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** Input of the canvas: pixels around the plot, and moments (ms) and heights inside the plot. */
export interface ChartDrawing {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly topPx: number;
  readonly rightPx: number;
  readonly belowPx: number;
  readonly times: readonly [from: number, until: number];
  readonly heights: readonly [lowest: number, highest: number];
  readonly columns: ChartSeries['columns'];
  readonly gaps: ChartSeries['gaps'];
  readonly values: readonly { height: number; text: string }[];
  readonly moments: readonly { at: number; text: string }[];
}

export interface ChartLayout {
  readonly drawing: ChartDrawing;
  /** Width of the plot, without the axis. */
  readonly widthPx: number;
  readonly bottomPx: number;
  readonly plottedPoints: PlottedPoint[];
  readonly gaps: { x: number; widthPx: number; cause?: BreakCause | undefined }[];
  readonly extremes: { low: PlottedPoint; high: PlottedPoint } | null;
  /** Texts beside the lowest and the highest point. */
  readonly valueLabels: ValueLabel[];
  readonly last: PlottedPoint | undefined;
  placeOf(point: { readonly at: number; readonly total: DecimalText }): { x: number; y: number };
}

/** Width of a digit of a label. */
export const LABEL_PX = 6.4;
const TICK_PX = 104;
const TOP_PX = 8;
const AXIS_PX = 18;
/** Room between the edges of the plot and the line, for the ends of the line and the two value labels. */
const ABOVE_PX = 12;
const UNDER_PX = 14;
/** Least distance of the two value labels beside other lines. */
const LABELS_PX = 24;
/** Room for the last label of the time axis. */
const NOW_PX = 48;

function anchorOf(x: number, widthPx: number, text: string): ValueLabel['anchor'] {
  const half = (text.length * LABEL_PX) / 2;
  return x < half ? 'start' : x > widthPx - half ? 'end' : 'middle';
}

function valueLabelOf(
  { x, y, chartPoint }: PlottedPoint,
  byPx: number,
  widthPx: number,
  isHidden: boolean
): ValueLabel {
  const text = maskedUsd(chartPoint.total, isHidden);
  return { x, y: y + byPx, text, anchor: anchorOf(x, widthPx, text) };
}

/** Null when there are fewer than two points. */
export function chartLayoutOf(chartPoints: readonly ChartPoint[], area: ChartArea): ChartLayout | null {
  const [first, newest] = [chartPoints[0], chartPoints.at(-1)];
  const others = (area.lines ?? []).flatMap(({ points }) => points);
  if (!first || !newest || chartPoints.length + others.length < 2) return null;
  const { isHidden, hasAxes, widthPx: allPx, heightPx } = area;
  const [from, until] = [Math.min(first.at, others[0]?.at ?? first.at), Math.max(area.minute, newest.at)];
  const totals = others.map(({ total }) => total);
  const series = seriesOf(chartPoints, until, area.tailMs, totals);
  const base = area.hasPercents ? chartUnits(first.total) : 0n;
  const values = !hasAxes ? [] : base > 0n ? percentsOf(series, base) : valuesOf(series, isHidden);
  const rightPx = hasAxes ? Math.max(56, ...values.map(({ text }) => text.length * LABEL_PX + 14)) : 4;
  const belowPx = hasAxes ? AXIS_PX : 0;
  const widthPx = Math.max(1, allPx - rightPx);
  const bottomPx = heightPx - belowPx;
  const linePx = Math.max(1, bottomPx - TOP_PX - ABOVE_PX - UNDER_PX);
  const span = Math.max(1, until - from);
  const xOf = (at: number): number => ((at - from) / span) * widthPx;
  const placeOf: ChartLayout['placeOf'] = ({ at: moment, total }) => ({
    x: xOf(moment),
    y: TOP_PX + ABOVE_PX + (1 - heightOf(chartUnits(total), series.low, series.high)) * linePx
  });
  const plottedPoints = chartPoints.map(chartPoint => ({ ...placeOf(chartPoint), chartPoint }));
  const at = (index: number | undefined): PlottedPoint | undefined => plottedPoints[index ?? -1];
  const [low, high] = [at(series.extremes?.low), at(series.extremes?.high)];
  const drawing: ChartDrawing = {
    ...{ widthPx: allPx, heightPx, topPx: TOP_PX, rightPx, belowPx },
    times: [from, from + span],
    heights: [-UNDER_PX / linePx, 1 + ABOVE_PX / linePx],
    columns: series.columns,
    gaps: series.gaps,
    values,
    moments: hasAxes ? momentsOf(from, until, widthPx) : []
  };
  return {
    ...{ drawing, widthPx, bottomPx, plottedPoints, placeOf, last: plottedPoints.at(-1) },
    gaps: series.gaps.map(({ from: start, until: end, cause }) => {
      return { x: xOf(start), widthPx: xOf(end) - xOf(start), cause };
    }),
    extremes: low && high ? { low, high } : null,
    // Beside other lines the recorded one may be short: two labels at one place say nothing.
    valueLabels:
      low && high && low.y - high.y > (others.length > 0 ? LABELS_PX : -1)
        ? [valueLabelOf(high, -6, widthPx, isHidden), valueLabelOf(low, 13, widthPx, isHidden)]
        : []
  };
}

/** While balances are hidden, the axis keeps its lines, and its labels show no value. */
function valuesOf({ low, high }: ChartSeries, isHidden: boolean): ChartDrawing['values'] {
  const ticks = valueTicks(low, high);
  const texts = maskedAxisTexts(
    ticks.map(({ text }) => text),
    isHidden
  );
  return ticks.map(({ units }, i) => ({ height: heightOf(units, low, high), text: texts[i] ?? '' }));
}

/** A multiple of every step of the ticks, so that ticks below zero are as round as those above it. */
const ABOVE_ALL = 6n * 10n ** 30n;
/** Chart units of a percent have four decimals. */
const PERCENT_UNITS = 1_000_000n;
const PERCENT_SCALE = 4;

function percentsOf({ low, high }: ChartSeries, base: bigint): ChartDrawing['values'] {
  const percentOf = (units: bigint): bigint => ((units - base) * PERCENT_UNITS) / base;
  const [least, most] = [percentOf(low), percentOf(high)];
  const ticks = valueTicks(least + ABOVE_ALL, most + ABOVE_ALL).map(({ units }) => {
    const percent = units - ABOVE_ALL;
    return { units: percent, text: toText({ units: percent, scale: PERCENT_SCALE }) };
  });
  const decimals = Math.min(2, Math.max(...ticks.map(({ text }) => text.split('.')[1]?.length ?? 0)));
  return ticks.map(({ units, text }) => ({
    height: heightOf(units, least, most),
    text: percentText(text, decimals, true)
  }));
}

/** Round moments whose labels fit between the left edge and the last label. */
function momentsOf(from: number, until: number, widthPx: number): ChartDrawing['moments'] {
  const maxTicks = Math.max(2, Math.floor(widthPx / TICK_PX));
  const xOf = (at: number): number => ((at - from) / Math.max(1, until - from)) * widthPx;
  const fittingTicks = timeTicks(from, until, maxTicks).filter(
    ({ at, text }) => xOf(at) >= (text.length * LABEL_PX) / 2 && xOf(at) < widthPx - NOW_PX
  );
  return [...fittingTicks, { at: until, text: CHART_TEXT.now }];
}

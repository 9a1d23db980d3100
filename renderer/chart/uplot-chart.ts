// Draws a chart with uPlot; loaded late, so that the first paint does not wait for it.
import UPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { ChartColours } from './chart-colours';
import type { ChartDrawing } from './chart-layout';

export interface CanvasHandle {
  draw(drawing: ChartDrawing, colours: ChartColours): void;
  end(): void;
}

const FONT_PX = 11;
const LINE_PX = 1.5;
/** Distance between the plot and the labels of the time axis. */
const LABEL_GAP_PX = 5;
/** Length of the dashes of stale periods, and of the spaces between them. */
const DASH_PX = 3;

/** Puts a canvas into `host`. Every redraw reads the current drawing, so the chart is created only once. */
export function createCanvas(host: HTMLElement, drawing: ChartDrawing, colours: ChartColours): CanvasHandle {
  let current = { drawing, colours };
  const chart = new UPlot(
    optionsOf(() => current),
    columnsOf(drawing),
    host
  );
  return {
    draw(drawing, colours) {
      current = { drawing, colours };
      chart.batch(() => {
        if (chart.width !== drawing.widthPx || chart.height !== drawing.heightPx)
          chart.setSize({ width: drawing.widthPx, height: drawing.heightPx });
        chart.setData(columnsOf(drawing));
        chart.redraw(false, true);
      });
    },
    end: () => chart.destroy()
  };
}

interface CanvasState {
  readonly drawing: ChartDrawing;
  readonly colours: ChartColours;
}

/** The typings do not know a moment without a value on both lines, although the library documents it. */
function columnsOf({ columns }: ChartDrawing): UPlot.AlignedData {
  return columns;
}

function fontOf({ font }: ChartColours): string {
  return `${FONT_PX}px ${font}`;
}

function optionsOf(current: () => CanvasState): UPlot.Options {
  const { drawing, colours } = current();
  return {
    width: drawing.widthPx,
    height: drawing.heightPx,
    padding: [drawing.topPx, drawing.belowPx > 0 ? 0 : drawing.rightPx, 0, 0],
    legend: { show: false },
    cursor: { show: false },
    select: { show: false, left: 0, top: 0, width: 0, height: 0 },
    scales: {
      x: { time: false, range: () => [...current().drawing.times] },
      y: { range: () => [...current().drawing.heights] }
    },
    series: [
      {},
      lineSeriesOf(current, 'line'),
      { ...lineSeriesOf(current, 'stale'), dash: [DASH_PX, DASH_PX] }
    ],
    axes: [momentAxis(current, fontOf(colours)), valueAxis(current, fontOf(colours))],
    hooks: { drawClear: [chart => paintGaps(chart, current())] }
  };
}

function lineSeriesOf(current: () => CanvasState, colour: 'line' | 'stale'): UPlot.Series {
  return {
    stroke: () => current().colours[colour],
    width: LINE_PX,
    cap: colour === 'line' ? 'round' : 'butt',
    spanGaps: false,
    points: { show: false },
    pxAlign: 0
  };
}

function momentAxis(current: () => CanvasState, font: string): UPlot.Axis {
  return {
    show: current().drawing.belowPx > 0,
    side: 2,
    size: () => current().drawing.belowPx,
    gap: LABEL_GAP_PX,
    font,
    stroke: () => current().colours.text,
    grid: { show: false },
    ticks: { show: false },
    splits: () => current().drawing.moments.map(({ at }) => at),
    values: () => current().drawing.moments.map(({ text }) => text)
  };
}

/** The labels end at the edge of the window, one below the other. */
function valueAxis(current: () => CanvasState, font: string): UPlot.Axis {
  return {
    show: current().drawing.belowPx > 0,
    side: 1,
    size: () => current().drawing.rightPx,
    gap: 0,
    alignTo: 2,
    align: 2,
    font,
    stroke: () => current().colours.text,
    grid: { stroke: () => current().colours.grid, width: 1 },
    ticks: { show: false },
    splits: () => current().drawing.values.map(({ height }) => height),
    values: () => current().drawing.values.map(({ text }) => text)
  };
}

/** Draws the gaps below the grid and the line. */
function paintGaps(chart: UPlot, { drawing, colours }: CanvasState): void {
  const { ctx, bbox } = chart;
  ctx.fillStyle = colours.gap;
  for (const gap of drawing.gaps) {
    const left = chart.valToPos(gap.from, 'x', true);
    ctx.fillRect(left, bbox.top, chart.valToPos(gap.until, 'x', true) - left, bbox.height);
  }
}

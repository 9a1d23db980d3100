// uPlot behind one function: draws a sheet, and draws it again. Loaded late, so that the window's first paint does not wait.
import UPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { Inks } from './chart-colours';
import type { Sheet } from './chart-layout';

export interface LineCanvas {
  draw(sheet: Sheet, inks: Inks): void;
  end(): void;
}

const FONT_PX = 11;
const LINE_PX = 1.5;
/** From the line's area down to the words of the time axis. */
const WORDS_PX = 5;
/** Stale stretches: as long as the spaces between. */
const DASH_PX = 3;

/** Puts a canvas into `host`. What is drawn is read anew at every drawing, so the chart itself is made once. */
export function lineCanvas(host: HTMLElement, sheet: Sheet, inks: Inks): LineCanvas {
  let now = { sheet, inks };
  const chart = new UPlot(
    optionsOf(() => now),
    columnsOf(sheet),
    host
  );
  return {
    draw(sheet, inks) {
      now = { sheet, inks };
      chart.batch(() => {
        if (chart.width !== sheet.widthPx || chart.height !== sheet.heightPx)
          chart.setSize({ width: sheet.widthPx, height: sheet.heightPx });
        chart.setData(columnsOf(sheet));
        chart.redraw(false, true);
      });
    },
    end: () => chart.destroy()
  };
}

interface Drawn {
  readonly sheet: Sheet;
  readonly inks: Inks;
}

/** The typings know no moment that two lines have no word on, which the library itself documents. */
function columnsOf({ columns }: Sheet): UPlot.AlignedData {
  return columns;
}

function fontOf({ font }: Inks): string {
  return `${FONT_PX}px ${font}`;
}

function optionsOf(now: () => Drawn): UPlot.Options {
  const { sheet, inks } = now();
  return {
    width: sheet.widthPx,
    height: sheet.heightPx,
    padding: [sheet.topPx, sheet.belowPx > 0 ? 0 : sheet.rightPx, 0, 0],
    legend: { show: false },
    cursor: { show: false },
    select: { show: false, left: 0, top: 0, width: 0, height: 0 },
    scales: {
      x: { time: false, range: () => [...now().sheet.times] },
      y: { range: () => [...now().sheet.heights] }
    },
    series: [{}, strokeOf(now, 'line'), { ...strokeOf(now, 'stale'), dash: [DASH_PX, DASH_PX] }],
    axes: [momentAxis(now, fontOf(inks)), valueAxis(now, fontOf(inks))],
    hooks: { drawClear: [chart => paintGaps(chart, now())] }
  };
}

function strokeOf(now: () => Drawn, ink: 'line' | 'stale'): UPlot.Series {
  return {
    stroke: () => now().inks[ink],
    width: LINE_PX,
    cap: ink === 'line' ? 'round' : 'butt',
    spanGaps: false,
    points: { show: false },
    pxAlign: 0
  };
}

function momentAxis(now: () => Drawn, font: string): UPlot.Axis {
  return {
    show: now().sheet.belowPx > 0,
    side: 2,
    size: () => now().sheet.belowPx,
    gap: WORDS_PX,
    font,
    stroke: () => now().inks.text,
    grid: { show: false },
    ticks: { show: false },
    splits: () => now().sheet.moments.map(({ at }) => at),
    values: () => now().sheet.moments.map(({ text }) => text)
  };
}

/** Its words end at the edge of the window, below each other. */
function valueAxis(now: () => Drawn, font: string): UPlot.Axis {
  return {
    show: now().sheet.belowPx > 0,
    side: 1,
    size: () => now().sheet.rightPx,
    gap: 0,
    alignTo: 2,
    align: 2,
    font,
    stroke: () => now().inks.text,
    grid: { stroke: () => now().inks.grid, width: 1 },
    ticks: { show: false },
    splits: () => now().sheet.values.map(({ height }) => height),
    values: () => now().sheet.values.map(({ text }) => text)
  };
}

/** Below the grid and the line. */
function paintGaps(chart: UPlot, { sheet, inks }: Drawn): void {
  const { ctx, bbox } = chart;
  ctx.fillStyle = inks.gap;
  for (const gap of sheet.gaps) {
    const left = chart.valToPos(gap.from, 'x', true);
    ctx.fillRect(left, bbox.top, chart.valToPos(gap.until, 'x', true) - left, bbox.height);
  }
}

// Draws the plain icon: a tray, and above it the mark of the state.
import { quarter, rect, ring } from './rasterizer';
import type { Shape } from './rasterizer';

export type IconState = 'normal' | 'stale' | 'error' | 'paused' | 'hidden';

/** A vertical bar with round ends, `width` wide around `centreX`. */
function bar(centreX: number, top: number, bottom: number, width: number): Shape[] {
  const half = width / 2;
  return [
    rect(centreX - half, top + half, width, bottom - top - width),
    ring(centreX, top + half, half, 0),
    ring(centreX, bottom - half, half, 0)
  ];
}

function tray(sizePx: number, stroke: number): Shape[] {
  const unit = sizePx / 16;
  const half = Math.round(6.75 * unit);
  const [left, right] = [sizePx / 2 - half, sizePx / 2 + half];
  const bottom = Math.round(14.75 * unit);
  const top = Math.round(7.75 * unit) + stroke / 2;
  const corner = Math.round(3.25 * unit);
  const centreY = bottom - corner;
  return [
    rect(left, top, stroke, centreY - top),
    rect(right - stroke, top, stroke, centreY - top),
    rect(left + corner, bottom - stroke, right - left - 2 * corner, stroke),
    quarter(ring(left + corner, centreY, corner, corner - stroke), -1, 1),
    quarter(ring(right - corner, centreY, corner, corner - stroke), 1, 1),
    ring(left + stroke / 2, top, stroke / 2, 0),
    ring(right - stroke / 2, top, stroke / 2, 0)
  ];
}

function mark(state: IconState, sizePx: number, stroke: number): Shape[] {
  const unit = sizePx / 16;
  const snap = (units: number): number => Math.round(units * unit);
  const middle = sizePx / 2;
  if (state === 'normal' || state === 'stale') {
    const radius = snap(4);
    return [ring(middle, snap(2) + radius, radius, state === 'stale' ? radius - stroke : 0)];
  }
  const width = 2 * Math.max(1, Math.round(unit - 0.1));
  if (state === 'error') {
    return [...bar(middle, snap(1), snap(8.2), width), ring(middle, snap(10.3), 1.2 * unit, 0)];
  }
  if (state === 'paused') {
    return [-1, 1].flatMap(side => bar(middle + side * snap(2.25), snap(2), snap(10), width));
  }
  return [-1, 0, 1].map(side => ring(middle + side * snap(4.25), snap(5.5), 1.4 * unit, 0));
}

/** Shapes of the plain icon. Drawn on 16 units; straight edges are moved to whole pixels. */
export function markShapes(state: IconState, sizePx: number): Shape[] {
  const stroke = Math.max(1, Math.round((1.5 * sizePx) / 16));
  return [...tray(sizePx, stroke), ...mark(state, sizePx, stroke)];
}

// Computes window positions: the popover beside the tray icon, and the window at its last place on a display.
import { MINUTE_MS } from '../../../shared/domain/durations';

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const GAP_PX = 8;
/** At least this much of the title bar must be on a display, so that a person can drag the window. */
const GRIP_PX = { width: 120, height: 40 };

/** Linux panels do not report where the icon is: all numbers are zero. */
export function isKnownPosition({ width, height }: Rect): boolean {
  return width > 0 && height > 0;
}

/** Below a bar at the top, above a bar at the bottom, beside a bar at the side; moved inwards to fit on the display. */
export function placeBesideTray(icon: Rect, area: Rect, size: Pick<Rect, 'width' | 'height'>): Rect {
  const middleX = icon.x + icon.width / 2;
  const middleY = icon.y + icon.height / 2;
  const isLeft = middleX < area.x;
  const isRight = middleX > area.x + area.width;
  const isBottom = middleY > area.y + area.height / 2;
  const beside = isLeft ? icon.x + icon.width + GAP_PX : icon.x - size.width - GAP_PX;
  const x = isLeft || isRight ? beside : middleX - size.width / 2;
  const above = isBottom ? icon.y - size.height - GAP_PX : icon.y + icon.height + GAP_PX;
  const y = isLeft || isRight ? middleY - size.height / 2 : above;
  return {
    x: Math.round(clamp(x, area.x, area.x + area.width - size.width)),
    y: Math.round(clamp(y, area.y, area.y + area.height - size.height)),
    width: size.width,
    height: size.height
  };
}

/** The stored placement; null when no display shows enough of it, or none was stored. */
export function restoredPlacement(placement: Rect | null, areas: readonly Rect[]): Rect | null {
  if (!placement) return null;
  const area = areas.find(candidate => isReachable(placement, candidate));
  if (!area) return null;
  return {
    ...placement,
    width: Math.min(placement.width, area.width),
    height: Math.min(placement.height, area.height)
  };
}

/** Whether enough of the title bar, at the top of the window, is visible to drag it. */
function isReachable(placement: Rect, area: Rect): boolean {
  const visibleWidthPx =
    Math.min(placement.x + placement.width, area.x + area.width) - Math.max(placement.x, area.x);
  return (
    visibleWidthPx >= GRIP_PX.width &&
    placement.y >= area.y &&
    placement.y <= area.y + area.height - GRIP_PX.height
  );
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

const MAX_REVIVALS = 3;
const REVIVAL_WINDOW_MS = 5 * MINUTE_MS;

/** `earlierAt`: when the window was recreated before, ms by a monotonic clock. */
export function mayReviveWindow(earlierAt: readonly number[], now: number): boolean {
  return earlierAt.filter(at => now - at < REVIVAL_WINDOW_MS).length < MAX_REVIVALS;
}

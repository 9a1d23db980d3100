// Window positions on one display and on several, with bars on every side.
import { describe, expect, it } from 'vitest';
import {
  placeBesideTray,
  isKnownPosition,
  restoredPlacement
} from '../../../../electron/core/system/window-placement';

const SIZE = { width: 380, height: 600 };
const icon = (x: number, y: number) => ({ x, y, width: 24, height: 24 });

describe('the popover', () => {
  it.each([
    ['below a bar at the top', icon(1000, 0), { x: 0, y: 25, width: 1440, height: 875 }, [822, 32]],
    ['above a bar at the bottom', icon(1000, 870), { x: 0, y: 0, width: 1440, height: 860 }, [822, 260]],
    ['beside a bar at the left', icon(10, 500), { x: 60, y: 0, width: 1380, height: 900 }, [60, 212]],
    ['beside a bar at the right', icon(1400, 500), { x: 0, y: 0, width: 1380, height: 900 }, [1000, 212]],
    ['whole in the corner', icon(1410, 0), { x: 0, y: 25, width: 1440, height: 875 }, [1060, 32]],
    [
      'on a display at the left of the main one',
      icon(-500, 0),
      { x: -1440, y: 25, width: 1440, height: 875 },
      [-678, 32]
    ],
    [
      'at the top of a display lower than itself',
      icon(500, 480),
      { x: 0, y: 0, width: 800, height: 470 },
      [322, 0]
    ]
  ])('is %s', (_, tray, area, [x, y]) => {
    expect(placeBesideTray(tray, area, SIZE)).toEqual({ x, y, ...SIZE });
  });

  it('has no position if the system does not report the icon position', () => {
    expect([isKnownPosition({ x: 0, y: 0, width: 0, height: 0 }), isKnownPosition(icon(0, 0))]).toEqual([
      false,
      true
    ]);
  });
});

describe('the window', () => {
  const left = { x: 0, y: 0, width: 1440, height: 900 };
  const right = { x: 1440, y: 0, width: 1280, height: 720 };
  const place = { x: 1500, y: 40, width: 980, height: 680 };

  it('is restored at its last position', () => {
    expect(restoredPlacement(place, [left, right])).toEqual(place);
    expect(restoredPlacement(null, [left])).toBe(null);
  });

  it('opens on the main display when its own is gone, or only a corner of it would be visible', () => {
    expect(restoredPlacement(place, [left])).toBe(null);
    expect(restoredPlacement({ ...place, x: -900 }, [left])).toBe(null);
    expect(restoredPlacement({ ...place, y: 870 }, [left])).toBe(null);
    expect(restoredPlacement({ ...place, x: 0, y: -30 }, [left])).toBe(null);
  });

  it('shrinks to fit a smaller display', () => {
    expect(restoredPlacement({ ...place, width: 2000, height: 1200 }, [right])).toEqual({
      ...place,
      width: 1280,
      height: 720
    });
  });
});

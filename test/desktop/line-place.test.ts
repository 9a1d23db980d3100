// The drawn line of the history lies in its own box, under its marks; a point that is kept in sight lies at it.
import type { Page } from 'playwright/test';
import { expect, test } from './stage';

/** Edges of each, CSS pixels from those of the history's box, at one moment: what stands above may grow. */
const edges = (page: Page, selector: string) =>
  page.locator(selector).evaluate(node => {
    const [inner, outer] = [node, node.closest('.history')!].map(one => one.getBoundingClientRect());
    const { left, top, width, height } = inner!;
    return { x: left - outer!.left, y: top - outer!.top, width, height, room: outer!.width };
  });

for (const [width, heightPx] of [
  [380, 96],
  [980, 124]
] as const)
  test(`the line is drawn in its box, and a kept point stays at it, ${width} px`, async ({ launch }) => {
    const page = await (await launch({ options: ['--demo'] })).page();
    await page.setViewportSize({ width, height: 680 });
    await expect(page.locator('.history .line-canvas canvas')).toBeVisible();
    const { x, y, width: widthPx, height, room } = await edges(page, '.history .line-canvas');
    expect({ x, y, widthPx, height }).toEqual({ x: 0, y: 0, widthPx: room, height: heightPx });
    await page.locator('.history svg').click({ position: { x: 150, y: 40 } });
    const point = await edges(page, '.history .point');
    expect(point.x).toBeGreaterThanOrEqual(0);
    expect(point.x + point.width).toBeLessThanOrEqual(room + 1);
    expect(point.y).toBeGreaterThan(heightPx / 2);
    expect((await edges(page, '.history .line-canvas')).height).toBe(heightPx);
  });

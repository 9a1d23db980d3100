// Tests that the history's line is drawn inside its own box, under its labels, and that a selected point stays on the
// line.
import type { Page } from 'playwright/test';
import type { Bridge } from '../../shared/ipc/channels';
import type { AppState } from '../../shared/schema/app-state';
import { expect, test } from './app/desktop-fixture';

/**
 * Edges of an element in the history's box, in CSS pixels relative to the box, at one moment: content above may grow.
 */
const edges = (page: Page, selector: string) =>
  page.locator('.history').evaluate((box, selector) => {
    const [inner, outer] = [box.querySelector(selector)!, box].map(one => one.getBoundingClientRect());
    const { left, top, width, height } = inner!;
    return { x: left - outer!.left, y: top - outer!.top, width, height, room: outer!.width };
  }, selector);

/** Time of the newest chart point of the line, ms. */
const newestDot = (page: Page) =>
  page.evaluate(async () => {
    const { tokentray } = window as unknown as { tokentray: Bridge };
    const { text } = (await tokentray.call('state:read', {})) as { text: string };
    return (JSON.parse(text) as AppState).history.at(-1)!.at;
  });

for (const [width, heightPx] of [
  [380, 96],
  [980, 124]
] as const)
  test(`the line is drawn in its box, and a kept point stays there over polls, ${width} px`, async ({
    desktop,
    launch
  }) => {
    const page = await (await launch({ options: ['--demo'] })).page();
    await page.setViewportSize({ width, height: 680 });
    await expect(page.locator('.history .line-canvas canvas')).toBeVisible();
    const { x, y, width: widthPx, height, room } = await edges(page, '.history .line-canvas');
    expect({ x, y, widthPx, height }).toEqual({ x: 0, y: 0, widthPx: room, height: heightPx });
    await page.locator('.history svg').click({ position: { x: 150, y: 40 } });
    const kept = page.locator('.history [role=dialog]');
    const moment = (await kept.getAttribute('aria-label'))!;
    for (let polls = 0; polls < 3; polls += 1) {
      const newest = await newestDot(page);
      await desktop.clickMenu('Refresh now');
      await expect.poll(() => newestDot(page)).toBeGreaterThan(newest);
      await expect(kept).toHaveAttribute('aria-label', moment);
    }
    const point = await edges(page, '.history [role=dialog]');
    expect(point.x).toBeGreaterThanOrEqual(0);
    expect(point.x + point.width).toBeLessThanOrEqual(room + 1);
    expect(point.y).toBeGreaterThan(heightPx / 2);
    expect((await edges(page, '.history .line-canvas')).height).toBe(heightPx);
  });

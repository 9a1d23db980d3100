// Opens a portfolio in the built app, and looks at its scenes at every width that is asked for.
import { expect, type CDPSession, type Page } from 'playwright/test';
import type { Bridge } from '../../shared/ipc/channels';
import type { App } from '../desktop/app/app';
import type { Service } from '../desktop/app/okx';
import { numberFits } from './number-fits';
import type { LayoutLanguage, LayoutLook } from './plan';
import type { LayoutPortfolio } from './portfolios';
import { closeScene } from './scenes';

const HEIGHT_PX = 680;

export interface LayoutResult {
  readonly checked: number;
  readonly looks: number;
  /** Each with where it was seen first and at how many widths. */
  readonly faults: readonly string[];
}

interface Stage {
  readonly launch: () => Promise<App>;
  readonly provide: () => Promise<void>;
  readonly service: Service;
}

async function call(page: Page, channel: string, asked: object): Promise<void> {
  await page.evaluate(
    async ([name, given]) => {
      const { tokentray } = window as unknown as { tokentray: Bridge };
      await tokentray.call(name as 'choices:change', given);
    },
    [channel, asked] as const
  );
}

/** Waits for the answer of before, then for that of now: what changed between them is on show. */
export async function openPortfolio(
  { launch, provide, service }: Stage,
  portfolio: LayoutPortfolio,
  language: LayoutLanguage
): Promise<{ app: App; page: Page }> {
  service.hold(...portfolio.before);
  await provide();
  const app = await launch();
  const page = await app.page();
  await expect(page.locator('.total .number:not(.unknown)')).toBeVisible();
  service.hold(...portfolio.now);
  await call(page, 'poll:refresh', {});
  await expect(page.locator('.total .number')).toHaveText(portfolio.shown);
  await call(page, 'choices:change', { language });
  await expect(page.locator('html')).toHaveAttribute('lang', language === 'zh' ? /^zh/ : 'en');
  return { app, page };
}

async function setZoom(app: App, zoom: number): Promise<void> {
  await app.inMain(
    ({ BrowserWindow }, factor) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(factor),
    zoom
  );
}

/** The width of the page in CSS pixels; a zoomed page has fewer of them than its window. */
async function setWidth(session: CDPSession, page: Page, widthPx: number, zoom: number): Promise<void> {
  const metrics = { width: Math.round(widthPx * zoom), height: Math.round(HEIGHT_PX * zoom) };
  await session.send('Emulation.setDeviceMetricsOverride', {
    ...metrics,
    deviceScaleFactor: 1,
    mobile: false
  });
  // Containers and charts are laid out anew after the next frame.
  await page.evaluate(
    () => new Promise(resume => requestAnimationFrame(() => requestAnimationFrame(() => resume(null))))
  );
}

/** Looks at each scene; opens it at the usual width, as a person does who makes the window narrower afterwards. */
export async function lookAt(app: App, page: Page, looks: readonly LayoutLook[]): Promise<LayoutResult> {
  const session = await page.context().newCDPSession(page);
  const found = new Map<string, { at: number[]; where: string }>();
  let [checked, count] = [0, 0];
  for (const { scene, zoom, widths, language, portfolio } of looks) {
    await setZoom(app, zoom);
    await setWidth(session, page, 980, zoom);
    await closeScene(page);
    if (!(await scene.open(page))) continue;
    for (const width of widths) {
      await setWidth(session, page, width, zoom);
      const fits = await numberFits(page);
      checked += fits.checked;
      count++;
      for (const fault of fits.faults) {
        const where = `${scene.name}, ${portfolio.name}, ${language}, ${zoom * 100} %`;
        const known = found.get(`${where}: ${fault}`) ?? { at: [], where };
        known.at.push(width);
        found.set(`${where}: ${fault}`, known);
      }
    }
  }
  const faults = [...found].map(([fault, { at }]) => `${fault} at ${at.join(', ')} px`);
  return { checked, looks: count, faults };
}

// Opens a portfolio in the built app, and looks at its scenes at every width that is asked for.
import { expect, type CDPSession, type Page } from 'playwright/test';
import type { Bridge } from '../../shared/ipc/channels';
import type { AppState } from '../../shared/schema/app-state';
import type { App } from '../desktop/app/app';
import type { Service } from '../desktop/app/okx';
import { numberFits } from './number-fits';
import type { LayoutLanguage, LayoutLook } from './plan';
import { WIDE, type LayoutPortfolio } from './portfolios';
import { closeScene, openPopoverPage, POPOVER_PX } from './scenes';

const HEIGHT_PX = 680;
const USUAL_PX = 980;

export interface LayoutResult {
  readonly checked: number;
  readonly looks: number;
  /** The scenes that could be opened. */
  readonly scenes: readonly string[];
  /** Each with where it was seen, and at which widths. */
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
  await makeGroup(page);
  await call(page, 'choices:change', { language });
  await expect(page.locator('html')).toHaveAttribute('lang', language === 'zh' ? /^zh/ : 'en');
  return { app, page };
}

/** All wallets are in one group, which the small window shows. */
async function makeGroup(page: Page): Promise<void> {
  await page.evaluate(async name => {
    const { tokentray } = window as unknown as { tokentray: Bridge };
    const { text } = (await tokentray.call('state:read', {})) as { text: string };
    const { portfolio } = JSON.parse(text) as AppState;
    const walletIds = portfolio.wallets.map(({ wallet }) => wallet.id);
    const request = { groups: [{ id: '', name, colour: 4, walletIds }] };
    const { ids } = (await tokentray.call('groups:change', request)) as { ids: string[] };
    await tokentray.call('choices:change', { trayGroup: ids[0] });
  }, WIDE);
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

/** Collects the faults of all looks: a fault at many widths is one line. */
class Findings {
  readonly #found = new Map<string, number[]>();
  #checked = 0;
  #looks = 0;
  readonly scenes = new Set<string>();

  async look(page: Page, where: string, width: number): Promise<void> {
    const fits = await numberFits(page);
    this.#checked += fits.checked;
    this.#looks++;
    for (const fault of fits.faults) {
      const line = `${where}: ${fault}`;
      this.#found.set(line, [...(this.#found.get(line) ?? []), width]);
    }
  }

  get result(): LayoutResult {
    const faults = [...this.#found].map(([line, at]) => `${line} at ${at.join(', ')} px`);
    return { checked: this.#checked, looks: this.#looks, scenes: [...this.scenes], faults };
  }
}

/**
 * Looks at each scene; opens it at the usual width, as a person does who makes the window narrower afterwards. At the end
 * at the popover, whose page takes the place of the window's.
 */
export async function lookAt(app: App, page: Page, looks: readonly LayoutLook[]): Promise<LayoutResult> {
  const session = await page.context().newCDPSession(page);
  const findings = new Findings();
  const whereOf = (name: string, { portfolio, language, zoom }: LayoutLook) =>
    `${name}, ${portfolio.name}, ${language}, ${zoom * 100} %`;
  for (const look of looks) {
    await setZoom(app, look.zoom);
    await setWidth(session, page, USUAL_PX, look.zoom);
    await closeScene(page);
    if (!(await look.scene.open(page))) continue;
    findings.scenes.add(look.scene.name);
    for (const width of look.widths) {
      await setWidth(session, page, width, look.zoom);
      await findings.look(page, whereOf(look.scene.name, look), width);
    }
  }
  const [first] = looks;
  if (first) {
    await setZoom(app, 1);
    await setWidth(session, page, POPOVER_PX, 1);
    await openPopoverPage(app, page);
    await findings.look(page, whereOf('popover', { ...first, zoom: 1 }), POPOVER_PX);
  }
  return findings.result;
}

// Every view, drawer, sheet and popup of the window: how it is opened from the overview, and closed.
import { expect, type Page } from 'playwright/test';
import type { App } from '../desktop/app/app';

export interface LayoutScene {
  readonly name: string;
  /** False when this portfolio has nothing of the kind. */
  open(page: Page): Promise<boolean>;
}

const VIEWS = ['overview', 'activity', 'wallets', 'settings', 'diagnostics'] as const;
type ViewName = (typeof VIEWS)[number];

/** Without a pointer: what is looked for may be narrow, covered or far below. */
async function click(page: Page, selector: string): Promise<boolean> {
  return page.evaluate(asked => {
    const found = document.querySelector<HTMLElement>(asked);
    found?.click();
    return found !== null;
  }, selector);
}

async function appears(page: Page, selector: string): Promise<boolean> {
  await expect(page.locator(selector).last()).toBeVisible();
  return true;
}

async function go(page: Page, view: ViewName): Promise<boolean> {
  await page.evaluate(
    at => document.querySelectorAll<HTMLElement>('.sidebar .nav:not(.leave)')[at]?.click(),
    VIEWS.indexOf(view)
  );
  await expect(page.locator('.sidebar .nav').nth(VIEWS.indexOf(view))).toHaveAttribute(
    'aria-current',
    'page'
  );
  await expect(page.locator('.loading')).toHaveCount(0);
  return true;
}

/** Clicks, and waits for what comes; false where there is nothing to click. */
const opens = (view: ViewName, pressed: string, shown: string) => async (page: Page) =>
  (await go(page, view)) && (await click(page, pressed)) && appears(page, shown);

/** A panel with its content, which is loaded when it is first opened. */
const PANEL = ':popover-open :is(button, input, section)';

const view = (name: ViewName): LayoutScene => ({ name, open: page => go(page, name) });

export const SCENES: readonly LayoutScene[] = [
  ...VIEWS.map(view),
  { name: 'drawer of a holding', open: opens('overview', '.holding-entry', 'dialog.drawer[open]') },
  { name: 'drawer of a chain', open: opens('overview', '.detail-button', 'dialog.drawer[open]') },
  {
    name: 'drawer of a wallet',
    open: async page =>
      (await go(page, 'overview')) &&
      (await click(page, '.sidebar [role=tab]:last-child')) &&
      (await click(page, '.sidebar .list .detail-button')) &&
      appears(page, 'dialog.drawer[open]')
  },
  { name: 'filter menu', open: opens('overview', '.tools > .popup button', PANEL) },
  { name: 'column menu', open: opens('overview', '.tools > .popup:nth-last-child(2) button', PANEL) },
  { name: 'export menu', open: opens('overview', '.tools > .popup:last-child button', PANEL) },
  {
    name: 'pinned point',
    open: async page => {
      if (!(await go(page, 'overview')) || (await page.locator('.history svg').count()) === 0) return false;
      await page.locator('.history [tabindex="0"]').first().focus();
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('Enter');
      // Its panel is loaded when a point is first pinned.
      return appears(page, '.history .point');
    }
  },
  {
    name: 'editing wallets',
    open: async page => {
      await go(page, 'wallets');
      return (await click(page, '.wallet-entry .button, .wallet .button')) && true;
    }
  },
  {
    name: 'editing groups',
    open: async page => {
      await go(page, 'wallets');
      return (await click(page, '[data-group] .button')) && appears(page, '[data-group] .wallet-editor');
    }
  },
  {
    name: 'a group in the sidebar',
    open: async page =>
      (await go(page, 'overview')) &&
      (await click(page, '.sidebar [role=tab]:last-child')) &&
      appears(page, '.sidebar [data-place^="group/"]')
  },
  {
    name: 'a group alone',
    open: async page => {
      await go(page, 'overview');
      await click(page, '.sidebar [role=tab]:last-child');
      return (await click(page, '.sidebar [data-place^="group/"] .chain')) && appears(page, '.total .scoped');
    }
  },
  { name: 'adding addresses', open: opens('wallets', '.page-head .button', '.adding, .connect') },
  { name: 'report', open: opens('diagnostics', '.page-head .button:last-child', 'dialog[open]') },
  {
    name: 'list of keys',
    open: async page => {
      await go(page, 'overview');
      await page.evaluate(() =>
        window.dispatchEvent(new KeyboardEvent('keydown', { key: '?', bubbles: true }))
      );
      return appears(page, 'dialog[open]');
    }
  }
];

/** The small window beside the tray icon has a page of its own, and one width. */
export const POPOVER_PX = 380;

export async function openPopoverPage(app: App, page: Page): Promise<void> {
  await app.inMain(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    void window?.loadURL(`${window.webContents.getURL().split('?')[0]}?popover`);
  });
  await expect(page.locator('.popover .number')).toBeVisible();
}

/** Closes what lies over the page, and gives the overview back. */
export async function closeScene(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const panel of document.querySelectorAll<HTMLElement>(':popover-open')) panel.hidePopover();
  });
  for (let rest = 4; rest > 0 && (await page.locator('dialog[open]').count()) > 0; rest--)
    await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await go(page, 'overview');
}

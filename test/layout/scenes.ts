// Every view, drawer, sheet and popup of the window: how it is opened from the overview, and closed.
import { expect, type Page } from 'playwright/test';

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
  { name: 'filter menu', open: opens('overview', '.tools .popup-opener', ':popover-open') },
  { name: 'column menu', open: opens('overview', '.tools .chips ~ .popup .popup-opener', ':popover-open') },
  { name: 'export menu', open: opens('overview', '.change-row .popup-opener', ':popover-open') },
  {
    name: 'pinned point',
    open: async page => {
      if (!(await go(page, 'overview')) || (await page.locator('.history svg').count()) === 0) return false;
      await page.locator('.history [tabindex="0"]').first().focus();
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('Enter');
      return (await page.locator('.history .point').count()) > 0;
    }
  },
  {
    name: 'editing wallets',
    open: async page => {
      await go(page, 'wallets');
      return (await click(page, '.wallet-entry .button, .wallet .button')) && true;
    }
  },
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

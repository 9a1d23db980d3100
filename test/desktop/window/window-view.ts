// What the window shows, found as a person or a screen reader finds it.
import { expect, type Locator, type Page } from 'playwright/test';

/** The large number of the total. */
export function totalIn(page: Page, shown: string): Locator {
  return page.locator('.number').filter({ hasText: shown });
}

export async function expectTotal(page: Page, shown: string): Promise<void> {
  await expect(totalIn(page, shown)).toBeVisible();
}

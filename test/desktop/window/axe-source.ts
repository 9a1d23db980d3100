// Runs axe-core in the app's own page, and gives its violations as sentences that name the rule and the element.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright/test';

const SOURCE = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Found {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** The page's policy forbids scripts from elsewhere; it does not apply to an evaluation by the debugger. */
async function bring(page: Page): Promise<void> {
  if (await page.evaluate(() => 'axe' in window)) return;
  await page.evaluate(SOURCE);
}

export async function violations(page: Page): Promise<string[]> {
  await bring(page);
  // Animations change colours while they run.
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter(animation => animation.effect?.getComputedTiming().iterations !== Infinity)
        .map(animation => animation.finished.catch(() => undefined))
    )
  );
  const found = await page.evaluate(async tags => {
    const { axe } = window as unknown as {
      axe: { run(context: Document, options: object): Promise<{ violations: Found[] }> };
    };
    return (await axe.run(document, { runOnly: tags, resultTypes: ['violations'] })).violations;
  }, TAGS);
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`)
  );
}

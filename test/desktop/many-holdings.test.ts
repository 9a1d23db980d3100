// Tests ten thousand holdings: only few are drawn, the table scrolls and reacts at once, and a push costs little more
// than its transfer.
import type { Page } from 'playwright/test';
import { EXAMPLE_ASSETS } from '../../electron/fake-okx/service/asset-rows';
import { LONG_TEST_MS } from './app/deadline';
import { needsMachine } from './app/needs-machine';
import { copyingMs, median, rows, watchPushes, type Measured } from './window/push-timing';
import { expect, test } from './app/desktop-fixture';

/** The limit for a push, and a slightly higher one for a search or another order, which read each row. */
const MOST_TIMES = 3;
const MOST_ACT_TIMES = 4;
/** Upper limit, ten times what a task took on a busy machine. */
const MOST_TASK_MS = 1200;
const PUSHES = 7;

/** How often the acts are repeated: one may meet a collection of garbage, or another program. */
const ROUNDS = 3;

/** How long typing in the search, another order and another grouping block the thread; ms, the median of some rounds. */
async function medianActsMs(page: Page): Promise<Record<string, number>> {
  const rounds: Record<string, number>[] = [];
  while (rounds.length < ROUNDS) rounds.push(await actsMs(page));
  const names = Object.keys(rounds[0] ?? {});
  return Object.fromEntries(names.map(name => [name, median(rounds.map(round => round[name] ?? NaN))]));
}

function actsMs(page: Page): Promise<Record<string, number>> {
  return page.evaluate(async () => {
    const freed = (): Promise<void> =>
      new Promise(resume => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resume();
        port2.postMessage(null);
      });
    const search = document.querySelector<HTMLInputElement>('#search');
    const grouping = document.querySelector<HTMLSelectElement>('.tools select');
    const type = (text: string): void => {
      if (search) search.value = text;
      search?.dispatchEvent(new Event('input', { bubbles: true }));
    };
    const group = (by: string): void => {
      if (grouping) grouping.value = by;
      grouping?.dispatchEvent(new Event('change', { bubbles: true }));
    };
    const head = (name: string): void =>
      document.querySelector<HTMLElement>(`[role=columnheader].cell-${name} button`)?.click();
    const acts: [string, () => void][] = [
      ['search', () => type('tok12')],
      ['search by address', () => type('0x0000')],
      ['no search', () => type('')],
      ['sort by amount', () => head('amount')],
      ['sort by token', () => head('token')],
      ['group by token', () => group('token')],
      ['group by nothing', () => group('nothing')],
      ['group by chain', () => group('chain')]
    ];
    const taken: Record<string, number> = {};
    for (const [name, act] of acts) {
      const start = performance.now();
      act();
      await freed();
      void document.body.offsetHeight;
      taken[name] = performance.now() - start;
      await new Promise(resume => requestAnimationFrame(resume));
    }
    return taken;
  });
}

/** Scrolls to the end by three screens per frame; gives the longest task in ms, and the largest number of nodes. */
function scrolled(page: Page): Promise<{ longestMs: number; nodes: number; isAtEnd: boolean }> {
  return page.evaluate(async () => {
    let longestMs = 0;
    let nodes = 0;
    const observer = new PerformanceObserver(list => {
      for (const { duration } of list.getEntries()) longestMs = Math.max(longestMs, duration);
    });
    observer.observe({ type: 'longtask' });
    const list = document.querySelector('[role=table] .rows');
    let box = list?.parentElement;
    while (box && box.scrollHeight <= box.clientHeight) box = box.parentElement;
    const end = (): number => (box?.scrollHeight ?? 0) - (box?.clientHeight ?? 0);
    while (box && box.scrollTop < end() - 1) {
      box.scrollTop += 1500;
      await new Promise(resume => requestAnimationFrame(resume));
      nodes = Math.max(nodes, document.querySelectorAll('[role=table] *').length);
    }
    await new Promise(resume => setTimeout(resume));
    observer.disconnect();
    return { longestMs, nodes, isAtEnd: Boolean(box && list?.textContent.includes('TOK')) };
  });
}

const MEASURES = needsMachine('compares the times of tasks that follow each other');

test(
  'the app is quick to scroll, search, sort and push with ten thousand holdings',
  MEASURES,
  async ({ launch, provide, service }, info) => {
    test.setTimeout(LONG_TEST_MS);
    service.hold(...EXAMPLE_ASSETS, ...rows(0));
    await provide();
    const app = await launch();
    const page = await app.page();
    await expect(page.getByRole('table', { name: 'Holdings' })).toHaveAttribute('aria-rowcount', /^100\d\d$/);
    await watchPushes(page);
    await expect(page.getByRole('table', { name: 'Holdings' })).toBeVisible();

    let round = 0;
    const count = (): Promise<number> => page.evaluate(() => (window as unknown as Measured).pushMs.length);
    // Each answer has other prices for all of them, so that every push contains all holdings.
    await expect
      .poll(() => (service.hold(...EXAMPLE_ASSETS, ...rows(++round)), count()))
      .toBeGreaterThan(PUSHES);
    const pushMs = await page.evaluate(() => (window as unknown as Measured).pushMs);
    await page.evaluate(() =>
      (window as unknown as Measured).tokentray.call('poll:pause', { until: 'resumed' })
    );

    const copying = await copyingMs(page);
    const acts = await medianActsMs(page);
    const scroll = await scrolled(page);
    const seen = { copying, push: median(pushMs), most: Math.max(...pushMs), pushMs, acts, scroll };
    info.annotations.push({ type: 'measured', description: JSON.stringify(seen) });
    expect(scroll, JSON.stringify(seen)).toMatchObject({ isAtEnd: true });
    expect(scroll.nodes).toBeLessThan(1500);
    expect(scroll.longestMs, JSON.stringify(seen)).toBeLessThan(MOST_TASK_MS);
    expect(median(pushMs) / copying, JSON.stringify(seen)).toBeLessThan(MOST_TIMES);
    for (const [act, ms] of Object.entries(acts))
      expect(ms / copying, `${act}: ${JSON.stringify(seen)}`).toBeLessThan(MOST_ACT_TIMES);
  }
);

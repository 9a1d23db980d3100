// Measures how long pushes of many holdings block the window's thread until their rows are drawn, against copying them
// as objects.
import type { Page } from 'playwright/test';
import type { TokenAsset } from '../../../electron/fake-okx/service/asset-rows';
import type { Bridge } from '../../../shared/ipc/channels';
import { token } from '../app/okx';

const COUNT = 10_000;
const CHAINS = ['1', '8453', '137', '10', '42161', '56'];
export interface Measured extends Window {
  tokentray: Bridge;
  /** How long each push blocked the thread until its rows were drawn, ms. */
  pushMs: number[];
}

/** In each round all rows have other prices. */
export function rows(round: number): TokenAsset[] {
  return Array.from({ length: COUNT }, (_, i) =>
    token({
      chainIndex: CHAINS[i % CHAINS.length] ?? '1',
      tokenAddress: `0x${(i + 1).toString(16).padStart(40, '0')}`,
      symbol: `TOK${i}`,
      balance: `${1 + (i % 97)}.25`,
      tokenPrice: `${2 + (i % 31)}.${50 + ((round + i) % 40)}`
    })
  );
}

export const median = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[all.length >> 1] ?? 0;

/** Listens before the page does, so that the time until the thread is free again is the whole cost of a push. */
export async function watchPushes(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const measured = window as unknown as Measured;
    measured.pushMs = [];
    measured.tokentray.on('state:changed', text => {
      // Pushes of a clock or a flag are small; only those with a snapshot are measured.
      if (String(text).length < 1_000_000) return;
      const start = performance.now();
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        void document.body.offsetHeight;
        measured.pushMs.push(performance.now() - start);
        port1.close();
      };
      port2.postMessage(null);
    });
  });
  await page.reload();
}

/** Copies all holdings over the bridge as objects, the minimum cost of passing them as objects; ms. */
export function copyingMs(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const { tokentray } = window as unknown as Measured;
    const { text } = (await tokentray.call('state:read', {})) as { text: string };
    const { holdings } = (JSON.parse(text) as { portfolio: { holdings: unknown[] } }).portfolio;
    const times: number[] = [];
    for (let turn = 0; turn < 11; turn++) {
      const start = performance.now();
      // The copy is made before the call returns; the check that no such request exists comes later.
      const refused = tokentray.call('text:copy', { holdings });
      times.push(performance.now() - start);
      await refused.catch(() => undefined);
    }
    return times.sort((a, b) => a - b)[5] ?? 0;
  });
}

// What pushes of many holdings take of the window's thread until their rows are drawn, beside copying the same as objects.
import type { Page } from 'playwright/test';
import type { TokenAsset } from '../../electron/fake-okx/asset-rows';
import type { Bridge } from '../../shared/ipc/channels';
import { token } from './okx';

const COUNT = 10_000;
const CHAINS = ['1', '8453', '137', '10', '42161', '56'];
export interface Measured extends Window {
  tokentray: Bridge;
  /** What each push took of the thread until its rows were drawn, ms. */
  pushMs: number[];
}

/** Of each round all have other prices. */
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

/** Listens before the page does, so that the time until the thread is free again is all that a push costs. */
export async function watchPushes(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const measured = window as unknown as Measured;
    measured.pushMs = [];
    measured.tokentray.on('state:changed', text => {
      // Those of a clock or a flag are small; asked for are those that bring a snapshot.
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

/** Copying all holdings over the bridge as objects, which is what handing them over would cost at least; ms. */
export function copyingMs(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const { tokentray } = window as unknown as Measured;
    const { text } = (await tokentray.call('state:read', {})) as { text: string };
    const { holdings } = (JSON.parse(text) as { portfolio: { holdings: unknown[] } }).portfolio;
    const times: number[] = [];
    for (let turn = 0; turn < 11; turn++) {
      const start = performance.now();
      // The copy is made before the call comes back; that no such request exists is found out later.
      const refused = tokentray.call('text:copy', { holdings });
      times.push(performance.now() - start);
      await refused.catch(() => undefined);
    }
    return times.sort((a, b) => a - b)[5] ?? 0;
  });
}

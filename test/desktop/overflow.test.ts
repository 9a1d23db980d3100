// Tests texts of any length and numbers of any size in the built window: nothing is cut off without an ellipsis, and
// no texts overlap.
import type { Page } from 'playwright/test';
import type { Bridge } from '../../shared/ipc/channels';
import { EXAMPLE_ASSETS, type TokenAsset } from '../../electron/fake-okx/service/asset-rows';
import { LONG_TEST_MS } from './app/deadline';
import { token } from './app/okx';
import { misfits } from './window/clipped-text';
import { expect, test } from './app/desktop-fixture';

test.setTimeout(LONG_TEST_MS);

const WIDTHS = [980, 380] as const;
const LONG = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ1234';
/** Arabic and Hebrew letters, and a control character that would change the direction of all following text. */
const RIGHT_TO_LEFT = ['مثالطويل', 'דוגמה', 'A\u202Eבג'];
const address = (i: number): string => `0x${(i + 1).toString(16).padStart(40, '0')}`;

/** Sixty chains, some that OKX lists and some that it does not. */
function manyChains(): TokenAsset[] {
  return Array.from({ length: 60 }, (_, i) =>
    token({ chainIndex: `${700_000 + i}`, tokenAddress: address(i), symbol: `COIN${i}`, balance: `${i + 1}` })
  );
}

const one = (change: Partial<TokenAsset>): TokenAsset[] => [token(change)];
const CASES: readonly (readonly [name: string, shows: RegExp, rows: readonly TokenAsset[]])[] = [
  ['a total of nothing', /\$0\.00/, one({ balance: '0' })],
  ['a total below a cent', /<?\$0\.0/, one({ balance: '0.000000012' })],
  ['a total of a trillion', /\$999,999,999,999\.99/, one({ balance: '999999999999.99' })],
  [
    'names of thirty characters and from right to left',
    /\$\d/,
    [
      ...EXAMPLE_ASSETS,
      ...[LONG, ...RIGHT_TO_LEFT].map((symbol, i) =>
        token({
          symbol,
          tokenAddress: address(i),
          balance: `${10 ** (3 * i)}.123456789`,
          tokenPrice: '0.0000123'
        })
      )
    ]
  ],
  ['sixty chains', /\$1,830\.00/, manyChains()],
  ['no chains', /\$0\.00/, []]
];

async function choose(page: Page, change: Record<string, unknown>): Promise<void> {
  await page.evaluate(async asked => {
    const { tokentray } = window as unknown as { tokentray: Bridge };
    await tokentray.call('choices:change', asked);
  }, change);
}

async function expectFits(page: Page, where: string): Promise<void> {
  expect.soft(await misfits(page), where).toEqual([]);
}

for (const [name, shows, rows] of CASES)
  test(`${name}: nothing overflows and nothing overlaps`, async ({ launch, provide, service }) => {
    service.hold(...rows);
    await provide();
    const page = await (await launch()).page();
    await expect(page.locator('.total .number')).toHaveText(shows);
    for (const language of ['en', 'zh'] as const) {
      await choose(page, { language });
      await expect(page.locator('html')).toHaveAttribute('lang', language === 'zh' ? /^zh/ : 'en');
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 680 });
        await expectFits(page, `overview, ${language}, ${width} px`);
        const entry = page.locator('.holding-entry').first();
        if ((await entry.count()) === 0) continue;
        // Beside the buttons that some rows have.
        await entry.click({ position: { x: 60, y: 16 } });
        await expect(page.locator('dialog.drawer[open]')).toHaveCount(1);
        await expectFits(page, `drawer, ${language}, ${width} px`);
        await page.keyboard.press('Escape');
        await expect(page.locator('dialog.drawer')).toHaveCount(0);
      }
    }
  });

test('the choices of the first run have the width of their card, at any width', async ({ launch }) => {
  const page = await (await launch()).page();
  await expect(page.getByRole('button', { name: 'Try the demo portfolio' })).toBeVisible();
  for (const width of [980, 700, 640, 490, 380, 320]) {
    await page.setViewportSize({ width, height: 680 });
    const outside = await page.evaluate(() =>
      [...document.querySelectorAll('.card')].flatMap(card => {
        const { left } = card.querySelector('h2')!.getBoundingClientRect();
        return [...card.querySelectorAll('button, label, span:not(.unseen), p')]
          .filter(
            part => part.getBoundingClientRect().left < left || part.scrollHeight > part.clientHeight + 2
          )
          .map(part => part.textContent);
      })
    );
    expect.soft(outside, `${width} px`).toEqual([]);
  }
});

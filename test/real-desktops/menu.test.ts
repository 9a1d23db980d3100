// Tests that the tray menu opens by a right click on a real panel, and that its rows do what they say.
import { EXAMPLE_ASSETS } from '../../electron/fake-okx/service/asset-rows';
import { iconText } from '../../electron/core/tray/icon-text';
import { until } from '../desktop/app/deadline';
import { token } from '../desktop/app/okx';
import { expect, keepPicture, seeIcon, test } from './real-fixture';
import type { IconSight } from './icon-sight';
import { ScreenPicture, textBands, type Area } from './screen-picture';
import type { Xfce } from './xfce';

const TOTAL = '22203';
const LEAST_MENU_PX = 100;
const AWAY = { x: 900, y: 300 };

/** Opens the menu by a right click, and gives what is to be seen of it. */
async function openMenu(
  xfce: Xfce,
  icon: IconSight
): Promise<{ menu: Area; bands: Area[]; labels: string[] }> {
  const middle = (start: number, length: number) => Math.round(start + length / 2);
  const { left, top, width, height } = icon.area;
  const labels = (await (await xfce.item()).rows())
    .filter(({ kind }) => kind === 'standard')
    .map(({ label }) => label);
  await xfce.click(middle(left, width), middle(top, height), 3);
  // Away from the icon, whose tooltip would cover rows.
  await xfce.point(AWAY.x, AWAY.y);
  let seen: unknown;
  return until(
    'every row of the menu',
    async () => {
      const menu = (await xfce.windowsOf('wrapper')).find(area => area.height > LEAST_MENU_PX);
      if (!menu) return undefined;
      const bands = textBands(await ScreenPicture.take(), menu);
      seen = { bands: bands.length, labels };
      return bands.length === labels.length ? { menu, bands, labels } : undefined;
    },
    () => seen
  );
}

async function clickRow(
  xfce: Xfce,
  { bands, labels }: { bands: Area[]; labels: string[] },
  row: RegExp
): Promise<void> {
  const band = bands[labels.findIndex(label => row.test(label))];
  if (!band) throw new Error(`no row ${String(row)} among ${labels.join(' | ')}`);
  await xfce.click(band.left + 20, band.top + Math.round(band.height / 2), 1);
}

// Not among the quick ones: a menu that is replaced in the moment of a click loses it.
test('a right click opens the menu: a click on Hide balances hides them, a row of a chain opens the window there', async ({
  launch,
  provide,
  service,
  xfce,
  look
}, info) => {
  service.hold(...EXAMPLE_ASSETS, token({ balance: '1000' }));
  await provide();
  const app = await launch({ options: ['--hidden'] });
  const looked = { text: iconText(TOTAL), ink: look.ink, isDemo: false };
  const icon = await seeIcon('normal', looked);
  const menu = await openMenu(xfce, icon);
  await keepPicture(info, 'menu', menu.menu);
  info.annotations.push({ type: 'figures', description: `${menu.labels.length} rows seen` });
  expect(menu.labels[0]).toMatch(/^\$22,203\.46/);
  await clickRow(xfce, menu, /^Hide balances$/);
  const hidden = await seeIcon('hidden', looked);
  const masked = await openMenu(xfce, hidden);
  await keepPicture(info, 'menu-hidden', masked.menu);
  expect(masked.labels.join('\n')).not.toContain('22,203');
  await clickRow(xfce, masked, / Base$/);
  const page = await app.page();
  await expect(page.getByRole('dialog', { name: /^Base/ })).toBeVisible();
  expect(await app.isWindowVisible()).toBe(true);
  await keepPicture(info, 'window');
});

// Tests that the tray menu opens by a right click on a real panel, and that its rows do what they say.
import { EXAMPLE_ASSETS } from '../../electron/fake-okx/service/asset-rows';
import { iconText } from '../../electron/core/tray/icon-text';
import { until } from '../desktop/app/deadline';
import { EXACT_TOTAL, token } from '../desktop/app/okx';
import { expect, keepPicture, report, seeIcon, tagsOf, test } from './real-fixture';
import type { IconSight } from './icon-sight';
import { desktopBeside, SCREEN, type RealDesktop } from './real-desktop';
import { PLASMA_LIGHT } from './rooted-panels';
import { changedArea, ScreenPicture, textBands, type Area } from './screen-picture';
import { SWAYBAR_DARK, WAYBAR_OWN_STYLE } from './sway';
import { XFCE_DARK } from './xfce';

const TOTAL = '22203';
const LEAST_MENU_PX = 100;
const AWAY = { x: 500, y: 300 };

interface Opened {
  readonly menu: Area;
  readonly bands: Area[];
  readonly labels: string[];
}

/** Opens the menu by a right click, and gives what is to be seen of it. */
async function openMenu(real: RealDesktop, icon: IconSight): Promise<Opened> {
  const labels = (await (await real.item()).rows())
    .filter(({ kind }) => kind === 'standard')
    .map(({ label }) => label);
  // Away from the icon, whose tooltip would cover rows.
  await real.point(AWAY.x, AWAY.y);
  const before = await ScreenPicture.take();
  await clickMiddle(real, icon.area, 3);
  await real.point(AWAY.x, AWAY.y);
  let seen: unknown;
  return until(
    'every row of the menu',
    async () => {
      const picture = await ScreenPicture.take();
      const menu = await menuOf(real, before, picture);
      if (!menu || menu.height < LEAST_MENU_PX) return undefined;
      const bands = textBands(picture, menu);
      seen = { menu, bands: bands.length, labels };
      return bands.length === labels.length ? { menu, bands, labels } : undefined;
    },
    () => seen
  );
}

/** A window of its own, or what covers the desktop since it was opened. */
async function menuOf(
  real: RealDesktop,
  before: ScreenPicture,
  now: ScreenPicture
): Promise<Area | undefined> {
  const { menuClass } = real.panel;
  if (menuClass === undefined) {
    const beside = changedArea(before, now, desktopBeside(real.panel));
    if (!beside) return undefined;
    // It may cover the panel, where the icon changes too, which lies at its right half.
    const half = { ...beside, width: Math.floor(beside.width / 2), height: SCREEN.height - beside.top };
    return { ...beside, height: changedArea(before, now, half)?.height ?? beside.height };
  }
  // The desktop and the panel may be windows of the same program.
  const windows = await real.windowsOf(menuClass);
  return windows.find(({ width, height }) => height > LEAST_MENU_PX && width < SCREEN.width);
}

function clickMiddle(real: RealDesktop, { left, top, width, height }: Area, button: 1 | 3): Promise<void> {
  return real.click(left + Math.round(width / 2), top + Math.round(height / 2), button);
}

async function clickRow(real: RealDesktop, { bands, labels }: Opened, row: RegExp): Promise<void> {
  const band = bands[labels.findIndex(label => row.test(label))];
  if (!band) throw new Error(`no row ${String(row)} among ${labels.join(' | ')}`);
  await real.click(band.left + 20, band.top + Math.round(band.height / 2), 1);
}

// Not among the quick ones: a menu that is replaced in the moment of a click loses it.
for (const panel of [XFCE_DARK, WAYBAR_OWN_STYLE, PLASMA_LIGHT])
  test.describe(panel.host, () => {
    test.use({ panel });
    test(
      `a right click on ${panel.what} opens the menu: a click on Hide balances hides them, a row of a chain opens the window there`,
      { tag: tagsOf(panel) },
      async ({ launch, provide, service, real }, info) => {
        service.hold(...EXAMPLE_ASSETS, token({ balance: '1000' }));
        await provide();
        const app = await launch({ options: ['--hidden'] });
        const text = iconText(TOTAL);
        const menu = await openMenu(real, await seeIcon(panel, { state: 'normal', text }));
        await keepPicture(info, 'menu', menu.menu);
        info.annotations.push({ type: 'figures', description: `${menu.labels.length} rows seen` });
        expect(menu.labels[0]).toMatch(/^\$22,203\.46/);
        await clickRow(real, menu, /^Hide balances$/);
        const masked = await openMenu(real, await seeIcon(panel, { state: 'hidden', text }));
        await keepPicture(info, 'menu-hidden', masked.menu);
        expect(masked.labels.join('\n')).not.toContain('22,203');
        await clickRow(real, masked, / Base$/);
        const page = await app.page();
        await expect(page.getByRole('dialog', { name: /^Base/ })).toBeVisible();
        expect(await app.isWindowVisible()).toBe(true);
        await keepPicture(info, 'window');
        report(info, panel.host, 'menu', `${menu.labels.length} rows, two clicked`);
      }
    );
  });

test.describe('swaybar', () => {
  test.use({ panel: SWAYBAR_DARK });
  test("a left click on the icon of sway's own bar, which draws no menus, opens the window", async ({
    launch,
    provide,
    real
  }, info) => {
    await provide();
    const app = await launch({ options: ['--hidden'] });
    const icon = await seeIcon(SWAYBAR_DARK, { state: 'normal', text: iconText(EXACT_TOTAL) });
    expect(await app.isWindowVisible()).toBe(false);
    await clickMiddle(real, icon.area, 1);
    await until('the window', () => app.isWindowVisible());
    report(info, 'swaybar', 'menu', 'draws none; a left click opens the window');
  });
});

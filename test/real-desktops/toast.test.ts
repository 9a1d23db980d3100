// Tests that a real notification daemon shows the app's notifications, and that clicks on them lead to their subject.
// Dunst 1.9 drops the actions of a toast that closed, so a click on one from its history reaches no program.
import { EXAMPLE_ASSETS } from '../../electron/fake-okx/service/asset-rows';
import { iconText } from '../../electron/core/tray/icon-text';
import type { Page } from 'playwright/test';
import type { App, LaunchOptions } from '../desktop/app/app';
import { until } from '../desktop/app/deadline';
import { token, type Service } from '../desktop/app/okx';
import { expect, keepPicture, QUICK, seeIcon, test } from './real-fixture';
import type { Area } from './screen-picture';
import type { Xfce } from './xfce';

const dai = (balance: string) => token({ tokenAddress: '0x50c5', symbol: 'DAI', balance });

/** Starts the app, lets 250 DAI arrive, and waits until dunst shows that. */
async function receive(stage: {
  launch: (options: LaunchOptions) => Promise<App>;
  service: Service;
  provide: () => Promise<void>;
}): Promise<App> {
  const { launch, service, provide } = stage;
  service.hold(...EXAMPLE_ASSETS, dai('400'));
  await provide();
  const app = await launch({ options: ['--hidden'] });
  await seeIcon('normal', { text: iconText('21603'), ink: 'light', isDemo: false });
  service.hold(...EXAMPLE_ASSETS, dai('650'));
  return app;
}

function toastOf(xfce: Xfce): Promise<Area> {
  return until('the toast', async () => (await xfce.windowsOf('Dunst'))[0]);
}

async function clickOn(xfce: Xfce, { left, top, width, height }: Area): Promise<void> {
  await xfce.click(left + Math.round(width / 2), top + Math.round(height / 2), 1);
}

async function expectItsEntry(page: Page): Promise<void> {
  await expect(page.getByRole('dialog', { name: 'DAI, Base · Cold wallet' })).toBeVisible();
}

interface History {
  readonly data: readonly (readonly Record<string, { readonly data: unknown }>[])[];
}

const lastOf = async (xfce: Xfce) => (JSON.parse(await xfce.dunst('history')) as History).data[0]?.[0];

test.describe('a toast that stays', () => {
  test.use({ toastSeconds: 0 });

  test(
    'dunst shows a toast with the icon of the app, and a click on it opens the window at its subject',
    { tag: QUICK },
    async ({ launch, provide, service, xfce }, info) => {
      const app = await receive({ launch, provide, service });
      const area = await toastOf(xfce);
      await keepPicture(info, 'toast', area, 2);
      expect(await app.isWindowVisible()).toBe(false);
      await clickOn(xfce, area);
      await expectItsEntry(await app.page());
      expect(await app.isWindowVisible()).toBe(true);
      await keepPicture(info, 'window');
      const last = await until('the history of dunst', () => lastOf(xfce));
      expect(last['summary']?.data).toMatch(/^Received 250 DAI/);
      expect(last['appname']?.data).toBe('Tokentray');
      expect(last['icon_path']?.data).toMatch(/tokentray.*\.png$|icon.*\.png$/);
      info.annotations.push({
        type: 'figures',
        description: `${String(last['summary']?.data)}, icon ${String(last['icon_path']?.data)}`
      });
    }
  );
});

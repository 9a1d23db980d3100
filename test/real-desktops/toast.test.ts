// Tests that real notification daemons show the app's notifications, and that clicks on them lead to their subject.
// Dunst 1.9 drops the actions of a toast that closed, so a click on one from its history reaches no program.
import { EXAMPLE_ASSETS } from '../../electron/fake-okx/service/asset-rows';
import { iconText } from '../../electron/core/tray/icon-text';
import type { Page, TestInfo } from 'playwright/test';
import type { App, LaunchOptions } from '../desktop/app/app';
import { until } from '../desktop/app/deadline';
import { token, type Service } from '../desktop/app/okx';
import { expect, keepPicture, QUICK, report, seeIcon, tagsOf, test } from './real-fixture';
import { desktopBeside, type HostName, type Panel, type RealDesktop, type ToastDaemon } from './real-desktop';
import { changedArea, ScreenPicture, textBands, type Area } from './screen-picture';
import { PLASMA_LIGHT } from './rooted-panels';
import { dunst, lastOfDunst, NOTIFYD } from './toast-daemons';
import { XFCE_DARK } from './xfce';

const dai = (balance: string) => token({ tokenAddress: '0x50c5', symbol: 'DAI', balance });

/** Starts the app, lets 250 DAI arrive, of which a toast tells. `before`: the screen without it. */
async function receive(stage: {
  launch: (options: LaunchOptions) => Promise<App>;
  service: Service;
  provide: () => Promise<void>;
  real: RealDesktop;
}): Promise<{ app: App; before: ScreenPicture }> {
  const { launch, service, provide, real } = stage;
  service.hold(...EXAMPLE_ASSETS, dai('400'));
  await provide();
  const app = await launch({ options: ['--hidden'] });
  await seeIcon(real.panel, { state: 'normal', text: iconText('21603') });
  const before = await ScreenPicture.take();
  service.hold(...EXAMPLE_ASSETS, dai('650'));
  return { app, before };
}

const LEAST_TOAST_PX = 40;

/** A window of its own, or what covers the desktop since then, once it stays as it is. */
function toastOf(real: RealDesktop, before: ScreenPicture): Promise<Area> {
  let last: Area | undefined;
  return until('the toast', async () => {
    const windowClass = real.daemon?.windowClass;
    if (windowClass !== undefined) {
      const [area] = await real.windowsOf(windowClass);
      // A window is there before it is drawn.
      return area && textBands(await ScreenPicture.take(), area).length > 0 && area;
    }
    const now = changedArea(before, await ScreenPicture.take(), desktopBeside(real.panel));
    const isSteady = now !== undefined && JSON.stringify(now) === JSON.stringify(last);
    last = now;
    return isSteady && now.height >= LEAST_TOAST_PX && now;
  });
}

async function clickOn(real: RealDesktop, { left, top, width, height }: Area): Promise<void> {
  await real.click(left + Math.round(width / 2), top + Math.round(height / 2), 1);
}

async function expectItsEntry(page: Page): Promise<void> {
  await expect(page.getByRole('dialog', { name: 'DAI, Base · Cold wallet' })).toBeVisible();
}

interface ShownBy {
  readonly host: HostName;
  readonly panel: Panel;
  readonly daemon: ToastDaemon | null;
}

const SHOWN_BY: readonly ShownBy[] = [
  { host: 'dunst', panel: XFCE_DARK, daemon: dunst(0) },
  { host: 'notifyd', panel: XFCE_DARK, daemon: NOTIFYD },
  { host: 'plasma', panel: PLASMA_LIGHT, daemon: null }
];

for (const { host, panel, daemon } of SHOWN_BY)
  test.describe(host, () => {
    test.use({ panel, daemon });
    test(
      `${host} shows a toast with the icon of the app, and a click on it opens the window at its subject`,
      { tag: host === 'dunst' ? QUICK : tagsOf(panel) },
      async ({ launch, provide, service, real }, info) => {
        const { app, before } = await receive({ launch, provide, service, real });
        const area = await toastOf(real, before);
        await keepPicture(info, 'toast', area, 2);
        expect(await app.isWindowVisible()).toBe(false);
        await clickOn(real, daemon?.buttonOf?.(area) ?? area);
        await expectItsEntry(await app.page());
        expect(await app.isWindowVisible()).toBe(true);
        await keepPicture(info, 'window');
        const clicked = daemon?.buttonOf ? 'its button' : 'a click';
        report(info, host, 'toast', `shown with the icon, ${clicked} opens its subject`);
        await expectInHistory[host]?.(info);
      }
    );
  });

const expectInHistory: Partial<Record<HostName, (info: TestInfo) => Promise<void>>> = {
  async dunst(info) {
    const last = await until('the history of dunst', () => lastOfDunst());
    expect(last['summary']?.data).toMatch(/^Received 250 DAI/);
    expect(last['appname']?.data).toBe('Tokentray');
    expect(last['icon_path']?.data).toMatch(/tokentray.*\.png$|icon.*\.png$/);
    const description = `${String(last['summary']?.data)}, icon ${String(last['icon_path']?.data)}`;
    info.annotations.push({ type: 'figures', description });
    report(
      info,
      'dunst',
      'history',
      'is in it; a click there reaches no program, dunst 1.9 drops its actions'
    );
  }
};

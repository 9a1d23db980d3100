// Fixtures of the tests on a real desktop: Xfce's panel and dunst in the session of the worker, and the app on them.
import { writeFileSync } from 'node:fs';
import type { TestInfo } from 'playwright/test';
import { App, type LaunchOptions } from '../desktop/app/app';
import { until } from '../desktop/app/deadline';
import { test as base } from '../desktop/app/desktop-fixture';
import { hasFailed, keepOutput } from '../desktop/app/failed-test';
import { makeFolder, removeFolder } from '../desktop/app/folder';
import { drawingsOf, lookForIcon, type IconSight, type Looked } from './icon-sight';
import { ScreenPicture, type Area } from './screen-picture';
import { PANEL, Xfce, type PanelLook } from './xfce';

export const XFCE_DARK: PanelLook = { what: 'a dark panel', isDark: true, desktop: 'XFCE', ink: 'light' };
export const XFCE_LIGHT: PanelLook = { what: 'a light panel', isDark: false, desktop: 'XFCE', ink: 'dark' };

/** Marks the few tests that `npm test` runs too. */
export const QUICK = '@quick';

/** A drawing that another one is mistaken for differs by more. */
const SAME_UP_TO = 0.06;

interface RealStage {
  readonly look: PanelLook;
  /** As in XfceOptions. */
  readonly toastSeconds: number;
  readonly xfce: Xfce;
}

export { expect } from 'playwright/test';

export const test = base.extend<RealStage>({
  look: [XFCE_DARK, { option: true }],
  toastSeconds: [0, { option: true }],
  xfce: async ({ look, toastSeconds, session: _session }, use, info) => {
    const folder = makeFolder('xfce');
    const xfce = await Xfce.start(folder, { look, toastSeconds });
    await use(xfce);
    if (hasFailed(info)) {
      keepOutput(info, xfce.output);
      await keepPicture(info, 'failed');
    }
    await xfce.stop();
    await removeFolder(folder);
  },
  launch: async ({ profile, xfce, look }, use, info) => {
    const apps: App[] = [];
    await use(async (options: LaunchOptions = {}) => {
      const environment = { ...options.environment, XDG_CURRENT_DESKTOP: look.desktop };
      const app = await App.launch(profile, { ...options, environment });
      apps.push(app);
      return app;
    });
    for (const app of apps) {
      if (hasFailed(info)) {
        keepOutput(info, app.output);
        await keepPicture(info, 'with-app');
      }
      await app.kill();
    }
    void xfce;
  }
});

/** The picture that is looked at, beside the results of the test. */
export async function keepPicture(
  info: TestInfo,
  name: string,
  area?: Area,
  scale?: number
): Promise<ScreenPicture> {
  const picture = await ScreenPicture.take();
  writeFileSync(info.outputPath(`${name}.png`), picture.png(area, scale));
  return picture;
}

/** Waits until the panel shows the icon in this state. */
export async function seeIcon(
  state: IconSight['state'],
  looked: Looked
): Promise<IconSight & { picture: ScreenPicture }> {
  const drawings = drawingsOf(looked);
  let last: IconSight | undefined;
  return until(
    `the icon of the state ${state}`,
    async () => {
      const picture = await ScreenPicture.take();
      last = lookForIcon(picture, PANEL, drawings);
      return last && last.state === state && last.difference < SAME_UP_TO ? { ...last, picture } : undefined;
    },
    () => last
  );
}

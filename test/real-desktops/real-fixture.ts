// Fixtures of the tests on a real desktop: a panel and a notification daemon in the session of the worker, and the app.
import { writeFileSync } from 'node:fs';
import type { TestInfo } from 'playwright/test';
import { App, type LaunchOptions } from '../desktop/app/app';
import { until } from '../desktop/app/deadline';
import { test as base } from '../desktop/app/desktop-fixture';
import { hasFailed, keepOutput } from '../desktop/app/failed-test';
import { makeFolder, removeFolder } from '../desktop/app/folder';
import { drawingsOf, lookForIcon, type IconSight } from './icon-sight';
import { RealDesktop, type HostName, type Panel, type ToastDaemon } from './real-desktop';
import { ScreenPicture, type Area } from './screen-picture';
import { WHY_NOT_SWAY } from './sway';
import { dunst } from './toast-daemons';
import { XFCE_DARK } from './xfce';

/** Marks the few tests that `npm test` runs too. */
export const QUICK = '@quick';

/** Desktops of a Debian of their own run by themselves, because root alone may enter it. */
export const tagsOf = ({ host }: Panel) => (host === 'plasma' || host === 'gnome' ? ['@in-a-root'] : []);

/** A drawing that another one is mistaken for differs by more. */
const SAME_UP_TO = 0.06;

interface RealStage {
  readonly panel: Panel;
  /** Null: the panel shows notifications itself, or none are shown. */
  readonly daemon: ToastDaemon | null;
  /** Programs besides, by their names in the table. */
  readonly needsAlso: readonly HostName[];
  readonly real: RealDesktop;
}

export { expect } from 'playwright/test';

export const test = base.extend<RealStage>({
  panel: [XFCE_DARK, { option: true }],
  daemon: [dunst(0), { option: true }],
  needsAlso: [[], { option: true }],
  real: async ({ panel, daemon, needsAlso, session: _session }, use, info) => {
    for (const host of [panel.host, ...(daemon ? [daemon.host] : []), ...needsAlso]) {
      const obstacle = whyNot(host);
      if (obstacle !== undefined) report(info, host, 'not run', obstacle);
      base.skip(obstacle !== undefined, obstacle);
    }
    const folder = makeFolder('desktop');
    const real = await RealDesktop.start(folder, panel, daemon);
    await use(real);
    if (hasFailed(info)) {
      keepOutput(info, real.output);
      await keepPicture(info, 'failed');
    }
    await real.stop();
    await removeFolder(folder);
  },
  launch: async ({ profile, real, panel }, use, info) => {
    const apps: App[] = [];
    await use(async (options: LaunchOptions = {}) => {
      // The app reads the settings of the panel.
      const own = { XDG_CURRENT_DESKTOP: panel.desktop, XDG_CONFIG_HOME: real.folder };
      const environment = { ...options.environment, ...own };
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
  }
});

/** Why this host cannot run here, as a sentence; `npm run desktops` says what is missing. */
function whyNot(host: HostName): string | undefined {
  const obstacles = JSON.parse(process.env['TOKENTRAY_MISSING_HOSTS'] ?? '{}') as Record<string, string>;
  return obstacles[host] ?? (host === 'waybar' || host === 'swaybar' ? WHY_NOT_SWAY : undefined);
}

/** What the table at the end says of this host; several texts of one column follow each other. */
export function report(info: TestInfo, host: string, column: string, text: string): void {
  info.annotations.push({ type: 'cell', description: JSON.stringify({ host, column, text }) });
}

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

interface Wanted {
  readonly state: IconSight['state'];
  readonly text: string;
  readonly isDemo?: boolean;
}

/** Waits until the panel shows the icon in this state. */
export async function seeIcon(
  { ink, tray }: Panel,
  { state, text, isDemo = false }: Wanted
): Promise<IconSight & { picture: ScreenPicture }> {
  const drawings = drawingsOf({ text, ink, isDemo });
  let last: IconSight | undefined;
  return until(
    `the icon of the state ${state}`,
    async () => {
      const picture = await ScreenPicture.take();
      last = lookForIcon(picture, tray, drawings);
      return last && last.state === state && last.difference < SAME_UP_TO ? { ...last, picture } : undefined;
    },
    () => last
  );
}

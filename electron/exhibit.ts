// Shows the app to somebody who is not there: waits until it lives, pictures every view in light and dark, prints what was shown.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { usd } from '../shared/money';
import { noticeText } from '../shared/notice-words';
import { trayViewOf } from './core/tray-view';
import type { MenuRow } from './core/menu-row';
import type { Desk, Place } from './desk';
import type { Profile } from './profile';

const VIEWS: Record<Profile['kind'], readonly (readonly [string, Place['view']])[]> = {
  demo: [
    ['overview', 'overview'],
    ['activity', 'activity'],
    ['wallets', 'wallets'],
    ['settings', 'settings'],
    ['diagnostics', 'diagnostics']
  ],
  live: [
    ['first-run', 'overview'],
    ['connect', 'connect']
  ]
};
/** The market's first transfer comes within a few polls; a machine this slow has lost its way. */
const ALIVE_MS = 60_000;
const SETTLE_MS = 700;
const POLL_MS = 50;

/** Pictures go to `folder` as `overview-light.png` and so on; the report goes to standard output. */
export async function exhibit(profile: Profile, desk: Desk, folder: string): Promise<void> {
  const end = Date.now() + ALIVE_MS;
  while (profile.kind === 'demo' && profile.app.model.notices.length === 0 && Date.now() < end)
    await wait(POLL_MS);
  await mkdir(folder, { recursive: true });
  for (const [name, view] of VIEWS[profile.kind]) {
    for (const theme of ['light', 'dark'] as const)
      await picture(desk, join(folder, `${name}-${theme}.png`), view, theme);
  }
  if (profile.kind === 'demo') await popoverPictures(desk, folder);
  desk.pose(null);
  desk.open({ view: 'overview', holdingId: null });
  process.stdout.write(`${reportOf(profile).join('\n')}\n`);
}

async function picture(
  desk: Desk,
  file: string,
  view: Place['view'],
  theme: 'light' | 'dark'
): Promise<void> {
  desk.pose(theme);
  desk.open({ view, holdingId: null });
  while (!desk.hasPage) await wait(POLL_MS);
  await wait(SETTLE_MS);
  const image = await desk.parts.window.open().webContents.capturePage();
  await writeFile(file, image.toPNG());
}

/** Beside an icon in the middle of a bar at the top. */
async function popoverPictures(desk: Desk, folder: string): Promise<void> {
  const { popover } = desk.parts;
  popover.setPinned(true);
  desk.openPopover({ x: 600, y: 0, width: 24, height: 24 });
  for (const theme of ['light', 'dark'] as const) {
    desk.pose(theme);
    await wait(2 * SETTLE_MS);
    const image = await popover.open().webContents.capturePage();
    await writeFile(join(folder, `popover-${theme}.png`), image.toPNG());
  }
  popover.destroy();
}

function reportOf({ app }: Profile): string[] {
  const { state } = app;
  const { portfolio, notices } = state;
  return [
    `Total  ${usd(portfolio.total)}`,
    'Chains',
    ...portfolio.chains.map(({ name, value }) => `  ${name}  ${usd(value)}`),
    'Tray menu',
    ...rowTexts(trayViewOf(state, app.world.clock.now()).rows, '  '),
    'Notifications',
    ...notices
      .map(notice => noticeText(notice, false))
      .map(({ title, body }) => `  ${title} · ${body.replaceAll('\n', ', ')}`)
  ];
}

function rowTexts(rows: readonly MenuRow[], indent: string): string[] {
  return rows.flatMap(row => {
    if (row.kind === 'separator') return [`${indent}──`];
    return [indent + row.label, ...(row.kind === 'submenu' ? rowTexts(row.rows, `${indent}  `) : [])];
  });
}

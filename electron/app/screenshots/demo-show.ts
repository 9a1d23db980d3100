// Runs the demo show: waits for the first notification, takes all screenshots, and prints a text report.
import { mkdir } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { MINUTE_MS } from '../../../shared/domain/durations';
import { usd } from '../../../shared/text/money';
import { notificationTextOf } from '../../../shared/text/notification-text';
import type { Engine } from '../../core/engine/engine';
import type { MenuRow } from '../../core/tray/menu-rows';
import { trayViewOf } from '../../core/tray/tray-view';
import type { Surfaces } from '../../surfaces/surfaces';
import { Capture } from './capture';
import { advanceAndPoll } from './advance-and-poll';
import type { Profile } from '../../profile/running-profile';
import { scenesOf, type Scene } from './scenes';
import { writeLog } from '../../adapters/storage/app-log';
import { isFixed } from '../../adapters/system/fixed-clock';

/** The first transfer of the demo comes within a few polls; after this limit the demo has failed. */
const FIRST_NOTIFICATION_LIMIT_MS = MINUTE_MS;
const POLL_MS = 50;
const MAX_TRIES = 5;
/** The demo shows all its events in the first minute, with a poll every ten seconds. */
const STORY_POLLS = 6;
const STORY_MS = 10_000;
/** Age of the data in the screenshots. */
const LOOK_MS = 4000;

/**
 * Screenshots go to `folder` as `overview-light.png` and so on, with `isAll` of every scene; the report goes to
 * standard output.
 */
export async function showDemo(
  profile: Profile,
  surfaces: Surfaces,
  folder: string,
  isAll: boolean
): Promise<void> {
  if (profile.kind === 'demo') await live(profile.engine);
  const report = reportOf(profile);
  await mkdir(folder, { recursive: true });
  const { isHidden, language } = profile.engine.model.settings.choices;
  const capture = new Capture(profile, surfaces, folder);
  for (const scene of scenesOf(profile.kind, isAll)) {
    const isTaken = await captureAgain(capture, scene, isAll);
    if (!isTaken)
      process.stderr.write(`No picture of ${scene.name}: its window was closed or did not answer.\n`);
  }
  await profile.engine.choose({ isHidden, language });
  surfaces.setTheme(null);
  surfaces.open({ view: 'overview', holdingId: null });
  await capture.end();
  process.stdout.write(`${report.join('\n')}\n`);
}

/** A person may close the window meanwhile: it is opened again for the same picture. */
async function captureAgain(capture: Capture, scene: Scene, isAll: boolean): Promise<boolean> {
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    try {
      await capture.captureScene(scene, isAll);
      return true;
    } catch (thrown) {
      writeLog('warn', `the picture ${scene.name} failed`, thrown);
      await wait(POLL_MS);
    }
  }
  return false;
}

/** Runs a minute of the demo with a fixed clock, poll by poll. */
async function live(engine: Engine): Promise<void> {
  const { clock } = engine.world;
  const deadline = Date.now() + FIRST_NOTIFICATION_LIMIT_MS;
  const isYoung = () =>
    isFixed(clock) ? engine.state.phase !== 'ready' : engine.model.notifications.length === 0;
  while ((isYoung() || engine.model.isRefreshing) && Date.now() < deadline) await wait(POLL_MS);
  if (!isFixed(clock)) return;
  for (let poll = 0; poll < STORY_POLLS; poll++) await advanceAndPoll(engine, clock, STORY_MS);
  clock.move(LOOK_MS);
  engine.tick();
}

function reportOf({ engine }: Profile): string[] {
  const { state, model } = engine;
  const { portfolio } = state;
  return [
    `Total  ${usd(portfolio.total)}`,
    'Chains',
    ...portfolio.chains.map(({ name, value }) => `  ${name}  ${usd(value)}`),
    'Tray menu',
    ...rowTexts(trayViewOf(state, engine.world.clock.now()).rows, '  '),
    'Notifications',
    ...model.notifications
      .map(notification => notificationTextOf(notification, false, portfolio.wallets.length > 1))
      .map(({ title, body }) => `  ${title} · ${body.replaceAll('\n', ', ')}`)
  ];
}

function rowTexts(rows: readonly MenuRow[], indent: string): string[] {
  return rows.flatMap(row => {
    if (row.kind === 'separator') return [`${indent}──`];
    return [indent + row.label, ...(row.kind === 'submenu' ? rowTexts(row.rows, `${indent}  `) : [])];
  });
}

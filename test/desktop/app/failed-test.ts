// Keeps what a failed test saw, in one folder: picture of the window, tray menu, output of the app, notifications, messages
// of the bus.
import { writeFileSync } from 'node:fs';
import type { TestInfo } from 'playwright/test';
import type { App } from './app';
import type { Desktop } from '../linux/desktop';

/** A window that hangs must not hide the reason of the failure. */
const PICTURE_MS = 5000;

export const hasFailed = (info: TestInfo) => info.status !== info.expectedStatus;

/** Writes the output of one program; a test may start several. */
export function keepOutput(info: TestInfo, output: string): void {
  keep(info, 'output', 'txt', path => writeFileSync(path, output));
}

/** Writes what the app shows: window and tray menu. */
export async function keepSight(info: TestInfo, app: App, desktop: Desktop): Promise<void> {
  keepOutput(info, app.output);
  if (!app.isRunning) return;
  if (desktop.hasTrayItem()) {
    const menu = await desktop.menuText().catch(String);
    keep(info, 'tray-menu', 'txt', path => writeFileSync(path, menu));
  }
  const picture = await app
    .openPage()
    ?.screenshot({ timeout: PICTURE_MS })
    .catch(() => undefined);
  if (picture) keep(info, 'window', 'png', path => writeFileSync(path, picture));
}

/** Writes what the desktop received: notifications and the messages of the bus. */
export function keepDesktop(info: TestInfo, desktop: Desktop): void {
  const notes = desktop.notes.map(note => `${note.title}\n${note.body}`).join('\n\n');
  keep(info, 'notifications', 'txt', path => writeFileSync(path, notes));
  keep(info, 'bus-traffic', 'txt', path => writeFileSync(path, desktop.trafficText));
}

/** Writes a file to the folder of this test, and names it in the report. */
function keep(info: TestInfo, name: string, ending: 'txt' | 'png', write: (path: string) => void): void {
  const count = info.attachments.filter(kept => kept.name.startsWith(name)).length;
  const own = count === 0 ? name : `${name}-${count + 1}`;
  const path = info.outputPath(`${own}.${ending}`);
  write(path);
  info.attachments.push({ name: own, path, contentType: ending === 'png' ? 'image/png' : 'text/plain' });
}

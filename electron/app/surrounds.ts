// What the checks are told of this computer and this build.
import { app } from 'electron';
import { release } from 'node:os';
import type { Desk } from '../surfaces/surfaces';

export async function surrounds(desk: Desk) {
  return {
    version: app.getVersion(),
    electron: process.versions.electron ?? '',
    system: `${process.platform} ${release()} ${process.arch}`,
    env: process.env,
    lastNotification: desk.parts.notifier.lastOutcome(),
    desktop: await desk.around.survey()
  };
}

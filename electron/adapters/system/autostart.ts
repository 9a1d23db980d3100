// Chooses how the app starts at login on this system.
// The state is kept by the system, not in the settings.
import { app } from 'electron';
import { homedir } from 'node:os';
import { autostartFolder, type LaunchCommand } from '../../core/system/launch-command';
import {
  linuxAutostart,
  macAutostart,
  noAutostart,
  windowsAutostart,
  type Autostart
} from './autostart-entries';

export type { Autostart };

/** `isDefaultProfile`: the only one on a system whose login items take no arguments. */
export function openAutostart(start: LaunchCommand, isDefaultProfile: boolean): Autostart {
  if (process.platform === 'win32') return windowsAutostart(app, start.words, start.id);
  if (process.platform === 'darwin')
    return app.isPackaged && isDefaultProfile ? macAutostart(app) : noAutostart;
  const folder = autostartFolder(process.env, homedir());
  return linuxAutostart({ ...start, folder, isInstalled: app.isPackaged });
}

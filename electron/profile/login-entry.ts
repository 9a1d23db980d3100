// Creates the autostart entry that starts this program with this profile at login.
import { app } from 'electron';
import { launchCommandOf } from '../core/system/launch-command';
import type { Arguments } from '../cli/arguments';

/** `folder`: of the live profile. */
export async function openLoginEntry({ profile, userDataDir, isDemo }: Arguments, folder: string) {
  const { openAutostart } = await import('../adapters/system/autostart');
  const { execPath, argv, env } = process;
  const userDataFolder = userDataDir === null ? null : folder;
  const context = { execPath, argv, env, isPackaged: app.isPackaged, appPath: app.getAppPath() };
  const isDefaultProfile = profile === null && userDataFolder === null && !isDemo;
  return openAutostart(
    launchCommandOf({ ...context, profile, userDataDir: userDataFolder, isDemo }),
    isDefaultProfile
  );
}

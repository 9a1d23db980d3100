// The entry of this very program and profile that starts it at login.
import { app } from 'electron';
import { launchCommandOf } from '../core/system/launch-command';
import type { Flags } from '../cli/arguments';

/** `folder`: of the live profile. */
export async function loginOf({ profile, userDataDir, isDemo }: Flags, folder: string) {
  const { openAutostart } = await import('../adapters/system/autostart');
  const { execPath, argv, env } = process;
  const place = userDataDir === null ? null : folder;
  const given = { execPath, argv, env, isPackaged: app.isPackaged, appPath: app.getAppPath() };
  const isPlain = profile === null && place === null && !isDemo;
  return openAutostart(launchCommandOf({ ...given, profile, userDataDir: place, isDemo }), isPlain);
}

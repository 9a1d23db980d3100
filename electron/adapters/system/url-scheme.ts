// Registers this program with the system for tokentray:// links, when it is not registered yet.
import type { App } from 'electron';

export type ProtocolClient = Pick<App, 'isDefaultProtocolClient' | 'setAsDefaultProtocolClient'>;

/** Windows compares whole command lines, so both calls name the same; it would write the registry at each start otherwise. */
export function registerUrlScheme(app: ProtocolClient, program: string): void {
  // What stands behind the dashes is no option, whatever a link holds.
  const registration: [string, string, string[]] = ['tokentray', program, ['--']];
  if (!app.isDefaultProtocolClient(...registration)) app.setAsDefaultProtocolClient(...registration);
}

// Registers this program with the system for tokentray:// links, when it is not registered yet.
import type { App } from 'electron';

export type ProtocolClient = Pick<App, 'isDefaultProtocolClient' | 'setAsDefaultProtocolClient'>;

/**
 * Windows compares whole command lines, so both calls pass the same one; otherwise every start would write the
 * registry.
 */
export function registerUrlScheme(app: ProtocolClient, program: string): void {
  // What follows the dashes is never read as an option, whatever a link contains.
  const registration: [string, string, string[]] = ['tokentray', program, ['--']];
  if (!app.isDefaultProtocolClient(...registration)) app.setAsDefaultProtocolClient(...registration);
}

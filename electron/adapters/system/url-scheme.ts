// Links of tokentray:// come to this very program: asked of the system, and told it only where that is not so yet.
import type { App } from 'electron';

export type LinkScheme = Pick<App, 'isDefaultProtocolClient' | 'setAsDefaultProtocolClient'>;

/** Windows compares whole command lines, so both calls name the same; it would write the registry at each start otherwise. */
export function claimLinks(app: LinkScheme, program: string): void {
  // What stands behind the dashes is no option, whatever a link holds.
  const ours: [string, string, string[]] = ['tokentray', program, ['--']];
  if (!app.isDefaultProtocolClient(...ours)) app.setAsDefaultProtocolClient(...ours);
}

// Types of the handlers of the window's calls, derived from the IPC contract.
import type { CallName } from '../../shared/ipc/channels';
import type { Request, Response } from '../../shared/ipc/contract';
import type { PROFILE_CALLS } from '../../shared/ipc/profile-calls';

export type Calls = { [Name in CallName]: (request: Request<Name>) => Promise<Response<Name>> };

/** Calls that need more than the engine: the profile switch, the clipboard, the checks of this computer. */
export type ExternalCalls = Pick<
  Calls,
  | 'demo:start'
  | 'demo:leave'
  | 'export:save'
  | 'popover:act'
  | 'text:copy'
  | 'explorer:open'
  | 'ca-file:choose'
  | keyof typeof PROFILE_CALLS
  | 'native:read'
  | 'autostart:set'
  | 'shortcut:set'
  | 'diagnostics:read'
  | 'report:read'
  | 'report:save'
  | 'files:reread'
  | 'app:quit'
  | 'notice:test'
  | 'holding:focused'
>;

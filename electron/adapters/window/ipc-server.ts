// Handles the calls of the window: checks the sender, the request, the response, and the number of open calls.
import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import { CALLS, type CallName } from '../../../shared/ipc/channels';
import { CONTRACT } from '../../../shared/ipc/contract';

type CallHandler = (name: CallName, request: unknown) => Promise<unknown>;

/** The most open calls of one name. The window makes a few; each further one costs memory until it is answered. */
const MAX_PENDING_CALLS = 50;
/** These calls wait for an answer of the person, who must see one question at a time and not fifty. */
const ONE_AT_A_TIME: readonly CallName[] = [
  'wallet:connect',
  'key:rotate',
  'export:save',
  'explorer:open',
  'portal:open',
  'report:save',
  'settings:export',
  'ca-file:choose'
];

/**
 * `origin`: the only page that may call, in its main frame. A refused or malformed call rejects: it is an error in the
 * app's code or an attack.
 */
export function answerCalls(origin: string, handler: CallHandler): void {
  for (const name of CALLS) {
    const maxPending = ONE_AT_A_TIME.includes(name) ? 1 : MAX_PENDING_CALLS;
    let pending = 0;
    ipcMain.handle(name, async (event, payload: unknown) => {
      if (!isOurPage(event, origin)) throw new Error(`${name}: refused`);
      if (pending >= maxPending) throw new Error(`${name}: too many calls`);
      const request = CONTRACT[name].request.safeParse(payload);
      if (!request.success) throw new Error(`${name}: malformed request`);
      pending++;
      try {
        return CONTRACT[name].response.parse(await handler(name, request.data));
      } finally {
        pending--;
      }
    });
  }
}

function isOurPage({ senderFrame }: IpcMainInvokeEvent, origin: string): boolean {
  return senderFrame !== null && senderFrame.parent === null && senderFrame.origin === origin;
}

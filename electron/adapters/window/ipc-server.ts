// The window's calls: sender checked, request parsed, response stripped to the contract, and no flood of them.
import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import { CALLS, type CallName } from '../../../shared/ipc/channels';
import { CONTRACT } from '../../../shared/ipc/contract';

type Answer = (name: CallName, request: unknown) => Promise<unknown>;

/** Of one name at a time. The window asks for a few; each one more costs memory until it is answered. */
const MOST_WAITING = 50;
/** These wait for the person, who is to see one question and not fifty. */
const ONE_AT_A_TIME: readonly CallName[] = [
  'wallet:connect',
  'key:rotate',
  'export:save',
  'explorer:open',
  'report:save',
  'ca-file:choose'
];

/** `origin`: the only page that may call, in its main frame. A refused or malformed call rejects: that is a bug or an attack. */
export function answerCalls(origin: string, answer: Answer): void {
  for (const name of CALLS) {
    const most = ONE_AT_A_TIME.includes(name) ? 1 : MOST_WAITING;
    let waiting = 0;
    ipcMain.handle(name, async (event, payload: unknown) => {
      if (!isOurPage(event, origin)) throw new Error(`${name}: refused`);
      if (waiting >= most) throw new Error(`${name}: too many calls`);
      const request = CONTRACT[name].request.safeParse(payload);
      if (!request.success) throw new Error(`${name}: malformed request`);
      waiting++;
      try {
        return CONTRACT[name].response.parse(await answer(name, request.data));
      } finally {
        waiting--;
      }
    });
  }
}

function isOurPage({ senderFrame }: IpcMainInvokeEvent, origin: string): boolean {
  return senderFrame !== null && senderFrame.parent === null && senderFrame.origin === origin;
}

// The window's calls: sender checked, request parsed, response stripped to the contract.
import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import { CALLS, type CallName } from '../../shared/channels';
import { CONTRACT } from '../../shared/contract';

type Answer = (name: CallName, request: unknown) => Promise<unknown>;

/** `origin`: the only page that may call, in its main frame. A refused or malformed call rejects: that is a bug or an attack. */
export function answerCalls(origin: string, answer: Answer): void {
  for (const name of CALLS) {
    ipcMain.handle(name, async (event, payload: unknown) => {
      if (!isOurPage(event, origin)) throw new Error(`${name}: refused`);
      const request = CONTRACT[name].request.safeParse(payload);
      if (!request.success) throw new Error(`${name}: malformed request`);
      return CONTRACT[name].response.parse(await answer(name, request.data));
    });
  }
}

function isOurPage({ senderFrame }: IpcMainInvokeEvent, origin: string): boolean {
  return senderFrame !== null && senderFrame.parent === null && senderFrame.origin === origin;
}

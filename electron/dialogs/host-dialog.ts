// The question before a key goes to a host of the person's own naming, by the system's dialog; the safe answer comes first.
import { BrowserWindow, dialog, type MessageBoxOptions } from 'electron';
import { HOST_WARNINGS } from '../../shared/text/host-warning';
import type { HostQuestion } from '../ipc/keys';

const SEND = 0;
const CANCEL = 1;

export const askAboutHost: HostQuestion = async (host, warning) => {
  const options: MessageBoxOptions = {
    type: 'warning',
    message: HOST_WARNINGS.asks(host),
    detail: `${warning}\n${HOST_WARNINGS.asksDetail}`,
    buttons: [HOST_WARNINGS.send, HOST_WARNINGS.cancel],
    defaultId: CANCEL,
    cancelId: CANCEL,
    noLink: true
  };
  const window = BrowserWindow.getAllWindows()[0];
  const { response } = await (window
    ? dialog.showMessageBox(window, options)
    : dialog.showMessageBox(options));
  return response === SEND;
};

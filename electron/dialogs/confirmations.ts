// "Remove everything" of the window: asked by the system's dialog, and what could not be removed is said in one.
import { BrowserWindow, dialog, type MessageBoxOptions } from 'electron';
import { EXPLORER_HOSTS } from '../../shared/domain/explorers';
import { EXPLORER_TEXT } from '../../shared/text/explorer-text';
import { HOST_WARNING_TEXT } from '../../shared/text/host-warning';
import { openPage } from '../adapters/system/browser';
import type { Flags } from '../cli/arguments';
import type { Browser } from '../ipc/details';
import type { HostQuestion } from '../ipc/keys';
import { noteUpdate } from '../profile/available-update';
import { reset, keysIn } from '../profile/reset';
import { resetPorts } from '../profile/reset-ports';
import { RESET } from '../profile/reset-text';

const REMOVE = 0;
const CANCEL = 1;

export async function askForReset(folder: string): Promise<boolean> {
  const options: MessageBoxOptions = {
    type: 'warning',
    message: RESET.asks,
    detail: RESET.removes(keysIn(folder).length, folder),
    buttons: [RESET.remove, RESET.cancel],
    defaultId: CANCEL,
    cancelId: CANCEL,
    noLink: true
  };
  const window = BrowserWindow.getAllWindows()[0];
  const { response } = await (window
    ? dialog.showMessageBox(window, options)
    : dialog.showMessageBox(options));
  return response === REMOVE;
}

/** While no profile is open. The box waits for nobody: the app opens behind it as on a first run. */
export async function resetAndTell(folder: string, flags: Flags): Promise<void> {
  const { left } = await reset(resetPorts(folder, folder, flags));
  noteUpdate(null);
  if (left.length === 0) return;
  void dialog.showMessageBox({
    type: 'warning',
    message: RESET.leftTitle,
    detail: left.join('\n\n'),
    buttons: [RESET.ok],
    noLink: true
  });
}

const OPEN = 0;
export const browser: Browser = {
  async confirm(host, kind) {
    const options: MessageBoxOptions = {
      type: 'question',
      message: EXPLORER_TEXT.asks(host),
      detail: EXPLORER_TEXT.learns[kind],
      buttons: [EXPLORER_TEXT.open, EXPLORER_TEXT.cancel],
      defaultId: CANCEL,
      cancelId: CANCEL,
      checkboxLabel: EXPLORER_TEXT.dontAskAgain(host),
      noLink: true
    };
    const window = BrowserWindow.getAllWindows()[0];
    const { response, checkboxChecked } = await (window
      ? dialog.showMessageBox(window, options)
      : dialog.showMessageBox(options));
    return { isSure: response === OPEN, isRemembered: checkboxChecked };
  },
  open: url => openPage(url, EXPLORER_HOSTS)
};

const SEND = 0;
export const askAboutHost: HostQuestion = async (host, warning) => {
  const options: MessageBoxOptions = {
    type: 'warning',
    message: HOST_WARNING_TEXT.asks(host),
    detail: `${warning}\n${HOST_WARNING_TEXT.asksDetail}`,
    buttons: [HOST_WARNING_TEXT.send, HOST_WARNING_TEXT.cancel],
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

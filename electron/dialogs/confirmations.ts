// Confirmation dialogs of the system: reset of the profile, opening of an explorer, sending a key to another host.
import { BrowserWindow, dialog, type MessageBoxOptions } from 'electron';
import { EXPLORER_HOSTS } from '../../shared/domain/explorers';
import { EXPLORER_TEXT } from '../../shared/text/explorer-text';
import { HOST_WARNING_TEXT } from '../../shared/text/host-warning';
import { openPage } from '../adapters/system/browser';
import type { Arguments } from '../cli/arguments';
import type { Browser, Dialogs } from '../ipc/call-types';
import { setAvailableUpdate } from '../profile/available-update';
import { reset, keyIdsIn } from '../profile/reset';
import { resetPorts } from '../profile/reset-ports';
import { RESET_TEXT } from '../profile/reset-text';

const REMOVE_BUTTON = 0;
const CANCEL_BUTTON = 1;

export async function confirmReset(folder: string): Promise<boolean> {
  const options: MessageBoxOptions = {
    type: 'warning',
    message: RESET_TEXT.asks,
    detail: RESET_TEXT.removes(keyIdsIn(folder).length, folder),
    buttons: [RESET_TEXT.remove, RESET_TEXT.cancel],
    defaultId: CANCEL_BUTTON,
    cancelId: CANCEL_BUTTON,
    noLink: true
  };
  const window = BrowserWindow.getAllWindows()[0];
  const { response } = await (window
    ? dialog.showMessageBox(window, options)
    : dialog.showMessageBox(options));
  return response === REMOVE_BUTTON;
}

/** Runs while no profile is open. The app does not wait for the dialog: it opens behind it as on a first run. */
export async function resetAndReport(folder: string, args: Arguments): Promise<void> {
  const { remaining } = await reset(resetPorts(folder, folder, args));
  setAvailableUpdate(null);
  if (remaining.length === 0) return;
  void dialog.showMessageBox({
    type: 'warning',
    message: RESET_TEXT.remainingTitle,
    detail: remaining.join('\n\n'),
    buttons: [RESET_TEXT.ok],
    noLink: true
  });
}

const OPEN_BUTTON = 0;
export const browser: Browser = {
  async confirm(host, kind) {
    const options: MessageBoxOptions = {
      type: 'question',
      message: EXPLORER_TEXT.asks(host),
      detail: EXPLORER_TEXT.learns[kind],
      buttons: [EXPLORER_TEXT.open, EXPLORER_TEXT.cancel],
      defaultId: CANCEL_BUTTON,
      cancelId: CANCEL_BUTTON,
      checkboxLabel: EXPLORER_TEXT.dontAskAgain(host),
      noLink: true
    };
    const window = BrowserWindow.getAllWindows()[0];
    const { response, checkboxChecked } = await (window
      ? dialog.showMessageBox(window, options)
      : dialog.showMessageBox(options));
    return { isConfirmed: response === OPEN_BUTTON, isRemembered: checkboxChecked };
  },
  open: url => openPage(url, EXPLORER_HOSTS)
};

const SEND_BUTTON = 0;
export const confirmHost: Dialogs['confirmHost'] = async (host, warning) => {
  const options: MessageBoxOptions = {
    type: 'warning',
    message: HOST_WARNING_TEXT.asks(host),
    detail: `${warning}\n${HOST_WARNING_TEXT.asksDetail}`,
    buttons: [HOST_WARNING_TEXT.send, HOST_WARNING_TEXT.cancel],
    defaultId: CANCEL_BUTTON,
    cancelId: CANCEL_BUTTON,
    noLink: true
  };
  const window = BrowserWindow.getAllWindows()[0];
  const { response } = await (window
    ? dialog.showMessageBox(window, options)
    : dialog.showMessageBox(options));
  return response === SEND_BUTTON;
};

// Asks before a website is opened, by the system's own dialog: the page of the window cannot answer for the person.
import { BrowserWindow, dialog, type MessageBoxOptions } from 'electron';
import { EXPLORER } from '../../shared/text/explorer-text';
import { EXPLORER_HOSTS } from '../../shared/domain/explorers';
import { openPage } from '../adapters/system/browser';
import type { Browser } from '../ipc/details';

const OPEN = 0;
const CANCEL = 1;

export const browser: Browser = {
  async confirm(host, kind) {
    const options: MessageBoxOptions = {
      type: 'question',
      message: EXPLORER.asks(host),
      detail: EXPLORER.learns[kind],
      buttons: [EXPLORER.open, EXPLORER.cancel],
      defaultId: CANCEL,
      cancelId: CANCEL,
      checkboxLabel: EXPLORER.dontAskAgain(host),
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

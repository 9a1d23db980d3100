// Confirmation dialogs: opening a page in the browser, sending a key to another host.
import { EXPLORER_HOSTS } from '../../shared/domain/explorers';
import { KEY_PORTALS } from '../../shared/domain/host';
import { EXPLORER_TEXT } from '../../shared/text/explorer-text';
import { HOST_WARNING_TEXT } from '../../shared/text/host-warning';
import { openPage } from '../adapters/system/browser';
import type { Browser, Dialogs } from '../ipc/call-types';
import { askQuestion } from './system-dialogs';

const PORTAL_HOSTS = Object.values(KEY_PORTALS).map(url => new URL(url).host);

export const browser: Browser = {
  confirm: (host, kind) =>
    askQuestion({
      type: 'question',
      message: EXPLORER_TEXT.asks(host),
      detail: EXPLORER_TEXT.learns[kind],
      agree: EXPLORER_TEXT.open,
      cancel: EXPLORER_TEXT.cancel,
      checkboxLabel: EXPLORER_TEXT.dontAskAgain(host)
    }),
  open: url => openPage(url, [...EXPLORER_HOSTS, ...PORTAL_HOSTS])
};

export const confirmHost: Dialogs['confirmHost'] = async (host, warning) => {
  const { isConfirmed } = await askQuestion({
    type: 'warning',
    message: HOST_WARNING_TEXT.asks(host),
    detail: `${warning}\n${HOST_WARNING_TEXT.asksDetail}`,
    agree: HOST_WARNING_TEXT.send,
    cancel: HOST_WARNING_TEXT.cancel
  });
  return isConfirmed;
};

// Confirmation dialogs: reset of the profile, opening of an explorer, sending a key to another host.
import { EXPLORER_HOSTS } from '../../shared/domain/explorers';
import { EXPLORER_TEXT } from '../../shared/text/explorer-text';
import { HOST_WARNING_TEXT } from '../../shared/text/host-warning';
import { openPage } from '../adapters/system/browser';
import type { Arguments } from '../cli/arguments';
import type { Browser, Dialogs } from '../ipc/call-types';
import { setAvailableUpdate } from '../profile/available-update';
import { reset, keyIdsIn } from '../profile/reset/reset';
import { resetPorts } from '../profile/reset/reset-ports';
import { RESET_TEXT } from '../profile/reset/reset-text';
import { askQuestion, showMessage } from './system-dialogs';

export async function confirmReset(folder: string): Promise<boolean> {
  const { isConfirmed } = await askQuestion({
    type: 'warning',
    message: RESET_TEXT.asks,
    detail: RESET_TEXT.removes(keyIdsIn(folder).length, folder),
    agree: RESET_TEXT.remove,
    cancel: RESET_TEXT.cancel
  });
  return isConfirmed;
}

/** Runs while no profile is open. The app does not wait for the dialog: it opens behind it as on a first run. */
export async function resetAndReport(folder: string, args: Arguments): Promise<void> {
  const { remaining } = await reset(resetPorts(folder, folder, args));
  setAvailableUpdate(null);
  if (remaining.length === 0) return;
  const detail = remaining.join('\n\n');
  void showMessage({ type: 'warning', message: RESET_TEXT.remainingTitle, detail, ok: RESET_TEXT.ok }, null);
}

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
  open: url => openPage(url, EXPLORER_HOSTS)
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

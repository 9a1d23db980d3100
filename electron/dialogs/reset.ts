// Reset by dialogs: asks before a profile is removed, and says what could not be removed.
// A file of its own, because it is loaded only when somebody resets.
import type { Arguments } from '../cli/arguments';
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

// The window's export and import of settings, by the system's dialogs: a page names no file, and answers no question.
import { BrowserWindow, dialog, type MessageBoxOptions, type OpenDialogOptions } from 'electron';
import { writeFile } from 'atomically';
import type { Engine } from '../core/engine/engine';
import { settingsExportText } from '../core/settings/export-settings';
import { isNothingNew } from '../core/settings/import-settings';
import { isRefused } from '../core/state/issues';
import { keepCopy, readImport, takeOver } from '../profile/import-file';
import { judgeImport } from '../profile/import-preview';
import { SETTINGS_FILE as WORDS } from '../profile/import-text';
import { proposedPath } from './files';

const DONE = { done: true };
const NOT_DONE = { done: false };

export async function exportByDialog(app: Engine): Promise<{ done: boolean }> {
  const date = new Date(app.world.clock.now()).toISOString().slice(0, 10);
  const { canceled, filePath } = await dialog.showSaveDialog({
    defaultPath: proposedPath(`tokentray-settings-${date}.json`),
    filters: [{ name: 'JSON', extensions: ['json'] }]
  });
  if (canceled || !filePath) return NOT_DONE;
  try {
    await writeFile(filePath, `${settingsExportText(app.model.settings)}\n`, { mode: 0o600 });
    return DONE;
  } catch (thrown) {
    app.world.log('error', 'cannot write the settings', thrown);
    await tell('error', WORDS.failed, (thrown as NodeJS.ErrnoException).code ?? '');
    return NOT_DONE;
  }
}

/** Says first what would be another one, keeps a copy, and takes over what was agreed to. */
export async function importByDialog(app: Engine, folder: string): Promise<{ done: boolean }> {
  const path = await chosenFile();
  if (path === null) return NOT_DONE;
  const refuse = async (why: string) => {
    await tell('warning', WORDS.refusedTitle, `${why}\n\n${WORDS.unchanged}`);
    return NOT_DONE;
  };
  if (isRefused(app.model)) return await refuse(WORDS.failed);
  const read = readImport(path);
  if ('problem' in read) return await refuse(read.problem);
  const judge = () => judgeImport(read.text, app.model.settings, () => app.world.clock.newId());
  const first = judge();
  if ('problem' in first) return await refuse(first.problem);
  if (isNothingNew(first.plan)) return await refuse(first.lines.join('\n'));
  if (!(await isAgreed(first.lines))) return NOT_DONE;
  // The question may have stood open for long, while the settings went on.
  const judged = judge();
  if ('problem' in judged) return await refuse(judged.problem);
  try {
    const copy = keepCopy(folder, app.world.clock.now());
    await takeOver(app, judged.plan);
    await tell('info', WORDS.done, copy === null ? '' : WORDS.backup(copy));
    return DONE;
  } catch (thrown) {
    app.world.log('error', 'cannot import the settings', thrown);
    return await refuse(WORDS.failed);
  }
}

async function chosenFile(): Promise<string | null> {
  const options: OpenDialogOptions = {
    title: WORDS.importTitle,
    properties: ['openFile', 'showHiddenFiles'],
    filters: [{ name: 'JSON', extensions: ['json'] }]
  };
  const window = BrowserWindow.getAllWindows()[0];
  const { filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options));
  return filePaths[0] ?? null;
}

const IMPORT = 0;
const CANCEL = 1;

async function isAgreed(lines: readonly string[]): Promise<boolean> {
  const response = await ask({
    type: 'question',
    message: WORDS.asks,
    detail: [...lines, '', WORDS.removesNothing].join('\n'),
    buttons: [WORDS.doImport, WORDS.cancel],
    defaultId: CANCEL,
    cancelId: CANCEL
  });
  return response === IMPORT;
}

async function tell(type: 'info' | 'warning' | 'error', message: string, detail: string): Promise<void> {
  await ask({ type, message, detail, buttons: [WORDS.ok] });
}

async function ask(options: MessageBoxOptions): Promise<number> {
  const window = BrowserWindow.getAllWindows()[0];
  const { response } = await (window
    ? dialog.showMessageBox(window, { ...options, noLink: true })
    : dialog.showMessageBox({ ...options, noLink: true }));
  return response;
}

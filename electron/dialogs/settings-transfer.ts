// Exports and imports settings through dialogs of the system, for the window.
// The page passes no file name and cannot confirm the import itself.
import { writeFile } from 'atomically';
import type { Engine } from '../core/engine/engine';
import { settingsExportText } from '../core/settings/export-settings';
import { isNothingNew } from '../core/settings/import-settings';
import { isRefused } from '../core/state/issues';
import { backUpSettings, readImport, applyImport } from '../profile/import/import-file';
import { previewImport } from '../profile/import/import-preview';
import { SETTINGS_TRANSFER_TEXT as TEXT } from '../profile/import/import-text';
import { chooseSavePath } from './files';
import { askQuestion, chooseFile, showMessage, type Message } from './system-dialogs';

const DONE = { done: true };
const NOT_DONE = { done: false };
const JSON_FILES = [{ name: 'JSON', extensions: ['json'] }];

/** Gives the path of the written file, or null. */
export async function exportByDialog(engine: Engine): Promise<string | null> {
  const date = new Date(engine.world.clock.now()).toISOString().slice(0, 10);
  const path = await chooseSavePath(`tokentray-settings-${date}.json`, 'json');
  if (path === null) return null;
  try {
    await writeFile(path, `${settingsExportText(engine.model.settings)}\n`, { mode: 0o600 });
    return path;
  } catch (thrown) {
    engine.world.log('error', 'cannot write the settings', thrown);
    await showResult('error', TEXT.failed, (thrown as NodeJS.ErrnoException).code ?? '');
    return null;
  }
}

/** Shows first what would change, keeps a copy, and imports what was confirmed. */
export async function importByDialog(engine: Engine, folder: string): Promise<{ done: boolean }> {
  const path = await chooseFile(TEXT.importTitle, JSON_FILES);
  if (path === null) return NOT_DONE;
  const refuse = async (reason: string) => {
    await showResult('warning', TEXT.refusedTitle, `${reason}\n\n${TEXT.unchanged}`);
    return NOT_DONE;
  };
  if (isRefused(engine.model)) return await refuse(TEXT.failed);
  const fileText = readImport(path);
  if ('problem' in fileText) return await refuse(fileText.problem);
  const makePreview = () =>
    previewImport(fileText.text, engine.model.settings, [...engine.world.chainList.entries()], () =>
      engine.world.clock.newId()
    );
  const firstPreview = makePreview();
  if ('problem' in firstPreview) return await refuse(firstPreview.problem);
  if (isNothingNew(firstPreview.plan)) {
    const [nothingNew = '', ...more] = firstPreview.lines;
    await showResult('info', nothingNew, more.join('\n'));
    return NOT_DONE;
  }
  if (!(await confirmImport(firstPreview.lines))) return NOT_DONE;
  // The confirmation dialog may have been open for a long time, and the settings may have changed meanwhile.
  const preview = makePreview();
  if ('problem' in preview) return await refuse(preview.problem);
  try {
    const copy = backUpSettings(folder, engine.world.clock.now());
    await applyImport(engine, preview.plan);
    await showResult('info', TEXT.done, copy === null ? '' : TEXT.backup(copy));
    return DONE;
  } catch (thrown) {
    engine.world.log('error', 'cannot import the settings', thrown);
    return await refuse(TEXT.failed);
  }
}

async function confirmImport(lines: readonly string[]): Promise<boolean> {
  const { isConfirmed } = await askQuestion({
    type: 'question',
    message: TEXT.asks,
    detail: [...lines, '', TEXT.removesNothing].join('\n'),
    agree: TEXT.doImport,
    cancel: TEXT.cancel
  });
  return isConfirmed;
}

function showResult(type: Message['type'], message: string, detail: string): Promise<void> {
  return showMessage({ type, message, detail, ok: TEXT.ok });
}

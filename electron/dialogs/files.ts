// File dialogs of the system: saves exports and reports, and chooses the CA file.
// An exported file is written completely or not at all.
import { dialog, BrowserWindow, app, type OpenDialogOptions } from 'electron';
import { writeFile } from 'atomically';
import { join } from 'node:path';
import type { Request, Response } from '../../shared/ipc/contract';
import type { Diagnostics } from '../../shared/schema/diagnostics';
import type { Engine } from '../core/engine/engine';
import { exportText } from '../ipc/export';
import { createReportCalls } from '../ipc/problem-report';
import { APP_TEXT, CA_FILE_TEXT } from './app-text';

export async function saveExport(
  engine: Engine,
  request: Request<'export:save'>
): Promise<Response<'export:save'>> {
  const { what: kind, format } = request;
  // While balances are hidden everywhere else, a file with unmasked amounts is rarely intended.
  if (engine.model.settings.choices.isHidden) return { outcome: 'hidden', file: null };
  const date = new Date(engine.world.clock.now()).toISOString().slice(0, 10);
  const { canceled, filePath } = await dialog.showSaveDialog({
    defaultPath: proposedPath(`tokentray-${kind}-${date}.${format}`),
    filters: [{ name: format === 'csv' ? APP_TEXT.csv : 'JSON', extensions: [format] }]
  });
  if (canceled || !filePath) return { outcome: 'cancelled', file: null };
  // The dialog may have been open for a long time.
  if (engine.model.settings.choices.isHidden) return { outcome: 'hidden', file: null };
  try {
    await writeFile(filePath, await exportText(engine, request), { mode: 0o600 });
    return { outcome: 'saved', file: filePath };
  } catch (thrown) {
    engine.world.log('error', `cannot write the export of ${kind}`, thrown);
    return { outcome: 'failed', file: null };
  }
}

/** Gives the path that the person chose, or null. */
export async function chooseCaFilePath(): Promise<string | null> {
  const options: OpenDialogOptions = {
    title: CA_FILE_TEXT.title,
    properties: ['openFile', 'showHiddenFiles'],
    filters: [
      { name: CA_FILE_TEXT.certificates, extensions: ['pem', 'crt', 'cer', 'der'] },
      { name: CA_FILE_TEXT.all, extensions: ['*'] }
    ]
  };
  const window = BrowserWindow.getAllWindows()[0];
  const { filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options));
  return filePaths[0] ?? null;
}

/**
 * Proposes the folder of the person's documents. Where the system names no such folder, only the name is given, and
 * the dialog chooses the folder.
 */
export function proposedPath(name: string): string {
  try {
    return join(app.getPath('documents'), name);
  } catch {
    return name;
  }
}

export function reportCallsWithDialog(engine: Engine, diagnose: () => Promise<Diagnostics>) {
  return createReportCalls(engine, diagnose, chooseSavePath);
}

async function chooseSavePath(name: string): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog({ defaultPath: proposedPath(name) });
  return canceled || !filePath ? null : filePath;
}

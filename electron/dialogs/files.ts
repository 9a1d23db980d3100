// The window's export: asks by the system's dialog where to, writes the whole file or nothing.
import { dialog, BrowserWindow, app, type OpenDialogOptions } from 'electron';
import { writeFile } from 'atomically';
import { join } from 'node:path';
import type { Request, Response } from '../../shared/ipc/contract';
import type { Diagnostics } from '../../shared/schema/diagnostics';
import type { Engine } from '../core/engine/engine';
import { exportText } from '../ipc/export';
import { reportCallsOf } from '../ipc/problem-report';
import { DESK, CA_FILE } from './app-text';

export async function saveExport(
  app: Engine,
  asked: Request<'export:save'>
): Promise<Response<'export:save'>> {
  const { what, format } = asked;
  // A file without masks, written while everything else is masked, is seldom what was meant.
  if (app.model.settings.choices.isHidden) return { outcome: 'hidden', file: null };
  const date = new Date(app.world.clock.now()).toISOString().slice(0, 10);
  const { canceled, filePath } = await dialog.showSaveDialog({
    defaultPath: proposedPath(`tokentray-${what}-${date}.${format}`),
    filters: [{ name: format === 'csv' ? DESK.csv : 'JSON', extensions: [format] }]
  });
  if (canceled || !filePath) return { outcome: 'cancelled', file: null };
  // The dialog may have stood open for long.
  if (app.model.settings.choices.isHidden) return { outcome: 'hidden', file: null };
  try {
    await writeFile(filePath, await exportText(app, asked), { mode: 0o600 });
    return { outcome: 'saved', file: filePath };
  } catch (thrown) {
    app.world.log('error', `cannot write the export of ${what}`, thrown);
    return { outcome: 'failed', file: null };
  }
}

/** The path that the person chose; null: none. */
export async function askForCaFile(): Promise<string | null> {
  const options: OpenDialogOptions = {
    title: CA_FILE.title,
    properties: ['openFile', 'showHiddenFiles'],
    filters: [
      { name: CA_FILE.certificates, extensions: ['pem', 'crt', 'cer', 'der'] },
      { name: CA_FILE.all, extensions: ['*'] }
    ]
  };
  const window = BrowserWindow.getAllWindows()[0];
  const { filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options));
  return filePaths[0] ?? null;
}

/** In the folder of the person's documents. The name alone where the system names no such folder: the dialog then knows one. */
export function proposedPath(name: string): string {
  try {
    return join(app.getPath('documents'), name);
  } catch {
    return name;
  }
}

export function reportCalls(app: Engine, diagnose: () => Promise<Diagnostics>) {
  return reportCallsOf(app, diagnose, askForPlace);
}

async function askForPlace(name: string): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog({ defaultPath: proposedPath(name) });
  return canceled || !filePath ? null : filePath;
}

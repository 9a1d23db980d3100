// File dialogs of the system: choose the path of a file to save, and the CA file.
import { dialog, BrowserWindow, app, type OpenDialogOptions } from 'electron';
import { join } from 'node:path';
import { APP_TEXT, CA_FILE_TEXT } from './app-text';

/** Gives the path that the person chose for a file of this name, or null. `format`: offered as the kind of file. */
export async function chooseSavePath(name: string, format?: 'csv' | 'json'): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog({
    defaultPath: proposedPath(name),
    ...(format && { filters: [{ name: format === 'csv' ? APP_TEXT.csv : 'JSON', extensions: [format] }] })
  });
  return canceled || !filePath ? null : filePath;
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
function proposedPath(name: string): string {
  try {
    return join(app.getPath('documents'), name);
  } catch {
    return name;
  }
}

// Asks for the CA file by the system's own dialog.
import { BrowserWindow, dialog, type OpenDialogOptions } from 'electron';
import { CA_FILE } from './ca-file-words';

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

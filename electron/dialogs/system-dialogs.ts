// Dialogs of the system: asks a question, shows a message, chooses a file to read or a path to save to.
import { app, BrowserWindow, dialog, type FileFilter, type MessageBoxOptions } from 'electron';
import { join } from 'node:path';
import { APP_TEXT } from './app-text';

export interface Question {
  readonly type: 'question' | 'warning';
  readonly message: string;
  readonly detail: string;
  /** The button that agrees. */
  readonly agree: string;
  readonly cancel: string;
  readonly checkboxLabel?: string;
}

const AGREE_BUTTON = 0;
const CANCEL_BUTTON = 1;

/** Enter and Escape cancel: a key that was meant for another window agrees to nothing. */
export async function askQuestion({ agree, cancel, ...question }: Question) {
  const { response, checkboxChecked } = await showMessageBox(
    {
      ...question,
      buttons: [agree, cancel],
      defaultId: CANCEL_BUTTON,
      cancelId: CANCEL_BUTTON
    },
    firstWindow()
  );
  return { isConfirmed: response === AGREE_BUTTON, isRemembered: checkboxChecked };
}

export interface Message {
  readonly type: 'info' | 'warning' | 'error';
  readonly message: string;
  readonly detail: string;
  readonly ok: string;
}

/** `window`: the one that is blocked until the answer; null: none. */
export async function showMessage({ ok, ...message }: Message, window = firstWindow()): Promise<void> {
  await showMessageBox({ ...message, buttons: [ok] }, window);
}

/** Gives the path of the file that the person chose, or null. */
export async function chooseFile(title: string, filters: FileFilter[]): Promise<string | null> {
  const options = {
    title,
    buttonLabel: APP_TEXT.open,
    properties: ['openFile' as const, 'showHiddenFiles' as const],
    filters
  };
  const window = firstWindow();
  const { filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options));
  return filePaths[0] ?? null;
}

/** Gives the path that the person chose, or null. `name`: of the file that is proposed. */
export async function askSavePath(name: string, filters?: FileFilter[]): Promise<string | null> {
  const words = { title: APP_TEXT.save, buttonLabel: APP_TEXT.save };
  const options = { ...words, defaultPath: proposedPath(name), ...(filters && { filters }) };
  const { canceled, filePath } = await dialog.showSaveDialog(options);
  return canceled || !filePath ? null : filePath;
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

function firstWindow(): BrowserWindow | null {
  return BrowserWindow.getAllWindows()[0] ?? null;
}

/** Without `noLink` Windows shows buttons with words of our own as links. */
async function showMessageBox(options: MessageBoxOptions, window: BrowserWindow | null) {
  const allOptions = { ...options, noLink: true };
  return await (window ? dialog.showMessageBox(window, allOptions) : dialog.showMessageBox(allOptions));
}

// Shows a file in the folder where it lies, in the system's file manager.
import { shell } from 'electron';

export function showInFolder(file: string): void {
  shell.showItemInFolder(file);
}

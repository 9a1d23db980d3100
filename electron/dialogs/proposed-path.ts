// Where the system's dialog begins when a file is saved.
import { app } from 'electron';
import { join } from 'node:path';

/** In the folder of the person's documents. The name alone where the system names no such folder: the dialog then knows one. */
export function proposedPath(name: string): string {
  try {
    return join(app.getPath('documents'), name);
  } catch {
    return name;
  }
}

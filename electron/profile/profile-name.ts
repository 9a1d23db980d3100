// Which profile this process is for, as `--profile` named it; its folder, and its name on every surface, come from here.
import { join } from 'node:path';

let currentName: string | null = null;

/** Null: the usual one. */
export function profileName(): string | null {
  return currentName;
}

/** Below the usual folder; the same in whatever case it was typed, as file systems of macOS and Windows have it. */
export function enterProfile(name: string, defaultFolder: string): string {
  currentName = name.toLowerCase();
  return join(defaultFolder, 'profiles', currentName);
}

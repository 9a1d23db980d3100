// Stores the name of the profile that `--profile` selected, and returns its folder.
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

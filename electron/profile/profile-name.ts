// Stores the name of the profile that `--profile` selected, and returns its folder.
import { join } from 'node:path';

let currentName: string | null = null;

/** Null: the default profile. */
export function profileName(): string | null {
  return currentName;
}

/** Below the default folder; upper and lower case give the same folder, as on the file systems of macOS and Windows. */
export function enterProfile(name: string, defaultFolder: string): string {
  currentName = name.toLowerCase();
  return join(defaultFolder, 'profiles', currentName);
}

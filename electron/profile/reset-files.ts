// The files of a profile that are ours: found by their names, so that a folder of the person's own loses nothing else.
import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** A file, its dated copies, and what a write that was cut off leaves beside it. */
const ASIDE = String.raw`(\.(damaged|unread|before-import|v\d+)-[\w-]+)?`;
const CUT_OFF = String.raw`(\.(room|next|tmp-[\w-]+))?`;
const OURS = new RegExp(`^(config|snapshot|chains|activity|updates)${ASIDE}\\.jsonl?${CUT_OFF}$`);
const SETTINGS = new RegExp(`^config${ASIDE}\\.json${CUT_OFF}$`);
const HISTORY = new RegExp(`^[a-z-]+${ASIDE}\\.jsonl${CUT_OFF}$`);
const LOGS = /^tokentray(\.\d)?\.log$/;
/** Of a file that is no JSON any more: what a key looks like in it. */
const KEY_IN_TEXT = /"id"\s*:\s*"([^"\\]{1,64})"[^{}]*"keptIn"\s*:\s*"keychain"/g;

/**
 * The keys that may have an entry in the keychain: those of the settings, and of every copy of them that was set aside.
 * `folder`: the profile's.
 */
export function keysIn(folder: string): string[] {
  return [...new Set(namesIn(folder, SETTINGS).flatMap(name => keysOf(readOrNothing(join(folder, name)))))];
}

function keysOf(text: string): string[] {
  try {
    const { keys } = JSON.parse(text.replace(/^\uFEFF/, '')) as { keys?: unknown };
    const found = (Array.isArray(keys) ? keys : []) as ({
      id?: unknown;
      keptIn?: unknown;
      isWaiting?: unknown;
    } | null)[];
    return found.flatMap(key =>
      typeof key?.id === 'string' && key.keptIn === 'keychain' && key.isWaiting !== true ? key.id : []
    );
  } catch {
    return [...text.matchAll(KEY_IN_TEXT)].map(([, id = '']) => id);
  }
}

/**
 * Gives the paths that could not be removed. Other profiles, which have folders below this one, stay; so does the demo where
 * it runs on its own, because it would write its files again.
 */
export function removeFiles(folder: string, isDemoRunning: boolean): string[] {
  return [
    ...removeIn(folder, OURS),
    ...removeIn(join(folder, 'history'), HISTORY, true),
    ...removeIn(join(folder, 'logs'), LOGS, true),
    ...(!isDemoRunning && existsSync(join(folder, 'demo')) ? removeDemo(join(folder, 'demo')) : [])
  ];
}

function removeDemo(demo: string): string[] {
  return [
    ...removeIn(join(demo, 'history'), HISTORY, true),
    ...removeIn(join(demo, 'logs'), LOGS, true),
    ...removeIn(demo, OURS, true)
  ];
}

function removeIn(folder: string, pattern: RegExp, isFolderToo = false): string[] {
  const left = namesIn(folder, pattern)
    .map(name => join(folder, name))
    .filter(path => !isRemoved(path));
  try {
    if (isFolderToo) rmdirSync(folder);
  } catch {
    // Somebody else's files are in it, or it is not there.
  }
  return left;
}

function isRemoved(path: string): boolean {
  try {
    rmSync(path, { force: true, maxRetries: 3, retryDelay: 50 });
    return true;
  } catch {
    return false;
  }
}

function namesIn(folder: string, pattern: RegExp): string[] {
  try {
    return readdirSync(folder).filter(name => pattern.test(name));
  } catch {
    return [];
  }
}

function readOrNothing(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

// Resets a profile: removes its keys from the keychain, its files and its autostart entry, and lists what remains.
import { join } from 'node:path';
import { existsSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { asFailure } from '../../../shared/domain/failure';
import { failureBrief } from '../../../shared/text/failure-text';
import { readTextSync } from '../../adapters/storage/regular-file';
import type { Keychain } from '../../core/ports/ports';
import { isInUse } from '../profile-in-use';
import { RESET_TEXT } from './reset-text';

export interface ResetPorts {
  /** Folder of the profile; for the demo its own folder, which has no keys. */
  readonly folder: string;
  readonly keychain: Pick<Keychain, 'forget'>;
  /** Rejects with the error of the system. */
  readonly endAutostart: () => Promise<void>;
}

export interface ResetResult {
  /** What could not be removed, as sentences; empty: nothing remains. */
  readonly remaining: readonly string[];
  readonly keys: number;
}

/**
 * Continues after each failure. The keychain comes first: without the files, it would be unknown which entries to
 * remove.
 */
export async function reset({ folder, keychain, endAutostart }: ResetPorts): Promise<ResetResult> {
  const remaining: string[] = [];
  const ids = keyIdsIn(folder);
  const remainingKeys = await forgetKeys(ids, keychain);
  if (remainingKeys)
    remaining.push(RESET_TEXT.remainingKeys(remainingKeys.reason, remainingKeys.ids.join(', ')));
  await endAutostart().catch((thrown: unknown) => {
    remaining.push(RESET_TEXT.remainingAutostart((thrown as NodeJS.ErrnoException).code ?? '?'));
  });
  const isDemoRunning = isInUse(join(folder, 'demo'));
  if (isDemoRunning) remaining.push(RESET_TEXT.remainingDemo);
  const files = removeFiles(folder, isDemoRunning);
  if (files.length > 0) remaining.push(RESET_TEXT.remainingFiles(files.join(', ')));
  return { remaining, keys: ids.length };
}

/** Each call may wait for a person; after a keychain that did not answer, no further call is made. */
async function forgetKeys(ids: readonly string[], keychain: ResetPorts['keychain']) {
  for (const [index, id] of ids.entries())
    try {
      await keychain.forget(id);
    } catch (thrown) {
      return { ids: ids.slice(index), reason: failureBrief(asFailure(thrown).code) };
    }
  return null;
}

/** A file, its dated copies, and the temporary files of a write that was cut off. */
const SET_ASIDE_SUFFIX = String.raw`(\.(damaged|unread|before-import|v\d+)-[\w-]+)?`;
const TEMPORARY_SUFFIX = String.raw`(\.(room|next|tmp-[\w-]+))?`;
const OWN_FILES = new RegExp(
  `^(config|snapshot|chains|activity|updates|prices-v5-account|prices-v6-address)${SET_ASIDE_SUFFIX}\\.jsonl?${TEMPORARY_SUFFIX}$`
);
const SETTINGS_FILES = new RegExp(`^config${SET_ASIDE_SUFFIX}\\.json${TEMPORARY_SUFFIX}$`);
const HISTORY_FILES = new RegExp(`^[a-z-]+${SET_ASIDE_SUFFIX}\\.jsonl${TEMPORARY_SUFFIX}$`);
const ANSWER_FILES = /^answers(\.next)?$/;
const LOG_FILES = /^tokentray(\.\d)?\.log$/;
/** Finds a key in a file that is no valid JSON any more. */
const KEY_PATTERN = /"id"\s*:\s*"([^"\\]{1,64})"[^{}]*"keptIn"\s*:\s*"keychain"/g;

/**
 * Gives the keys that may have an entry in the keychain: those of the settings, and of every copy of the settings that
 * was set aside. `folder`: of the profile.
 */
export function keyIdsIn(folder: string): string[] {
  return [
    ...new Set(namesIn(folder, SETTINGS_FILES).flatMap(name => keyIdsOf(readTextOrEmpty(join(folder, name)))))
  ];
}

function keyIdsOf(text: string): string[] {
  try {
    const { keys } = JSON.parse(text.replace(/^\uFEFF/, '')) as { keys?: unknown };
    const storedKeys = (Array.isArray(keys) ? keys : []) as ({
      id?: unknown;
      keptIn?: unknown;
      isWaiting?: unknown;
    } | null)[];
    return storedKeys.flatMap(key =>
      typeof key?.id === 'string' && key.keptIn === 'keychain' && key.isWaiting !== true ? key.id : []
    );
  } catch {
    return [...text.matchAll(KEY_PATTERN)].map(([, id = '']) => id);
  }
}

/**
 * Gives the paths that could not be removed. Other profiles, which have folders below this one, stay. A demo that runs
 * on its own stays as well, because it would write its files again.
 */
export function removeFiles(folder: string, isDemoRunning: boolean): string[] {
  return [
    ...removeIn(folder, OWN_FILES),
    ...removeIn(join(folder, 'history'), HISTORY_FILES, true),
    ...removeIn(join(folder, 'ready'), ANSWER_FILES, true),
    ...removeIn(join(folder, 'logs'), LOG_FILES, true),
    ...(!isDemoRunning && existsSync(join(folder, 'demo')) ? removeDemo(join(folder, 'demo')) : [])
  ];
}

function removeDemo(demo: string): string[] {
  return [
    ...removeIn(join(demo, 'history'), HISTORY_FILES, true),
    ...removeIn(join(demo, 'ready'), ANSWER_FILES, true),
    ...removeIn(join(demo, 'logs'), LOG_FILES, true),
    ...removeIn(demo, OWN_FILES, true)
  ];
}

function removeIn(folder: string, pattern: RegExp, removesFolder = false): string[] {
  const remaining = namesIn(folder, pattern)
    .map(name => join(folder, name))
    .filter(path => !tryRemove(path));
  try {
    if (removesFolder) rmdirSync(folder);
  } catch {
    // The folder contains files of somebody else, or does not exist.
  }
  return remaining;
}

function tryRemove(path: string): boolean {
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

function readTextOrEmpty(path: string): string {
  try {
    return readTextSync(path);
  } catch {
    return '';
  }
}

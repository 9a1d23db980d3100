// Removes everything of a profile: its keys from the keychain, its files, its entry for the login. What stays is named.
import { join } from 'node:path';
import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { asFailure } from '../../shared/domain/failure';
import { failureBrief } from '../../shared/text/failure-text';
import type { Keychain } from '../core/ports/ports';
import { isInUse } from './profile-in-use';
import { RESET } from './reset-text';

export interface ResetPorts {
  /** The profile's; of the demo its own, which has no keys. */
  readonly folder: string;
  readonly keychain: Pick<Keychain, 'forget'>;
  /** Rejects with the system's own error. */
  readonly endAutostart: () => Promise<void>;
}

export interface ResetResult {
  /** What could not be removed, in sentences; none: nothing is left. */
  readonly left: readonly string[];
  readonly keys: number;
}

/** Goes on after each failure. The keychain comes first: without the files nobody would know what to remove from it. */
export async function reset({ folder, keychain, endAutostart }: ResetPorts): Promise<ResetResult> {
  const left: string[] = [];
  const ids = keysIn(folder);
  const kept = await forgetAll(ids, keychain);
  if (kept) left.push(RESET.keysLeft(kept.why, kept.ids.join(', ')));
  await endAutostart().catch((thrown: unknown) => {
    left.push(RESET.autostartLeft((thrown as NodeJS.ErrnoException).code ?? '?'));
  });
  const isDemoRunning = isInUse(join(folder, 'demo'));
  if (isDemoRunning) left.push(RESET.demoLeft);
  const files = removeFiles(folder, isDemoRunning);
  if (files.length > 0) left.push(RESET.filesLeft(files.join(', ')));
  return { left, keys: ids.length };
}

/** Each call may wait for a person; a keychain that did not answer one is not asked for the next. */
async function forgetAll(ids: readonly string[], keychain: ResetPorts['keychain']) {
  for (const [place, id] of ids.entries())
    try {
      await keychain.forget(id);
    } catch (thrown) {
      return { ids: ids.slice(place), why: failureBrief(asFailure(thrown).code) };
    }
  return null;
}

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

// Removes everything of a profile: its keys from the keychain, its files, its entry for the login. What stays is named.
import { join } from 'node:path';
import { asFailure } from '../../shared/domain/failure';
import { failureBrief } from '../../shared/text/failure-text';
import type { Keychain } from '../core/ports/ports';
import { isInUse } from './profile-in-use';
import { keysIn, removeFiles } from './reset-files';
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

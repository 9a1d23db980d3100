// Makes a copy of a packed app that the desktop tests can drive: the debugger is allowed and test variables are
// accepted.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read } from '../lib/run.mjs';
import { Stop } from '../lib/say.mjs';

/** The one additional file of a package for tests; electron/profile/test-hooks.ts looks for it. */
export const MARK = 'resources/for-tests';

/** Gives the executable of the copy, which is written to `folder`; all other fuses stay as they are. */
export async function makeDrivable(unpacked, folder) {
  if (read('cp', ['-a', unpacked, folder]).status !== 0) throw new Stop(`${unpacked} could not be copied.`);
  writeFileSync(join(folder, MARK), 'Built for the desktop tests; never handed out.\n');
  const executable = join(folder, 'tokentray');
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true
  });
  return executable;
}

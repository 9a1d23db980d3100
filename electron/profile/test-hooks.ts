// Decides whether environment variables of tests are accepted, and reads the clipboard time from one.
import { app } from 'electron';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * True in a checkout, and in a package that was built for tests: it contains one more file
 * (electron/tools/test/drivable.mjs).
 */
export function acceptsTestHooks(): boolean {
  return !app.isPackaged || existsSync(join(process.resourcesPath, 'for-tests'));
}

/** Undefined: there is no such wish, or nobody hears it. */
export function testOption(name: `TOKENTRAY_TEST_${string}`): string | undefined {
  return acceptsTestHooks() ? process.env[name] : undefined;
}

/** Milliseconds; undefined: the default. `isAccepted`: variables of tests are accepted. */
export function testClipboardMs(isAccepted: boolean): number | undefined {
  const value = isAccepted ? process.env['TOKENTRAY_TEST_COPIED_MS'] : undefined;
  return value ? Number(value) : undefined;
}

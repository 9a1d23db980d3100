// What `tokentray doctor` prints of the checks, and its exit status.
import type { Diagnostics } from '../../shared/schema/diagnostics';
import { reportText } from '../../shared/text/diagnostics-text';

/** Asking the keychain, the bus and the disk takes the app this long at most. */
export const DOCTOR_MS = 30_000;
export const SILENT = 'The running app did not answer within 30 s. Quit it, and start it again.';
export const ALONE = 'Tokentray is not running on this profile: only the checks that need no key were made.';

/** `status`: 0 no check failed, 1 one did. What is only unknown or worth a look is no failure. */
export function doctorReport(found: Diagnostics, format: string): { text: string; status: 0 | 1 } {
  const text = format === 'json' ? JSON.stringify(found) : reportText(found).trimEnd();
  return { text, status: found.checks.some(({ state }) => state === 'bad') ? 1 : 0 };
}

/** Of a file that a running app wrote, perhaps one of another version. Null: it is no report. */
export function diagnosticsIn(answer: unknown): Diagnostics | null {
  const given = answer as Partial<Diagnostics> | null;
  return Array.isArray(given?.checks) && Array.isArray(given.lastFailures) ? (given as Diagnostics) : null;
}

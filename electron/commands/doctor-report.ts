// Formats the diagnostics for `tokentray doctor`, and reads them from the answer of a running app.
import type { Diagnostics } from '../../shared/schema/diagnostics';
import { jsonText } from '../core/export/json-output';
import { diagnosticsText } from '../../shared/text/diagnostics-text';

export const NOT_RUNNING_TEXT =
  'Tokentray is not running on this profile: only the checks that need no key were run.';

/** `exitCode`: 0 when no check failed, 1 when one did. Unknown results and warnings are no failures. */
export function doctorReport(diagnostics: Diagnostics, format: string): { text: string; exitCode: 0 | 1 } {
  const text = format === 'json' ? jsonText(diagnostics) : diagnosticsText(diagnostics).trimEnd();
  return { text, exitCode: diagnostics.checks.some(({ state }) => state === 'bad') ? 1 : 0 };
}

/** Parses a file that a running app wrote, perhaps an app of another version. Null: it is no report. */
export function parseDiagnostics(answer: unknown): Diagnostics | null {
  const candidate = answer as Partial<Diagnostics> | null;
  return Array.isArray(candidate?.checks) && Array.isArray(candidate.lastFailures)
    ? (candidate as Diagnostics)
    : null;
}

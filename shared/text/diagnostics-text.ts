// Makes the plain text of the diagnostics, for copying and for `tokentray doctor`.
// It holds no address, amount or secret.
import type { Diagnostics } from '../schema/diagnostics';

export function diagnosticsText(diagnostics: Diagnostics): string {
  const checks = diagnostics.checks.map(({ id, state, text }) => `${state.padEnd(8)}${id}: ${text}`);
  const failures = diagnostics.lastFailures.map(({ at, code, serviceCode }) =>
    `${new Date(at).toISOString()} ${code} ${serviceCode ?? ''}`.trimEnd()
  );
  return [
    `Tokentray ${diagnostics.version}, Electron ${diagnostics.electron}, ${diagnostics.system}`,
    '',
    ...checks,
    '',
    failures.length === 0 ? 'No failures.' : 'Last failures:',
    ...failures,
    ''
  ].join('\n');
}

// The report that Diagnostics copies and `tokentray doctor` prints: the checks as plain lines. It names no address, amount or secret.
import type { Diagnostics } from '../schema/diagnostics';

export function reportText(found: Diagnostics): string {
  const checks = found.checks.map(({ id, state, text }) => `${state.padEnd(8)}${id}: ${text}`);
  const failures = found.lastFailures.map(({ at, code, serviceCode }) =>
    `${new Date(at).toISOString()} ${code} ${serviceCode ?? ''}`.trimEnd()
  );
  return [
    `Tokentray ${found.version}, Electron ${found.electron}, ${found.system}`,
    '',
    ...checks,
    '',
    failures.length === 0 ? 'No failures.' : 'Last failures:',
    ...failures,
    ''
  ].join('\n');
}

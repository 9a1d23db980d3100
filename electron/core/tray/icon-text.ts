// The short texts of the tray icon: of a total, and of its change.
import { percentText } from '../../../shared/text/money';

const UNITS = ['k', 'M', 'B', 'T'];

/**
 * The shortest text for a total in US dollars, plain decimal text >= 0: '<1k', '1.2k', '42k', '999k', '1.2M', '12M',
 * '1.2B', '3T', from a thousand trillion on '1kT+'. At most four signs; rounded half up, as the compact form is, so that
 * icon, title and command line agree.
 */
export function iconText(totalUsd: string): string {
  const whole = BigInt(/^\d+/.exec(totalUsd)?.[0] ?? '0');
  if (whole < 1000n) return '<1k';
  for (const [index, unit] of UNITS.entries()) {
    const unitUsd = 1000n ** BigInt(index + 1);
    const tenths = rounded(whole * 10n, unitUsd);
    if (tenths < 100n) return `${tenths / 10n}${tenths % 10n === 0n ? '' : `.${tenths % 10n}`}${unit}`;
    const wholes = rounded(whole, unitUsd);
    if (wholes < 1000n) return `${wholes}${unit}`;
  }
  return '1kT+';
}

function rounded(value: bigint, by: bigint): bigint {
  return (2n * value + by) / (2n * by);
}

/** The change of the total in percent, as text of a decimal number: '+1.5', '−12', '+345', '>999'. */
export function iconChangeText(percent: string): string {
  const size = Math.abs(Number(percent));
  if (size >= 999.5) return '>999';
  return percentText(percent, size >= 9.95 ? 0 : 1, true).replace(/[^\d.+−]/g, '');
}

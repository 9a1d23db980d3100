// Round values and round times for the two axes of the history line.
import type { DecimalText } from '../../shared/decimal';
import { toText } from '../../shared/decimal';

/** Chart money: hundredths of a cent, which is finer than any pixel. */
export const CHART_SCALE = 4;
const STEPS = [1n, 2n, 4n, 5n];

/** The largest round step of which three lines fit between `low` and `high` (chart units). */
function stepFor(low: bigint, high: bigint): bigint {
  const slack = (high - low) / 8n;
  let best = 1n;
  for (let power = 1n; power <= high - low + slack; power *= 10n) {
    for (const step of STEPS) {
      const size = step * power;
      const top = (high / size) * size;
      if (top - 2n * size >= low - slack && size > best) best = size;
    }
  }
  return best;
}

/** Up to three round values, highest first; one when nothing moved. */
export function valueTicks(low: bigint, high: bigint): { units: bigint; text: DecimalText }[] {
  const tick = (units: bigint): { units: bigint; text: DecimalText } => ({
    units,
    text: toText({ units, scale: CHART_SCALE })
  });
  if (high === low) return [tick(high)];
  const step = stepFor(low, high);
  const top = (high / step) * step;
  return [tick(top), tick(top - step), tick(top - 2n * step)].filter(({ units }) => units >= 0n);
}

const MINUTE_MS = 60_000;
const TIME_STEPS_MS = [1, 2, 5, 10, 15, 30, 60, 120, 180, 240, 360].map(minutes => minutes * MINUTE_MS);

/** Round local times between two moments, at most `most`; the end itself is labelled "now" by the chart. */
export function timeTicks(from: number, until: number, most: number): number[] {
  const span = until - from;
  const step = TIME_STEPS_MS.find(size => span / size <= most) ?? 6 * 60 * MINUTE_MS;
  const shift = new Date(from).getTimezoneOffset() * MINUTE_MS;
  const ticks: number[] = [];
  for (let at = Math.ceil((from - shift) / step) * step + shift; at < until; at += step) ticks.push(at);
  return ticks;
}

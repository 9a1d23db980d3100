// Round values and round times for the two axes of the history line.
import type { DecimalText } from '../../shared/decimal';
import { toText } from '../../shared/decimal';

/** Chart money: hundredths of a cent, which is finer than any pixel. */
export const CHART_SCALE = 4;
const STEPS = [1n, 2n, 4n, 5n];

/** Lines may stand a little outside the line's own range, by this part of it. */
const SLACK = 18n;

/** The highest line and the largest round step of which three fit between `low` and `high` (chart units). */
function fit(low: bigint, high: bigint): { top: bigint; step: bigint } {
  const slack = (high - low) / SLACK;
  let best = { top: high, step: 0n };
  for (let power = 1n; power <= high - low + slack; power *= 10n) {
    for (const digit of STEPS) {
      const step = digit * power;
      // Steps of 2 and 4 stay round when they begin half a step off.
      const grain = digit % 2n === 0n ? step / 2n : step;
      const top = ((high + slack) / grain) * grain;
      if (top - 2n * step >= low - slack && step > best.step) best = { top, step };
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
  const { top, step } = fit(low, high);
  if (step === 0n) return [tick(high)];
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

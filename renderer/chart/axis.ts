// Round values and round times for the two axes of the history line.
import type { DecimalText } from '../../shared/domain/decimal';
import { toText } from '../../shared/domain/decimal';
import { CHART_SCALE } from './heights';

const STEPS = [1n, 2n, 3n, 4n, 5n];

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

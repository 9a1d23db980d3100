// Computes round ticks for the time axis and the value axis, and heights on the value axis.
import { toText, decimal, round, type DecimalText } from '../../shared/domain/decimal';
import { MINUTE_MS, HOUR_MS, DAY_MS } from '../../shared/domain/durations';
import { locale } from '../../shared/domain/language';

const TIME_STEPS_MS = [1, 2, 5, 10, 15, 30, 60, 120, 180, 240, 360, 720].map(minutes => minutes * MINUTE_MS);
const DAY_STEPS = [1, 2, 5, 7, 14];
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120];
/** Periods longer than this have dates as labels, not times of day. */
const TIMES_UNTIL_MS = 1.5 * DAY_MS;

export interface TimeTick {
  readonly at: number;
  readonly text: string;
}

function timeText(at: number): string {
  return new Date(at).toLocaleTimeString(locale(), { hour: '2-digit', minute: '2-digit' });
}

function dayText(at: number): string {
  return new Date(at).toLocaleDateString(locale(), { day: 'numeric', month: 'short' });
}

/** January is labelled with its year. */
function monthText(at: number): string {
  const month = new Date(at).getMonth();
  return new Date(at).toLocaleDateString(locale(), month === 0 ? { year: 'numeric' } : { month: 'short' });
}

function times(from: number, until: number, maxTicks: number): number[] {
  const span = until - from;
  const step = TIME_STEPS_MS.find(size => span / size <= maxTicks) ?? 12 * HOUR_MS;
  const shift = new Date(from).getTimezoneOffset() * MINUTE_MS;
  const ticks: number[] = [];
  for (let at = Math.ceil((from - shift) / step) * step + shift; at < until; at += step) ticks.push(at);
  return ticks;
}

/** Local midnights; days of 23 or 25 hours do not move them. */
function days(from: number, until: number, step: number): number[] {
  const first = new Date(from);
  const ticks: number[] = [];
  for (let i = 0; ; i += step) {
    const at = new Date(first.getFullYear(), first.getMonth(), first.getDate() + 1 + i).getTime();
    if (at >= until) return ticks;
    ticks.push(at);
  }
}

function months(from: number, until: number, step: number): number[] {
  const first = new Date(from);
  const ticks: number[] = [];
  for (let month = Math.ceil((first.getMonth() + 1) / step) * step; ; month += step) {
    const at = new Date(first.getFullYear(), month, 1).getTime();
    if (at >= until) return ticks;
    ticks.push(at);
  }
}

/**
 * Ticks between the two moments, oldest first, in steps of which at most `maxTicks` fit. The chart labels the end
 * "now".
 */
export function timeTicks(from: number, until: number, maxTicks: number): TimeTick[] {
  const span = until - from;
  if (span <= TIMES_UNTIL_MS) return times(from, until, maxTicks).map(at => ({ at, text: timeText(at) }));
  const dayStep = DAY_STEPS.find(step => span / (step * DAY_MS) <= maxTicks);
  if (dayStep !== undefined) return days(from, until, dayStep).map(at => ({ at, text: dayText(at) }));
  const monthStep = MONTH_STEPS.find(step => span / (step * 30 * DAY_MS) <= maxTicks) ?? 240;
  return months(from, until, monthStep).map(at => ({ at, text: monthText(at) }));
}

const ROUND_DIGITS = [1n, 2n, 3n, 4n, 5n];

/** A tick may lie outside the range of the line by 1/SLACK of that range. */
const SLACK = 18n;

/** The highest tick and the largest round step with which three ticks fit between `low` and `high` (chart units). */
function fitSteps(low: bigint, high: bigint): { top: bigint; step: bigint } {
  const slack = (high - low) / SLACK;
  let best = { top: high, step: 0n };
  for (let power = 1n; power <= high - low + slack; power *= 10n) {
    for (const digit of ROUND_DIGITS) {
      const step = digit * power;
      // With steps of 2 and 4, values that start at half a step are still round.
      const grain = digit % 2n === 0n ? step / 2n : step;
      const top = ((high + slack) / grain) * grain;
      if (top - 2n * step >= low - slack && step > best.step) best = { top, step };
    }
  }
  return best;
}

/** Up to three round values, highest first; one value when `low` equals `high`. */
export function valueTicks(low: bigint, high: bigint): { units: bigint; text: DecimalText }[] {
  const tick = (units: bigint): { units: bigint; text: DecimalText } => ({
    units,
    text: toText({ units, scale: CHART_SCALE })
  });
  const { top, step } = fitSteps(low, high);
  if (step === 0n) return [tick(high)];
  return [tick(top), tick(top - step), tick(top - 2n * step)].filter(({ units }) => units >= 0n);
}

/** Decimal places of chart units: hundredths of a cent, which is finer than any pixel. */
const CHART_SCALE = 4;
/** Number of steps in a height; finer than any screen. */
const HEIGHT_PARTS = 1_000_000n;

/** Converts an exact text to whole chart units. */
export function chartUnits(total: DecimalText): bigint {
  const { units, scale } = round(decimal(total), CHART_SCALE, 'half-up');
  return units * 10n ** BigInt(CHART_SCALE - scale);
}

/**
 * 0 at `low`, 1 at `high`, outside of 0 to 1 for values beyond them; 0.5 when both are equal. The difference is
 * computed before the conversion to a float, so that cents count even in a total larger than a float can hold.
 */
export function heightOf(units: bigint, low: bigint, high: bigint): number {
  return high === low ? 0.5 : Number(((units - low) * HEIGHT_PARTS) / (high - low)) / Number(HEIGHT_PARTS);
}

// Writes and reads times of day, as the person writes them: 21:30, or 9:30 pm where the clock has twelve hours.
import { DAY_MS, MINUTE_MS } from '../../shared/domain/durations';
import { locale } from '../../shared/domain/language';

const DAY_MINUTES = DAY_MS / MINUTE_MS;
const HALF_DAY_HOURS = 12;

/** `minute`: since midnight, local time. */
export function timeOfDayText(minute: number): string {
  const moment = new Date(2000, 0, 1, Math.floor(minute / 60), minute % 60);
  return moment.toLocaleTimeString(locale(), { hour: '2-digit', minute: '2-digit' });
}

const TYPED = /^(上午|下午)?(\d{1,2})(?:[:：.h]?(\d{2}))?([ap])?\.?m?\.?$/;

/** Minutes since midnight of `21:30`, `2130`, `21`, `9 pm` or `下午9:30`; null for a text that is no time of day. */
export function minuteOf(typed: string): number | null {
  const match = TYPED.exec(typed.toLowerCase().replace(/\s+/g, ''));
  if (!match) return null;
  const [, before, hours = '', minutes = '0', after] = match;
  const half = after ?? (before === '下午' ? 'p' : before && 'a');
  const [hour, minute] = [Number(hours), Number(minutes)];
  if (minute > 59 || hour > 23) return null;
  if (half === undefined) return hour * 60 + minute;
  if (hour < 1 || hour > HALF_DAY_HOURS) return null;
  return ((hour % HALF_DAY_HOURS) + (half === 'p' ? HALF_DAY_HOURS : 0)) * 60 + minute;
}

/** A quarter of an hour later or earlier, at full quarters; midnight follows the end of the day. */
export function quarterFrom(minute: number, direction: 1 | -1): number {
  const QUARTER = 15;
  const next = direction > 0 ? Math.floor(minute / QUARTER) + 1 : Math.ceil(minute / QUARTER) - 1;
  return (next * QUARTER + DAY_MINUTES) % DAY_MINUTES;
}

// What follows --since: a span back from the last poll, the last poll alone, or a date of this computer's calendar.
import { HOUR_MS } from '../../shared/domain/durations';
import type { Since } from '../core/history/period';

const DATE = /^(\d{4})-(\d{2})-(\d{2})(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/** Null for anything else, and for days that no month has. A date begins at midnight, in local time unless it names its zone. */
export function parseSince(text: string): Since | null {
  if (text === 'poll') return { kind: 'poll' };
  const [, count, unit] = /^([1-9]\d{0,3})([hd])$/.exec(text) ?? [];
  if (count) return { kind: 'span', ms: Number(count) * (unit === 'h' ? 1 : 24) * HOUR_MS };
  const [, year, month, day, time = 'T00:00'] = DATE.exec(text) ?? [];
  const isReal =
    new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDate() === Number(day);
  const at = isReal ? Date.parse(`${year}-${month}-${day}${time}`) : NaN;
  return Number.isNaN(at) ? null : { kind: 'moment', at };
}

// Formats durations, clock offsets and moments.
// The caller gives all times; nothing here reads a clock.
import { MINUTE_MS, HOUR_MS, DAY_MS } from '../domain/durations';
import { locale, localized } from '../domain/language';

export const TIME_TEXT = localized({
  en: {
    seconds: (count: number): string => `${count} s`,
    minutes: (count: number): string => `${count} min`,
    hours: (count: number): string => `${count} h`,
    days: (count: number): string => `${count} days`,
    fast: (size: string): string => `${size} fast`,
    slow: (size: string): string => `${size} slow`,
    inDay: 'in 24 h',
    since: (moment: string): string => `since ${moment}`
  },
  zh: {
    seconds: count => `${count} 秒`,
    minutes: count => `${count} 分钟`,
    hours: count => `${count} 小时`,
    days: count => `${count} 天`,
    fast: size => `快 ${size}`,
    slow: size => `慢 ${size}`,
    inDay: '近 24 小时',
    since: moment => `自 ${moment} 起`
  }
});

/** `12 s`, `24 min`, `3 h`, `2 days`. Negative ages (the clock was set back) count as zero. */
export function durationText(ms: number): string {
  const size = Math.max(0, ms);
  if (size < MINUTE_MS) return TIME_TEXT.seconds(Math.floor(size / 1000));
  if (size < HOUR_MS) return TIME_TEXT.minutes(Math.floor(size / MINUTE_MS));
  if (size < 2 * DAY_MS) return TIME_TEXT.hours(Math.floor(size / HOUR_MS));
  return TIME_TEXT.days(Math.floor(size / DAY_MS));
}

/** How far a clock is off: "10 min fast". Rounded to minutes from one minute on: offsets are measured in seconds. */
export function clockText(offsetMs: number): string {
  const size = Math.abs(offsetMs);
  const nearest = size < MINUTE_MS ? size : Math.round(size / MINUTE_MS) * MINUTE_MS;
  return (offsetMs < 0 ? TIME_TEXT.slow : TIME_TEXT.fast)(durationText(nearest));
}

const YEAR_MS = 365 * DAY_MS;

export type LocalText = (moment: Date, options: Intl.DateTimeFormatOptions) => string;

const localText: LocalText = (moment, options) => moment.toLocaleString(locale(), options);

/** `10:36` for today, otherwise with a date, older than a year with the year; local time of this computer. */
export function momentText(at: number, now: number, textOf: LocalText = localText): string {
  const moment = new Date(at);
  const time = textOf(moment, { hour: '2-digit', minute: '2-digit' });
  if (moment.toDateString() === new Date(now).toDateString()) return time;
  const year = Math.abs(now - at) < YEAR_MS ? {} : ({ year: 'numeric' } as const);
  return `${textOf(moment, { day: 'numeric', month: 'short', ...year })} ${time}`;
}

/** Two hours more or less: computers sleep. */
export function isDayAgo(since: number, now: number): boolean {
  return Math.abs(now - since - DAY_MS) < DAY_MS / 12;
}

/** "in 24 h", or the start of the period if the history is shorter or the app was not running. */
export function sinceText(since: number, now: number): string {
  return isDayAgo(since, now) ? TIME_TEXT.inDay : TIME_TEXT.since(momentText(since, now));
}

// Ages and times of day in words; the caller gives the moments, so that nothing here looks at a clock.

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** `12 s`, `24 min`, `3 h`, `2 days`. Negative ages (a clock set back) count as none. */
export function durationText(ms: number): string {
  const size = Math.max(0, ms);
  if (size < MINUTE_MS) return `${Math.floor(size / 1000)} s`;
  if (size < HOUR_MS) return `${Math.floor(size / MINUTE_MS)} min`;
  if (size < 2 * DAY_MS) return `${Math.floor(size / HOUR_MS)} h`;
  return `${Math.floor(size / DAY_MS)} days`;
}

/** How far a clock is off: "10 min fast". To the nearest minute from one minute on: offsets are learnt to the second. */
export function clockText(offsetMs: number): string {
  const size = Math.abs(offsetMs);
  const nearest = size < MINUTE_MS ? size : Math.round(size / MINUTE_MS) * MINUTE_MS;
  return `${durationText(nearest)} ${offsetMs < 0 ? 'slow' : 'fast'}`;
}

/** `10:36` today, `yesterday 10:36`-like distance with a date otherwise; local time of this computer. */
export function momentText(at: number, now: number): string {
  const moment = new Date(at);
  const time = moment.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  if (moment.toDateString() === new Date(now).toDateString()) return time;
  return `${moment.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' })} ${time}`;
}

/** "in 24 h", or from when on, where the history is younger or the app was away. */
export function sinceText(since: number, now: number): string {
  return Math.abs(now - since - DAY_MS) < DAY_MS / 12 ? 'in 24 h' : `since ${momentText(since, now)}`;
}

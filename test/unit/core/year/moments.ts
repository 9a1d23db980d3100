// The calendar of the scripted year: moments in UTC, and the local time of Berlin, which is what quiet hours go by.

export const MINUTE_MS = 60_000;
export const DAY_MS = 1440 * MINUTE_MS;
export const START = Date.UTC(2026, 0, 1);

/** `'06-21 10:00'`: month, day and time, UTC. */
export function moment(text: string): number {
  return Date.parse(`2026-${text.replace(' ', 'T')}:00Z`);
}

export function momentName(at: number): string {
  return new Date(at).toISOString().slice(5, 16).replace('T', ' ');
}

const SUMMER_FROM = moment('03-29 01:00');
const SUMMER_TO = moment('10-25 01:00');

export function berlinMinute(at: number): number {
  const hours = at >= SUMMER_FROM && at < SUMMER_TO ? 2 : 1;
  return Math.floor(at / MINUTE_MS + hours * 60) % 1440;
}

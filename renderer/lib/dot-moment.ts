// When a point of the history was, with its year where that is another one: the history is kept for good.
import { momentText } from '../../shared/time-words';

/** `10:36`, `12 May 01:48`, `12 May 2025 01:48`; local time. */
export function dotMoment(at: number, now: number): string {
  const day = new Date(at);
  if (day.getFullYear() === new Date(now).getFullYear()) return momentText(at, now);
  const date = day.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
  return `${date} ${momentText(at, at)}`;
}

// When a point of the history was, with its year where that is another one: the history is kept for good.
import { locale } from '../../shared/domain/language';
import { momentText } from '../../shared/text/time';

/** `12 May`, `12 May 2025`; local time. */
export function dayText(at: number, now: number): string {
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  const year = isThisYear ? {} : ({ year: 'numeric' } as const);
  return new Date(at).toLocaleDateString(locale(), { day: 'numeric', month: 'short', ...year });
}

/** `10:36`, `12 May 01:48`, `12 May 2025 01:48`; local time. */
export function dotMoment(at: number, now: number): string {
  if (new Date(at).getFullYear() === new Date(now).getFullYear()) return momentText(at, now);
  return `${dayText(at, now)} ${momentText(at, at)}`;
}

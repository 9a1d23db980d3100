// Makes the lines of the activity list: day headings, entries, and groups that open.
import { DAY_MS } from '../../shared/domain/durations';
import { locale } from '../../shared/domain/language';
import type { Entry } from '../../shared/schema/activity';
import { ACTIVITY_TEXT } from '../text/activity';
import { isGroup, largestOf, type PollGroup } from './poll-groups';

export type ActivityLine =
  | { readonly kind: 'day'; readonly id: string; readonly text: string; readonly heightPx: number }
  | { readonly kind: 'entry'; readonly id: string; readonly entry: Entry; readonly heightPx: number }
  | { readonly kind: 'group'; readonly id: string; readonly group: PollGroup; readonly heightPx: number }
  /** Below the listed entries of an opened group. */
  | {
      readonly kind: 'more';
      readonly id: string;
      readonly group: PollGroup;
      readonly left: number;
      readonly heightPx: number;
    };

const DAY_PX = 40;
export const ENTRY_PX = 56;
/** In one column the location has its own line, and the delivery reason has two lines. */
const NARROW_ENTRY_PX = 84;

/** "Today, 22 November", "Thursday, 19 November"; a date of another year includes the year. */
export function dayText(at: number, now: number): string {
  const day = new Date(at);
  const isSame = (moment: number): boolean => day.toDateString() === new Date(moment).toDateString();
  const hasYear = day.getFullYear() !== new Date(now).getFullYear();
  const date = day.toLocaleDateString(locale(), {
    day: 'numeric',
    month: 'long',
    ...(hasYear ? { year: 'numeric' } : {})
  });
  if (isSame(now)) return ACTIVITY_TEXT.onDay(ACTIVITY_TEXT.today, date);
  if (isSame(now - DAY_MS)) return ACTIVITY_TEXT.onDay(ACTIVITY_TEXT.yesterday, date);
  return ACTIVITY_TEXT.onDay(day.toLocaleDateString(locale(), { weekday: 'long' }), date);
}

/** `opened`: how many entries of each group are listed, by the id of the group. */
export function activityLinesOf(
  items: readonly (Entry | PollGroup)[],
  now: number,
  isNarrow: boolean,
  opened: Readonly<Record<string, number>> = {}
): ActivityLine[] {
  const lines: ActivityLine[] = [];
  const heightPx = isNarrow ? NARROW_ENTRY_PX : ENTRY_PX;
  let day = '';
  for (const item of items) {
    const date = new Date(item.at).toDateString();
    if (date !== day)
      lines.push({ kind: 'day', id: `day/${item.id}`, text: dayText(item.at, now), heightPx: DAY_PX });
    day = date;
    if (isGroup(item)) lines.push(...groupLines(item, opened[item.id] ?? 0, heightPx));
    else lines.push({ kind: 'entry', id: item.id, entry: item, heightPx });
  }
  return lines;
}

function groupLines(group: PollGroup, listed: number, heightPx: number): ActivityLine[] {
  const shown = listed === 0 ? [] : largestOf(group, listed);
  const left = group.entries.length - shown.length;
  return [
    { kind: 'group', id: group.id, group, heightPx },
    ...shown.map(entry => ({ kind: 'entry' as const, id: entry.id, entry, heightPx })),
    ...(listed > 0 && left > 0
      ? [{ kind: 'more' as const, id: `more/${group.id}`, group, left, heightPx: DAY_PX }]
      : [])
  ];
}

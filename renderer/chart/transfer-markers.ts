// What arrived and left, as rings on the history line: those near each other are one, with a line of text each.
import type { Entry } from '../../shared/schema/activity';
import type { Subject } from '../../shared/ipc/history-calls';
import { entryTitle } from '../../shared/text/notification-text';
import { LINE } from '../text/overview';
import type { Plot } from './chart-layout';
import type { Point } from './chart-point';

export interface Ring {
  readonly x: number;
  readonly y: number;
  /** "Received 250 USDC", the oldest first; the last one may count the rest. */
  readonly texts: string[];
}

/** Closer rings would touch. */
const APART_PX = 14;
const MOST_TEXTS = 3;
/** What these say no to is not counted, or too small to be seen on the line. */
const LEFT_OUT: ReadonlySet<Entry['silence']> = new Set(['risky', 'not-counted', 'below-threshold'] as const);

/** The transfers of a subject, in any order. */
export function transfersOf(entries: readonly Entry[], subject: Subject): Entry[] {
  const fits = (wanted: string | undefined, is: string | null): boolean =>
    wanted === undefined || wanted === is;
  return entries.filter(
    entry =>
      (entry.kind === 'arrived' || entry.kind === 'left') &&
      !LEFT_OUT.has(entry.silence) &&
      fits(subject.chainIndex, entry.chainIndex) &&
      fits(subject.walletId, entry.walletId) &&
      fits(subject.holdingId, entry.holdingId)
  );
}

/** Left to right. */
export function ringsOf(transfers: readonly Entry[], { points, sheet }: Plot, isHidden: boolean): Ring[] {
  const [from, until] = sheet.times;
  const groups: { place: Pick<Point, 'x' | 'y'>; entries: Entry[] }[] = [];
  const inRange = transfers.filter(({ at }) => at >= from && at <= until).sort((a, b) => a.at - b.at);
  for (const entry of inRange) {
    const place = placeAt(points, entry.at);
    const group = groups.at(-1);
    if (group && place.x - group.place.x < APART_PX) group.entries.push(entry);
    else groups.push({ place, entries: [entry] });
  }
  return groups.map(({ place, entries }) => ({ ...place, texts: textsOf(entries, isHidden) }));
}

function textsOf(entries: readonly Entry[], isHidden: boolean): string[] {
  const texts = entries.map(entry => entryTitle(entry, isHidden));
  if (texts.length <= MOST_TEXTS) return texts;
  const shown = texts.slice(0, MOST_TEXTS - 1);
  return [...shown, LINE.more(texts.length - shown.length)];
}

/** On the line; within a gap, and before the first dot, at the dot after it, which is the first to know of the transfer. */
function placeAt(points: readonly Point[], at: number): Pick<Point, 'x' | 'y'> {
  const next = points.find(({ dot }) => dot.at >= at);
  const before = points.findLast(({ dot }) => dot.at < at);
  if (!next) return before ?? { x: 0, y: 0 };
  if (!before || next.dot.isAfterGap) return { x: next.x, y: next.y };
  const way = (at - before.dot.at) / (next.dot.at - before.dot.at);
  return { x: before.x + way * (next.x - before.x), y: before.y + way * (next.y - before.y) };
}

/** Near enough to be read with the point. */
export function ringNear(rings: readonly Ring[], x: number): Ring | undefined {
  return rings.find(ring => Math.abs(ring.x - x) <= APART_PX / 2);
}

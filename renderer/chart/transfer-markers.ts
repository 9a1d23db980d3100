// Places transfer markers on the chart; transfers close to each other share one marker.
import type { Entry } from '../../shared/schema/activity';
import type { Subject } from '../../shared/ipc/history-calls';
import { transferTitle, type TransferEntry } from '../../shared/text/transfer-text';
import { SUMMARY_TEXT } from '../text/overview';
import type { ChartLayout } from './chart-layout';
import type { PlottedPoint } from './chart-point';

export interface TransferMarker {
  readonly x: number;
  readonly y: number;
  /** "Received 250 USDC", oldest first; the last text may give the number of the remaining transfers. */
  readonly texts: string[];
}

/** Markers that are closer than this would touch. */
const MIN_DISTANCE_PX = 14;
const MAX_TEXTS = 3;
/** Transfers that are suppressed for these reasons are not counted as such, or too small to be visible on the line. */
const UNDRAWN_REASONS: ReadonlySet<Entry['silence']> = new Set([
  'risky',
  'not-counted',
  'below-threshold',
  'uninvited'
] as const);

/** The transfers of a subject, in any order. `wallets`: those that it has; null: all. */
export function transfersOf(
  entries: readonly Entry[],
  subject: Subject,
  wallets: ReadonlySet<string> | null = null
): TransferEntry[] {
  const fits = (wanted: string | undefined, is: string | null): boolean =>
    wanted === undefined || wanted === is;
  return entries.filter(
    (entry): entry is TransferEntry =>
      (entry.kind === 'arrived' || entry.kind === 'left') &&
      !UNDRAWN_REASONS.has(entry.silence) &&
      fits(subject.chainIndex, entry.chainIndex) &&
      fits(subject.walletId, entry.walletId) &&
      (wallets?.has(entry.walletId ?? '') ?? true) &&
      fits(subject.holdingId, entry.holdingId)
  );
}

/** The markers from left to right. */
export function transferMarkersOf(
  transfers: readonly TransferEntry[],
  { plottedPoints, drawing }: ChartLayout,
  isHidden: boolean
): TransferMarker[] {
  const [from, until] = drawing.times;
  const groups: { position: Pick<PlottedPoint, 'x' | 'y'>; entries: TransferEntry[] }[] = [];
  const inRange = transfers.filter(({ at }) => at >= from && at <= until).sort((a, b) => a.at - b.at);
  for (const entry of inRange) {
    const position = positionAt(plottedPoints, entry.at);
    const group = groups.at(-1);
    if (group && position.x - group.position.x < MIN_DISTANCE_PX) group.entries.push(entry);
    else groups.push({ position, entries: [entry] });
  }
  return groups.map(({ position, entries }) => ({ ...position, texts: textsOf(entries, isHidden) }));
}

function textsOf(entries: readonly TransferEntry[], isHidden: boolean): string[] {
  const texts = entries.map(entry => transferTitle(entry, isHidden));
  if (texts.length <= MAX_TEXTS) return texts;
  const listed = texts.slice(0, MAX_TEXTS - 1);
  return [...listed, SUMMARY_TEXT.more(texts.length - listed.length)];
}

/**
 * Position on the line. In a gap, and before the first chart point, it is the next chart point, the first one that
 * includes the transfer.
 */
function positionAt(plottedPoints: readonly PlottedPoint[], at: number): Pick<PlottedPoint, 'x' | 'y'> {
  const next = plottedPoints.find(({ chartPoint }) => chartPoint.at >= at);
  const before = plottedPoints.findLast(({ chartPoint }) => chartPoint.at < at);
  if (!next) return before ?? { x: 0, y: 0 };
  if (!before || next.chartPoint.isAfterGap) return { x: next.x, y: next.y };
  const fraction = (at - before.chartPoint.at) / (next.chartPoint.at - before.chartPoint.at);
  return { x: before.x + fraction * (next.x - before.x), y: before.y + fraction * (next.y - before.y) };
}

/** The marker that is near enough to a point to be read out with it. */
export function markerNear(markers: readonly TransferMarker[], x: number): TransferMarker | undefined {
  return markers.find(marker => Math.abs(marker.x - x) <= MIN_DISTANCE_PX / 2);
}

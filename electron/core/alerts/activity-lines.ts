// Activity lines: writes and parses the activity log. One JSON line per entry, and one more when it is notified later.
// A line that is neither is left out; an entry of a kind that a newer version knows is kept as it is.
import { isRecord } from '../../../shared/alerts/alert-kinds';
import { canonicalId } from '../../../shared/domain/holding-id';
import type { Entry } from '../../../shared/schema/activity';
import type { SuppressionReason } from '../../../shared/schema/alert';
import {
  fieldsOfKind,
  isMoment,
  isText,
  isTexts,
  orNull,
  type CommonFields,
  type FieldCheck,
  type FieldChecks
} from './entry-kinds';

type NotificationSurface = NonNullable<Entry['toldIn']>;

/** A line that records where and when entries that are already in the file were notified. */
interface DeliveryRecord {
  readonly told: readonly string[];
  readonly at: number;
  readonly where: NotificationSurface;
}

/**
 * The lines of entries, without newlines, as all of this module. Records alone get one more line: a version that knows
 * no records takes a file in which it understands no line for damaged.
 */
export function entryLines(entries: readonly Entry[]): string[] {
  const lines = entries.map(entry => JSON.stringify(entry));
  const [first] = entries;
  return first && entries.every(isRecord) ? [...lines, deliveryLine([], first.at, 'window')] : lines;
}

export function deliveryLine(told: readonly string[], at: number, where: NotificationSurface): string {
  return JSON.stringify({ told, at, where } satisfies DeliveryRecord);
}

export interface UnknownEntry {
  readonly line: string;
  readonly at: number;
  readonly walletId: string | null;
}

export interface Decoded {
  /**
   * Newest first; entries of the same moment in the order of the file. One entry per id: its last line, with its last
   * notification.
   */
  readonly entries: Entry[];
  /** Entries of kinds that only a newer version knows, in the order of the file. */
  readonly unknown: readonly UnknownEntry[];
  /** The file has text, but no line of it is a line of the activity. */
  readonly isDamaged: boolean;
}

export function decodeActivity(text: string): Decoded {
  const entries = new Map<string, Entry>();
  const deliveries = new Map<string, Pick<Entry, 'toldAt' | 'toldIn'>>();
  const lines = text.split('\n').filter(line => line.trim() !== '');
  const unknown: UnknownEntry[] = [];
  let understoodCount = 0;
  for (const line of lines) {
    const found = parseJson(line);
    if (isEntry(found)) entries.set(found.id, withCanonicalId(found));
    else if (isDeliveryRecord(found))
      for (const id of found.told) deliveries.set(id, { toldAt: found.at, toldIn: found.where });
    else if (isOfUnknownKind(found)) unknown.push({ line, at: found.at, walletId: found.walletId });
    else continue;
    understoodCount++;
  }
  const merged = [...entries.values()].map(entry => ({ ...entry, ...deliveries.get(entry.id) }));
  return {
    entries: merged.sort((a, b) => b.at - a.at),
    unknown,
    isDamaged: lines.length > 0 && understoodCount === 0
  };
}

/** Of a holding whose id an older version wrote in another way. */
function withCanonicalId(entry: Entry): Entry {
  const holdingId = entry.holdingId === null ? null : canonicalId(entry.holdingId);
  return holdingId === entry.holdingId ? entry : { ...entry, holdingId };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

const SUPPRESSION_REASON_KEYS: Record<SuppressionReason, true> = {
  'switched-off': true,
  risky: true,
  'not-counted': true,
  'below-threshold': true,
  'small-share': true,
  paused: true,
  'quiet-hours': true,
  cooldown: true,
  'daily-cap': true,
  uninvited: true,
  checking: true,
  'quiet-doubt': true,
  'beginning-not-notified': true,
  'notified-otherwise': true,
  'your-decision': true
};
export const SUPPRESSION_REASONS = Object.keys(SUPPRESSION_REASON_KEYS) as SuppressionReason[];
const SURFACE_KEYS: Record<NotificationSurface, true> = { desktop: true, window: true };

const isKeyOf =
  (names: object): FieldCheck =>
  value =>
    typeof value === 'string' && Object.hasOwn(names, value);
const COMMON: FieldChecks<CommonFields> = {
  id: isText,
  at: isMoment,
  walletId: orNull(isText),
  wallet: isText,
  chainIndex: orNull(isText),
  chain: isText,
  holdingId: orNull(isText),
  symbol: isText,
  silence: orNull(isKeyOf(SUPPRESSION_REASON_KEYS)),
  toldAt: orNull(isMoment),
  toldIn: orNull(isKeyOf(SURFACE_KEYS))
};

function matches(value: Record<string, unknown>, checks: Readonly<Record<string, FieldCheck>>): boolean {
  return Object.entries(checks).every(([field, check]) => check(value[field]));
}

function isOfUnknownKind(value: unknown): value is Pick<Entry, 'at' | 'walletId'> {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false;
  const { kind } = value;
  if (typeof kind !== 'string' || fieldsOfKind(kind)) return false;
  const { id, at, walletId } = COMMON;
  return matches(value, { id, at, walletId });
}

/** Checks by hand, without zod: the command line reads this file too, and zod would cost more than the reading. */
export function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false;
  const { kind } = value;
  const fields = typeof kind === 'string' ? fieldsOfKind(kind) : null;
  const entry = value as Record<string, unknown>;
  return fields !== null && matches(entry, COMMON) && matches(entry, fields);
}

function isDeliveryRecord(value: unknown): value is DeliveryRecord {
  const checks: FieldChecks<DeliveryRecord> = { told: isTexts, at: isMoment, where: isKeyOf(SURFACE_KEYS) };
  return typeof value === 'object' && value !== null && matches(value as Record<string, unknown>, checks);
}

// Notification policy: decides which alert events are notified now, deferred or suppressed, and why.
// At most one notification a round.
import { ALERT_KIND_FACTS, usdOfEntry, type AlertKind } from '../../../shared/alerts/alert-kinds';
import { absolute, compareDecimals, decimal, type Decimal } from '../../../shared/domain/decimal';
import { DAY_MS } from '../../../shared/domain/durations';
import type { AlertEntry, Notification } from '../../../shared/schema/activity';
import type { AlertMemory } from '../../../shared/schema/alert-memory';
import type { AlertEvent } from '../alerts/alert-event';
import type { Suppression } from './cooldown-and-quiet-hours';

/** Stored with every poll. Of more than that only the number is kept. */
const MAX_DEFERRED = 200;
const DEFERRED: ReadonlySet<AlertEntry['silence']> = new Set(['cooldown', 'quiet-hours', 'checking']);

export interface PolicyInput {
  readonly alertEvents: readonly AlertEvent[];
  /** `due`: entries deferred earlier that are notified now. `deferred`: entries that stay deferred. */
  readonly due: readonly AlertEntry[];
  readonly deferred: readonly AlertEntry[];
  readonly memory: AlertMemory;
  readonly suppressionFor: Suppression;
  /** The notification that is still on the screen, and can change there in silence; null: none. */
  readonly updatable: Notification | null;
  readonly alertsADay: number;
  readonly now: number;
  readonly newId: () => string;
}

export interface NotificationDecision {
  readonly memory: AlertMemory;
  /** The entries of this round, notified or not. */
  readonly entries: readonly AlertEntry[];
  readonly notification: Notification | null;
}

export function decideNotifications(given: PolicyInput): NotificationDecision {
  const { alertEvents, due, now, newId, memory } = given;
  const decided = alertEvents.map(({ entry, suppressionReason }): AlertEntry => {
    return { ...entry, id: newId(), silence: suppressionReason ?? given.suppressionFor(entry) };
  });
  const isDeferred = ({ silence }: AlertEntry) => DEFERRED.has(silence);
  const fresh = decided.filter(({ silence }) => silence === null);
  const cooling = decided.filter(({ silence }) => silence === 'cooldown');
  if (given.updatable && cooling.length > 0 && due.length + fresh.length === 0)
    return updateNotification(given.updatable, decided, given);
  const { notified, overCap, isLastToday } = applyDailyCap([...due, ...fresh], given);
  const awaitingRoom = isLastToday
    ? []
    : overCap.filter(entry => due.includes(entry) && isOfQuietHours(entry));
  const allDeferred = [...given.deferred, ...awaitingRoom, ...decided.filter(isDeferred)];
  const { kept: held, more: moreNow } = limitDeferred(allDeferred);
  const known = memory.heldMore ?? 0;
  const entries = decided.map((entry): AlertEntry => {
    if (notified.includes(entry)) return { ...entry, toldAt: now };
    return overCap.includes(entry) ? { ...entry, silence: 'daily-cap' } : entry;
  });
  const included = isLastToday ? overCap : notified;
  const tellsDeferred = included.some(entry => due.includes(entry));
  // Of those that were only counted nobody knows whether they are still true: they go with the last that is known.
  const remembered = tellsDeferred || allDeferred.length === 0 ? 0 : known;
  const next = withHeld(memory, held, remembered + moreNow);
  if (included.length === 0) return { memory: next, entries, notification: null };
  const notification: Notification = {
    id: newId(),
    at: now,
    entries: sortByWeight(included).map((entry): AlertEntry => {
      return isLastToday ? { ...entry, silence: entry.silence ?? 'daily-cap' } : { ...entry, toldAt: now };
    }),
    deferredCount: included.filter(entry => due.includes(entry)).length,
    isLastToday,
    ...(tellsDeferred && known > 0 ? { moreCount: known } : {})
  };
  return { memory: withNotification(next, notification, now), entries, notification };
}

/**
 * What a cooldown would hold back joins the notification that is on the screen. That is no new notification: neither the
 * cooldown nor the count of the day begins anew.
 */
function updateNotification(
  shown: Notification,
  decided: readonly AlertEntry[],
  { memory, deferred, now }: PolicyInput
): NotificationDecision {
  const entries = decided.map((entry): AlertEntry => {
    return entry.silence === 'cooldown' ? { ...entry, silence: null, toldAt: now } : entry;
  });
  const told = entries.filter(({ toldAt }) => toldAt === now);
  const allDeferred = [...deferred, ...entries.filter(({ silence }) => DEFERRED.has(silence))];
  const { kept, more } = limitDeferred(allDeferred);
  const known = allDeferred.length === 0 ? 0 : (memory.heldMore ?? 0);
  return {
    memory: withHeld(memory, kept, known + more),
    entries,
    notification: {
      ...shown,
      at: now,
      entries: sortByWeight([...shown.entries, ...told]),
      isUpdate: true
    }
  };
}

/** The most important ones are kept, in their order. */
function limitDeferred(all: readonly AlertEntry[]): { kept: AlertEntry[]; more: number } {
  if (all.length <= MAX_DEFERRED) return { kept: [...all], more: 0 };
  const kept = new Set(sortByWeight(all).slice(0, MAX_DEFERRED));
  return { kept: all.filter(entry => kept.has(entry)), more: all.length - MAX_DEFERRED };
}

function withHeld({ heldMore: _, ...memory }: AlertMemory, held: AlertEntry[], more: number): AlertMemory {
  return { ...memory, held, ...(more > 0 ? { heldMore: more } : {}) };
}

interface CapResult {
  readonly notified: readonly AlertEntry[];
  /** Entries that the daily cap suppresses. */
  readonly overCap: readonly AlertEntry[];
  readonly isLastToday: boolean;
}

function passesLimits({ kind }: { readonly kind: AlertKind }): boolean {
  return ALERT_KIND_FACTS[kind].passesLimits;
}

/**
 * A key that stopped is exempt from the daily cap: when the cap is reached, it is notified without the others. After the
 * last notification of the day, what quiet hours held back waits until there is room.
 */
function applyDailyCap(all: readonly AlertEntry[], { memory, alertsADay, now }: PolicyInput): CapResult {
  if (memory.notices.length < alertsADay) return { notified: all, overCap: [], isLastToday: false };
  const notified = all.filter(passesLimits);
  const overCap = all.filter(entry => !passesLimits(entry));
  const wasLast = memory.cappedAt > 0 && now - memory.cappedAt < DAY_MS;
  return { notified, overCap, isLastToday: overCap.length > 0 && notified.length === 0 && !wasLast };
}

function isOfQuietHours({ silence }: AlertEntry): boolean {
  return silence === 'quiet-hours';
}

function withNotification(
  memory: AlertMemory,
  { entries, isLastToday }: Notification,
  now: number
): AlertMemory {
  if (isLastToday) return { ...memory, cappedAt: now };
  const toldAt = Object.fromEntries(entries.map(({ kind }) => [kind, now]));
  const isCounted = !entries.every(passesLimits);
  return {
    ...memory,
    toldAt: { ...memory.toldAt, ...toldAt },
    notices: isCounted ? [...memory.notices, now] : memory.notices
  };
}

/** Entries that need an action of the user come first, then the larger values. */
function sortByWeight(entries: readonly AlertEntry[]): AlertEntry[] {
  return [...entries].sort((a, b) => weightOf(a) - weightOf(b) || compareDecimals(sizeOf(b), sizeOf(a)));
}

function weightOf({ kind }: AlertEntry): number {
  return ALERT_KIND_FACTS[kind].weight;
}

function sizeOf(entry: AlertEntry): Decimal {
  return absolute(decimal(usdOfEntry(entry) ?? '0'));
}

// Notification delivery: the urgency of a notification, and which page its click opens.
import { ALERT_KIND_FACTS, isToConfirm } from '../../../shared/alerts/alert-kinds';
import type { AlertEntry, Notification } from '../../../shared/schema/activity';
import type { NavigationTarget } from '../../../shared/ipc/contract';

/** A notification about what is to be confirmed opens that page, one about a holding that holding, any other the activity. */
export function navigationTargetOf({ entries }: Notification): NavigationTarget {
  if (entries.length > 0 && entries.every(isToConfirm)) return { view: 'doubts', holdingId: null };
  const [first] = entries;
  const holdingId = entries.length === 1 ? (first?.holdingId ?? null) : null;
  return holdingId === null ? { view: 'activity', holdingId } : { view: 'overview', holdingId };
}

/** A notification about a key that stopped stays until the user sees it; one about prices or totals may disappear. */
export function urgencyOf({ entries }: Notification): 'low' | 'normal' | 'critical' {
  const urgencies = entries.map(({ kind }) => ALERT_KIND_FACTS[kind].urgency);
  if (urgencies.includes('critical')) return 'critical';
  return urgencies.every(urgency => urgency === 'low') ? 'low' : 'normal';
}

/**
 * The entries that this notification is the first to tell of. The last one of a day tells of none, and one that changed
 * on the screen repeats those that it had.
 */
export function newlyTold({ at, entries, isLastToday }: Notification): AlertEntry[] {
  return isLastToday ? [] : entries.filter(({ toldAt }) => toldAt === at);
}

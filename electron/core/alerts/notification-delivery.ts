// Notification delivery: the urgency of a notification, and which page its click opens.
import type { Notification } from '../../../shared/schema/activity';
import type { EventPayloads } from '../../../shared/ipc/contract';

/** One thing opens itself; several are listed in the activity. */
export function navigationTargetOf({ entries }: Notification): EventPayloads['view:show'] {
  const [first] = entries;
  const holdingId = entries.length === 1 ? (first?.holdingId ?? null) : null;
  return holdingId === null ? { view: 'activity', holdingId } : { view: 'overview', holdingId };
}

/** A key that stopped waits until it is seen; news of prices may pass by. */
export function urgencyOf({ entries }: Notification): 'low' | 'normal' | 'critical' {
  if (entries.some(({ kind }) => kind === 'key')) return 'critical';
  return entries.every(({ kind }) => kind === 'price' || kind === 'total') ? 'low' : 'normal';
}

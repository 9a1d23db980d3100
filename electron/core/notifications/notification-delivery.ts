// Notification delivery: the urgency of a notification, and which page its click opens.
import type { Notification } from '../../../shared/schema/activity';
import type { EventPayloads } from '../../../shared/ipc/contract';

/** A notification about one holding opens that holding; any other opens the activity. */
export function navigationTargetOf({ entries }: Notification): EventPayloads['view:show'] {
  const [first] = entries;
  const holdingId = entries.length === 1 ? (first?.holdingId ?? null) : null;
  return holdingId === null ? { view: 'activity', holdingId } : { view: 'overview', holdingId };
}

/** A notification about a key that stopped stays until the user sees it; one about prices or totals may disappear. */
export function urgencyOf({ entries }: Notification): 'low' | 'normal' | 'critical' {
  if (entries.some(({ kind }) => kind === 'key')) return 'critical';
  return entries.every(({ kind }) => kind === 'price' || kind === 'total') ? 'low' : 'normal';
}

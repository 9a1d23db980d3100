// Notification delivery: the urgency of a notification, and which page its click opens.
import { ALERT_KIND_FACTS } from '../../../shared/alerts/alert-kinds';
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
  const urgencies = entries.map(({ kind }) => ALERT_KIND_FACTS[kind].urgency);
  if (urgencies.includes('critical')) return 'critical';
  return urgencies.every(urgency => urgency === 'low') ? 'low' : 'normal';
}

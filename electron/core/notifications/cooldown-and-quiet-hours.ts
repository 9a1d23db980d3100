// Cooldown, quiet hours and pause: why an alert of a kind is not notified at this moment.
import { ALERT_KIND_FACTS, type AlertKind } from '../../../shared/alerts/alert-kinds';
import { isQuiet } from '../../../shared/alerts/quiet-hours';
import type { SuppressionReason } from '../../../shared/schema/alert';
import type { AlertMemory } from '../../../shared/schema/alert-memory';
import type { Choices } from '../../../shared/schema/settings';

export interface Moment {
  readonly now: number;
  /** Local time of day. */
  readonly minute: number;
}

export type Suppression = (
  kind: AlertKind
) => Extract<SuppressionReason, 'paused' | 'quiet-hours' | 'cooldown'> | null;

/** A key that stopped has no cooldown, and is notified in quiet hours when the user allows it. */
export function createSuppression(
  choices: Choices,
  { toldAt }: AlertMemory,
  { now, minute }: Moment
): Suppression {
  const { quietHours, alertCooldownMs, pausedUntil } = choices;
  const isQuietNow = isQuiet(quietHours, minute);
  return kind => {
    const { passesLimits } = ALERT_KIND_FACTS[kind];
    if (pausedUntil > now) return 'paused';
    if (isQuietNow && !(passesLimits && quietHours.letsKeysPass)) return 'quiet-hours';
    const last = toldAt[kind];
    const isCooling = last !== undefined && now - last < alertCooldownMs;
    return isCooling && !passesLimits ? 'cooldown' : null;
  };
}

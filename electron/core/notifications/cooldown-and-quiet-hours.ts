// Cooldown, quiet hours and pause: why an alert of a kind is not notified at this moment.
import { ALERT_KIND_FACTS } from '../../../shared/alerts/alert-kinds';
import { isQuiet } from '../../../shared/alerts/quiet-hours';
import type { AlertEntry } from '../../../shared/schema/activity';
import type { SuppressionReason } from '../../../shared/schema/alert';
import type { AlertMemory } from '../../../shared/schema/alert-memory';
import type { Choices } from '../../../shared/schema/settings';

export interface Moment {
  readonly now: number;
  /** Local time of day. */
  readonly minute: number;
}

export type Suppression = (
  entry: AlertEntry
) => Extract<SuppressionReason, 'paused' | 'quiet-hours' | 'cooldown'> | null;

/**
 * A key that stopped has no cooldown, and is notified in quiet hours when the user allows it. The end of a doubt has
 * none either: its beginning was notified a few minutes ago, and asks for it.
 */
export function createSuppression(
  choices: Choices,
  { toldAt }: AlertMemory,
  { now, minute }: Moment
): Suppression {
  const { quietHours, alertCooldownMs, pausedUntil } = choices;
  const isQuietNow = isQuiet(quietHours, minute);
  return entry => {
    const { kind } = entry;
    const { passesLimits } = ALERT_KIND_FACTS[kind];
    if (pausedUntil > now) return 'paused';
    if (isQuietNow && !(passesLimits && quietHours.letsKeysPass)) return 'quiet-hours';
    const last = toldAt[kind];
    const isCooling = last !== undefined && now - last < alertCooldownMs;
    const isAwaited = kind === 'doubt' && entry.phase !== 'checking';
    return isCooling && !passesLimits && !isAwaited ? 'cooldown' : null;
  };
}

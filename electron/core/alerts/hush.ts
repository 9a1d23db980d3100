// What keeps any alert silent for a time, whatever happened: a pause, quiet hours, the cooldown of its kind.
import type { AlertKind, Silence } from '../../../shared/schema/alert';
import type { AlertMemory } from '../../../shared/schema/alert-memory';
import type { Choices } from '../../../shared/schema/settings';
import { isQuiet } from './rules';

export interface Moment {
  readonly now: number;
  /** Local time of day. */
  readonly minute: number;
}

export type Hush = (kind: AlertKind) => Extract<Silence, 'paused' | 'quiet-hours' | 'cooldown'> | null;

/** A key that stopped has no cooldown, and passes quiet hours when the person lets it. */
export function hushOf(choices: Choices, { toldAt }: AlertMemory, { now, minute }: Moment): Hush {
  const { quietHours, alertCooldownMs, pausedUntil } = choices;
  const isQuietNow = isQuiet(quietHours, minute);
  return kind => {
    if (pausedUntil > now) return 'paused';
    if (isQuietNow && !(kind === 'key' && quietHours.letsKeysPass)) return 'quiet-hours';
    const last = toldAt[kind];
    const isCooling = last !== undefined && now - last < alertCooldownMs;
    return isCooling && kind !== 'key' ? 'cooldown' : null;
  };
}

// Changes settings in the model: checks what is allowed, and makes polls due that the change needs.
import { Failure } from '../../../shared/domain/failure';
import type { Choices } from '../../../shared/schema/settings';
import { bringPollsForward } from '../polling/scheduler';
import type { World } from '../ports/world';
import { isRefused } from '../state/issues';
import type { Model } from '../state/model';
import { ratedCodeOf } from '../state/second-currency';

/** Applies the choices of the user. Polls that the change needs are due now, not an interval later. */
export function applyChoices(model: Model, change: Partial<Choices>, world: World): Model {
  const { settings } = model;
  const choices = { ...settings.choices, ...change };
  const next = { ...model, settings: { ...settings, choices } };
  return needsMorePolls(settings.choices, choices) ? bringPollsForward(next, world, 0) : next;
}

function needsMorePolls(before: Choices, after: Choices): boolean {
  const code = ratedCodeOf(after);
  return (after.countDefi && !before.countDefi) || (code !== null && code !== ratedCodeOf(before));
}

/**
 * Returns `next`, which replaces `model`. Throws storage-failed for wallets that would be polled while the settings
 * file must not be written.
 */
export function adoptSettings(model: Model, next: Model): Model {
  if (isRefused(model) && next.settings.wallets.length > 0) throw new Failure('storage-failed');
  return next;
}

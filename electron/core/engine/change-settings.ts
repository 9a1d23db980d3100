// The way of a changed setting: what a page may change, the merge, the polls that are due sooner, the file.
// The engine takes each change through these steps, in this order.
import { Failure } from '../../../shared/domain/failure';
import type { Choices } from '../../../shared/schema/settings';
import { bringPollsForward } from '../polling/scheduler';
import type { World } from '../ports/world';
import { isRefused } from '../state/issues';
import type { Model, ModelUpdate } from '../state/model';
import { ratedCodeOf } from '../state/second-currency';
import { persistFile } from './persistence';

/**
 * First step. Hosts and a CA file become trusted only when the person confirms a dialog of the main process; a page may
 * only take that back. Shortcuts are saved once the system has accepted them. A page does not know when it is closed.
 */
export function changeAllowedToPage(
  choices: Choices,
  { explorerHosts, caFile, shortcuts: _shortcuts, lookedAt: _lookedAt, ...rest }: Partial<Choices>
): Partial<Choices> {
  const change = { ...rest, ...(caFile === null && { caFile }) };
  if (!explorerHosts) return change;
  return { ...change, explorerHosts: choices.explorerHosts.filter(host => explorerHosts.includes(host)) };
}

/**
 * Second and third step. Polls that the change needs are due now, not an interval later; a shorter interval brings its
 * polls forward.
 */
export function applyChoices(model: Model, change: Partial<Choices>, world: World): Model {
  const { settings } = model;
  const choices = { ...settings.choices, ...change };
  const now = world.clock.now();
  const isResumed = settings.choices.pausedUntil > now && choices.pausedUntil <= now;
  const interruptions = isResumed ? { ...model.interruptions, resumedAt: now } : model.interruptions;
  const next = { ...model, settings: { ...settings, choices }, interruptions };
  return needsMorePolls(settings.choices, choices)
    ? bringPollsForward(next, world, 0)
    : bringPollsForward(next, world);
}

function needsMorePolls(before: Choices, after: Choices): boolean {
  const code = ratedCodeOf(after);
  return (after.countDefi && !before.countDefi) || (code !== null && code !== ratedCodeOf(before));
}

/**
 * Last step: `next` replaces `model` and is written. Throws storage-failed for wallets that would be polled while the
 * settings file must not be written.
 */
export function adoptSettings(model: Model, next: Model): Model {
  if (isRefused(model) && next.settings.wallets.length > 0) throw new Failure('storage-failed');
  return next;
}

export async function persistSettings({ settings }: Model, world: World): Promise<ModelUpdate> {
  return await persistFile('config.json', () => world.settings.write(settings), world);
}

// What was decided takes its place in the model: the memory, the notices, and what is known of the activity.
import type { Entry, Notice } from '../../../shared/schema/activity';
import type { Judgement } from './notification-policy';
import { ACTIVITY_MS, type Model } from '../state/model';

const MOST_NOTICES = 50;
export interface Told {
  readonly model: Model;
  /** What happened, told or not; for the activity. */
  readonly entries: readonly Entry[];
  readonly notice: Notice | null;
}

/** The model with what was decided: its memory, its notices, and what it knows of the activity. */
export function withTold(model: Model, { memory, entries, notice }: Judgement, now: number): Told {
  const { activitySeenAt } = model.settings.choices;
  const told = notice?.isLastToday === false ? notice.entries.map(() => now) : [];
  const { latestAt, toldAt } = model.activity;
  const since = Math.max(activitySeenAt, now - ACTIVITY_MS);
  const next = {
    ...model,
    alerts: memory,
    notices: notice ? [notice, ...model.notices].slice(0, MOST_NOTICES) : model.notices,
    activity: {
      latestAt: entries.length > 0 || told.length > 0 ? now : latestAt,
      toldAt: [...toldAt.filter(at => at > since), ...told]
    }
  };
  return { model: next, entries, notice };
}

import { describe, expect, it } from 'vitest';
import type { Judgement } from '../../../../electron/core/alerts/notification-policy';
import { withTold } from '../../../../electron/core/alerts/record-alerts';
import { seenOf } from '../../../../electron/core/state/app-state';
import { NO_MEMORY } from '../../../../electron/core/state/model';
import { arrived } from '../../../fakes/entries';
import { DAY_MS, NOW } from '../../../fakes/holdings';
import { modelOf } from '../../../fakes/world';

const notice = { id: 'n1', at: NOW, entries: [arrived()], isLastToday: false };
const judged = { memory: NO_MEMORY, entries: [arrived()], notice } as unknown as Judgement;

function after(toldAt: readonly number[], activitySeenAt = 0) {
  const model = { ...modelOf(undefined, { activitySeenAt }), activity: { latestAt: 1, toldAt } };
  return withTold(model, judged, NOW).model;
}

describe('what was told and nobody has seen', () => {
  it('is counted with what is told this time', () => {
    const model = after([NOW - 2, NOW - 1]);
    expect(model.activity).toEqual({ latestAt: NOW, toldAt: [NOW - 2, NOW - 1, NOW] });
    expect(seenOf(model)).toEqual({ latestAt: NOW, unseen: 3 });
  });

  it('goes once it was seen, or once the activity has no line of it any more', () => {
    expect(after([NOW - 2, NOW - 1], NOW - 2).activity.toldAt).toEqual([NOW - 1, NOW]);
    expect(after([NOW - 90 * DAY_MS, NOW - 90 * DAY_MS + 1]).activity.toldAt).toEqual([
      NOW - 90 * DAY_MS + 1,
      NOW
    ]);
  });

  it('is fifty notices at most, the latest first', () => {
    let model = modelOf();
    for (let at = 0; at < 60; at++)
      model = withTold(model, { ...judged, notice: { ...notice, id: `n${at}` } } as Judgement, NOW).model;
    expect(model.notices).toHaveLength(50);
    expect(model.notices[0]?.id).toBe('n59');
  });
});

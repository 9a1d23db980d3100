import { describe, expect, it } from 'vitest';
import type { NotificationDecision } from '../../../../electron/core/notifications/notification-policy';
import { recordAlerts } from '../../../../electron/core/notifications/record-alerts';
import { activityStateOf } from '../../../../electron/core/state/app-state';
import type { Entry } from '../../../../shared/schema/activity';
import { EMPTY_ALERT_MEMORY } from '../../../../electron/core/state/model';
import { arrived } from '../../../fakes/entries';
import { DAY_MS, NOW } from '../../../fakes/holdings';
import { modelOf } from '../../../fakes/world';

const told = arrived({ toldAt: NOW });
const notification = { id: 'n1', at: NOW, entries: [told], isLastToday: false };
const decision = {
  memory: EMPTY_ALERT_MEMORY,
  entries: [told],
  notification
} as unknown as NotificationDecision;

function after(notifiedAt: readonly number[], activitySeenAt = 0) {
  const model = {
    ...modelOf(undefined, { activitySeenAt }),
    activity: { latestAt: 1, notifiedAt, awaitingWorth: [], moves: [] }
  };
  return recordAlerts(model, decision, NOW).model;
}

describe('notified entries that the user has not seen', () => {
  it('are counted together with the entries that are notified now', () => {
    const model = after([NOW - 2, NOW - 1]);
    expect(model.activity).toMatchObject({ latestAt: NOW, notifiedAt: [NOW - 2, NOW - 1, NOW] });
    expect(activityStateOf(model)).toEqual({ latestAt: NOW, unseen: 3 });
  });

  it('are removed once they were seen, or once the activity no longer has their line', () => {
    expect(after([NOW - 2, NOW - 1], NOW - 2).activity.notifiedAt).toEqual([NOW - 1, NOW]);
    expect(after([NOW - 90 * DAY_MS, NOW - 90 * DAY_MS + 1]).activity.notifiedAt).toEqual([
      NOW - 90 * DAY_MS + 1,
      NOW
    ]);
  });

  it('are counted once when a notification changes on the screen, which stays one', () => {
    const first = recordAlerts(modelOf(), decision, NOW).model;
    const second = arrived({ id: 'e2', toldAt: NOW + 1 });
    const changed = { ...notification, at: NOW + 1, entries: [second, told], isUpdate: true };
    const { model } = recordAlerts(
      first,
      { ...decision, notification: changed } as NotificationDecision,
      NOW + 1
    );
    expect(model.activity.notifiedAt).toEqual([NOW, NOW + 1]);
    expect(model.notifications).toEqual([changed]);
  });

  it('are in at most fifty notifications, the latest first', () => {
    let model = modelOf();
    for (let at = 0; at < 60; at++)
      model = recordAlerts(
        model,
        { ...decision, notification: { ...notification, id: `n${at}` } } as NotificationDecision,
        NOW
      ).model;
    expect(model.notifications).toHaveLength(50);
    expect(model.notifications[0]?.id).toBe('n59');
  });
});

it('a departure that is notified is remembered, so that the return of it is notified too', () => {
  const gone = { balance: '250', price: '1', at: NOW, isTold: false };
  const start = modelOf();
  const verification = { ...start.verification, gone: { 'w1/8453/0xa/0xc01': gone, other: gone } };
  const record = (entry: Entry, isLastToday = false) =>
    recordAlerts(
      { ...start, verification },
      {
        ...decision,
        notification: { ...notification, entries: [entry], isLastToday }
      } as NotificationDecision,
      NOW
    ).model.verification;
  const left = arrived({ kind: 'left', amount: '-250', toldAt: NOW });
  expect(record(left).gone).toEqual({ 'w1/8453/0xa/0xc01': { ...gone, isTold: true }, other: gone });
  expect(record(left, true)).toBe(verification);
  expect(record(told)).toBe(verification);
});

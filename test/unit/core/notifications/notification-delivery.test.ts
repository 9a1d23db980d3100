// The urgency of a notification, and which page its click opens.
import { expect, it } from 'vitest';
import { navigationTargetOf, urgencyOf } from '../../../../electron/core/notifications/notification-delivery';
import type { AlertEntry, Notification } from '../../../../shared/schema/activity';
import {
  arrivalOf,
  doubtOf,
  keyEntry,
  priceOf,
  questionOf,
  totalOf,
  unverifiedOf
} from '../../../fakes/alert-events';

const notificationOf = (...entries: AlertEntry[]): Notification => ({
  id: 'n',
  at: 1,
  entries,
  deferredCount: 0,
  isLastToday: false
});

it('the click opens the one holding of the notification, or the activity when there are several or none', () => {
  const { holdingId } = arrivalOf();
  expect(navigationTargetOf(notificationOf(arrivalOf()))).toEqual({ view: 'overview', holdingId });
  expect(navigationTargetOf(notificationOf(arrivalOf(), arrivalOf()))).toEqual({
    view: 'activity',
    holdingId: null
  });
  expect(navigationTargetOf(notificationOf(totalOf()))).toEqual({ view: 'activity', holdingId: null });
  expect(navigationTargetOf(notificationOf())).toEqual({ view: 'activity', holdingId: null });
});

it('the click on the question, or on a change that is being checked, opens the page of what is to be confirmed', () => {
  expect(navigationTargetOf(notificationOf(questionOf()))).toEqual({ view: 'doubts', holdingId: null });
  expect(navigationTargetOf(notificationOf(doubtOf(), questionOf()))).toEqual({
    view: 'doubts',
    holdingId: null
  });
  expect(navigationTargetOf(notificationOf(unverifiedOf()))).toEqual({
    view: 'overview',
    holdingId: unverifiedOf().holdingId
  });
});

it('the urgency is critical for a key that stopped, and low when all entries are about prices', () => {
  expect(urgencyOf(notificationOf(arrivalOf()))).toBe('normal');
  expect(urgencyOf(notificationOf(totalOf(), priceOf()))).toBe('low');
  expect(urgencyOf(notificationOf(totalOf(), arrivalOf()))).toBe('normal');
  expect(urgencyOf(notificationOf(arrivalOf(), keyEntry()))).toBe('critical');
});

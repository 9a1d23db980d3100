import { describe, expect, it } from 'vitest';
import { badgeText, headlineOf } from '../../../../shared/text/headline';
import type { AppState } from '../../../../shared/schema/app-state';
import * as states from '../../../fakes/states';

const NOW = Date.UTC(2026, 10, 22, 9);
const HOUR_MS = 3_600_000;

function paused(state: AppState, until = NOW + HOUR_MS): AppState {
  return { ...state, polling: { ...state.polling, pausedUntil: until } };
}
const failedBefore = (state: AppState): AppState => ({
  ...state,
  failure: states.walletFailure('timeout', NOW)
});

describe('the one state that is shown first', () => {
  it.each([
    ['fresh', states.fresh(NOW), '12 s ago · all answered'],
    ['partial', states.partial(NOW), '5 of 6 answered'],
    ['stale', states.stale(NOW), '24 min old · 0 of 6 answered'],
    ['failing', states.failing(NOW), 'Key not accepted · 3 h old'],
    ['failing', states.failing(NOW, 'region-blocked'), 'Region not served · 3 h old'],
    ['waiting', states.loading(NOW), 'Waiting for the first answer'],
    ['failing', failedBefore(states.loading(NOW)), 'No answer in time'],
    ['fresh', states.empty(NOW), '1 s ago · all answered'],
    ['paused', paused(states.fresh(NOW)), 'Paused until 10:00'],
    ['paused', paused(states.fresh(NOW), NOW + 23 * HOUR_MS), 'Paused until 23 Nov 08:00'],
    ['paused', paused(states.stale(NOW), Number.MAX_SAFE_INTEGER), 'Paused'],
    ['failing', paused(states.failing(NOW)), 'Key not accepted · 3 h old'],
    ['fresh', paused(states.fresh(NOW), NOW), '12 s ago · all answered']
  ] as const)('is %s in state %#', (kind, state, badge) => {
    expect(headlineOf(state, NOW)).toBe(kind);
    expect(badgeText(state, NOW)).toBe(badge);
  });

  it('is not a failure while the last total is still fresh, although the last poll failed', () => {
    expect(headlineOf(failedBefore(states.fresh(NOW)), NOW)).toBe('fresh');
    expect(headlineOf(failedBefore(states.stale(NOW)), NOW)).toBe('stale');
  });

  it('shows a time in the future as an age of zero', () => {
    expect(badgeText(states.fresh(NOW), NOW - HOUR_MS)).toBe('0 s ago · all answered');
  });
});

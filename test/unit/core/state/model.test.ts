import { describe, expect, it } from 'vitest';
import { updateSnapshot, emptySnapshot } from '../../../../electron/core/snapshots/update-snapshot';
import { emptyModel, nextDueAt, type Model } from '../../../../electron/core/state/model';
import { stateOf } from '../../../../electron/core/state/app-state';
import { UNTIL_RESUMED } from '../../../../shared/domain/default-settings';
import {
  answered,
  chainFacts,
  failed,
  holdingOf,
  HOUR_MS,
  MINUTE_MS,
  NOW,
  usdc,
  walletOf
} from '../../../fakes/holdings';
import { modelOf } from '../../../fakes/world';
import { firstPoint } from '../../../fakes/points';

const wallets = [walletOf(), walletOf({ id: 'w2', accountId: 'b' })];
const run = (dueAt: number | null) => ({ failuresInRow: 0, dueAt, appliedAt: NOW });

function known(holdings = [holdingOf()], choices = {}): Model {
  const snapshots = [updateSnapshot(emptySnapshot(walletOf()), answered(holdings), NOW)];
  return { ...modelOf([walletOf()], choices), snapshots };
}
/** With a point of an hour ago, and one of now. */
function withPast(model: Model, total = '2000'): Model {
  const { portfolio } = stateOf(model, chainFacts, NOW);
  const past = { ...firstPoint({ ...portfolio, total }, NOW - HOUR_MS), total };
  return { ...model, points: [past, firstPoint(portfolio, NOW)] };
}
const state = (model: Model, now = NOW) => stateOf(model, chainFacts, now);

describe('the phase', () => {
  it.each([
    ['loading', 'files are not read', { ...emptyModel('live', 1) }],
    ['first-run', 'no wallet is known', modelOf([])],
    ['loading', 'no wallet was answered', modelOf()],
    ['ready', 'a wallet was answered', known()],
    [
      'ready',
      'the first answer was a failure',
      { ...modelOf(), snapshots: [updateSnapshot(emptySnapshot(walletOf()), failed('timeout'), NOW)] }
    ]
  ])('is %s while %s', (phase, _, model) => expect(state(model).phase).toBe(phase));
});

describe('the next poll', () => {
  const due = (w1: number | null, w2: number | null, pausedUntil = 0) =>
    nextDueAt({ ...modelOf(wallets, { pausedUntil }), pollSchedules: { w1: run(w1), w2: run(w2) } }, NOW);

  it.each([
    ['the earliest', due(NOW + 9, NOW + 5), NOW + 5],
    ['of those that have not stopped', due(null, NOW + 5), NOW + 5],
    ['none when all have stopped', due(null, null), null],
    ['the end of the pause when that is later', due(NOW + 5, NOW + 9, NOW + HOUR_MS), NOW + HOUR_MS],
    ['the earliest again when the pause is over', due(NOW + 5, NOW + 9, NOW - HOUR_MS), NOW + 5],
    ['none when paused until resumed', due(NOW + 5, NOW + 9, UNTIL_RESUMED), null]
  ])('is %s', (_, at, expected) => expect(at).toBe(expected));

  it('of a wallet that was never polled is at the end of a pause that continued after a restart', () => {
    expect(nextDueAt(modelOf(wallets, { pausedUntil: NOW + HOUR_MS }), NOW)).toBe(NOW + HOUR_MS);
    expect(nextDueAt(modelOf(wallets, { pausedUntil: NOW - HOUR_MS }), NOW)).toBe(null);
    expect(nextDueAt(modelOf(wallets), NOW)).toBe(null);
  });

  it('is null, not a moment in 287,396 years, and polling is stopped only when it is stopped for all wallets', () => {
    const paused = {
      ...modelOf(wallets, { pausedUntil: UNTIL_RESUMED }),
      pollSchedules: { w1: run(NOW), w2: run(null) }
    };
    expect(state(paused).polling).toEqual({
      isRefreshing: false,
      nextAt: null,
      pausedUntil: UNTIL_RESUMED,
      isStopped: false
    });
    expect(state({ ...paused, pollSchedules: { w1: run(null), w2: run(null) } }).polling.isStopped).toBe(
      true
    );
    expect(state(modelOf(wallets, { pausedUntil: NOW })).polling.pausedUntil).toBe(0);
    expect(state(modelOf([])).polling.isStopped).toBe(false);
  });
});

describe('the failure that is shown', () => {
  it('is the worst of all wallets, and null when no wallet fails', () => {
    const snapshots = wallets.map((wallet, i) =>
      updateSnapshot(emptySnapshot(wallet), failed(i === 0 ? 'timeout' : 'key-unknown'), NOW)
    );
    expect(state({ ...modelOf(wallets), snapshots }).failure?.code).toBe('key-unknown');
    expect(state(known()).failure).toBe(null);
  });
});

describe('the change', () => {
  it('is null before there are two points, and then no row has a change either', () => {
    const { portfolio } = state(known());
    const one = { ...known(), points: [firstPoint(portfolio, NOW - MINUTE_MS)] };
    expect(state(one).portfolio.change).toBe(null);
    expect(state(one).portfolio.holdings[0]?.changePercent).toBe(null);
    expect(state(one).portfolio.chains[0]?.changePercent).toBe(null);
  });

  it('is computed against the first point on the first day', () => {
    expect(state(withPast(known(), '1600')).portfolio.change).toMatchObject({
      since: NOW - HOUR_MS,
      amount: '400',
      percent: null,
      recounted: '400'
    });
  });

  it('adds up to the total that is shown, at once, with a newly counted amount as recounted', () => {
    const spam = usdc({ isRisky: true });
    const before = withPast(known([holdingOf(), spam]));
    const choices = { ...before.settings.choices, countRisky: true };
    const { portfolio } = state({ ...before, settings: { ...before.settings, choices } });
    expect(portfolio.total).toBe('2250');
    expect(portfolio.change).toMatchObject({ amount: '250', prices: '0', transfers: '0', recounted: '250' });
  });

  it('has a removed wallet as recounted, and none of its holdings as a mover', () => {
    const before = withPast(known());
    const { portfolio } = state({ ...before, settings: { ...before.settings, wallets: [] } });
    expect(portfolio).toMatchObject({
      total: '0',
      holdings: [],
      change: { amount: '-2000', recounted: '-2000', movers: [] }
    });
  });
});

import { describe, expect, it } from 'vitest';
import { watchPolls, type PollSummary } from '../../../../electron/core/alerts/watch-connections';
import type { AlertMemory } from '../../../../shared/schema/alert-memory';
import { DEFAULT_ALERTS } from '../../../../shared/domain/default-settings';
import { MINUTE_MS, NOW } from '../../../fakes/holdings';
import { NAMES } from '../../../fakes/alert-events';

const failing = (change: Partial<PollSummary> = {}): PollSummary => ({
  walletId: 'w1',
  keyId: 'k1',
  isAnswered: false,
  code: 'timeout',
  dueAt: null,
  ...change
});
const answered = failing({ isAnswered: true, code: null });

/** Takes minutes from the start with the poll results; returns the minutes and wallets of the alert events. */
function alertsOf(...rounds: [minute: number, ...polled: PollSummary[]][]): (number | string)[][] {
  let polls: AlertMemory['polls'] = {};
  return rounds.flatMap(([minute, ...polled]) => {
    const now = NOW + minute * MINUTE_MS;
    const wallets = ['w1', 'w2'].map(walletId => {
      const code = polled.find(one => one.walletId === walletId)?.code ?? null;
      return { walletId, keyId: 'k1', code };
    });
    const seen = watchPolls({ summaries: polled, wallets, polls, rules: DEFAULT_ALERTS, names: NAMES, now });
    polls = seen.polls;
    return seen.alertEvents.map(({ entry }) => [minute, entry.wallet]);
  });
}
const every = (minutes: number[], ...polled: PollSummary[]) =>
  minutes.map((minute): [number, ...PollSummary[]] => [minute, ...polled]);

describe('a wallet that is not answered gives an alert event', () => {
  it('once, after 30 minutes of failed polls', () => {
    expect(alertsOf(...every([0, 10, 20, 29, 30, 45, 60, 90], failing()))).toEqual([[30, 'Cold wallet']]);
  });

  it('another time only after an answer', () => {
    const rounds = every([0, 15, 30, 45], failing());
    expect(alertsOf(...rounds, [50, answered], ...every([55, 70, 86], failing()))).toEqual([
      [30, 'Cold wallet'],
      [86, 'Cold wallet']
    ]);
    expect(alertsOf(...rounds, ...every([900, 915, 930, 945], failing()))).toHaveLength(1);
  });

  it('but not when there was no poll for longer than 35 minutes, because of sleep or a closed app', () => {
    expect(alertsOf(...every([0, 3 * 24 * 60, 3 * 24 * 60 + 29], failing()))).toEqual([]);
    expect(alertsOf(...every([0, 36], failing()))).toEqual([]);
    expect(alertsOf(...every([0, 35], failing()))).toEqual([[35, 'Cold wallet']]);
  });

  it('after a longer gap too, when the service itself requested the wait', () => {
    const late = failing({ dueAt: NOW + 60 * MINUTE_MS });
    expect(alertsOf([0, failing()], [60, late])).toEqual([[60, 'Cold wallet']]);
  });

  it('but not while this computer is offline, and not immediately after that', () => {
    const offline = failing({ code: 'offline' });
    expect(alertsOf(...every([0, 20, 40, 60], offline))).toEqual([]);
    expect(alertsOf([0, failing()], ...every([20, 40, 60], offline), [80, failing()])).toEqual([]);
  });

  it('but not when a part of it was answered', () => {
    expect(alertsOf(...every([0, 20, 40], failing({ isAnswered: true })))).toEqual([]);
  });

  it('at once when polling of the wallet stopped, but not when its key is the cause', () => {
    expect(alertsOf([0, failing({ code: 'wallet-refused' })])).toEqual([[0, 'Cold wallet']]);
    expect(alertsOf(...every([0, 20, 40], failing({ code: 'key-unknown' })))).toEqual([]);
  });

  it('together with the other wallets of its key that fail in the same way', () => {
    const other = failing({ walletId: 'w2' });
    expect(alertsOf(...every([0, 15, 30, 45], failing(), other))).toEqual([[30, '']]);
    expect(alertsOf([0, failing()], ...every([10, 30, 45, 60], failing(), other))).toEqual([[30, '']]);
    const rest = failing({ walletId: 'w2', code: 'not-okx' });
    expect(alertsOf(...every([0, 15, 30], failing(), rest))).toHaveLength(2);
  });

  it('after 30 minutes when the clock was set back', () => {
    expect(alertsOf(...every([100, 10, 30, 41], failing()))).toEqual([[41, 'Cold wallet']]);
  });
});

import { describe, expect, it } from 'vitest';
import type { PollSchedule } from '../../../../electron/core/state/model';
import {
  bringPollsForward,
  dueWallets,
  currentIntervalMs,
  nextTickInMs
} from '../../../../electron/core/polling/scheduler';
import { pollDueWallets } from '../../../../electron/core/polling/poll-due-wallets';
import { HOUR_MS, MINUTE_MS, NOW, walletOf } from '../../../fakes/holdings';
import { fakeWorld, modelOf } from '../../../fakes/world';

const wallets = [walletOf(), walletOf({ id: 'w2', accountId: 'b' })];
const run = (dueAt: number | null, change: Partial<PollSchedule> = {}): PollSchedule => ({
  failuresInRow: 0,
  appliedAt: NOW - MINUTE_MS,
  dueAt,
  ...change
});
const withRuns = (w1: PollSchedule, w2: PollSchedule, choices = {}) => ({
  ...modelOf(wallets, choices),
  pollSchedules: { w1, w2 }
});

function idsDue(model: ReturnType<typeof modelOf>, isForced = false): string[] {
  return dueWallets(model, NOW, isForced).map(({ id }) => id);
}

describe('a wallet is due', () => {
  it.each([
    ['never polled', modelOf(wallets), ['w1', 'w2']],
    ['its time came', withRuns(run(NOW), run(NOW + 1)), ['w1']],
    ['it waits for new settings', withRuns(run(null), run(NOW - 1)), ['w2']],
    [
      'the clock was set back behind the last poll',
      withRuns(run(NOW + HOUR_MS, { appliedAt: NOW + HOUR_MS }), run(NOW + 1)),
      ['w1']
    ],
    [
      'the clock was corrected by seconds',
      withRuns(run(NOW + HOUR_MS, { appliedAt: NOW + 5000 }), run(null)),
      []
    ],
    [
      'it stopped, and the clock was set back',
      withRuns(run(null, { appliedAt: NOW + HOUR_MS }), run(NOW + 1)),
      []
    ],
    ['in a pause none is', withRuns(run(NOW), run(NOW), { pausedUntil: NOW + 1 }), []],
    ['after the pause', withRuns(run(NOW), run(NOW), { pausedUntil: NOW }), ['w1', 'w2']]
  ])('%s', (_, model, ids) => expect(idsDue(model)).toEqual(ids));

  it('at any time when the user forces a refresh', () => {
    expect(idsDue(withRuns(run(null), run(NOW + 1), { pausedUntil: NOW + 1 }), true)).toEqual(['w1', 'w2']);
  });
});

describe('when the attention of the user changes', () => {
  it('polls are brought forward to the new interval, but wallets in backoff or stopped keep waiting', () => {
    const world = {
      ...fakeWorld(),
      surfaces: { ...fakeWorld().surfaces, attention: () => 'visible' as const }
    };
    const failing = run(NOW + HOUR_MS, { failuresInRow: 1 });
    expect(bringPollsForward(withRuns(run(NOW + HOUR_MS), failing), world).pollSchedules).toMatchObject({
      w1: { dueAt: NOW + MINUTE_MS },
      w2: failing
    });
    expect(bringPollsForward(withRuns(run(NOW + 5), run(null)), world).pollSchedules).toMatchObject({
      w1: { dueAt: NOW + 5 },
      w2: { dueAt: null }
    });
  });

  it('the interval changes too, unless it is fixed', () => {
    const world = fakeWorld();
    expect(currentIntervalMs(modelOf(), world, 1)).toBe(5 * MINUTE_MS);
    world.watched = 'visible';
    expect(currentIntervalMs(modelOf(), world, 1)).toBe(MINUTE_MS);
    expect(currentIntervalMs(modelOf(), { ...world, fixedIntervalMs: 3000 }, 1)).toBe(3000);
  });
});

describe('polling due wallets', () => {
  it('gives an outcome for every wallet, with the clock offset of its key, and logs the failures', async () => {
    const world = fakeWorld();
    world.script = ({ target }) => {
      if (target.includes('accountId=b')) throw new TypeError('oh');
      return { status: 200, headers: {}, body: '{"code":"0","data":[]}' };
    };
    const polled = await pollDueWallets(
      wallets,
      { ...modelOf(wallets), clockOffsets: { k1: HOUR_MS } },
      world
    );
    expect(polled.map(({ wallet, outcome }) => [wallet.id, outcome.answers.length])).toEqual([
      ['w1', 1],
      ['w2', 0]
    ]);
    expect(world.requests[0]?.headers['OK-ACCESS-TIMESTAMP']).toBe(new Date(NOW - HOUR_MS).toISOString());
    expect(world.logged).toEqual([expect.stringMatching(/^error bug \[bug [A-Z]{5}\]$/)]);
  });

  it('gives a refusal for a wallet whose key is gone', async () => {
    const [polled] = await pollDueWallets([walletOf({ keyId: 'gone' })], modelOf(), fakeWorld());
    expect(polled?.outcome.refusals[0]?.failure.code).toBe('key-not-in-keychain');
  });
});

it('the timer fires when a poll is due, not a fraction of a millisecond before', () => {
  expect(nextTickInMs(withRuns(run(NOW + 300.25), run(null)), NOW)).toBe(301);
});

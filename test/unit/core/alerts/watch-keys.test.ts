import { expect, it } from 'vitest';
import { watchKeys, type PollSummary } from '../../../../electron/core/alerts/watch-connections';
import type { AlertMemory } from '../../../../shared/schema/alert-memory';
import { DEFAULT_ALERTS } from '../../../../shared/domain/default-settings';
import type { FailureCode } from '../../../../shared/domain/failure';
import { KEY, NOW } from '../../../fakes/holdings';

const result = (code: FailureCode | null, walletId = 'w1'): PollSummary => ({
  walletId,
  keyId: KEY.id,
  isAnswered: code === null,
  code,
  dueAt: null
});

/** Returns the codes of the alert events, round by round. */
function codesOf(...rounds: PollSummary[][]) {
  let stopped: AlertMemory['keys'] = {};
  const codes = rounds.map(polled => {
    const seen = watchKeys({ summaries: polled, keys: [KEY], stopped, rules: DEFAULT_ALERTS, now: NOW });
    stopped = seen.stopped;
    return seen.alertEvents.map(({ entry }) => 'code' in entry && entry.code);
  });
  return { codes, stopped };
}

it('a key that stopped gives one alert event, however many wallets fail because of it', () => {
  const bad = result('key-unknown');
  expect(codesOf([bad, result('key-unknown', 'w2')], [bad], [result('key-frozen')]).codes).toEqual([
    ['key-unknown'],
    [],
    []
  ]);
});

it('a key gives another alert event after it worked again, but not after a different failure', () => {
  const bad = result('key-unknown');
  expect(codesOf([bad], [result(null)], [bad]).codes).toEqual([['key-unknown'], [], ['key-unknown']]);
  expect(codesOf([bad], [result('timeout')], [bad]).codes).toEqual([['key-unknown'], [], []]);
});

it('a failure of the wallet or of the network is no failure of the key', () => {
  for (const code of ['wallet-refused', 'account-unknown', 'source-retired', 'timeout'] as const)
    expect(codesOf([result(code)]).codes).toEqual([[]]);
});

it('a removed key is removed from the alert memory', () => {
  const { stopped } = codesOf([result('key-unknown')]);
  const gone = watchKeys({ summaries: [], keys: [], stopped, rules: DEFAULT_ALERTS, now: NOW });
  expect([stopped, gone.stopped]).toEqual([{ k1: 'key-unknown' }, {}]);
});

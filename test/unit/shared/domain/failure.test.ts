import { describe, expect, it } from 'vitest';
import {
  asFailure,
  compareReactions,
  Failure,
  FAILURE_CODES,
  reactionTo
} from '../../../../shared/domain/failure';

describe('a failure', () => {
  it.each([
    ['key-unknown', 'stop'],
    ['key-frozen', 'stop'],
    ['key-lacks-permission', 'stop'],
    ['passphrase-wrong', 'stop'],
    ['secret-wrong', 'stop'],
    ['credentials-incomplete', 'stop'],
    ['source-retired', 'stop'],
    ['key-not-in-keychain', 'slow'],
    ['address-not-allowed', 'slow'],
    ['address-blocked', 'slow'],
    ['region-blocked', 'slow'],
    ['quota-used-up', 'slow'],
    ['timeout', 'back-off'],
    ['offline', 'back-off'],
    ['rate-limited', 'back-off'],
    ['service-busy', 'back-off'],
    ['reply-damaged', 'back-off'],
    ['bug', 'back-off']
  ] as const)('%s makes polling %s', (code, reaction) => expect(reactionTo(code)).toBe(reaction));

  it('that delays polling longest comes first', () => {
    const sorted = ['timeout', 'region-blocked', 'key-unknown', 'offline'] as const;
    expect([...sorted].sort(compareReactions)).toEqual([
      'key-unknown',
      'region-blocked',
      'timeout',
      'offline'
    ]);
    expect(FAILURE_CODES.every(code => compareReactions(code, code) === 0)).toBe(true);
  });

  it('stays the same object when it is caught; any other value is an internal error that keeps its cause', () => {
    const failure = new Failure('timeout', { serviceCode: '50004' });
    expect(asFailure(failure)).toBe(failure);
    expect(failure.message).toBe('timeout (service code 50004)');
    const cause = new TypeError('x');
    expect(asFailure(cause)).toMatchObject({ code: 'bug', cause });
  });
});

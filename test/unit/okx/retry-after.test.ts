import { describe, expect, it } from 'vitest';
import { retryAfterMs } from '../../../electron/okx/errors';
import { RECEIVED_AT } from './sample';

describe('retryAfterMs', () => {
  it.each([
    ['2', 2000],
    ['0', 0],
    [' 30 ', 30_000],
    ['1.5', 1500],
    ['Sun, 22 Nov 2026 09:00:20 GMT', 20_000],
    ['Sun, 22 Nov 2026 08:00:00 GMT', 0],
    ['Sun, 22 Nov 2099 09:00:00 GMT', 3_600_000],
    ['86400', 3_600_000],
    ['9'.repeat(400), 3_600_000],
    ['', undefined],
    ['-5', undefined],
    ['soon', undefined],
    ['in 5 minutes', undefined],
    ['2026-11-22', undefined],
    ['Sun, 99 Foo 2026 09:00:20 GMT', undefined]
  ])('reads "%s"', (value, expected) => {
    expect(retryAfterMs({ 'retry-after': value }, RECEIVED_AT)).toBe(expected);
  });

  it('is undefined when the service asked for no wait', () => {
    expect(retryAfterMs({}, RECEIVED_AT)).toBeUndefined();
  });

  it("measures a date against the service's own clock, not against this computer's", () => {
    const headers = {
      date: 'Sun, 22 Nov 2026 10:00:00 GMT',
      'retry-after': 'Sun, 22 Nov 2026 10:00:05 GMT'
    };
    expect(retryAfterMs(headers, RECEIVED_AT)).toBe(5000);
    expect(retryAfterMs({ ...headers, date: 'broken' }, RECEIVED_AT)).toBe(3_600_000);
  });
});

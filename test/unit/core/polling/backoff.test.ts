import { describe, expect, it } from 'vitest';
import { delayAfter, intervalOf, type LastPoll } from '../../../../electron/core/polling/backoff';
import { staleAfter } from '../../../../electron/core/snapshots/staleness';
import { DEFAULT_CHOICES } from '../../../../shared/domain/default-settings';
import { REQUEST_SPACING_MS } from '../../../../shared/domain/limits';
import { MINUTE_MS } from '../../../fakes/holdings';

const NO_JITTER = 0.5;
const last = (change: Partial<LastPoll> = {}): LastPoll => ({
  failure: null,
  failuresInRow: change.failure ? 1 : 0,
  retryAfterMs: null,
  ...change
});

describe('the interval', () => {
  it.each([
    ['visible', 1, MINUTE_MS],
    ['hidden', 1, 5 * MINUTE_MS],
    ['idle', 1, 15 * MINUTE_MS],
    ['visible', 57, MINUTE_MS],
    ['visible', 61, 61 * REQUEST_SPACING_MS],
    ['hidden', 61, 5 * MINUTE_MS]
  ] as const)(
    'is the larger of the setting and what a round needs: %s, %d requests',
    (attention, requests, ms) => expect(intervalOf(DEFAULT_CHOICES, attention, requests)).toBe(ms)
  );

  it('must be missed twice before a part is stale', () => {
    expect(staleAfter(5 * MINUTE_MS)).toBe(11 * MINUTE_MS);
    expect(staleAfter(MINUTE_MS)).toBeGreaterThan(2 * MINUTE_MS * 1.1);
  });
});

describe('the next poll', () => {
  it('comes after the interval, spread by 10 % each way', () => {
    expect(delayAfter(last(), MINUTE_MS, 0)).toBe(54_000);
    expect(delayAfter(last(), MINUTE_MS, NO_JITTER)).toBe(MINUTE_MS);
    expect(delayAfter(last(), MINUTE_MS, 1 - Number.EPSILON)).toBeCloseTo(66_000, 3);
  });

  it('doubles with each failure, from 15 s to 15 min', () => {
    const delays = Array.from({ length: 8 }, (_, i) =>
      delayAfter(last({ failure: 'timeout', failuresInRow: i + 1 }), 5 * MINUTE_MS, NO_JITTER)
    );
    expect(delays.map(ms => ms! / 1000)).toEqual([15, 30, 60, 120, 240, 480, 900, 900]);
    expect(delayAfter(last({ failure: 'timeout', failuresInRow: 10_000 }), MINUTE_MS, NO_JITTER)).toBe(
      15 * MINUTE_MS
    );
  });

  it('after a first failure is never later than the interval', () => {
    expect(delayAfter(last({ failure: 'timeout' }), 10_000, NO_JITTER)).toBe(10_000);
  });

  it('is 15 min after a failure of the network or the region', () => {
    expect(delayAfter(last({ failure: 'region-blocked' }), MINUTE_MS, NO_JITTER)).toBe(15 * MINUTE_MS);
  });

  it.each(['key-unknown', 'secret-wrong', 'source-retired'] as const)(
    'is null after %s, whatever Retry-After says',
    failure => expect(delayAfter(last({ failure, retryAfterMs: 1000 }), MINUTE_MS, NO_JITTER)).toBe(null)
  );

  it.each([
    ['rate-limited', 120_000, 120_000],
    ['rate-limited', 1000, 15_000],
    ['region-blocked', 3_600_000, 3_600_000],
    [null, 120_000, 120_000],
    [null, 1000, MINUTE_MS]
  ] as const)('after %s respects a Retry-After of %d ms', (failure, retryAfterMs, ms) =>
    expect(delayAfter(last({ failure, retryAfterMs }), MINUTE_MS, NO_JITTER)).toBe(ms)
  );

  it('is never shorter than Retry-After because of jitter', () => {
    expect(delayAfter(last({ failure: 'rate-limited', retryAfterMs: 60_000 }), MINUTE_MS, 0)).toBe(60_000);
  });
});

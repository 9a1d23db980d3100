import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createWakeTimer } from '../../../../electron/adapters/system/timer';
import { createRateLimiter } from '../../../../electron/adapters/http/rate-limiter';
import { REQUEST_SPACING_MS, type RequestPriority } from '../../../../shared/domain/limits';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('the rate limiter', () => {
  it('lets the first request of a key pass at once, and each further one over a second later', async () => {
    const limiter = createRateLimiter();
    const start = Date.now();
    const acquired: [string, number][] = [];
    const take = (keyId: string) =>
      limiter.acquire(keyId, 'round').then(() => acquired.push([keyId, Date.now() - start]));
    const all = Promise.all(['a', 'a', 'b', 'a', 'b'].map(take));
    await vi.advanceTimersByTimeAsync(10_000);
    await all;
    expect(acquired.sort()).toEqual([
      ['a', 0],
      ['a', REQUEST_SPACING_MS],
      ['a', 2 * REQUEST_SPACING_MS],
      ['b', 0],
      ['b', REQUEST_SPACING_MS]
    ]);
  });

  it('delays no request whose key was last used long ago', async () => {
    const limiter = createRateLimiter();
    await limiter.acquire('a', 'round');
    await vi.advanceTimersByTimeAsync(REQUEST_SPACING_MS);
    const before = Date.now();
    await limiter.acquire('a', 'round');
    expect(Date.now()).toBe(before);
  });

  it('lets the most urgent of those that wait send next, and of equal ones the first', async () => {
    const limiter = createRateLimiter();
    const order: string[] = [];
    const take = (name: string, priority: RequestPriority) =>
      limiter.acquire('a', priority).then(() => order.push(name));
    const all = [
      take('first', 'other'),
      take('rate', 'other'),
      take('look', 'look'),
      take('poll 1', 'round')
    ];
    all.push(take('poll 2', 'round'));
    await vi.advanceTimersByTimeAsync(REQUEST_SPACING_MS + 1);
    all.push(take('refresh', 'person'));
    await vi.advanceTimersByTimeAsync(10_000);
    await Promise.all(all);
    expect(order).toEqual(['first', 'poll 1', 'refresh', 'poll 2', 'look', 'rate']);
  });

  it('never allows two requests of a key within one second', async () => {
    const limiter = createRateLimiter();
    const at: number[] = [];
    const all = Promise.all(
      Array.from({ length: 5 }, () => limiter.acquire('a', 'round').then(() => at.push(Date.now())))
    );
    await vi.advanceTimersByTimeAsync(10_000);
    await all;
    const gaps = at.slice(1).map((time, place) => time - (at[place] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThan(1000);
  });
});

describe('the timer', () => {
  it('fires once, at the time of the last call, and not at all after null', () => {
    const onTime = vi.fn();
    const wakeIn = createWakeTimer(onTime);
    wakeIn(100);
    wakeIn(500);
    vi.advanceTimersByTime(499);
    expect(onTime).not.toHaveBeenCalled();
    vi.advanceTimersByTime(10_000);
    expect(onTime).toHaveBeenCalledTimes(1);
    wakeIn(100);
    wakeIn(null);
    vi.advanceTimersByTime(10_000);
    expect(onTime).toHaveBeenCalledTimes(1);
  });

  it('does not fire at once for a delay that setTimeout cannot count', () => {
    const onTime = vi.fn();
    createWakeTimer(onTime)(Number.MAX_SAFE_INTEGER);
    vi.advanceTimersByTime(24 * 60 * 60_000);
    expect(onTime).not.toHaveBeenCalled();
  });
});

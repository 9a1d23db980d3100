// Tests which moment is kept as the last look: that of the last closing, after a look that was one.
import { describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '../../../shared/domain/durations';
import { LastLook } from '../../../electron/surfaces/last-look';

const NOW = Date.parse('2026-11-22T09:00:00Z');

function looking(first: number | null = 0) {
  const seen = { at: NOW, lookedAt: first, kept: [] as number[] };
  const look = new LastLook({
    lookedAt: () => seen.lookedAt,
    keep: lookedAt => {
      seen.kept.push(lookedAt);
      seen.lookedAt = lookedAt;
    },
    now: () => seen.at
  });
  const wait = (ms: number) => (seen.at += ms);
  return { seen, look, wait };
}

describe('the last look', () => {
  it('ends when everything is closed, and stays while somebody looks', () => {
    const { seen, look, wait } = looking();
    look.begin();
    wait(MINUTE_MS);
    look.begin();
    expect(seen.kept).toEqual([]);
    look.end();
    expect(seen.lookedAt).toBe(NOW + MINUTE_MS);
    wait(HOUR_MS);
    look.begin();
    wait(MINUTE_MS);
    expect(seen.lookedAt).toBe(NOW + MINUTE_MS);
    look.end();
    expect(seen.lookedAt).toBe(NOW + HOUR_MS + 2 * MINUTE_MS);
  });

  it('is told once, however many things close', () => {
    const { seen, look, wait } = looking();
    look.end();
    look.begin();
    wait(5000);
    look.end();
    wait(10);
    look.end();
    expect(seen.kept).toEqual([NOW + 5000]);
  });

  it('is not moved by a slip of the hand, nor by a clock that was set back', () => {
    const { seen, look, wait } = looking(NOW - HOUR_MS);
    look.begin();
    wait(999);
    look.end();
    wait(MINUTE_MS);
    look.begin();
    wait(-HOUR_MS);
    look.end();
    expect(seen.kept).toEqual([]);
  });

  it('goes on in the window that the menu opened: both are one look', () => {
    const { seen, look, wait } = looking(NOW - HOUR_MS);
    look.begin();
    wait(4000);
    look.end();
    wait(300);
    look.begin();
    expect(seen.lookedAt).toBe(NOW - HOUR_MS);
    wait(200);
    look.end();
    expect(seen.lookedAt).toBe(NOW + 4500);
  });

  it('goes on after the first look too, and then there was none before', () => {
    const { seen, look, wait } = looking();
    look.begin();
    wait(4000);
    look.end();
    wait(300);
    look.begin();
    expect(seen.lookedAt).toBe(0);
  });

  it('does not go on after the window was closed, however soon it is opened again', () => {
    const { seen, look, wait } = looking(NOW - HOUR_MS);
    look.begin();
    wait(4000);
    look.end();
    look.endWithWindow();
    wait(300);
    look.begin();
    expect(seen.lookedAt).toBe(NOW + 4000);
  });

  it('is another one a little later', () => {
    const { seen, look, wait } = looking();
    look.begin();
    wait(4000);
    look.end();
    wait(2001);
    look.begin();
    expect(seen.lookedAt).toBe(NOW + 4000);
  });

  it('ends with a click in a menu of which the system does not tell, and goes on in what the click opens', () => {
    const { seen, look, wait } = looking(NOW - HOUR_MS);
    look.clickMenu();
    expect(seen.lookedAt).toBe(NOW);
    wait(100);
    look.begin();
    expect(seen.lookedAt).toBe(NOW - HOUR_MS);
    look.clickMenu();
    wait(MINUTE_MS);
    look.end();
    wait(50);
    look.clickMenu();
    expect(seen.kept).toEqual([NOW, NOW - HOUR_MS, NOW + MINUTE_MS + 100]);
  });

  it('is none where there is nothing to see, and none comes back into a profile that was emptied', () => {
    const { seen, look, wait } = looking(null);
    look.begin();
    wait(MINUTE_MS);
    look.end();
    seen.lookedAt = 0;
    wait(10);
    look.begin();
    expect(seen.kept).toEqual([]);
    wait(MINUTE_MS);
    look.end();
    expect(seen.kept).toEqual([NOW + 2 * MINUTE_MS + 10]);
  });
});

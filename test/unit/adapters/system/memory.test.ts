import v8, { getHeapSpaceStatistics, getHeapStatistics } from 'node:v8';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { collectGarbage, setMemorySaving } from '../../../../electron/adapters/system/memory';

const MEGABYTE = 1_000_000;

const { setFlagsFromString } = v8;
// The V8 of Node 20 does not know this one, and would say so.
const isUnknown = (flag: string) => flag.includes('pooled-pages');
beforeEach(() => {
  vi.spyOn(v8, 'setFlagsFromString').mockImplementation(flag => {
    if (!isUnknown(flag)) setFlagsFromString(flag);
  });
});
afterEach(() => {
  setMemorySaving(false);
  vi.restoreAllMocks();
});

const usedBytes = () => getHeapStatistics().used_heap_size;
const youngBytes = () =>
  getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space')?.physical_space_size ?? NaN;

/** Makes so many objects that nobody has any more when this returns. */
function leaveGarbage(count: number): number {
  const made = Array.from({ length: count }, (_, at) => ({ at, text: `${at}` }));
  return made.filter(({ text }) => text.length > 3).length;
}

describe('the garbage of a poll', () => {
  it('is collected at once, and the young generation is given back', () => {
    leaveGarbage(1);
    collectGarbage();
    const before = usedBytes();
    for (let poll = 0; poll < 3; poll++) {
      leaveGarbage(300_000);
      expect(usedBytes() - before).toBeGreaterThan(8 * MEGABYTE);
      collectGarbage();
      expect(usedBytes() - before).toBeLessThan(2 * MEGABYTE);
    }
    expect(youngBytes()).toBeLessThan(20 * MEGABYTE);
  });

  it('of a few holdings waits for more', () => {
    leaveGarbage(300_000);
    collectGarbage();
    const before = usedBytes();
    leaveGarbage(5000);
    collectGarbage();
    expect(usedBytes()).toBeGreaterThan(before);
  });
});

it('puts no function into the global scope', () => {
  leaveGarbage(300_000);
  collectGarbage();
  expect('gc' in globalThis).toBe(false);
});

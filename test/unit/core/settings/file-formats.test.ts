import { describe, expect, it } from 'vitest';
import {
  CHAINS_FORMAT,
  headVersion,
  LINES_FORMAT,
  LINES_HEAD,
  migrated,
  newerRefusal,
  SETTINGS_FORMAT,
  SNAPSHOT_FORMAT,
  versionOf,
  type Format
} from '../../../../electron/core/settings/file-formats';

/** 1 has `usd`, 2 calls it `from`, 3 has a list of them. */
const LADDER: Format = {
  version: 3,
  steps: {
    1: ({ usd, ...rest }) => ({ ...rest, from: usd }),
    2: ({ from, ...rest }) => ({ ...rest, rules: [from] })
  }
};

describe('a stored value', () => {
  it.each([
    [{ version: 1, usd: '10', name: 'a' }],
    [{ version: 2, from: '10', name: 'a' }],
    [{ version: 3, rules: ['10'], name: 'a' }]
  ])('%j comes step by step to the format of today', stored => {
    const before = structuredClone(stored);
    expect(migrated(stored, LADDER)).toEqual({ version: 3, rules: ['10'], name: 'a' });
    expect(stored).toEqual(before);
  });

  it('of today is the very same one, whatever it holds', () => {
    const stored = { version: 3, rules: 'nonsense' };
    expect(migrated(stored, LADDER)).toBe(stored);
  });

  it('is damaged where a step is missing, or fails', () => {
    expect(() => migrated({ usd: '10' }, LADDER)).toThrow(RangeError);
    const failing = {
      ...LADDER,
      steps: {
        ...LADDER.steps,
        2: () => {
          throw new TypeError('no from');
        }
      }
    };
    expect(() => migrated({ version: 1 }, failing)).toThrow('no from');
  });

  it.each([null, 7, 'x', [], {}, { version: '1' }, { version: -1 }, { version: 1.5 }, { version: 1e300 }])(
    'that says nothing of its version, such as %j, is the oldest',
    stored => {
      expect(versionOf(stored)).toBe(0);
    }
  );

  it('of a later version is refused, with both versions', () => {
    expect(newerRefusal('config.json', 4, LADDER)).toEqual({
      ...{ file: 'config.json', reason: 'newer' },
      ...{ found: 4, known: 3 }
    });
    expect(newerRefusal('config.json', 3, LADDER)).toBeNull();
  });
});

describe('every format', () => {
  it.each([
    ['settings', SETTINGS_FORMAT, 0],
    ['snapshot', SNAPSHOT_FORMAT, 1],
    ['chains', CHAINS_FORMAT, 1],
    ['lines', LINES_FORMAT, 1]
  ])('has a step from each version since its first: %s', (_, { version, steps }, first) => {
    for (let from = first; from < version; from++) expect(steps[from]).toBeTypeOf('function');
    expect(Object.keys(steps).every(from => Number(from) < version)).toBe(true);
  });

  it('of lines is told by the first line alone', () => {
    expect(headVersion(LINES_HEAD)).toBe(LINES_FORMAT.version);
    expect(headVersion('\uFEFF{"version": 12}\r')).toBe(12);
    expect(headVersion('{"version":1,"at":5}')).toBeNull();
  });
});

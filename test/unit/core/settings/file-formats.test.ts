import { describe, expect, it } from 'vitest';
import {
  CHAINS_FORMAT,
  headerVersion,
  LINES_FORMAT,
  LINES_HEADER,
  migrate,
  newerRefusal,
  SETTINGS_FORMAT,
  SNAPSHOT_FORMAT,
  versionOf,
  type FileFormat
} from '../../../../electron/core/settings/file-formats';

/** Version 1 has `usd`, version 2 calls it `from`, version 3 has a list of them. */
const LADDER: FileFormat = {
  version: 3,
  migrations: {
    1: ({ usd, ...rest }) => ({ ...rest, from: usd }),
    2: ({ from, ...rest }) => ({ ...rest, rules: [from] })
  }
};

describe('a stored value', () => {
  it.each([
    [{ version: 1, usd: '10', name: 'a' }],
    [{ version: 2, from: '10', name: 'a' }],
    [{ version: 3, rules: ['10'], name: 'a' }]
  ])('%j is migrated step by step to the current format', stored => {
    const before = structuredClone(stored);
    expect(migrate(stored, LADDER)).toEqual({ version: 3, rules: ['10'], name: 'a' });
    expect(stored).toEqual(before);
  });

  it('of the current version is returned as the same object, whatever it contains', () => {
    const stored = { version: 3, rules: 'nonsense' };
    expect(migrate(stored, LADDER)).toBe(stored);
  });

  it('is damaged if a migration step is missing or fails', () => {
    expect(() => migrate({ usd: '10' }, LADDER)).toThrow(RangeError);
    const failing = {
      ...LADDER,
      migrations: {
        ...LADDER.migrations,
        2: () => {
          throw new TypeError('no from');
        }
      }
    };
    expect(() => migrate({ version: 1 }, failing)).toThrow('no from');
  });

  it.each([null, 7, 'x', [], {}, { version: '1' }, { version: -1 }, { version: 1.5 }, { version: 1e300 }])(
    'without a valid version, such as %j, has version 0',
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
  ])('has a migration from each version since its first: %s', (_, { version, migrations: steps }, first) => {
    for (let from = first; from < version; from++) expect(steps[from]).toBeTypeOf('function');
    expect(Object.keys(steps).every(from => Number(from) < version)).toBe(true);
  });

  it('of a file of lines is read from its first line only', () => {
    expect(headerVersion(LINES_HEADER)).toBe(LINES_FORMAT.version);
    expect(headerVersion('\uFEFF{"version": 12}\r')).toBe(12);
    expect(headerVersion('{"version":1,"at":5}')).toBeNull();
  });
});

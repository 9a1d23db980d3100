import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createJsonFile } from '../../../../electron/adapters/storage/json-file';
import type { FileFormat } from '../../../../electron/core/settings/file-formats';

const schema = z.object({ version: z.literal(3), rules: z.array(z.string()) });
const OLD = '{"version":1,\n "usd":"10"}';
const TODAY = { version: 3 as const, rules: ['10'] };

let folder: string;
let file: string;
let taken: number[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tokentray-steps-'));
  file = join(folder, 'config.json');
  taken = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

const format = (
  second: FileFormat['migrations'][number] = ({ from }) => ({ rules: [from] })
): FileFormat => ({
  version: 3,
  migrations: {
    1: ({ usd }) => {
      taken.push(1);
      return { from: usd };
    },
    2: stored => {
      taken.push(2);
      return second(stored);
    }
  }
});
const open = (second?: FileFormat['migrations'][number]) =>
  createJsonFile({ file, schema, format: format(second), isVital: true });
const names = () => readdirSync(folder).sort();
const text = (name: string) => readFileSync(join(folder, name), 'utf8');

describe('a file of an old format', () => {
  it('is migrated step by step when read, and stays unchanged until something is written', async () => {
    writeFileSync(file, OLD);
    expect(await open().read()).toEqual({ content: TODAY, setAsideAs: null });
    expect([taken, names(), text('config.json')]).toEqual([[1, 2], ['config.json'], OLD]);
  });

  it('is copied once before the first write, unchanged and readable by its owner only', async () => {
    writeFileSync(file, OLD, { mode: 0o644 });
    const stored = open();
    await stored.read();
    for (const rules of [['11'], ['12']]) await stored.write({ version: 3, rules });
    const [today, copy, ...rest] = names();
    expect(copy).toMatch(/^config\.v1-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ\.json$/);
    expect([today, text(copy!), rest]).toEqual(['config.json', OLD, []]);
    if (process.platform !== 'win32') expect(statSync(join(folder, copy!)).mode & 0o777).toBe(0o600);
    expect(JSON.parse(text('config.json'))).toEqual({ version: 3, rules: ['12'] });
    const again = open();
    taken = [];
    expect((await again.read()).content).toEqual({ version: 3, rules: ['12'] });
    await again.write(TODAY);
    expect([taken, names()]).toEqual([[], ['config.json', copy]]);
  });

  it('is not replaced when its copy cannot be written', async () => {
    const deep = join(folder, 'deep');
    file = join(deep, 'config.json');
    const stored = open();
    mkdirSync(deep);
    writeFileSync(file, OLD);
    await stored.read();
    // A file in place of the folder: nothing can be written below it.
    renameSync(deep, join(folder, 'moved'));
    writeFileSync(deep, '');
    await expect(stored.write(TODAY)).rejects.toThrow();
    expect(text('moved/config.json')).toBe(OLD);
  });

  it.each([
    [
      'throws',
      () => {
        throw new TypeError('no from');
      }
    ],
    ['gives what is no content', () => ({ rules: 'nonsense' })]
  ] as const)('whose step %s is set aside whole, and not half migrated', async (_, second) => {
    writeFileSync(file, OLD);
    const { content, setAsideAs } = await open(second).read();
    expect([content, readFileSync(setAsideAs!, 'utf8'), names().length]).toEqual([null, OLD, 1]);
  });
});

describe('a file in the current format', () => {
  it('needs no migration, and writing it leaves no copy', async () => {
    writeFileSync(file, JSON.stringify(TODAY));
    const stored = open();
    expect((await stored.read()).content).toEqual(TODAY);
    await stored.write(TODAY);
    expect([taken, names()]).toEqual([[], ['config.json']]);
  });
});

import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { saveFile } from '../../../electron/cli/save-file';

const isPosix = process.platform !== 'win32';
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tokentray-save-'));
  file = join(folder, 'out.csv');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('an exported file', () => {
  it('is written completely, and no other file remains', () => {
    expect(saveFile(file, 'time\n', false)).toBe(null);
    expect(readFileSync(file, 'utf8')).toBe('time\n');
    expect(readdirSync(folder)).toEqual(['out.csv']);
  });

  it.runIf(isPosix)('is readable by its owner only, whoever could read the one before', () => {
    writeFileSync(file, 'old', { mode: 0o644 });
    expect(saveFile(file, 'new', true)).toBe(null);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('replaces another file only when requested', () => {
    writeFileSync(file, 'old');
    expect(saveFile(file, 'new', false)).toMatch(/already exists.*--force/);
    expect(readFileSync(file, 'utf8')).toBe('old');
    expect(saveFile(file, 'new', true)).toBe(null);
    expect(readFileSync(file, 'utf8')).toBe('new');
  });

  it('never replaces anything that is no regular file', () => {
    mkdirSync(file);
    expect(saveFile(file, 'new', true)).toMatch(/is not a file/);
    expect(statSync(file).isDirectory()).toBe(true);
    if (isPosix) expect(saveFile('/dev/null', 'new', true)).toMatch(/is not a file/);
  });

  it.runIf(isPosix)('goes where a link points, and leaves the link', () => {
    const link = join(folder, 'link.csv');
    writeFileSync(file, 'old');
    symlinkSync(file, link);
    expect(saveFile(link, 'new', true)).toBe(null);
    expect(readFileSync(file, 'utf8')).toBe('new');
    expect(readdirSync(folder).sort()).toEqual(['link.csv', 'out.csv']);
  });

  it('whose folder does not exist is reported with its name', () => {
    const nowhere = join(folder, 'none', 'out.csv');
    expect(saveFile(nowhere, 'new', false)).toBe(`"${nowhere}" cannot be written (ENOENT).`);
    expect(existsSync(nowhere)).toBe(false);
  });
});

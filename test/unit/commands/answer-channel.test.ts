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
import { awaitAnswer, writeAnswer, newQuestion } from '../../../electron/commands/answer-channel';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tokentray-answers-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the answer to another process', () => {
  it('is read once, by its name, and leaves no file behind', () => {
    const name = newQuestion();
    expect(writeAnswer(folder, name, { checks: [1] })).toBe(true);
    expect(statSync(join(folder, 'answers')).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, 'answers', `${name}.json`)).mode & 0o777).toBe(0o600);
    expect(awaitAnswer(folder, name, 1000)).toEqual({ checks: [1] });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is waited for no longer than the limit', () => {
    expect(awaitAnswer(folder, newQuestion(), 100)).toBe(null);
  });

  it.each(['', '../../../etc/passwd', 'a'.repeat(31), 'A'.repeat(32), `${'a'.repeat(32)}\n`, 7, null, {}])(
    'is refused to the name %j',
    name => {
      expect(writeAnswer(folder, name, {})).toBe(false);
      expect(readdirSync(folder)).toEqual([]);
    }
  );

  it('replaces no file, and is written through no link', () => {
    const name = newQuestion();
    mkdirSync(join(folder, 'answers'));
    writeFileSync(join(folder, 'answers', `${name}.json`), 'mine');
    expect(writeAnswer(folder, name, {})).toBe(false);
    expect(readFileSync(join(folder, 'answers', `${name}.json`), 'utf8')).toBe('mine');

    const other = join(folder, 'other');
    mkdirSync(join(other, 'precious'), { recursive: true });
    symlinkSync(join(other, 'precious'), join(other, 'answers'));
    expect(writeAnswer(other, name, {})).toBe(false);
    expect(readdirSync(join(other, 'precious'))).toEqual([]);
    expect(existsSync(join(folder, 'answers', `${name}.json`))).toBe(true);
  });
});

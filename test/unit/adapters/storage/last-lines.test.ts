// Tests reading the end of a file of lines in pieces: always complete lines, and no more of them than are needed.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lastLines } from '../../../../electron/adapters/storage/last-lines';

const CHUNK = 128 * 1024;
let folder: string;
const file = () => join(folder, 'lines');
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tokentray-last-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Reads the whole file, in as many pieces as it has. */
const whole = () => lastLines(file(), () => false)?.text;

describe('the last lines', () => {
  it('of a missing file are null, and of an empty file are an empty text', () => {
    expect(lastLines(file(), () => true)).toBeNull();
    writeFileSync(file(), '');
    expect(lastLines(file(), () => true)).toEqual({ header: '', text: '' });
  });

  it.each([
    ['short lines', Array.from({ length: 40_000 }, (_, at) => `line ${at} 币`).join('\n')],
    ['lines longer than a piece', ['a'.repeat(3 * CHUNK), 'b', 'c'.repeat(CHUNK), 'd'].join('\n')],
    ['one line without an end', 'x'.repeat(2 * CHUNK + 1)],
    ['lines that end where a piece ends', `${'a'.repeat(CHUNK - 1)}\n${'b'.repeat(CHUNK - 1)}\n`],
    ['signs that a piece cuts in two', `${'é币'.repeat(CHUNK)}\n${'币'.repeat(CHUNK)}`]
  ])('of %s are the file itself when everything is wanted', (_, text) => {
    writeFileSync(file(), text);
    expect(whole()).toBe(text);
  });

  it('are complete lines, and reading ends with the first piece that is enough', () => {
    const lines = Array.from({ length: 100_000 }, (_, at) => `line ${at}`);
    writeFileSync(file(), `${lines.join('\n')}\n`);
    const pieces: string[] = [];
    const read = lastLines(file(), piece => pieces.push(piece) === 2);
    expect(pieces).toHaveLength(2);
    expect(read?.header).toBe('line 0');
    const got = read!.text.trimEnd().split('\n');
    expect(got).toEqual(lines.slice(-got.length));
    expect(read!.text.length).toBeLessThanOrEqual(2 * CHUNK);
  });

  it('cannot be read from a folder', () => {
    expect(() => lastLines(folder, () => true)).toThrow(/EISDIR/);
  });
});

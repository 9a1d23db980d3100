import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { readJson, setAside, writeJson } from '../../../../electron/adapters/storage/json-file';

const Shape = z.object({ name: z.string(), filler: z.string().default('') });

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tokentray-json-'));
  file = join(folder, 'config.json');
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

describe('a JSON file', () => {
  it('that does not exist is not reported as damaged', async () => {
    expect(await readJson(file, Shape)).toEqual({ content: null, setAsideAs: null });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is read back as it was written, and its missing folders are created', async () => {
    const deep = join(folder, 'a', 'b', 'config.json');
    await writeJson(deep, { name: 'ü', filler: '' });
    expect(await readJson(deep, Shape)).toEqual({ content: { name: 'ü', filler: '' }, setAsideAs: null });
  });

  it.runIf(process.platform !== 'win32')(
    'is readable by its owner only, also one that was open before',
    async () => {
      await writeJson(file, {});
      expect(statSync(file).mode & 0o777).toBe(0o600);
      chmodSync(file, 0o644);
      await writeJson(file, {});
      expect(statSync(file).mode & 0o777).toBe(0o600);
    }
  );

  it.each(['', '{', '{"name":1}', 'null', '{"name":"cut off', '\u0000\u0000\u0000'])(
    'with the content %j is set aside with its date, whole, and reported',
    async text => {
      vi.useFakeTimers({ now: Date.UTC(2026, 10, 22, 9), toFake: ['Date'] });
      writeFileSync(file, text);
      const aside = join(folder, 'config.damaged-2026-11-22T09-00-00Z.json');
      expect(await readJson(file, Shape)).toEqual({ content: null, setAsideAs: aside });
      expect(readFileSync(aside, 'utf8')).toBe(text);
      expect(readdirSync(folder)).toHaveLength(1);
    }
  );

  it('that is set aside twice in one second is kept both times', async () => {
    vi.useFakeTimers({ now: Date.UTC(2026, 10, 22, 9), toFake: ['Date'] });
    for (const text of ['first', 'second']) {
      writeFileSync(file, text);
      await setAside(file);
    }
    const texts = readdirSync(folder).map(name => readFileSync(join(folder, name), 'utf8'));
    expect(texts.sort()).toEqual(['first', 'second']);
  });

  it('is never seen partly written by another reader', async () => {
    const content = (name: number) => ({ name: String(name), filler: 'x'.repeat(300_000) });
    await writeJson(file, content(0));
    let isWriting = true;
    const lengths = new Set<number>();
    const reading = (async () => {
      while (isWriting)
        lengths.add((JSON.parse(await readFile(file, 'utf8')) as { filler: string }).filler.length);
    })();
    for (let round = 1; round <= 30; round++) await writeJson(file, content(round));
    isWriting = false;
    await reading;
    expect([...lengths]).toEqual([300_000]);
    expect(readdirSync(folder)).toEqual(['config.json']);
  });

  it('that cannot be written stays whole in its old form, and the write fails', async () => {
    await writeJson(file, { name: 'old' });
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    await expect(writeJson(file, circle)).rejects.toThrow();
    expect((await readJson(file, Shape)).content?.name).toBe('old');
    await expect(writeJson(join(file, 'below-a-file.json'), {})).rejects.toThrow();
  });
});

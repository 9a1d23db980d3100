import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFile, readText, readTextSync } from '../../../../electron/adapters/storage/regular-file';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tokentray-regular-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const codeOf = async (work: () => unknown): Promise<string | undefined> => {
  try {
    await work();
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code;
  }
};

async function withPlace(kind: string, use: (path: string) => Promise<void>): Promise<void> {
  const path = join(folder, 'place');
  if (kind === 'socket') {
    const server = createServer();
    await new Promise<void>(done => server.listen(path, done));
    await use(path);
    await new Promise(done => server.close(done));
    return;
  }
  if (kind === 'folder') mkdirSync(path);
  if (kind === 'pipe') spawnSync('mkfifo', [path]);
  if (kind === 'device') symlinkSync('/dev/zero', path);
  await use(path);
}

describe.runIf(process.platform === 'linux')('a file of a profile', () => {
  it.each([
    ['folder', 'EISDIR'],
    ['pipe', 'ENOTFILE'],
    ['device', 'ENOTFILE'],
    ['socket', 'ENOTFILE']
  ])('is refused at once when a %s is in its place', async (kind, code) => {
    await withPlace(kind, async path => {
      expect(await codeOf(() => readText(path))).toBe(code);
      expect(await codeOf(() => readTextSync(path))).toBe(code);
      expect(await codeOf(() => openFile(path, 'append'))).toBe(code);
    });
  });

  it('is read through a link', async () => {
    writeFileSync(join(folder, 'real'), 'text');
    symlinkSync('real', join(folder, 'link'));
    expect(await readText(join(folder, 'link'))).toBe('text');
  });
});

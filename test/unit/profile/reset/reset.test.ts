// Tests that a reset removes everything of a profile and nothing else: on real files, with a keychain that may refuse.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reset, keyIdsIn } from '../../../../electron/profile/reset/reset';
import { Failure } from '../../../../shared/domain/failure';

/** A process ID above the highest one that a kernel assigns. */
const NO_PROCESS = 2 ** 22 + 1;
let folder: string;
let forgotten: string[];
let failing: Failure | null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tokentray-reset-'));
  forgotten = [];
  failing = null;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const key = (id: string, rest = {}) => ({
  id,
  name: id,
  host: 'https://www.okx.com',
  keptIn: 'keychain',
  ...rest
});
const config = (...keys: unknown[]) => JSON.stringify({ version: 1, keys, wallets: [], choices: {} });

function put(files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}
const run = () =>
  reset({
    folder,
    keychain: {
      forget: id => {
        if (failing && id !== 'first') return Promise.reject(failing);
        forgotten.push(id);
        return Promise.resolve();
      }
    },
    endAutostart: () => Promise.resolve()
  });
const remainingFiles = () => readdirSync(folder, { recursive: true }).map(String).sort();

const OURS = {
  'config.json': config(key('first'), key('second')),
  'config.json.room': '',
  'config.json.tmp-1234': '',
  'config.damaged-2026-11-22T09-00-00Z.json': '{',
  'config.before-import-2026-11-22T09-00-00Z.json': config(key('third')),
  'config.v0-2026-11-22T09-00-00Z-2.json': '{}',
  'snapshot.json': '{}',
  'snapshot.unread-2026-11-22T09-00-00Z.json': '{}',
  'chains.json': '{}',
  'prices-v5-account.json': '{}',
  'prices-v6-address.json.tmp-1': '',
  'prices-v6-address.damaged-2026-11-22T09-00-00Z.json': '{',
  'activity.jsonl': '',
  'activity.jsonl.next': '',
  'updates.json': '{}',
  'history/polls.jsonl': '',
  'history/five-minutes.jsonl': '',
  'history/days.damaged-2026-11-22T09-00-00Z.jsonl': '',
  'ready/answers': '',
  'ready/answers.next': '',
  'logs/tokentray.log': '',
  'logs/tokentray.2.log': '',
  'demo/config.json': config(key('demo')),
  'demo/history/polls.jsonl': ''
};

describe('a reset', () => {
  it('removes every file of the app, with copies and temporary files', async () => {
    put(OURS);
    expect(await run()).toEqual({ remaining: [], keys: 3 });
    expect(remainingFiles()).toEqual([]);
  });

  it('keeps files of others, and every other profile', async () => {
    const others = {
      'config.backup.json': '1',
      'config.json.txt': '1',
      'history/mine.csv': '1',
      'logs/other.log': '1',
      'notes.json': '1',
      'profiles/work/config.json': config(key('other')),
      'profiles/work/history/polls.jsonl': '1'
    };
    put({ ...OURS, ...others });
    await run();
    expect(remainingFiles().filter(name => name in others)).toEqual(Object.keys(others).sort());
    expect(remainingFiles().filter(name => name in OURS)).toEqual([]);
    expect(forgotten).not.toContain('other');
  });

  it('removes a link, but not its target', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'tokentray-outside-'));
    writeFileSync(join(outside, 'mine.json'), config(key('first')));
    symlinkSync(join(outside, 'mine.json'), join(folder, 'config.json'));
    await run();
    expect(existsSync(join(outside, 'mine.json'))).toBe(true);
    expect(remainingFiles()).toEqual([]);
    rmSync(outside, { recursive: true });
  });

  it('forgets the keys of the settings and of all their copies, each once', async () => {
    put(OURS);
    await run();
    expect(forgotten.sort()).toEqual(['first', 'second', 'third']);
  });

  it('finds the keys in a file that was cut off', () => {
    put({
      'config.damaged-2026-11-22T09-00-00Z.json': JSON.stringify(
        JSON.parse(config(key('first'), key('second'))),
        null,
        '\t'
      ).slice(0, -30)
    });
    expect(keyIdsIn(folder)).toEqual(['first', 'second']);
  });

  it('calls no keychain for keys that are not stored in it', async () => {
    put({ 'config.json': config(key('a', { keptIn: 'session' }), key('b', { isWaiting: true })) });
    await run();
    expect(forgotten).toEqual([]);
  });

  it('names the entries that the keychain did not remove, and removes the files all the same', async () => {
    put({ ...OURS, 'config.json': config(key('first'), key('second'), key('third')) });
    rmSync(join(folder, 'config.before-import-2026-11-22T09-00-00Z.json'));
    failing = new Failure('keychain-locked');
    const { remaining: said } = await run();
    expect(said).toEqual([expect.stringMatching(/service “Tokentray” with the account second, third\./)]);
    expect(remainingFiles()).toEqual([]);
  });

  it('reports when the start at login stays on', async () => {
    const refused = Object.assign(new Error('no'), { code: 'EACCES' });
    const ports = {
      folder,
      keychain: { forget: () => Promise.resolve() },
      endAutostart: () => Promise.reject(refused)
    };
    expect((await reset(ports)).remaining).toEqual(['The start at login is still on (EACCES).']);
  });

  it('keeps the files of a demo that runs on its own, and says so', async () => {
    put(OURS);
    symlinkSync(`${hostname()}-${process.pid}`, join(folder, 'demo/SingletonLock'));
    const { remaining: said } = await run();
    expect(said).toEqual([expect.stringMatching(/^The demo is running/)]);
    expect(remainingFiles().filter(name => name in OURS)).toEqual([
      'demo/config.json',
      'demo/history/polls.jsonl'
    ]);
  });

  it.each(['a crash', 'another computer'])(
    'removes the demo that only looks as if it ran, after %s',
    async whose => {
      put(OURS);
      const mark = whose === 'a crash' ? `${hostname()}-${NO_PROCESS}` : `other-host-${process.pid}`;
      symlinkSync(mark, join(folder, 'demo/SingletonLock'));
      expect(await run()).toMatchObject({ remaining: [] });
      expect(remainingFiles().filter(name => name in OURS)).toEqual([]);
    }
  );

  it('of a folder that does not exist succeeds', async () => {
    rmSync(folder, { recursive: true });
    expect(await run()).toEqual({ remaining: [], keys: 0 });
    expect(existsSync(folder)).toBe(false);
  });
});

it.runIf(process.platform !== 'win32')(
  'a pipe in the place of the settings names no keys, and nobody waits',
  () => {
    put({ 'config.json': config(key('a')) });
    rmSync(join(folder, 'config.json'));
    spawnSync('mkfifo', [join(folder, 'config.json')]);
    expect(keyIdsIn(folder)).toEqual([]);
  }
);

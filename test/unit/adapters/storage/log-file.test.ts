import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'; // prettier-ignore
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { faultTitle } from '../../../faults/table';
import { openLogFile } from '../../../../electron/adapters/storage/log-file';

type Log = typeof import('../../../../electron/adapters/storage/app-log');

let folder: string;
let log: Log;
let printed: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tokentray-log-'));
  printed = '';
  vi.spyOn(process.stderr, 'write').mockImplementation(text => {
    printed += String(text);
    return true;
  });
  vi.spyOn(console, 'error').mockImplementation((...words) => void (printed += words.join(' ')));
  vi.resetModules();
  log = await import('../../../../electron/adapters/storage/app-log');
});
afterEach(() => rmSync(folder, { recursive: true }));
const written = () => readFileSync(join(folder, 'logs', 'tokentray.log'), 'utf8');
const isPosix = process.platform !== 'win32';

describe('the log file', () => {
  it('begins with the lines logged before it was open, and continues with later ones', async () => {
    log.writeLog('warn', 'before');
    await log.openLog(folder);
    log.writeLog('info', 'after');
    expect(written().split('\n').map(line => line.slice(25))).toEqual(['warn before', 'info after', '']); // prettier-ignore
    expect(written()).toBe(printed);
    expect(log.lastLogLines(1)).toEqual([expect.stringMatching(/info after$/)]);
  });

  it.runIf(isPosix)('is left alone when a pipe is in its place, at which a writer would wait', () => {
    mkdirSync(join(folder, 'logs'));
    const pipe = join(folder, 'logs', 'tokentray.log');
    spawnSync('mkfifo', [pipe]);
    openLogFile(folder).write('a line');
    expect(statSync(pipe).isFIFO()).toBe(true);
  });

  it('contains no secret that was registered, and none that looks like one', async () => {
    await log.openLog(folder);
    log.hideInLog(['my pass phrase', null, 'short']);
    log.writeLog(
      'error',
      'a "my pass phrase" and OK-ACCESS-SIGN: abc',
      'of 0x52908400098527886E0F7030069857D2E4169EE7'
    );
    log.writeLog('error', 'two\nlines\u2028or\u0007more');
    expect(written()).not.toMatch(/my pass|abc|0x5290/);
    expect(written()).toBe(printed);
    expect(written().split('\n')).toHaveLength(3);
  });

  it.runIf(isPosix)('is readable by its owner only, also when it was open to others', async () => {
    await log.openLog(folder);
    log.writeLog('info', 'a');
    chmodSync(join(folder, 'logs', 'tokentray.log'), 0o644);
    log.writeLog('info', 'b');
    expect(statSync(join(folder, 'logs', 'tokentray.log')).mode & 0o777).toBe(0o600);
  });

  it('consists of at most three files of the maximum size, without the oldest lines', () => {
    const file = openLogFile(folder, 1000);
    for (let line = 0; line < 300; line++) file.write(`line ${line} ${'x'.repeat(30)}`);
    const names = readdirSync(join(folder, 'logs')).sort();
    expect(names).toEqual(['tokentray.1.log', 'tokentray.2.log', 'tokentray.log']);
    for (const name of names) expect(statSync(join(folder, 'logs', name)).size).toBeLessThan(1100);
    expect(written()).toContain('line 299');
    expect(existsSync(file.paths[2]!)).toBe(true);
    expect(file.paths.map(path => readFileSync(path, 'utf8')).join('')).not.toContain('line 0 ');
  });

  it('is created again after it was removed with its folder', async () => {
    await log.openLog(folder);
    log.writeLog('info', 'a');
    rmSync(join(folder, 'logs'), { recursive: true });
    log.writeLog('info', 'b');
    expect(written()).toMatch(/info b\n$/);
  });

  it('that cannot be created stops nothing, prints no message, and is created when possible', async () => {
    writeFileSync(join(folder, 'logs'), 'a file where the folder should be');
    await log.openLog(folder);
    log.writeLog('info', 'a');
    expect(printed).toMatch(/^\S+ info a\n$/);
    expect(log.lastLogLines(9)).toEqual([expect.stringMatching(/info a$/)]);
    rmSync(join(folder, 'logs'));
    log.writeLog('info', 'b');
    expect(written()).toMatch(/info b\n$/);
  });

  it.runIf(existsSync('/dev/full'))(faultTitle('log-full'), async () => {
    mkdirSync(join(folder, 'logs'));
    symlinkSync('/dev/full', join(folder, 'logs', 'tokentray.log'));
    await log.openLog(folder);
    log.writeLog('info', 'a');
    expect(printed).toMatch(/^\S+ info a\n$/);
    expect(log.lastLogLines(9)).toEqual([expect.stringMatching(/info a$/)]);
    rmSync(join(folder, 'logs', 'tokentray.log'));
    log.writeLog('info', 'b');
    expect(written()).toMatch(/info b\n$/);
  });
});

describe('an internal error', () => {
  it('gets an ID; the log contains it with its kind, its code and its location, and never its message', async () => {
    await log.openLog(folder);
    const id = log.logInternalError(
      'a round broke off',
      Object.assign(new RangeError('TEST-SECRET'), { code: 'E_ODD' })
    );
    expect(id).toMatch(/^[B-Z]{5}$/);
    expect(written()).toContain(`error a round broke off [bug ${id}]: RangeError E_ODD\n    at `);
    expect(written()).toContain('log-file.test.ts:');
    expect(written()).not.toMatch(/TEST-SECRET|\/test\/unit/);
  });
});

// Tests what makes the launcher of the command line distrust an answer, and by which clock it tells the time.
import { BOOT, isLeftToApp, kernelStat, Launcher, STALE_MS, STARTED, uptimeAt } from '../../fakes/launcher';
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HOUR_MS, NOW } from '../../fakes/holdings';

let launcher: Launcher;
beforeEach(async () => {
  launcher = await Launcher.create();
});
afterEach(() => launcher.remove());

describe('what is not certain is left to the app', () => {
  const total = () => launcher.launch(['total'], NOW + 20_000);
  const file = () => join(launcher.folder, 'ready/answers');
  beforeEach(async () => {
    await launcher.store('fresh');
    await launcher.openApp(NOW + 12_000);
    expect(total()).toEqual({ status: 0, out: '$3,250.00\n' });
  });

  it.each([['config.json'], ['snapshot.json'], ['history/polls.jsonl'], ['history/days.jsonl']])(
    '%s is younger than the answer',
    name => {
      if (!existsSync(join(launcher.folder, name))) writeFileSync(join(launcher.folder, name), '');

      const later = new Date(Date.now() + 1000);
      utimesSync(join(launcher.folder, name), later, later);
      expect(isLeftToApp(total())).toBe(true);
    }
  );

  it('a file of the profile is gone', () => {
    rmSync(join(launcher.folder, 'config.json'));
    expect(isLeftToApp(total())).toBe(true);
  });

  it.each([
    ['another format', (text: string) => text.replace('answers 2 ', 'answers 3 ')],
    ['another version of the app', (text: string) => text.replace('1.2.3', '1.2.4')],
    ['another time zone', (text: string) => text.replace('\n', '\n=Asia/Tokyo').replace('Tokyo=', 'Tokyo')],
    [
      'another file of the zone',
      (text: string) => text.replace(/^\/.*localtime.*$|^\/.*zoneinfo.*$/m, '/dev/null')
    ],
    ['half of it', (text: string) => text.slice(0, text.indexOf('total plain') + 60)],
    ['no end', (text: string) => text.slice(0, text.indexOf('\n.\n'))],
    ['nothing', () => ''],
    ['no numbers', (text: string) => text.replace(/^total plain 0 /m, 'total plain x ')]
  ])('the file has %s', (_, change) => {
    const text = readFileSync(file(), 'utf8');
    writeFileSync(file(), change(text));
    expect(isLeftToApp(total())).toBe(true);
    writeFileSync(file(), text);
    expect(isLeftToApp(total())).toBe(false);
  });

  it('the folder or the file is a link, or not there', () => {
    renameSync(file(), join(launcher.folder, 'real'));
    symlinkSync('../real', file());
    expect(isLeftToApp(total())).toBe(true);
    rmSync(file());
    expect(isLeftToApp(total())).toBe(true);
    renameSync(join(launcher.folder, 'real'), file());
    renameSync(join(launcher.folder, 'ready'), join(launcher.folder, 'elsewhere'));
    symlinkSync('elsewhere', join(launcher.folder, 'ready'));
    expect(isLeftToApp(total())).toBe(true);
  });

  it('the clock cannot be read to the millisecond', () => {
    for (const shown of ['', '1795338012', '1795338012N', '17953380120000'])
      expect(isLeftToApp(launcher.launch(['total'], NOW, { SHOWN: shown }))).toBe(true);
  });

  it.runIf(process.getuid?.() === 0)('the folder belongs to somebody else', async () => {
    const { chownSync } = await import('node:fs');
    chownSync(file(), 65534, 65534);
    expect(isLeftToApp(total())).toBe(true);
    chownSync(file(), 0, 0);
    expect(isLeftToApp(total())).toBe(false);
    chownSync(join(launcher.folder, 'ready'), 65534, 65534);
    expect(isLeftToApp(total())).toBe(true);
  });

  it('no place is known, and a relative one is not used', () => {
    expect(isLeftToApp(launcher.launch(['total'], NOW + 20_000, { XDG_CONFIG_HOME: '' }))).toBe(true);
    expect(isLeftToApp(launcher.launch(['total'], NOW + 20_000, { XDG_CONFIG_HOME: 'x' }))).toBe(true);
  });

  it('an output that cannot be written', () => {
    const script = `"$0" total >/dev/full; echo $?`;
    const { stdout } = spawnSync('sh', ['-c', script, launcher.script], {
      env: launcher.surroundings(String(NOW + 20_000)),
      encoding: 'utf8'
    });
    expect(stdout).toBe(`${STARTED}\n`);
  });
});

it('without a link to the time zone, an answer that is older than its folder is left to the app', async () => {
  await launcher.store('fresh');
  await launcher.openApp(NOW + 12_000);
  const file = join(launcher.folder, 'ready/answers');
  const [version, zone, , ...others] = readFileSync(file, 'utf8').split('\n');
  writeFileSync(file, [version, zone, '', ...others].join('\n'));
  writeFileSync(join(launcher.home, 'proc/uptime'), `${uptimeAt(NOW + 20_000)} 1.00\n`);
  const total = () => launcher.launch(['total'], NOW, { SHOWN_IN: join(launcher.home, 'proc') });
  expect(isLeftToApp(total())).toBe(false);
  const later = new Date(Date.now() + 1000);
  utimesSync(join(launcher.home, 'etc'), later, later);
  expect(isLeftToApp(total())).toBe(true);
});

describe('the clock of the kernel', () => {
  const at = NOW + 20_000;
  const total = () =>
    launcher.launch(['total', '--format', 'json'], at - HOUR_MS, { SHOWN_IN: join(launcher.home, 'proc') });
  const answered = () => launcher.command(['total', '--format', 'json'], at);
  beforeEach(async () => {
    await launcher.store('fresh');
    await launcher.openApp(NOW + 12_000);
    writeFileSync(join(launcher.home, 'proc/uptime'), `${uptimeAt(at)} 1.00\n`);
  });

  it('is read without another process', () => {
    writeFileSync(join(launcher.home, 'bin/date'), '#!/bin/sh\necho started >&2\n', { mode: 0o755 });
    expect(total()).toEqual(answered());
  });

  it.each([
    ['the clock was set since the answer was laid', 'stat', kernelStat(BOOT + 1000)],
    ['the clock was set back', 'stat', kernelStat(BOOT - HOUR_MS)],
    ['no start is known', 'stat', 'cpu 1\n'],
    ['the computer has just started', 'uptime', '0.50 1.00\n'],
    ['the uptime is no number', 'uptime', '1e3 1\n'],
    ['the uptime has another precision', 'uptime', '259200.5 1\n'],
    ['there is no uptime', 'uptime', '']
  ])('is not believed when %s: date is asked', (_, name, text) => {
    writeFileSync(join(launcher.home, 'proc', name), text);
    // By its clock the answer was not laid yet.
    expect(isLeftToApp(total())).toBe(true);
  });

  it('is not there: date is asked, and its milliseconds count', () => {
    for (const moment of [NOW + 11_999, NOW + 12_000, NOW + STALE_MS, NOW + STALE_MS + 1]) {
      const output = launcher.launch(['total', '--format', 'json'], moment);
      const isHeld = moment >= NOW + 12_000;
      expect(isLeftToApp(output)).toBe(!isHeld);
      if (isHeld) expect(output).toEqual(launcher.command(['total', '--format', 'json'], moment));
    }
  });
});

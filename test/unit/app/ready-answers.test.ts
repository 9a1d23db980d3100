// Tests the answers that the app lays ready: when they are written, hidden and removed, and that a read is never half.
import { BOOT, isLeftToApp, Launcher, uptimeAt, VERSION } from '../../fakes/launcher';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'; // prettier-ignore
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAnswerFile } from '../../../electron/adapters/storage/answer-file';
import { answersText } from '../../../electron/core/report/answers';
import { settingsFile } from '../../../electron/profile/stores';
import { DAY_MS, NOW } from '../../fakes/holdings';

let launcher: Launcher;
beforeEach(async () => {
  launcher = await Launcher.create();
});
afterEach(() => launcher.remove());

const READS = process.env['TOKENTRAY_ALL_ANSWERS'] === '1' ? 1000 : 100;
const AMOUNTS = /3,250|3250|3\.25k|1,250|\b950/;

describe('the folder of the answers', () => {
  const ready = () => join(launcher.folder, 'ready/answers');
  const texts = () =>
    readdirSync(join(launcher.folder, 'ready'), { withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(({ name }) => readFileSync(join(launcher.folder, 'ready', name), 'utf8'))
      .join();

  it('is for the owner only', async () => {
    await launcher.store('paused');
    rmSync(join(launcher.folder, 'ready'), { recursive: true });
    await launcher.openApp(NOW + 12_000);
    const modes = [join(launcher.folder, 'ready'), ready()].map(path => statSync(path).mode & 0o777);
    expect(modes).toEqual([0o700, 0o600]);
    expect(readdirSync(join(launcher.folder, 'ready'))).toEqual(['answers']);
  });

  it('has no amount any more when the call that hides returns, nor before a surface shows it', async () => {
    await launcher.store('paused');
    await launcher.openApp(NOW + 12_000);
    expect(texts()).toContain('3,250');
    const seen: string[] = [];
    vi.spyOn(launcher.world.world.surfaces, 'draw').mockImplementation(state => {
      if (state.choices.isHidden) seen.push(texts());
    });
    let isWritten = () => {};
    launcher.disk = new Promise(resolve => (isWritten = resolve));
    const hiding = launcher.engine.choose({ isHidden: true });
    // Another reason to draw, while the settings are on their way to the disk.
    launcher.engine.tick();
    expect(seen.length).toBeGreaterThan(0);
    isWritten();
    await hiding;
    for (const text of [...seen, texts()]) expect(text).not.toMatch(AMOUNTS);
    expect(launcher.launch(['total'], NOW + 20_000)).toEqual(launcher.command(['total'], NOW + 20_000));
    expect(launcher.launch(['total'], NOW + 20_000).out).toBe('•••\n');
  });

  it('is empty as soon as settings are written, whoever writes them', async () => {
    await launcher.store('paused');
    await launcher.openApp(NOW + 12_000);
    await settingsFile(launcher.folder).write(launcher.engine.model.settings);
    expect(texts()).toBe('');
    launcher.engine.tick();
    expect(texts()).toContain('3,250');
  });

  it('keeps no answer that cannot be replaced, nor one that the files of the profile do not have', async () => {
    await launcher.store('paused');
    await launcher.openApp(NOW + 12_000);
    // As a full disk does, a folder in the place of the next file keeps the answer from being written.
    mkdirSync(`${ready()}.next/x`, { recursive: true });
    launcher.isLogExpected = true;
    await launcher.engine.choose({ isHidden: true });
    expect(existsSync(ready())).toBe(false);
    rmSync(`${ready()}.next`, { recursive: true });
    launcher.engine.tick();
    expect(launcher.launch(['total'], NOW + 20_000).out).toBe('•••\n');
    launcher.isDiskFull = true;
    await launcher.engine.choose({ isHidden: false });
    expect(existsSync(ready())).toBe(false);
  });

  it('is not written through a link, and a link is not read', async () => {
    await launcher.store('paused');
    rmSync(join(launcher.folder, 'ready'), { recursive: true });
    mkdirSync(join(launcher.home, 'elsewhere'));
    symlinkSync(join(launcher.home, 'elsewhere'), join(launcher.folder, 'ready'));
    launcher.isLogExpected = true;
    await launcher.openApp(NOW + 12_000);
    expect(readdirSync(join(launcher.home, 'elsewhere'))).toEqual([]);
  });

  it('is not written again while nothing changed, and is younger than the files all the same', async () => {
    await launcher.store('paused');
    await launcher.openApp(NOW + 12_000);
    const { mtimeMs } = statSync(ready());
    launcher.engine.tick();
    expect(statSync(ready()).mtimeMs).toBe(mtimeMs);
    const later = new Date(Date.now() - 5000);
    utimesSync(ready(), later, later);
    expect(isLeftToApp(launcher.launch(['total'], NOW + 20_000))).toBe(true);
    launcher.engine.tick();
    expect(isLeftToApp(launcher.launch(['total'], NOW + 20_000))).toBe(false);
    expect(existsSync(`${ready()}.next`)).toBe(false);
  });
});

it('a read while the app writes gives one whole answer, never a half of two', async () => {
  await launcher.store('paused');
  writeFileSync(join(launcher.home, 'proc/uptime'), `${uptimeAt(NOW + 7000)} 1.00\n`);
  const file = createAnswerFile(launcher.folder, thrown => expect(thrown).toBe(null));
  const zone = process.env['TZ'] ? `=${process.env['TZ']}` : '';
  const header = { version: VERSION, zone, zoneFile: '/etc/localtime', program: '', bootAt: BOOT };
  const facts = { from: NOW, until: NOW + DAY_MS, takenAt: NOW, exitCode: 0 } as const;
  let wave = 0;
  const write = () => {
    wave++;
    const text = `${wave}\\\n`.repeat(1 + (wave % 9));
    const answer = { ...facts, command: 'total', format: 'plain', age: 'seconds' } as const;
    file.write(answersText(header, [{ ...answer, before: text, after: ` of ${wave}` }]));
  };
  write();
  const child = spawn('sh', ['-c', `i=0; while [ $i -lt ${READS} ]; do "$0" total; i=$((i + 1)); done`, launcher.script], { env: { ...launcher.surroundings(''), SHOWN_IN: join(launcher.home, 'proc') } }); // prettier-ignore
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = once(child, 'close').then(() => (wave = -wave));
  while (wave > 0) {
    write();
    await new Promise(resume => setImmediate(resume));
  }
  await ended;
  // A read may find the file gone, at both looks: then it is the app that answers.
  const answers = output
    .replace(/^started: .*\n/gm, '')
    .split(/(?<= of \d+)\n/)
    .slice(0, -1);
  expect(answers.length + (output.match(/^started: /gm)?.length ?? 0)).toBe(READS);
  expect(answers.length).toBeGreaterThan(0.8 * READS);
  const seen = new Set<number>();
  for (const answer of answers) {
    const number = Number(/ of (\d+)$/.exec(answer)?.[1]);
    expect(answer).toBe(`${`${number}\\\n`.repeat(1 + (number % 9))}7 of ${number}`);
    seen.add(number);
  }
  expect(seen.size).toBeGreaterThan(10);
}, 120_000);

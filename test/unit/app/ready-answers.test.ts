// Tests the launcher of the command line against the command itself: the same bytes and status, or it leaves it to the app.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'; // prettier-ignore
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAnswerFile } from '../../../electron/adapters/storage/answer-file';
import { createReadyAnswers } from '../../../electron/app/ready-answers';
import { parseArguments } from '../../../electron/cli/arguments';
import { factsOfCommand, type ReadCommand } from '../../../electron/cli/commands';
import { runReadCommand } from '../../../electron/commands/read';
import { Engine } from '../../../electron/core/engine/engine';
import { answersText } from '../../../electron/core/report/answers';
import { openStores, settingsFile } from '../../../electron/profile/stores';
import { startWorld, type AppWorld } from '../../fakes/app-world';
import { memoryDoubting } from '../../fakes/doubts';
import { answered, DAY_MS, failed, HOUR_MS, MINUTE_MS, NOW, holdingOf, usdc } from '../../fakes/holdings';
import { ETH, writeProfile } from '../../fakes/stored-profile';

const LAUNCHER = resolve('electron/resources/linux/tokentray.sh');
const COMMANDS = ['total', 'chains'] as const;
/** What stands for the app that is started when there is no answer. */
const STARTED = 99;
const STALE_MS = 11 * MINUTE_MS;
/** When this computer started; its clock was not set since. */
const BOOT = NOW - 3 * DAY_MS - 120;

let home: string;
let folder: string;
let app: string;
let printed: string;
let world: AppWorld;
let engine: Engine;
let isDiskFull = false;
/** Settings are written when it resolves. */
let disk = Promise.resolve();
let isLogExpected = false;
vi.mock('node:fs', async load => {
  const fs = await load<typeof import('node:fs')>();
  const writeSync = (descriptor: number, text: Buffer | string) => {
    if (descriptor > 2) return fs.writeSync(descriptor, text as string);
    printed += text.toString();
    return text.length;
  };
  return { ...fs, writeSync };
});
// The real one loads Electron.
vi.mock('electron-store', () => ({
  default: class {
    constructor(readonly options: { cwd: string }) {}
    set store(settings: unknown) {
      writeFileSync(join(this.options.cwd, 'config.json'), JSON.stringify(settings));
    }
  }
}));
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'tokentray-launcher-'));
  folder = join(home, 'x y’$(id)"', 'Tokentray');
  mkdirSync(join(folder, 'ready'), { recursive: true, mode: 0o700 });
  mkdirSync(join(home, 'bin'));
  app = join(home, 'bin/the app');
  writeFileSync(app, `#!/bin/sh\necho "started: $*"\nexit ${STARTED}\n`, { mode: 0o755 });
  writeFileSync(join(home, 'bin/date'), '#!/bin/sh\necho "$SHOWN"\n', { mode: 0o755 });
  mkdirSync(join(home, 'proc'));
  writeFileSync(join(home, 'proc/stat'), kernelStat(BOOT));
  const packed = readFileSync(LAUNCHER, 'utf8')
    .replace(/^app=''$/m, () => `app='${app}'`)
    .replace(/^version=''$/m, "version='1.2.3'")
    .replaceAll('/proc/', '$SHOWN_IN/');
  writeFileSync(join(home, 'bin/tokentray'), packed, { mode: 0o755 });
  world = await startWorld();
});
afterEach(async () => {
  vi.useRealTimers();
  isDiskFull = false;
  disk = Promise.resolve();
  isLogExpected = false;
  await world.close();
  rmSync(home, { recursive: true, force: true });
});

const kernelStat = (boot: number) =>
  `cpu  1 2 3\nintr 9 0 0\nctxt 1\nbtime ${Math.floor(boot / 1000)}\nprocesses 1\n`;

type State = 'fresh' | 'stale' | 'error' | 'hidden' | 'checking' | 'none' | 'paused';
const STATES: readonly State[] = ['fresh', 'stale', 'error', 'hidden', 'checking', 'none', 'paused'];

async function store(state: State): Promise<void> {
  const good = answered([
    ETH,
    usdc(),
    holdingOf({ tokenAddress: '0xe', symbol: 'Á<▁\\n%s`&"', balance: '1' })
  ]);
  if (state === 'none') return await writeProfile(folder, {}, []);
  if (state === 'error') return await writeProfile(folder, {}, [good, failed('key-unknown')]);
  const choices = { isHidden: state === 'hidden', pausedUntil: state === 'paused' ? NOW + DAY_MS : 0 };
  if (state !== 'checking') return await writeProfile(folder, choices, [good]);
  const verification = memoryDoubting(usdc().id, 'missing', { doubt: { since: NOW - 2 * MINUTE_MS } });
  await writeProfile(folder, choices, [good], verification);
}

/** The app reads the files at this moment, and lays its answers ready. */
async function openApp(at: number, program: readonly string[] | null = [app]): Promise<void> {
  world.at = at;
  const stores = openStores(folder);
  const settings: typeof stores.settings = {
    ...stores.settings,
    write: async content => {
      await disk;
      if (isDiskFull) throw new Error('ENOSPC');
      return await stores.settings.write(content);
    }
  };
  const answers = createReadyAnswers({
    folder,
    version: '1.2.3',
    program,
    clock: world.world.clock,
    uptimeMs: () => world.at - BOOT,
    log: thrown => expect(isLogExpected, String(thrown)).toBe(true)
  });
  engine = new Engine({ ...world.world, ...stores, settings, answers });
  await engine.load();
}

interface Output {
  status: number | null;
  out: string;
}

function launch(words: readonly string[], at: number, env: Record<string, string> = {}): Output {
  const { status, stdout, stderr } = spawnSync(join(home, 'bin/tokentray'), words, {
    env: { ...surroundings(String(at)), ...env },
    encoding: 'utf8'
  });
  expect(stderr).toBe('');
  return { status, out: stdout };
}

/** `at`: by the clock of the `date` program; the kernel's is not there. */
const surroundings = (at: string) => ({
  PATH: `${join(home, 'bin')}:${process.env['PATH']}`,
  ...(process.env['TZ'] && { TZ: process.env['TZ'] }),
  XDG_CONFIG_HOME: join(folder, '..'),
  SHOWN: at,
  SHOWN_IN: ''
});

/**
 * Each line of `calls`: a moment by the kernel's clock, a command, a format. All in one shell: starting a process from
 * here is slow.
 */
function launchAll(calls: readonly (readonly [at: number, name: string, format: string])[]): Output[] {
  const script = `while read -r uptime name format; do
    printf '%s 1.00\\n' "$uptime" >"$SHOWN_IN/uptime"
    "$0" "$name" --format "$format" 2>&1; printf '\\001%s\\002' $?
  done`;
  const { stdout } = spawnSync('sh', ['-c', script, join(home, 'bin/tokentray')], {
    env: { ...surroundings(''), SHOWN_IN: join(home, 'proc') },
    input: calls.map(([at, ...call]) => `${[uptimeAt(at), ...call].join(' ')}\n`).join(''),
    encoding: 'utf8',
    maxBuffer: 1e9
  });
  return stdout
    .split('\u0002')
    .slice(0, -1)
    .map(part => part.split('\u0001'))
    .map(([out = '', status]) => ({ status: Number(status), out }));
}

const uptimeAt = (at: number) => ((at - BOOT) / 1000).toFixed(2);

/** What the app itself prints at this moment. */
function command(words: readonly string[], at: number, from = folder): Output {
  vi.useFakeTimers({ now: at, toFake: ['Date'] });
  printed = '';
  const args = parseArguments(words);
  const status = runReadCommand(args.command as ReadCommand, args, from, '1.2.3', [app]);
  vi.useRealTimers();
  return { status, out: printed };
}

const isLeftToApp = ({ status, out }: Output) => status === STARTED && out.startsWith('started: ');

const midnight = (at: number) => new Date(at).setHours(24, 0, 0, 0);
/** Before, at and after each moment at which the words of an age, or the state, change; the kernel counts 10 ms. */
const MOMENTS = [
  ...[12_000, 59_990, 60_000, 119_990, 120_000, STALE_MS, STALE_MS + 10].map(ms => NOW + ms),
  ...[HOUR_MS - 10, HOUR_MS].map(ms => NOW + ms),
  ...[midnight(NOW) - 10, midnight(NOW), NOW + DAY_MS - 10, NOW + DAY_MS],
  ...[NOW + 11_990, NOW - MINUTE_MS]
];
const isEdge = (at: number, openedAt: number) =>
  [openedAt, NOW + STALE_MS, NOW + STALE_MS + 10, NOW + 11_990].includes(at);
/** All moments in all states: TOKENTRAY_ALL_ANSWERS=1; otherwise a part of them beside those where answers begin and end. */
const IS_WHOLE = process.env['TOKENTRAY_ALL_ANSWERS'] === '1';
const READS = IS_WHOLE ? 1000 : 100;
const FORMATS = COMMANDS.flatMap(name =>
  (factsOfCommand(name)?.formats ?? []).map(format => [name, format] as const)
);

describe('the launcher prints what the command prints, in every format, as the clock goes on and back', () => {
  it.each(STATES)(
    '%s',
    async state => {
      await store(state);
      const openedAt = NOW + (state === 'stale' ? 24 * MINUTE_MS : 12_000);
      await openApp(openedAt);
      const left = new Set<string>();
      const calls = FORMATS.flatMap(([name, format]) =>
        [...MOMENTS, openedAt].map(at => [at, name, format] as const)
      ).filter(([at], index) => IS_WHOLE || isEdge(at, openedAt) || index % 5 === STATES.indexOf(state) % 5);
      const outputs = launchAll(calls);
      expect(outputs).toHaveLength(calls.length);
      for (const [index, [at, name, format]] of calls.entries()) {
        const output = outputs[index]!;
        if (isLeftToApp(output)) left.add(`${name} ${format} ${at}`);
        else
          expect(output, `${name} ${format} at ${new Date(at).toISOString()}`).toEqual(
            command([name, '--format', format], at)
          );
      }
      const answeredAt = (at: number) =>
        FORMATS.every(([name, format]) => !left.has(`${name} ${format} ${at}`));
      // Every one is there while it holds, and none before it was laid, nor after it turned stale.
      expect(answeredAt(openedAt)).toBe(state !== 'none');
      if (state === 'fresh' || state === 'hidden')
        for (const [name, format] of FORMATS) {
          expect(left.has(`${name} ${format} ${NOW + STALE_MS}`)).toBe(false);
          expect(left.has(`${name} ${format} ${NOW + STALE_MS + 10}`)).toBe(true);
          expect(left.has(`${name} ${format} ${NOW + 11_990}`)).toBe(true);
        }
    },
    120_000
  );
});

describe('the launcher understands the words that it answers, and leaves all others to the app', () => {
  it.each([
    [['total']],
    [['total', '--format=json']],
    [['--format', 'waybar', 'total']],
    [['chains', '--format', 'polybar']]
  ])('%j is answered', async words => {
    await store('fresh');
    await openApp(NOW + 12_000);
    const output = launch(words, NOW + 20_000);
    expect(isLeftToApp(output)).toBe(false);
    expect(output).toEqual(command(words, NOW + 20_000));
  });

  it.each([
    [[]],
    [['tokens']],
    [['tokentray:open']],
    [['total', 'chains']],
    [['total', '--format']],
    [['total', '--format', 'csv']],
    [['total', '--format', 'plain', '--format', 'json']],
    [['total', '--format=']],
    [['total', '--since', '24h']],
    [['total', '-h']],
    [['total', '--', 'x']],
    [['changes']],
    [['changes', '--since', '24h', '--format', 'waybar']],
    [['history', '--range', '1d']],
    [['total', '--profile', 'OTHER']],
    [['total', '--profile', '../x']],
    [['total', '--user-data-dir', 'x']],
    [['total', '--user-data-dir', '/x/../y', '--profile', 'x']],
    [['total', '--no-sandbox']],
    [['$(touch gone)', '`id`', 'a b', '*']]
  ])('%j is left to the app, word by word', async words => {
    await store('fresh');
    await openApp(NOW + 12_000);
    expect(launch(words, NOW + 20_000)).toEqual({ status: STARTED, out: `started: ${words.join(' ')}\n` });
  });

  it('another profile, another folder and the demo have answers of their own', async () => {
    const plain = folder;
    for (const [words, place] of [
      [['--profile', 'two-x'], join(plain, 'profiles/two-x')],
      [['--demo'], join(plain, 'demo')],
      [['--profile=two-x', '--demo'], join(plain, 'profiles/two-x/demo')],
      [[`--user-data-dir=${join(home, 'o $`\\ther')}`], join(home, 'o $`\\ther')]
    ] as const) {
      folder = place;
      mkdirSync(join(folder, 'ready'), { recursive: true, mode: 0o700 });
      await writeProfile(folder, {}, [answered([holdingOf({ balance: String(words.join().length) })])]);
      await openApp(NOW + 12_000);
      const at = NOW + 20_000;
      const output = launch(['total', ...words], at, { XDG_CONFIG_HOME: join(plain, '..') });
      expect(output).toEqual(command(['total'], at));
      folder = plain;
    }
    expect(isLeftToApp(launch(['total'], NOW + 20_000))).toBe(true);
  });

  it('a menu of xbar is answered for the very app that is started, and not for another one', async () => {
    await store('fresh');
    await openApp(NOW + 12_000, ['/opt/other/tokentray']);
    expect(isLeftToApp(launch(['total', '--format', 'xbar'], NOW + 20_000))).toBe(true);
    expect(isLeftToApp(launch(['total', '--format', 'waybar'], NOW + 20_000))).toBe(false);
  });
});

describe('what is not certain is left to the app', () => {
  const total = () => launch(['total'], NOW + 20_000);
  const file = () => join(folder, 'ready/answers');
  beforeEach(async () => {
    await store('fresh');
    await openApp(NOW + 12_000);
    expect(total()).toEqual({ status: 0, out: '$3,250.00\n' });
  });

  it.each([['config.json'], ['snapshot.json'], ['history/polls.jsonl'], ['history/days.jsonl']])(
    '%s is younger than the answer',
    name => {
      if (!existsSync(join(folder, name))) writeFileSync(join(folder, name), '');

      const later = new Date(Date.now() + 1000);
      utimesSync(join(folder, name), later, later);
      expect(isLeftToApp(total())).toBe(true);
    }
  );

  it('a file of the profile is gone', () => {
    rmSync(join(folder, 'config.json'));
    expect(isLeftToApp(total())).toBe(true);
  });

  it.each([
    ['another format', (text: string) => text.replace('answers 1 ', 'answers 2 ')],
    ['another version of the app', (text: string) => text.replace('1.2.3', '1.2.4')],
    ['another time zone', (text: string) => text.replace('\n', '\n=Asia/Tokyo').replace('Tokyo=', 'Tokyo')],
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
    renameSync(file(), join(folder, 'real'));
    symlinkSync('../real', file());
    expect(isLeftToApp(total())).toBe(true);
    rmSync(file());
    expect(isLeftToApp(total())).toBe(true);
    renameSync(join(folder, 'real'), file());
    renameSync(join(folder, 'ready'), join(folder, 'elsewhere'));
    symlinkSync('elsewhere', join(folder, 'ready'));
    expect(isLeftToApp(total())).toBe(true);
  });

  it('the clock cannot be read to the millisecond', () => {
    for (const shown of ['', '1795338012', '1795338012N', '17953380120000'])
      expect(isLeftToApp(launch(['total'], NOW, { SHOWN: shown }))).toBe(true);
  });

  it.runIf(process.getuid?.() === 0)('the folder belongs to somebody else', async () => {
    const { chownSync } = await import('node:fs');
    chownSync(file(), 65534, 65534);
    expect(isLeftToApp(total())).toBe(true);
    chownSync(file(), 0, 0);
    expect(isLeftToApp(total())).toBe(false);
    chownSync(join(folder, 'ready'), 65534, 65534);
    expect(isLeftToApp(total())).toBe(true);
  });

  it('no place is known, and a relative one is not used', () => {
    expect(isLeftToApp(launch(['total'], NOW + 20_000, { XDG_CONFIG_HOME: '' }))).toBe(true);
    expect(isLeftToApp(launch(['total'], NOW + 20_000, { XDG_CONFIG_HOME: 'x' }))).toBe(true);
  });

  it('an output that cannot be written', () => {
    const script = `"$0" total >/dev/full; echo $?`;
    const { stdout } = spawnSync('sh', ['-c', script, join(home, 'bin/tokentray')], {
      env: surroundings(String(NOW + 20_000)),
      encoding: 'utf8'
    });
    expect(stdout).toBe(`${STARTED}\n`);
  });
});

describe('the clock of the kernel', () => {
  const at = NOW + 20_000;
  const total = () => launch(['total', '--format', 'json'], at - HOUR_MS, { SHOWN_IN: join(home, 'proc') });
  const answered = () => command(['total', '--format', 'json'], at);
  beforeEach(async () => {
    await store('fresh');
    await openApp(NOW + 12_000);
    writeFileSync(join(home, 'proc/uptime'), `${uptimeAt(at)} 1.00\n`);
  });

  it('is read without another process', () => {
    writeFileSync(join(home, 'bin/date'), '#!/bin/sh\necho started >&2\n', { mode: 0o755 });
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
    writeFileSync(join(home, 'proc', name), text);
    // By its clock the answer was not laid yet.
    expect(isLeftToApp(total())).toBe(true);
  });

  it('is not there: date is asked, and its milliseconds count', () => {
    for (const moment of [NOW + 11_999, NOW + 12_000, NOW + STALE_MS, NOW + STALE_MS + 1]) {
      const output = launch(['total', '--format', 'json'], moment);
      const isHeld = moment >= NOW + 12_000 && moment <= NOW + STALE_MS;
      expect(isLeftToApp(output)).toBe(!isHeld);
      if (isHeld) expect(output).toEqual(command(['total', '--format', 'json'], moment));
    }
  });
});

const AMOUNTS = /3,250|3250|3\.25k|1,250|\b950/;

describe('the folder of the answers', () => {
  const ready = () => join(folder, 'ready/answers');
  const texts = () =>
    readdirSync(join(folder, 'ready'), { withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(({ name }) => readFileSync(join(folder, 'ready', name), 'utf8'))
      .join();

  it('is for the owner only', async () => {
    await store('paused');
    rmSync(join(folder, 'ready'), { recursive: true });
    await openApp(NOW + 12_000);
    const modes = [join(folder, 'ready'), ready()].map(path => statSync(path).mode & 0o777);
    expect(modes).toEqual([0o700, 0o600]);
    expect(readdirSync(join(folder, 'ready'))).toEqual(['answers']);
  });

  it('has no amount any more when the call that hides returns, nor before a surface shows it', async () => {
    await store('paused');
    await openApp(NOW + 12_000);
    expect(texts()).toContain('3,250');
    const seen: string[] = [];
    vi.spyOn(world.world.surfaces, 'draw').mockImplementation(state => {
      if (state.choices.isHidden) seen.push(texts());
    });
    let isWritten = () => {};
    disk = new Promise(resolve => (isWritten = resolve));
    const hiding = engine.choose({ isHidden: true });
    // Another reason to draw, while the settings are on their way to the disk.
    engine.tick();
    expect(seen.length).toBeGreaterThan(0);
    isWritten();
    await hiding;
    for (const text of [...seen, texts()]) expect(text).not.toMatch(AMOUNTS);
    expect(launch(['total'], NOW + 20_000)).toEqual(command(['total'], NOW + 20_000));
    expect(launch(['total'], NOW + 20_000).out).toBe('•••\n');
  });

  it('is empty as soon as settings are written, whoever writes them', async () => {
    await store('paused');
    await openApp(NOW + 12_000);
    await settingsFile(folder).write(engine.model.settings);
    expect(texts()).toBe('');
    engine.tick();
    expect(texts()).toContain('3,250');
  });

  it('keeps no answer that cannot be replaced, nor one that the files of the profile do not have', async () => {
    await store('paused');
    await openApp(NOW + 12_000);
    // As a full disk does, a folder in the place of the next file keeps the answer from being written.
    mkdirSync(`${ready()}.next/x`, { recursive: true });
    isLogExpected = true;
    await engine.choose({ isHidden: true });
    expect(existsSync(ready())).toBe(false);
    rmSync(`${ready()}.next`, { recursive: true });
    engine.tick();
    expect(launch(['total'], NOW + 20_000).out).toBe('•••\n');
    isDiskFull = true;
    await engine.choose({ isHidden: false });
    expect(existsSync(ready())).toBe(false);
  });

  it('is not written through a link, and a link is not read', async () => {
    await store('paused');
    rmSync(join(folder, 'ready'), { recursive: true });
    mkdirSync(join(home, 'elsewhere'));
    symlinkSync(join(home, 'elsewhere'), join(folder, 'ready'));
    isLogExpected = true;
    await openApp(NOW + 12_000);
    expect(readdirSync(join(home, 'elsewhere'))).toEqual([]);
  });

  it('is not written again while nothing changed, and is younger than the files all the same', async () => {
    await store('paused');
    await openApp(NOW + 12_000);
    const { mtimeMs } = statSync(ready());
    engine.tick();
    expect(statSync(ready()).mtimeMs).toBe(mtimeMs);
    const later = new Date(Date.now() - 5000);
    utimesSync(ready(), later, later);
    expect(isLeftToApp(launch(['total'], NOW + 20_000))).toBe(true);
    engine.tick();
    expect(isLeftToApp(launch(['total'], NOW + 20_000))).toBe(false);
    expect(existsSync(`${ready()}.next`)).toBe(false);
  });
});

it('a read while the app writes gives one whole answer, never a half of two', async () => {
  await store('paused');
  writeFileSync(join(home, 'proc/uptime'), `${uptimeAt(NOW + 7000)} 1.00\n`);
  const file = createAnswerFile(folder, thrown => expect(thrown).toBe(null));
  const zone = process.env['TZ'] ? `=${process.env['TZ']}` : '';
  const header = { version: '1.2.3', zone, program: '', bootAt: BOOT };
  const facts = { from: NOW, until: NOW + DAY_MS, takenAt: NOW, exitCode: 0 } as const;
  let wave = 0;
  const write = () => {
    wave++;
    const text = `${wave}\\\n`.repeat(1 + (wave % 9));
    const answer = { ...facts, command: 'total', format: 'plain', age: 'seconds' } as const;
    file.write(answersText(header, [{ ...answer, before: text, after: ` of ${wave}` }]));
  };
  write();
  const child = spawn('sh', ['-c', `i=0; while [ $i -lt ${READS} ]; do "$0" total; i=$((i + 1)); done`, join(home, 'bin/tokentray')], { env: { ...surroundings(''), SHOWN_IN: join(home, 'proc') } }); // prettier-ignore
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = once(child, 'close').then(() => (wave = -wave));
  while (wave > 0) {
    write();
    await new Promise(resume => setImmediate(resume));
  }
  await ended;
  const answers = output.split(/(?<= of \d+)\n/).slice(0, -1);
  expect(answers).toHaveLength(READS);
  const seen = new Set<number>();
  for (const answer of answers) {
    const number = Number(/ of (\d+)$/.exec(answer)?.[1]);
    expect(answer).toBe(`${`${number}\\\n`.repeat(1 + (number % 9))}7 of ${number}`);
    seen.add(number);
  }
  expect(seen.size).toBeGreaterThan(10);
}, 120_000);

// Tests the stream of the launcher, round by round: what it prints when, what it never prints, and when it ends.
import { Launcher, STALE_MS, STARTED } from '../../fakes/launcher';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answered, holdingOf, MINUTE_MS, NOW } from '../../fakes/holdings';
import { writeProfile } from '../../fakes/stored-profile';
import { WatchStream, type WatchOptions } from '../../fakes/watch-stream';

const AMOUNTS = /3,250|3250|3\.25k|1,250|\b950/;
const OPENED = NOW + 12_000;
const FORMATS = ['plain', 'jsonl', 'waybar', 'polybar'] as const;
type Format = (typeof FORMATS)[number];
const SHELLS = ['dash', 'bash --posix', 'bash', 'busybox ash'].filter(
  words => spawnSync('sh', ['-c', `command -v ${words.split(' ')[0]}`]).status === 0
);

let launcher: Launcher;
let stream: WatchStream | undefined;
beforeEach(async () => {
  launcher = await Launcher.create();
  writeFileSync(
    launcher.app,
    `#!/bin/sh\necho "$*" >>"${launcher.home}/asked"\ncat "${launcher.home}/answer"\nexit "$(cat "${launcher.home}/status")"\n`
  );
  answersWith('', STARTED);
});
afterEach(async () => {
  await stream?.end();
  stream = undefined;
  await launcher.remove();
});

/** What stands for the app prints this. */
function answersWith(text: string, status = 0): void {
  writeFileSync(join(launcher.home, 'answer'), text);
  writeFileSync(join(launcher.home, 'status'), String(status));
}

const asked = () => {
  const file = join(launcher.home, 'asked');
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];
};

function watch(format: Format, options: Partial<WatchOptions> = {}): WatchStream {
  return (stream = new WatchStream(launcher, ['--format', format], { at: OPENED, ...options }));
}

/** What `total` prints at a moment, in the format of a stream. */
const total = (format: Format, at: number) =>
  launcher.command(['total', '--format', format === 'jsonl' ? 'json' : format], at).out.trimEnd();

async function hold(balance: string): Promise<void> {
  await writeProfile(launcher.folder, {}, [answered([holdingOf({ balance, price: '2000' })])]);
  await launcher.openApp(OPENED);
}

describe.each(FORMATS)('a stream in %s', format => {
  it('has what total prints, a line for each change, and the turn to stale when the app is gone', async () => {
    await launcher.store('fresh');
    await launcher.openApp(OPENED);
    const one = watch(format);
    const expected = [total(format, OPENED)];
    expect(await one.lines()).toEqual(expected);
    await one.go(OPENED + 1000);
    expect(await one.lines()).toEqual(expected);
    await hold('3');
    await one.go(OPENED + 2000);
    expected.push(total(format, OPENED + 2000));
    expect(await one.lines()).toEqual(expected);
    // The app is gone: nobody lays another one.
    await one.go(NOW + STALE_MS);
    const repeated = (await one.lines()).slice(expected.length);
    expected.push(...repeated);
    await one.go(NOW + STALE_MS + 1000);
    expected.push(total(format, NOW + STALE_MS + 1000));
    expect(await one.lines()).toEqual(expected);
    expect(expected.at(-1)).toMatch(/stale|·/);
    expect(asked()).toEqual([]);
  });

  it('says the same again within a minute, or in jsonl that it is alive', async () => {
    await launcher.store('fresh');
    await launcher.openApp(OPENED);
    const one = watch(format);
    const [first = ''] = await one.lines();
    await one.go(OPENED + 1000, 51);
    const later = (await one.lines()).slice(1);
    expect(later.length).toBeGreaterThan(0);
    if (format === 'jsonl') expect(later).toEqual(['{"kind":"alive","schemaVersion":1}']);
    else if (format === 'waybar') expect(later[0]).toBe(total(format, OPENED + 1000));
    else expect(later).toEqual([first]);
  });

  it('has no amount any more when balances were hidden', async () => {
    await launcher.store('paused');
    await launcher.openApp(OPENED);
    const one = watch(format);
    const [first = ''] = await one.lines();
    expect(first).toMatch(AMOUNTS);
    await launcher.engine.choose({ isHidden: true });
    await one.go(OPENED + 1000, 52);
    const later = (await one.lines()).slice(1);
    expect(later[0]).toBe(total(format, OPENED + 1000));
    for (const line of later) expect(line).not.toMatch(AMOUNTS);
  });

  it('says that there is no data as total does, asks the app for it once, and goes on when the app is there', async () => {
    rmSync(launcher.folder, { recursive: true });
    const one = watch(format);
    const [first] = await one.lines();
    expect(first).toBe(noData(format, 'error'));
    mkdirSync(join(launcher.folder, 'ready'), { recursive: true, mode: 0o700 });
    await one.go(OPENED + 1000, 20);
    await one.lines();
    await hold('3');
    await one.go(OPENED + 2000);
    expect((await one.lines()).at(-1)).toBe(total(format, OPENED + 2000));
    expect(asked()).toEqual([`total --format ${format === 'jsonl' ? 'json' : format}`]);
  });

  it('prints a line without data as the command does', async () => {
    await launcher.store('none');
    expect(noData(format, 'none')).toBe(total(format, NOW));
    expect(total(format, NOW)).not.toBe('');
  });
});

/** The line of the script for it. */
function noData(format: Format, state: 'none' | 'error'): string {
  const script = `${readFileSync(launcher.script, 'utf8').split(/^if read_words/m)[0]}\nstream=$1\nno_total $2\nprintf '%s' "$text"`;
  return spawnSync('sh', ['-c', script, 'x', format, state], { encoding: 'utf8' }).stdout;
}

describe('words of an age', () => {
  it('follow every 15 s while they change, and a stale line each minute', async () => {
    await launcher.store('fresh');
    await launcher.openApp(OPENED);
    const one = watch('waybar');
    await one.lines();
    await one.go(OPENED + 10_000, 14);
    expect(await one.lines()).toHaveLength(1);
    await one.go(OPENED + 16_000);
    expect((await one.lines()).slice(1)).toEqual([total('waybar', OPENED + 16_000)]);
    await one.go(NOW + STALE_MS + 1000, 1);
    await one.lines();
    await one.go(NOW + STALE_MS + MINUTE_MS + 1000, 16);
    expect((await one.lines()).at(-1)).toBe(total('waybar', NOW + STALE_MS + MINUTE_MS + 1000));
  });
});

describe('what is not laid ready for a moment, or for longer', () => {
  const file = () => join(launcher.folder, 'ready/answers');
  beforeEach(async () => {
    await launcher.store('fresh');
    await launcher.openApp(OPENED);
  });

  it('a round without an answer prints nothing', async () => {
    const one = watch('plain');
    await one.lines();
    renameSync(file(), join(launcher.home, 'kept'));
    await one.go(OPENED + 1000);
    await one.lines();
    renameSync(join(launcher.home, 'kept'), file());
    await one.go(OPENED + 2000);
    expect(await one.lines()).toEqual(['$3,250.00']);
    expect(asked()).toEqual([]);
  });

  it('then the app is asked, and again after ten minutes at most', async () => {
    const script = readFileSync(launcher.script, 'utf8');
    expect(script).toContain(' ASK_AFTER=600 ');
    writeFileSync(launcher.script, script.replace(' ASK_AFTER=600 ', ' ASK_AFTER=70 '));
    const one = watch('plain');
    await one.lines();
    rmSync(file());
    answersWith('$1.00  (stale, 3 h old)\n', 3);
    await one.go(OPENED + 1000, 2);
    expect(await one.lines()).toEqual(['$3,250.00', '$1.00  (stale, 3 h old)']);
    answersWith('$2.00\n');
    await one.go(OPENED + 2000, 65);
    expect(new Set(await one.lines())).toEqual(new Set(['$3,250.00', '$1.00  (stale, 3 h old)']));
    expect(asked()).toHaveLength(1);
    await one.go(OPENED + 3000, 8);
    expect((await one.lines()).at(-1)).toBe('$2.00');
    expect(asked()).toHaveLength(2);
  });

  it('what the app said is not repeated once the settings are others', async () => {
    const one = watch('plain');
    await one.lines();
    rmSync(file());
    answersWith('$1.00\n');
    await one.go(OPENED + 1000, 2);
    await one.lines();
    answersWith('•••\n');
    const settings = join(launcher.folder, 'config.json');
    writeFileSync(`${settings}.next`, readFileSync(settings));
    renameSync(`${settings}.next`, settings);
    await one.go(OPENED + 2000, 2);
    expect(await one.lines()).toEqual(['$3,250.00', '$1.00', 'No data yet']);
    await one.go(OPENED + 3000, 60);
    const later = (await one.lines()).slice(3);
    expect(later).not.toContain('$1.00');
    expect(later.at(-1)).toBe('•••');
  });

  it('a script that was replaced is started again with the same words', async () => {
    const one = watch('plain');
    await one.lines();
    rmSync(file());
    writeFileSync(`${launcher.script}.next`, '#!/bin/sh\necho "next: $*"\n', { mode: 0o755 });
    renameSync(`${launcher.script}.next`, launcher.script);
    await one.go(OPENED + 1000, 2);
    await stream?.ended;
    expect(readFileSync(join(launcher.home, 'stream'), 'utf8')).toBe(
      '$3,250.00\nnext: watch --format plain\n'
    );
  });
});

describe('a stream ends with its reader', () => {
  it.each([
    ['at a signal', ''],
    ['where signals of closed pipes are ignored', "trap '' PIPE; "]
  ])('%s', async (_, trap) => {
    await launcher.store('fresh');
    await launcher.openApp(OPENED);
    const shell = ['sh', '-c', `${trap}exec "$0" "$@"`];
    const one = watch('plain', { shell, output: 'pipe' });
    await new Promise(done => one.child.stdout?.once('data', done));
    one.child.stdout?.destroy();
    for (let round = 0; round < 60 && !one.hasEnded; round++) await one.go(OPENED + 1000);
    expect(await one.ended).toBe(0);
  });
});

describe('the words of a stream', () => {
  it.each([
    [['watch', '--format', 'xbar']],
    [['watch', '--format', 'json']],
    [['watch', '--since', '1d']],
    [['watch', 'x']],
    [['watch', '--help']]
  ])('%j is left to the app, which says what is wrong', words => {
    expect(launcher.launch(words, OPENED).status).toBe(STARTED);
    expect(asked()).toEqual([words.join(' ')]);
  });

  it('a name of a profile in capitals and a relative folder are understood as the app does', async () => {
    const home = launcher.folder;
    for (const [words, place, env] of [
      [['--profile', 'TWO'], join(home, 'profiles/two'), {}],
      [['--user-data-dir', 'own'], join(launcher.home, 'own'), { INIT_CWD: launcher.home }],
      [
        ['--user-data-dir=x/../other', '--demo'],
        join(launcher.home, 'other/demo'),
        { INIT_CWD: launcher.home }
      ]
    ] as const) {
      launcher.folder = place;
      mkdirSync(join(place, 'ready'), { recursive: true, mode: 0o700 });
      mkdirSync(join(launcher.home, 'x'), { recursive: true });
      await hold(String(words.join().length));
      launcher.folder = home;
      stream = new WatchStream(launcher, words, { at: OPENED, env });
      launcher.folder = place;
      expect(await stream.lines()).toEqual([total('plain', OPENED)]);
      await stream.end();
      stream = undefined;
      launcher.folder = home;
    }
  });

  it('what the app refuses ends it with the same status', async () => {
    answersWith('', 2);
    const one = watch('plain');
    expect(await one.ended).toBe(2);
  });
});

it.each(SHELLS)('%s runs it', async words => {
  await launcher.store('fresh');
  await launcher.openApp(OPENED);
  const one = watch('jsonl', { shell: words.split(' ') });
  const expected = [total('jsonl', OPENED)];
  expect(await one.lines()).toEqual(expected);
  await hold('3');
  await one.go(OPENED + 1000);
  expected.push(total('jsonl', OPENED + 1000));
  expect(await one.lines()).toEqual(expected);
  rmSync(join(launcher.folder, 'ready/answers'));
  answersWith('{"state":"none"}\n', 4);
  await one.go(OPENED + 2000, 3);
  expect(await one.lines()).toEqual([...expected, '{"state":"none"}']);
});

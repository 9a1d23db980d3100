// Tests the launcher of the command line against the command itself: the same bytes and status, or it leaves it to the app.
import { Launcher, STALE_MS, STARTED, STATES, isLeftToApp } from '../../fakes/launcher';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { factsOfCommand } from '../../../electron/cli/commands';
import { answered, DAY_MS, holdingOf, HOUR_MS, MINUTE_MS, NOW } from '../../fakes/holdings';
import { writeProfile } from '../../fakes/stored-profile';

let launcher: Launcher;
beforeEach(async () => {
  launcher = await Launcher.create();
});
afterEach(() => launcher.remove());

const COMMANDS = ['total', 'chains'] as const;
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

const FORMATS = COMMANDS.flatMap(name =>
  (factsOfCommand(name)?.formats ?? []).map(format => [name, format] as const)
);

describe('the launcher prints what the command prints, in every format, as the clock goes on and back', () => {
  it.each(STATES)(
    '%s',
    async state => {
      await launcher.store(state);
      const openedAt = NOW + (state === 'stale' ? 24 * MINUTE_MS : 12_000);
      await launcher.openApp(openedAt);
      const left = new Set<string>();
      const calls = FORMATS.flatMap(([name, format]) =>
        [...MOMENTS, openedAt].map(at => [at, name, format] as const)
      ).filter(([at], index) => IS_WHOLE || isEdge(at, openedAt) || index % 5 === STATES.indexOf(state) % 5);
      const outputs = launcher.launchAll(calls);
      expect(outputs).toHaveLength(calls.length);
      for (const [index, [at, name, format]] of calls.entries()) {
        const output = outputs[index]!;
        if (isLeftToApp(output)) left.add(`${name} ${format} ${at}`);
        else
          expect(output, `${name} ${format} at ${new Date(at).toISOString()}`).toEqual(
            launcher.command([name, '--format', format], at)
          );
      }
      const answeredAt = (at: number) =>
        FORMATS.every(([name, format]) => !left.has(`${name} ${format} ${at}`));
      // Every one is there while it holds, and none before it was laid.
      expect(answeredAt(openedAt)).toBe(state !== 'none');
      if (state === 'fresh' || state === 'hidden')
        for (const [name, format] of FORMATS) {
          expect(left.has(`${name} ${format} ${NOW + STALE_MS}`)).toBe(false);
          // What will be once it is stale is there as well, of the total and but for its menu.
          const isFollowed = name === 'total' && format !== 'xbar';
          expect(left.has(`${name} ${format} ${NOW + STALE_MS + 10}`)).toBe(!isFollowed);
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
    await launcher.store('fresh');
    await launcher.openApp(NOW + 12_000);
    const output = launcher.launch(words, NOW + 20_000);
    expect(isLeftToApp(output)).toBe(false);
    expect(output).toEqual(launcher.command(words, NOW + 20_000));
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
    await launcher.store('fresh');
    await launcher.openApp(NOW + 12_000);
    expect(launcher.launch(words, NOW + 20_000)).toEqual({
      status: STARTED,
      out: `started: ${words.join(' ')}\n`
    });
  });

  it('another profile, another folder and the demo have answers of their own', async () => {
    const plain = launcher.folder;
    for (const [words, place] of [
      [['--profile', 'two-x'], join(plain, 'profiles/two-x')],
      [['--demo'], join(plain, 'demo')],
      [['--profile=two-x', '--demo'], join(plain, 'profiles/two-x/demo')],
      [[`--user-data-dir=${join(launcher.home, 'o $`\\ther')}`], join(launcher.home, 'o $`\\ther')]
    ] as const) {
      launcher.folder = place;
      mkdirSync(join(launcher.folder, 'ready'), { recursive: true, mode: 0o700 });
      await writeProfile(launcher.folder, {}, [
        answered([holdingOf({ balance: String(words.join().length) })])
      ]);
      await launcher.openApp(NOW + 12_000);
      const at = NOW + 20_000;
      const output = launcher.launch(['total', ...words], at, { XDG_CONFIG_HOME: join(plain, '..') });
      expect(output).toEqual(launcher.command(['total'], at));
      launcher.folder = plain;
    }
    expect(isLeftToApp(launcher.launch(['total'], NOW + 20_000))).toBe(true);
  });

  it('a menu of xbar is answered for the very app that is started, and not for another one', async () => {
    await launcher.store('fresh');
    await launcher.openApp(NOW + 12_000, ['/opt/other/tokentray']);
    expect(isLeftToApp(launcher.launch(['total', '--format', 'xbar'], NOW + 20_000))).toBe(true);
    expect(isLeftToApp(launcher.launch(['total', '--format', 'waybar'], NOW + 20_000))).toBe(false);
  });
});

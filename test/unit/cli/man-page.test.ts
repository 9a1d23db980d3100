import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { COMMAND_LIST } from '../../../electron/cli/commands';
import { manualFiles } from '../../../electron/cli/man-page';
import { OPTION_LIST } from '../../../electron/cli/options';

const RESOURCES = resolve(__dirname, '../../../electron/resources');
const isThere = (program: string, word = '--version') => spawnSync(program, [word]).error === undefined;

describe('the manual page and the completions', () => {
  it.each(Object.keys(manualFiles()))('%s is what `node electron/tools/manual.mjs` makes', name => {
    expect(readFileSync(join(RESOURCES, name), 'utf8')).toBe(manualFiles()[name]);
  });

  it.each(Object.entries(manualFiles()))(
    '%s knows every command and every option of people',
    (name, text) => {
      const plain = name === 'tokentray.1' ? text.replaceAll('\\-', '-') : text;
      for (const command of COMMAND_LIST) expect(plain, name).toMatch(new RegExp(`\\b${command.name}\\b`));
      for (const option of OPTION_LIST.filter(({ isForDevelopers: isForMakers }) => !isForMakers))
        expect(plain, name).toMatch(new RegExp(`(--|-l )${option.name}\\b`));
      expect(plain).not.toContain('pictures');
    }
  );

  it.skipIf(!isThere('groff'))('the page is set without a warning', () => {
    const { status, stderr } = spawnSync('groff', ['-man', '-ww', '-z', join(RESOURCES, 'tokentray.1')]);
    expect(String(stderr)).toBe('');
    expect(status).toBe(0);
  });
});

/**
 * Gives what bash would propose for the last word. Started by a pipe it may take itself for a login from afar, and read the
 * host's settings.
 */
function proposed(...words: string[]): string[] {
  const script = `
    source "${join(RESOURCES, 'completions/tokentray.bash')}"
    COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
    _tokentray
    printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync('bash', ['--norc', '-uc', script, 'bash', 'tokentray', ...words], {
    cwd: RESOURCES
  });
  expect(String(stderr)).toBe('');
  return String(stdout).split('\n').filter(Boolean);
}

describe.skipIf(!isThere('bash'))('bash', () => {
  it.each<[string[], string[]]>([
    [['to'], ['total', 'tokens', 'toggle']],
    [
      ['pause', ''],
      ['1h', 'tomorrow', 'resumed']
    ],
    [
      ['export', 'h'],
      ['history', 'holdings']
    ],
    [['total', '--format', 'w'], ['waybar']],
    [
      ['export', 'history', '--format', ''],
      ['csv', 'json']
    ],
    [['total', '--format', '=', 'x'], ['xbar']],
    [
      ['total', '--format', '='],
      ['plain', 'json', 'waybar', 'polybar', 'xbar']
    ],
    [['changes', '--s'], ['--since']],
    [
      ['changes', '--since', ''],
      ['24h', '7d', '30d', 'poll']
    ],
    [
      ['history', '--range', '1'],
      ['1d', '1w', '1m', '1y']
    ],
    [
      ['settings', ''],
      ['export', 'import']
    ],
    [['settings', 'import', 'tokentray'], ['tokentray.1']],
    [['export', 'history', '--output', 'completions/_'], ['completions/_tokentray']],
    [['reset', '--y'], ['--yes']],
    [['total', '--y'], []],
    [['help', 'doc'], ['doctor']],
    [['--demo', 'chang'], ['changes']],
    [['total', ''], []]
  ])('%j is followed by %j', (words, expected) => {
    expect(proposed(...words).sort()).toEqual(expected.sort());
  });
});

describe('zsh and fish', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tokentray-shells-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  for (const [shell, name] of [
    ['zsh', 'completions/_tokentray'],
    ['fish', 'completions/tokentray.fish']
  ] as const)
    it.skipIf(!isThere(shell))(`${shell} reads its own without a complaint`, () => {
      const file = join(folder, shell);
      writeFileSync(file, manualFiles()[name] ?? '');
      const { status, stderr } = spawnSync(shell, ['-n', file]);
      expect([status, String(stderr)]).toEqual([0, '']);
    });
});

// Asks the real shells what they propose with our completions.
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMAND_LIST } from '../../../electron/cli/commands';

const COMPLETIONS = resolve(__dirname, '../../../electron/resources/completions');
type Shell = 'bash' | 'zsh' | 'fish';
const isThere = (shell: Shell) => spawnSync(shell, ['--version']).error === undefined;

interface Proposal {
  readonly word: string;
  /** What the shell shows behind it; bash shows nothing. */
  readonly summary: string;
}

function run(command: string, given: readonly string[]): string {
  const { stdout, stderr } = spawnSync(command, given, { cwd: COMPLETIONS, encoding: 'utf8' });
  expect(stderr).toBe('');
  return stdout;
}

const END = '-- end --';

/** The output of a script that prints END after each line. */
function parts(output: string): string[] {
  return output.split(`${END}\n`).slice(0, -1);
}

/**
 * Started by a pipe bash may take itself for a login from afar, and read the host's settings. An equals sign is a word
 * of its own.
 */
const BASH = `
  source tokentray.bash
  for line in "$@"; do
    IFS='|' read -ra COMP_WORDS <<< "$line|."
    unset 'COMP_WORDS[-1]'
    COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))
    _tokentray
    printf '%s\\n' "\${COMPREPLY[@]}" '${END}'
  done`;

function askBash(lines: readonly string[][]): Proposal[][] {
  const given = lines.map(words => ['tokentray', ...words].join('|'));
  return parts(run('bash', ['--norc', '-uc', BASH, 'bash', ...given])).map(part =>
    part
      .split('\n')
      .filter(word => word !== '')
      .map(word => ({ word, summary: '' }))
  );
}

/** zsh completes in a terminal alone. It prints the list, and then a mark, because keys are read in their order. */
const ZSH = `
  zmodload zsh/zpty
  zpty -b z "TERM=dumb zsh -f -i"
  zpty -w z "PS1=; PROMPT_EOL_MARK=; unset zle_bracketed_paste; stty cols 200 rows 200; LISTMAX=999"
  zpty -w z "autoload -Uz compinit; fpath=(\${(q)PWD} \\$fpath); compinit -D -u; bindkey '^I' list-choices"
  zpty -w z "finish() { BUFFER=''; zle -I; print FIN''ISHED }; zle -N finish; bindkey '^X' finish; print RE''ADY"
  zpty -r z reply '*READY*'
  for line in "$@"; do
    zpty -w -n z "$line"$'\\t\\x18'
    zpty -r z reply '*FINISHED*'
    print -r -- "$reply"
    print -r -- '${END}'
  done
  zpty -d z`;

function askZsh(lines: readonly string[][]): Proposal[][] {
  const given = lines.map(words => ['tokentray', ...words].join(' '));
  return parts(run('zsh', ['-f', '-c', ZSH, 'zsh', ...given])).map(part => {
    const shown = part
      // eslint-disable-next-line no-control-regex -- codes of a terminal
      .replaceAll(/\u001b\[[?0-9;]*[A-Za-z]/g, '')
      .split(/[\r\n]+/)
      .map(line => line.trim())
      .filter(line => line !== '' && !line.includes('FINISHED') && !/^tokentray( |$)/.test(line));
    return shown.flatMap(line => {
      const [, word, summary = ''] = /^(\S+) +-- (.*)$/.exec(line) ?? [];
      return word ? [{ word, summary }] : line.split(/ +/).map(each => ({ word: each, summary: '' }));
    });
  });
}

const FISH = `source tokentray.fish; for line in $argv; complete -C $line; echo '${END}'; end`;

function askFish(lines: readonly string[][]): Proposal[][] {
  const given = lines.map(words => ['tokentray', ...words].join(' '));
  return parts(run('fish', ['--no-config', '-c', FISH, ...given])).map(part =>
    part
      .split('\n')
      .filter(line => line !== '')
      .map(line => {
        const [word = '', summary = ''] = line.split('\t');
        return { word, summary };
      })
  );
}

const ASK: Record<Shell, (lines: readonly string[][]) => Proposal[][]> = {
  bash: askBash,
  zsh: askZsh,
  fish: askFish
};
const sorted = (proposals: readonly Proposal[] = []) => proposals.map(({ word }) => word).sort();

const ALL = COMMAND_LIST.map(({ name }) => name);
const ANY = ['--profile', '--user-data-dir', '--demo', '--help'];
/** The line up to the cursor, and the words that begin as its last one does. */
const CASES: readonly [line: string[], expected: readonly string[]][] = [
  [[''], ALL],
  [['to'], ['total', 'tokens', 'toggle']],
  [['--demo', 'chang'], ['changes']],
  [
    ['--profile', 'total', 'ex'],
    ['export', 'exclude']
  ],
  [['--'], [...ANY, '--hidden', '--version']],
  [
    ['total', '--'],
    ['--format', '--at', '--group', ...ANY]
  ],
  [['open', '--'], ANY],
  [
    ['setup', '--'],
    ['--profile', '--user-data-dir', '--help']
  ],
  [['reset', '--y'], ['--yes']],
  [['total', '--y'], []],
  [['changes', '--s'], ['--since']],
  [['changes', '--l'], ['--limit']],
  [
    ['history', '--'],
    ['--format', '--range', '--group', '--separator', '--decimal-comma', '--bom', ...ANY]
  ],
  [['total', '--format', 'w'], ['waybar']],
  [
    ['history', '--format', ''],
    ['plain', 'json', 'csv', 'waybar', 'polybar', 'xbar']
  ],
  [
    ['export', 'history', '--format', ''],
    ['csv', 'json']
  ],
  [
    ['changes', '--since', ''],
    ['24h', '7d', '30d', 'poll', 'looked']
  ],
  [
    ['history', '--range', '1'],
    ['1d', '1w', '1m', '1y']
  ],
  [
    ['history', '--separator', ''],
    ['comma', 'semicolon', 'tab']
  ],
  [
    ['pause', ''],
    ['1h', 'tomorrow', 'resumed']
  ],
  [
    ['export', 'h'],
    ['history', 'holdings']
  ],
  [['accept', ''], ['all']],
  [
    ['settings', ''],
    ['export', 'import']
  ],
  [
    ['settings', 'export', ''],
    ['_tokentray', 'tokentray.bash', 'tokentray.fish']
  ],
  [['export', 'history', '--output', 'tokentray.b'], ['tokentray.bash']],
  [['help', 'doc'], ['doctor']]
];

describe.each(['bash', 'zsh', 'fish'] as const)('%s', shell => {
  it.runIf(isThere(shell))('proposes what fits, and nothing else', { timeout: 120_000 }, () => {
    const answers = ASK[shell](CASES.map(([line]) => line));
    expect(answers).toHaveLength(CASES.length);
    CASES.forEach(([line, expected], index) => {
      expect(sorted(answers[index]), line.join(' ')).toEqual([...expected].sort());
    });
  });

  it.skipIf(isThere(shell))('was not asked, because it is not installed here', () => undefined);
});

it.runIf(isThere('bash'))('bash takes an equals sign for a word, and proposes no second subject', () => {
  const cases: [string[], string[]][] = [
    [['total', '--format', '=', 'x'], ['xbar']],
    [
      ['total', '--format', '='],
      ['plain', 'json', 'waybar', 'polybar', 'xbar']
    ],
    [
      ['export', '--format', '=', 'csv', 'h'],
      ['history', 'holdings']
    ],
    [['export', 'history', ''], []],
    [['total', ''], []]
  ];
  const answers = askBash(cases.map(([line]) => line));
  cases.forEach(([line, expected], index) => {
    expect(sorted(answers[index]), line.join(' ')).toEqual([...expected].sort());
  });
});

describe.each(['zsh', 'fish'] as const)('%s', shell => {
  it.runIf(isThere(shell))('shows one sentence behind an option, and its own one behind each value', () => {
    const [formats = [], option] = ASK[shell]([
      ['history', '--format', ''],
      ['history', '--f']
    ]);
    expect(new Set(formats.map(({ summary }) => summary)).size).toBe(6);
    expect(option).toEqual([{ word: '--format', summary: 'output format; see each command' }]);
  });
});

it.runIf(isThere('zsh'))('zsh reads its own without a complaint', () => {
  const { status, stderr } = spawnSync('zsh', ['-n', join(COMPLETIONS, '_tokentray')], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
});

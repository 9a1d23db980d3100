// Tests odd command lines against fixed answers: unknown switches, values that look like options, links, two dashes.
import { describe, expect, it } from 'vitest';
import { parseArguments, type Arguments } from '../../../electron/cli/arguments';

const NO_WORDS = parseArguments([]);

/** The words, and in what their answer differs from that to no words. */
type Row = [readonly string[], Partial<Arguments>];

function expectAnswer(words: readonly string[], different: Partial<Arguments>): void {
  expect(parseArguments(words)).toEqual({ ...NO_WORDS, ...different });
}

describe('an odd command line', () => {
  it.each<Row>([
    [['--no-sandbox', 'total'], { command: 'total' }],
    [
      ['--remote-debugging-port', '9222', 'total'],
      { subject: 'total', mistake: 'There is no command "9222".' }
    ],
    [['--enable-features=A,B', '--disable-gpu', 'chains'], { command: 'chains' }],
    [['-psn_0_1234567'], {}],
    [['-psn-0-1', '--hidden'], { isHidden: true }],
    [['-NSDocumentRevisionsDebugMode'], {}],
    [['--inspect=0', '--remote-debugging-port=0', '--lang=de', '--updated', '--demo'], { isDemo: true }],
    [['--ozone-platform-hint=auto', '--password-store=basic', '--squirrel-firstrun', '-Embedding'], {}],
    [['--processStart', '--type=gpu-process', '--js-flags=--lite', '--v=1', 'chains'], { command: 'chains' }]
  ])('ignores a switch of Chromium or of the system, without the word after it: %j', expectAnswer);

  it.each<[readonly string[], string]>([
    [['total', '--forma', 'json'], 'Unknown option --forma. Did you mean --format?'],
    [['total', '--fromat=json'], 'Unknown option --fromat. Did you mean --format?'],
    [['--formats=json', 'total'], 'Unknown option --formats. Did you mean --format?'],
    [['--Format=json', 'total'], 'Unknown option --Format. Did you mean --format?'],
    [['--Demo', '--HIDDEN'], 'Unknown option --Demo. Did you mean --demo?'],
    [['--demos', '--force-dark-mode', 'total'], 'Unknown option --demos. Did you mean --demo?'],
    [['--hiden'], 'Unknown option --hiden. Did you mean --hidden?'],
    [['-demo'], 'Unknown option -demo. Did you mean --demo?'],
    [['-o', 'a.csv', 'export', 'history'], 'Unknown option -o. Did you mean --output?'],
    [['-v'], 'Unknown option -v. Did you mean --version?'],
    [['-f', 'json', 'total'], 'Unknown option -f. Switches of Chromium go after "--".'],
    [['total', '--colour'], 'Unknown option --colour. Switches of Chromium go after "--".'],
    [['--no-demo'], 'Unknown option --no-demo. Switches of Chromium go after "--".'],
    [['--constructor', '--__proto__=1'], 'Unknown option --constructor. Switches of Chromium go after "--".'],
    [['---demo'], 'Unknown option ---demo. Did you mean --demo?'],
    [['--=demo'], 'Unknown option --. Switches of Chromium go after "--".'],
    [['--tokentray:a'], 'Unknown option --tokentray:a. Switches of Chromium go after "--".'],
    [['--demo=1'], '--demo takes no value.'],
    [['reset', '--yes=no'], '--yes takes no value.'],
    [['--help=total'], '--help takes no value.']
  ])('refuses an unknown option, and names the nearest: %j', (words, mistake) => {
    expect(parseArguments(words).mistake).toBe(mistake);
  });

  it.each<[readonly string[], readonly string[]]>([
    [
      ['--', '--disable-gpu', '--lang=de'],
      ['--disable-gpu', '--lang=de']
    ],
    [['--demo', '--', '--what-is-new', 'word', '-x'], ['--what-is-new']],
    [['--', 'tokentray:a', '--gpu-launcher=evil'], []],
    [['--', '--gpu-launcher=evil', 'tokentray:a'], []],
    [['--', 'quit', '--disable-gpu'], []]
  ])('gives Chromium the switches after two dashes, but none beside a link: %j', (words, switches) => {
    expect(parseArguments(words)).toMatchObject({ chromiumSwitches: switches, mistake: null });
  });

  it.each<Row>([
    [['--demo', '--demo', '--demo'], { isDemo: true }],
    [['-h'], { command: 'help' }],
    [['-h', 'pause'], { command: 'help', subject: 'pause' }],
    [['--version', '--help', 'total'], { command: 'help', subject: 'total' }],
    [
      ['--version', 'nonsense'],
      { command: 'version', subject: 'nonsense', mistake: 'There is no command "nonsense".' }
    ]
  ])('accepts a switch only as a whole word without a value: %j', expectAnswer);

  it.each<Row>([
    [
      ['export', 'history', '--output', '--force'],
      {
        command: 'export',
        subject: 'history',
        format: 'csv',
        output: '--force',
        mistake: '--output needs the name of a file.'
      }
    ],
    [
      ['export', 'history', '--output=--force'],
      {
        command: 'export',
        subject: 'history',
        format: 'csv',
        output: '--force',
        mistake: '--output needs the name of a file.'
      }
    ],
    [
      ['export', 'history', '--output', '--force', '--force'],
      {
        command: 'export',
        subject: 'history',
        format: 'csv',
        output: '--force',
        isForced: true,
        mistake: '--output needs the name of a file.'
      }
    ],
    [
      ['export', 'history', '--output', '-x'],
      { command: 'export', subject: 'history', format: 'csv', output: '-x' }
    ],
    [
      ['export', 'history', '--output', '-h'],
      { command: 'export', subject: 'history', format: 'csv', output: '-h' }
    ],
    [['export', 'history', '--output', '-'], { command: 'export', subject: 'history', format: 'csv' }],
    [
      ['export', 'history', '--output', '-a-b.json', '--force'],
      { command: 'export', subject: 'history', format: 'json', output: '-a-b.json', isForced: true }
    ],
    [
      ['export', 'history', '--output', ''],
      { command: 'export', subject: 'history', format: 'csv', mistake: '--output needs the name of a file.' }
    ],
    [
      ['export', 'history', '--output='],
      { command: 'export', subject: 'history', format: 'csv', mistake: '--output needs the name of a file.' }
    ],
    [
      ['export', 'history', '--output', '--', 'a.csv'],
      { command: 'export', subject: 'history', format: 'csv', mistake: '"a.csv" is not expected here.' }
    ],
    [
      ['export', 'history', '--output=--', 'activity'],
      {
        command: 'export',
        subject: 'history',
        format: 'csv',
        output: '--',
        mistake: '"activity" is not expected here.'
      }
    ],
    [
      ['export', 'history', '--output=a=b=c.json'],
      { command: 'export', subject: 'history', format: 'json', output: 'a=b=c.json' }
    ],
    [
      ['export', 'history', '--output', 'tokentray:x'],
      { command: 'export', subject: 'history', format: 'csv', output: 'tokentray:x' }
    ],
    [
      ['--output=a', 'export', '--output', 'b.json', 'history'],
      { command: 'export', subject: 'history', format: 'json', output: 'b.json' }
    ],
    [
      ['--output', 'b.json', 'export', '--output=', 'history'],
      { command: 'export', subject: 'history', format: 'csv', mistake: '--output needs the name of a file.' }
    ],
    [['total', '--format', 'json', '--format=plain'], { command: 'total' }],
    [
      ['total', '--format', '--format', 'json'],
      { command: 'total', subject: 'json', format: '--format', mistake: '"json" is not expected here.' }
    ],
    [
      ['total', '--format'],
      {
        command: 'total',
        format: '',
        mistake: 'There is no format "" for "total": use plain, json, waybar, polybar or xbar.'
      }
    ],
    [['--format', 'total', 'json'], { format: 'total', mistake: 'There is no command "json".' }],
    [
      ['history', '--range=\n'],
      {
        command: 'history',
        range: '\n',
        mistake: 'There is no range "\n": use 1d, 1w, 1m, 1y, all or looked.'
      }
    ],
    [['--user-data-dir', '-psn-0-1', '--demo'], { userDataDir: '-psn-0-1', isDemo: true }],
    [
      ['--user-data-dir', '--profile', 'a'],
      { userDataDir: '--profile', mistake: 'There is no command "a".' }
    ],
    [['--user-data-dir=C:\\Users\\a b\\', 'total'], { command: 'total', userDataDir: 'C:\\Users\\a b\\' }],
    [
      ['--profile', '--', 'total'],
      {
        command: 'total',
        mistake: '"" is not a valid profile name: use letters, digits, - and _, at most 40.'
      }
    ],
    [['--profile', 'a', '--profile', 'b'], { profile: 'b' }],
    [['--pictures', '--all', '--once'], { isOnce: true, pictures: '--all' }]
  ])(
    'takes the next word as a value whatever it looks like, and of several values the last: %j',
    expectAnswer
  );

  it.each<Row>([
    [[''], { mistake: 'There is no command "".' }],
    [['', 'total'], { subject: 'total', mistake: 'There is no command "".' }],
    [['-'], { mistake: 'There is no command "-".' }],
    [['-', '-'], { subject: '-', mistake: 'There is no command "-".' }],
    [['settings', 'import', '-'], { command: 'settings', subject: 'import', file: '-' }],
    [
      ['settings', 'export', '--', '-'],
      { command: 'settings', subject: 'export', mistake: 'Say which file: settings export FILE.' }
    ],
    [
      ['settings', 'export', '--', 'a.json', 'b.json'],
      { command: 'settings', subject: 'export', file: 'a.json' }
    ]
  ])('keeps a lone dash and an empty word as words: %j', expectAnswer);

  it.each<Row>([
    [['tokentray://wallet/1', 'tokentray://wallet/2'], { link: 'tokentray://wallet/1' }],
    [['--hidden', 'TokenTray:open', '--demo'], { link: 'TokenTray:open', isDemo: true, isHidden: true }],
    [
      ['total', '--', 'tokentray:x'],
      { command: 'total', link: 'tokentray:x', mistake: 'A link cannot be combined with a command.' }
    ],
    [['tokentray:a', '--', 'tokentray:b'], { link: 'tokentray:a' }],
    [
      ['--profile', 'tokentray:a'],
      {
        profile: 'tokentray:a',
        mistake: '"tokentray:a" is not a valid profile name: use letters, digits, - and _, at most 40.'
      }
    ],
    [['xtokentray:a'], { mistake: 'There is no command "xtokentray:a".' }]
  ])('takes the first link, wherever it stands: %j', expectAnswer);

  it.each<Row>([
    [['--'], {}],
    [['--', ''], {}],
    [['--', '--'], {}],
    [['--', '--', 'total'], {}],
    [['--', 'total', 'chains'], { command: 'total' }],
    [['--', '-h'], {}],
    [['--', '--help', 'total'], { chromiumSwitches: ['--help'] }],
    [['total', '--', '--format=json'], { command: 'total', chromiumSwitches: ['--format=json'] }],
    [
      ['--demo', '--', 'tokentray:a b', '--user-data-dir=/x', 'quit'],
      { link: 'tokentray:a b', isDemo: true }
    ],
    [['--demo', '--', 'quit', 'tokentray:a'], { command: 'quit', isDemo: true }]
  ])('ends the options at two dashes, and takes one word after them: %j', expectAnswer);
});

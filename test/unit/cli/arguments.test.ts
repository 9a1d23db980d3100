import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../../electron/cli/arguments';
import {
  COMMAND_LIST,
  EXPORT_KINDS,
  OTHER_COMMANDS,
  MCP_COMMAND,
  READ_COMMANDS
} from '../../../electron/cli/commands';
import { APP_COMMANDS } from '../../../electron/core/tray/app-actions';
import { helpText } from '../../../electron/cli/help';
import { OPTION_LIST, RANGE_VALUES } from '../../../electron/cli/options';
import { EXPORTS, RANGES } from '../../../shared/ipc/history-calls';

describe('the arguments of the command line', () => {
  it('may be empty: then the app starts with its window', () => {
    expect(parseArguments([])).toEqual({
      command: null,
      subject: null,
      file: null,
      format: 'plain',
      since: '24h',
      at: null,
      group: null,
      limit: 50,
      csvStyle: { separator: ',', hasDecimalComma: false },
      hasByteOrderMark: false,
      range: '1d',
      output: null,
      isForced: false,
      hasAddresses: false,
      isConfirmed: false,
      profile: null,
      link: null,
      userDataDir: null,
      isDemo: false,
      isHidden: false,
      isOnce: false,
      pictures: null,
      isAll: false,
      chromiumSwitches: [],
      mistake: null
    });
  });

  it.each([...READ_COMMANDS, MCP_COMMAND, ...APP_COMMANDS, ...OTHER_COMMANDS])(
    'know the command %s',
    command => {
      const more: Record<string, string[]> = {
        export: ['history'],
        settings: ['export', 'a.json'],
        accept: ['x9vk1fdd'],
        exclude: ['all'],
        reset: ['--yes']
      };
      expect(parseArguments([command, ...(more[command] ?? [])])).toMatchObject({ command, mistake: null });
    }
  );

  it.each([['--format', 'json'], ['--format=json']])(
    'accept a value after a blank or an equals sign',
    (...words) => {
      expect(parseArguments(['total', ...words])).toMatchObject({
        command: 'total',
        format: 'json',
        mistake: null
      });
      expect(parseArguments([...words, 'total'])).toMatchObject({
        command: 'total',
        format: 'json',
        mistake: null
      });
    }
  );

  it('accept a folder with blanks, equals signs and a line break unchanged', () => {
    const folder = '/tmp/my wallets=1\n2';
    expect(parseArguments([`--user-data-dir=${folder}`]).userDataDir).toBe(folder);
    expect(parseArguments(['--user-data-dir', folder]).userDataDir).toBe(folder);
    expect(parseArguments(['--user-data-dir=']).userDataDir).toBe(null);
  });

  it('accept the switches in any order', () => {
    const flags = parseArguments(['--once', '--hidden', '--pictures=here', '--demo']);
    expect(flags).toMatchObject({
      isDemo: true,
      isOnce: true,
      isHidden: true,
      pictures: 'here',
      mistake: null
    });
  });

  it('ignore the switches of Chromium and of Node', () => {
    const words = ['--no-sandbox', '--remote-debugging-port=0', '-psn_0_1', '--enable-features=A,B'];
    expect(parseArguments([...words, 'total'])).toMatchObject({ command: 'total', mistake: null });
  });

  it('give help or the version before anything else', () => {
    for (const word of ['--help', '-h']) expect(parseArguments(['total', word]).command).toBe('help');
    expect(parseArguments(['--version']).command).toBe('version');
  });

  it.each<[string[], RegExp]>([
    [['totals'], /no command "totals"\. Did you mean "total"\?/],
    [['total', 'chains'], /"chains" is not expected here/],
    [['total', '--format', 'xml'], /no format "xml" for "total": use plain, json, waybar, polybar or xbar/],
    [['total', '--format', 'csv'], /no format "csv" for "total".*plain, json/],
    [['changes', '--format', 'csv'], /no format "csv" for "changes".*plain, json/],
    [['total', '--format'], /no format ""/],
    [['Total'], /no command "Total"/],
    [['export'], /Say what to export: history, holdings or activity/],
    [['export', 'keys'], /no "keys" to export: use history, holdings or activity/],
    [['export', 'history', 'activity'], /"activity" is not expected here/],
    [['export', 'history', '--format', 'plain'], /no format "plain" for "export": use csv or json/],
    [['changes', '--since', 'yesterday'], /"yesterday" is not valid for --since: use 24h, 7d, 30d, poll/],
    [['changes', '--since'], /"" is not valid/],
    [['total', '--since', '7d'], /--since is for "changes" only/],
    [['--since', '7d'], /--since is for "changes" only/],
    [['history', '--range', '2w'], /no range "2w": use 1d, 1w, 1m, 1y, all or looked/],
    [['changes', '--limit', '0'], /"0" is not valid for --limit: use 1 to 999999/],
    [['changes', '--limit', '1e3'], /"1e3" is not valid for --limit/],
    [['changes', '--limit'], /"" is not valid for --limit/],
    [['history', '--limit', '5'], /--limit is for "changes" only/],
    [['history', '--bom'], /--bom is for --format csv only/],
    [['history', '--format', 'json', '--separator', 'tab'], /--separator is for --format csv only/],
    [['export', 'history', '--output', 'a.json', '--bom'], /--bom is for --format csv only/],
    [['export', 'history', '--separator', 'dot'], /no separator "dot": use comma, semicolon or tab/],
    [['export', 'history', '--decimal-comma'], /--decimal-comma needs --separator semicolon or tab/],
    [['total', '--separator', 'tab'], /--separator is for "history" or "export" only/],
    [['changes', '--range', '1w'], /--range is for "history" only/],
    [['history', '--output', 'x'], /--output is for "export" only/],
    [['refresh', '--force'], /--force is for "export" or "settings" only/],
    [['export', 'history', '--force'], /--force needs --output/],
    [['export', 'history', '--force', '--output=-'], /--force needs --output/],
    [['export', 'history', '--output'], /--output needs the name of a file/],
    [['export', 'history', '--output', '--force'], /--output needs the name of a file/]
  ])('are refused with the mistake named: %j', (words, mistake) => {
    expect(parseArguments(words).mistake).toMatch(mistake);
  });
});

describe('the arguments of changes, history and export', () => {
  it('accept --since, --range and --output', () => {
    expect(parseArguments(['changes', '--since=2026-11-22'])).toMatchObject({
      since: '2026-11-22',
      mistake: null
    });
    for (const separator of ['semicolon', ';'])
      expect(
        parseArguments(['export', 'history', `--separator=${separator}`, '--decimal-comma', '--bom'])
      ).toMatchObject({
        csvStyle: { separator: ';', hasDecimalComma: true },
        hasByteOrderMark: true,
        mistake: null
      });
    expect(parseArguments(['changes', '--limit', '200'])).toMatchObject({ limit: 200, mistake: null });
    expect(parseArguments(['history', '--range', 'all', '--format=csv'])).toMatchObject({
      range: 'all',
      format: 'csv',
      mistake: null
    });
    expect(parseArguments(['export', 'activity', '--force', '--output', '/tmp/my file'])).toMatchObject({
      command: 'export',
      subject: 'activity',
      output: '/tmp/my file',
      isForced: true,
      mistake: null
    });
  });

  it.each([
    [[], 'csv'],
    [['--output', 'a.JSON'], 'json'],
    [['--output', 'a.csv'], 'csv'],
    [['--output', 'a.json', '--format', 'csv'], 'csv']
  ])('choose the export format by the file name: %j', (words, format) => {
    expect(parseArguments(['export', 'history', ...words])).toMatchObject({ format, mistake: null });
  });

  it('accept a dash for standard output', () => {
    expect(parseArguments(['export', 'history', '--output', '-'])).toMatchObject({
      output: null,
      mistake: null
    });
  });

  it('are those of the window, and help lists them all', () => {
    expect(RANGE_VALUES).toEqual(RANGES);
    expect(EXPORT_KINDS).toEqual(EXPORTS);
    const all = helpText();
    for (const word of [...READ_COMMANDS, MCP_COMMAND, ...APP_COMMANDS, ...OTHER_COMMANDS]) {
      expect(all).toMatch(new RegExp(`^  ${word}\\b`, 'm'));
      expect(helpText(word)).toContain(`tokentray ${word}: `);
    }
    for (const { name, isForDevelopers: isForMakers } of OPTION_LIST)
      expect(all.includes(`--${name} `)).toBe(!isForMakers);
    expect(COMMAND_LIST.map(({ name }) => name).sort()).toEqual(
      [...READ_COMMANDS, MCP_COMMAND, ...APP_COMMANDS, ...OTHER_COMMANDS].sort()
    );
  });

  it('give help whatever other arguments there are', () => {
    expect(parseArguments(['export', '--help'])).toMatchObject({
      command: 'help',
      subject: 'export',
      mistake: null
    });
    expect(parseArguments(['help', 'pause'])).toMatchObject({
      command: 'help',
      subject: 'pause',
      mistake: null
    });
    expect(parseArguments(['help', 'pauses']).mistake).toMatch(/no command "pauses"/);
    expect(parseArguments(['total', '--since', '7d', '-h'])).toMatchObject({
      command: 'help',
      mistake: null
    });
  });
});

describe('the arguments that select the profile', () => {
  it.each(['work', 'Work_2', '_', 'a'.repeat(40)])('accept the name %s', profile => {
    expect(parseArguments(['total', '--profile', profile])).toMatchObject({ profile, mistake: null });
  });

  it.each(['', '../evil', 'a b', 'a/b', '.', '-x', 'a'.repeat(41), 'con', 'LPT1', 'é', 'a\n'])(
    'refuse %j as a name',
    name => {
      expect(parseArguments(['total', `--profile=${name}`]).mistake).toMatch(/is not a valid profile name/);
    }
  );

  it('select one folder only', () => {
    expect(parseArguments(['--profile=a', '--user-data-dir=/b']).mistake).toMatch(/not both/);
  });
});

describe('the arguments of commands that change something', () => {
  it.each<[string[], object]>([
    [['pause'], { subject: null }],
    [['pause', '1h'], { subject: '1h' }],
    [['pause', 'tomorrow'], { subject: 'tomorrow' }],
    [['settings', 'export', 'a b.json'], { subject: 'export', file: 'a b.json' }],
    [['settings', 'import', '-'], { subject: 'import', file: '-' }],
    [['reset', '--yes'], { isConfirmed: true }],
    [['mcp', '--addresses'], { command: 'mcp', hasAddresses: true }],
    [['doctor', '--format=json'], { format: 'json' }]
  ])('%j', (words, meant) => {
    expect(parseArguments(words)).toMatchObject({ command: words[0], ...meant, mistake: null });
  });

  it.each<[string[], RegExp]>([
    [['pause', '2h'], /no "2h" for "pause": use 1h, tomorrow or resumed/],
    [['settings'], /Say what to do with the settings: export or import/],
    [['settings', 'export'], /Say which file/],
    [['settings', 'import', 'a', 'b'], /"b" is not expected here/],
    [['reset'], /add --yes/],
    [['total', '--yes'], /--yes is for "reset" only/],
    [['doctor', '--format=waybar'], /no format "waybar" for "doctor"/]
  ])('are refused with the mistake named: %j', (words, mistake) => {
    expect(parseArguments(words).mistake).toMatch(mistake);
  });
});

describe('a link from the desktop', () => {
  it('is kept unchanged, and is refused together with a command', () => {
    expect(parseArguments(['tokentray://wallet/x?y=1'])).toMatchObject({
      command: null,
      link: 'tokentray://wallet/x?y=1',
      mistake: null
    });
    expect(parseArguments(['TOKENTRAY:open']).link).toBe('TOKENTRAY:open');
    expect(parseArguments(['quit', 'tokentray://open']).mistake).toMatch(/with a command/);
  });

  it('after two dashes adds no option, however many words it consists of', () => {
    const words = ['--profile=a', '--', 'tokentray://x', '--user-data-dir=/evil', '--demo', 'quit'];
    expect(parseArguments(words)).toMatchObject({
      command: null,
      link: 'tokentray://x',
      profile: 'a',
      userDataDir: null,
      isDemo: false,
      mistake: null
    });
    expect(parseArguments(['--', '--demo', 'quit'])).toMatchObject({ command: null, isDemo: false });
  });
});

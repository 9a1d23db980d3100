import { describe, expect, it } from 'vitest';
import { RANGE_WORDS, WHATS } from '../../electron/flag-rules';
import { ACTING } from '../../electron/core/acting';
import { READING, readFlags } from '../../electron/flags';
import { HELP } from '../../electron/help';
import { EXPORTS, RANGES } from '../../shared/record-calls';

describe('the words of the command line', () => {
  it('may be none: then the app starts with its window', () => {
    expect(readFlags([])).toEqual({
      command: null,
      subject: null,
      format: 'plain',
      since: '24h',
      range: '1d',
      output: null,
      isForced: false,
      userDataDir: null,
      isDemo: false,
      isHidden: false,
      isOnce: false,
      pictures: null,
      isAll: false,
      mistake: null
    });
  });

  it.each([...READING, ...ACTING, 'setup'])('know the command %s', command => {
    const words = command === 'export' ? [command, 'history'] : [command];
    expect(readFlags(words)).toMatchObject({ command, mistake: null });
  });

  it.each([['--format', 'json'], ['--format=json']])(
    'take a value after a blank or an equals sign',
    (...words) => {
      expect(readFlags(['total', ...words])).toMatchObject({
        command: 'total',
        format: 'json',
        mistake: null
      });
      expect(readFlags([...words, 'total'])).toMatchObject({
        command: 'total',
        format: 'json',
        mistake: null
      });
    }
  );

  it('take a folder with blanks, equals signs and a line break as it is', () => {
    const folder = '/tmp/my wallets=1\n2';
    expect(readFlags([`--user-data-dir=${folder}`]).userDataDir).toBe(folder);
    expect(readFlags(['--user-data-dir', folder]).userDataDir).toBe(folder);
    expect(readFlags(['--user-data-dir=']).userDataDir).toBe(null);
  });

  it('know the switches, in any order', () => {
    const flags = readFlags(['--once', '--hidden', '--pictures=here', '--demo']);
    expect(flags).toMatchObject({
      isDemo: true,
      isOnce: true,
      isHidden: true,
      pictures: 'here',
      mistake: null
    });
  });

  it('let the switches of Chromium and of node pass by', () => {
    const words = ['--no-sandbox', '--remote-debugging-port=0', '-psn_0_1', '--', '--enable-features=A,B'];
    expect(readFlags([...words, 'total'])).toMatchObject({ command: 'total', mistake: null });
  });

  it('ask for help or the version before anything else', () => {
    for (const word of ['--help', '-h']) expect(readFlags(['total', word]).command).toBe('help');
    expect(readFlags(['--version']).command).toBe('version');
  });

  it.each<[string[], RegExp]>([
    [['totals'], /no command "totals"/],
    [['total', 'chains'], /"chains" is not understood/],
    [['total', '--format', 'xml'], /no format "xml" for "total".*plain or json/],
    [['total', '--format', 'csv'], /no format "csv" for "total".*plain or json/],
    [['changes', '--format', 'csv'], /no format "csv" for "changes".*plain or json/],
    [['total', '--format'], /no format ""/],
    [['Total'], /no command "Total"/],
    [['export'], /Say what to export: history, holdings or activity/],
    [['export', 'keys'], /no "keys" to export: use history, holdings or activity/],
    [['export', 'history', 'activity'], /"activity" is not understood/],
    [['export', 'history', '--format', 'plain'], /no format "plain" for "export": use csv or json/],
    [['changes', '--since', 'yesterday'], /"yesterday" is no time for --since: use 24h, 7d, 30d, poll/],
    [['changes', '--since'], /"" is no time/],
    [['total', '--since', '7d'], /--since is for "changes" only/],
    [['--since', '7d'], /--since is for "changes" only/],
    [['history', '--range', '2w'], /no range "2w": use 1d, 1w, 1m, 1y or all/],
    [['changes', '--range', '1w'], /--range is for "history" only/],
    [['history', '--output', 'x'], /--output is for "export" only/],
    [['refresh', '--force'], /--force is for "export" only/],
    [['export', 'history', '--force'], /--force needs --output/],
    [['export', 'history', '--force', '--output=-'], /--force needs --output/],
    [['export', 'history', '--output'], /--output needs the name of a file/],
    [['export', 'history', '--output', '--force'], /--output needs the name of a file/]
  ])('that make no sense are named: %j', (words, mistake) => {
    expect(readFlags(words).mistake).toMatch(mistake);
  });
});

describe('the words of what was', () => {
  it('say since when, how far back, and where to', () => {
    expect(readFlags(['changes', '--since=2026-11-22'])).toMatchObject({
      since: '2026-11-22',
      mistake: null
    });
    expect(readFlags(['history', '--range', 'all', '--format=csv'])).toMatchObject({
      range: 'all',
      format: 'csv',
      mistake: null
    });
    expect(readFlags(['export', 'activity', '--force', '--output', '/tmp/my file'])).toMatchObject({
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
  ])('make a file for other programs, in the format of its name: %j', (words, format) => {
    expect(readFlags(['export', 'history', ...words])).toMatchObject({ format, mistake: null });
  });

  it('take a dash for standard output', () => {
    expect(readFlags(['export', 'history', '--output', '-'])).toMatchObject({ output: null, mistake: null });
  });

  it('are those of the window, and help knows them all', () => {
    expect(RANGE_WORDS).toEqual(RANGES);
    expect(WHATS).toEqual(EXPORTS);
    for (const word of [...READING, ...ACTING, 'setup']) expect(HELP).toMatch(new RegExp(`\\b${word}\\b`));
    expect(HELP).toContain(RANGE_WORDS.join('|'));
    expect(HELP).toContain(WHATS.join('|'));
    for (const option of ['format', 'since', 'range', 'output', 'force'])
      expect(HELP).toContain(`--${option}`);
  });

  it('ask for help whatever else they say', () => {
    expect(readFlags(['export', '--help'])).toMatchObject({ command: 'help', mistake: null });
    expect(readFlags(['total', '--since', '7d', '-h'])).toMatchObject({ command: 'help', mistake: null });
  });
});

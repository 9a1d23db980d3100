import { describe, expect, it } from 'vitest';
import { ACTING, READING, readFlags } from '../../electron/flags';

describe('the words of the command line', () => {
  it('may be none: then the app starts with its window', () => {
    expect(readFlags([])).toEqual({
      command: null,
      format: 'plain',
      userDataDir: null,
      isDemo: false,
      isHidden: false,
      isOnce: false,
      pictures: null,
      mistake: null
    });
  });

  it.each([...READING, ...ACTING, 'setup'])('know the command %s', command => {
    expect(readFlags([command])).toMatchObject({ command, mistake: null });
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
    [['total', '--format', 'xml'], /no format "xml".*plain or json/],
    [['total', '--format'], /no format ""/],
    [['Total'], /no command "Total"/]
  ])('that make no sense are named: %j', (words, mistake) => {
    expect(readFlags(words).mistake).toMatch(mistake);
  });
});

// The Exec line of a desktop entry: a session starts exactly the given words.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { execLine, parseExecLine } from '../../../../electron/core/system/desktop-entry';

describe('words as an Exec line', () => {
  it.each<[string[], string]>([
    [['/opt/Tokentray/tokentray', '--hidden'], '/opt/Tokentray/tokentray --hidden'],
    [['/home/a b/Tokentray.AppImage'], '"/home/a b/Tokentray.AppImage"'],
    [['/x', 'say "hi"'], String.raw`/x "say \\"hi\\""`],
    [['/x', 'a\\b'], String.raw`/x "a\\\\b"`],
    [['/x', '$HOME'], String.raw`/x "\\$HOME"`],
    [['/x', '`id`'], '/x "\\\\`id\\\\`"'],
    [['/x', '100%', '%u'], '/x 100%% %%u'],
    [['/x', '', "it's"], '/x "" "it\'s"'],
    [['/x', '--user-data-dir=/a b'], '/x "--user-data-dir=/a b"'],
    [['/x', '线\n\t'], String.raw`/x "线\n\t"`]
  ])('%j', (words, line) => {
    expect(execLine(words)).toBe(line);
    expect(parseExecLine(line)).toEqual(words);
  });

  it('begin with a shell if the path of the program has an equals sign, which may not begin an Exec line', () => {
    const line = execLine(['/a=b/x', '--hidden']);
    expect(line).toBe(String.raw`/bin/sh -c "exec \\"\\$0\\" \\"\\$@\\"" /a=b/x --hidden`);
    expect(parseExecLine(line)).toEqual(['/bin/sh', '-c', 'exec "$0" "$@"', '/a=b/x', '--hidden']);
  });

  it('are the same after writing and parsing, in 20,000 cases', () => {
    const sign = fc.constantFrom(
      ...' "\'\\$`%~=&;|<>()#*?\t\n',
      'a',
      'Z',
      '0',
      '线',
      '😀',
      '%u',
      '%%',
      '\\\\'
    );
    const word = fc.array(sign, { maxLength: 8 }).map(signs => signs.join(''));
    const words = fc
      .tuple(fc.constant('/x'), fc.array(word, { maxLength: 4 }))
      .map(([x, more]) => [x, ...more]);
    fc.assert(
      fc.property(words, meant => {
        const line = execLine(meant);
        expect(line).not.toMatch(/[\n\r]/);
        expect(parseExecLine(line)).toEqual(meant);
      }),
      { numRuns: 20_000, seed: 8 }
    );
  });
});

describe('an Exec line as words', () => {
  it('leaves out the field codes, and keeps the other words', () => {
    expect(parseExecLine('tokentray %U --hidden %i')).toEqual(['tokentray', '--hidden']);
  });

  it.each(['', '   ', 'a "b', 'a b"', 'a $HOME', 'a "$HOME"', 'a `id`', "a 'b'", 'a %q', 'a; b', 'a "b"c'])(
    'is null if the line is not valid: %s',
    line => {
      expect(parseExecLine(line)).toBeNull();
    }
  );
});

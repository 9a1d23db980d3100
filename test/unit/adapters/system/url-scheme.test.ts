// The program that opens links of tokentray://, on a registry that compares whole command lines as Windows does.
import { expect, it } from 'vitest';
import { registerUrlScheme, type ProtocolClient } from '../../../../electron/adapters/system/url-scheme';

const PROGRAM = 'C:\\Users\\me\\AppData\\Local\\Programs\\Tokentray\\Tokentray.exe';
/** As the installer writes it. */
const OURS = `"${PROGRAM}" "--" "%1"`;

function registry(before: string) {
  const written: string[] = [];
  let command = before;
  const line = (program = '', words: readonly string[] = []) =>
    [program, ...words, '%1'].map(word => `"${word}"`).join(' ');
  const app: ProtocolClient = {
    isDefaultProtocolClient: (_, program, words) => command === line(program, words),
    setAsDefaultProtocolClient(_, program, words) {
      written.push((command = line(program, words)));
      return true;
    }
  };
  return { app, written };
}

it('what the installer registered is not written again', () => {
  const { app, written } = registry(OURS);
  registerUrlScheme(app, PROGRAM);
  expect(written).toEqual([]);
});

it('the program that was started last is registered for links, and only once', () => {
  const { app, written } = registry('"C:\\Other.exe" "%1"');
  registerUrlScheme(app, PROGRAM);
  registerUrlScheme(app, PROGRAM);
  expect(written).toEqual([OURS]);
});

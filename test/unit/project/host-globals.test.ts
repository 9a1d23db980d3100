// Tests that in a zone without clock, network and host, the compiler does not know the names of their globals.
import { resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const WORLD = ['process', 'console', 'fetch', 'setTimeout', 'Buffer', 'performance', 'crypto', 'document'];

/** Libraries are read once for all programs: reading them takes most of the time. */
const parsed = new Map<string, ts.SourceFile | undefined>();

/** Gives those of `names` that a file in `folder` could use, according to the folder's own tsconfig.json. */
function known(folder: string, names: readonly string[], firstLine = ''): string[] {
  const planted = resolve(folder, 'planted.ts');
  const text = [firstLine, ...names.map(name => `void ${name};`), 'export {};'].join('\n');
  const { config } = ts.readConfigFile(resolve(folder, 'tsconfig.json'), path => ts.sys.readFile(path));
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, resolve(folder));
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (path, ...rest) => {
    if (path === planted) return ts.createSourceFile(path, text, ts.ScriptTarget.ES2024);
    if (!parsed.has(path)) parsed.set(path, read(path, ...rest));
    return parsed.get(path);
  };
  const program = ts.createProgram(
    [planted, ...fileNames.filter(path => path.endsWith('.d.ts'))],
    options,
    host
  );
  const complaints = program.getSemanticDiagnostics(program.getSourceFile(planted));
  const unknown = complaints.map(({ start = 0, length = 0 }) => text.slice(start, start + length));
  return names.filter(name => !unknown.includes(name));
}

describe('the compiler', { timeout: 60_000 }, () => {
  it.each(['shared', 'electron/core', 'electron/addresses'])(
    'knows no global of a host in %s, except the URL that all hosts have',
    folder => {
      expect(known(folder, [...WORLD, 'URL'])).toEqual(['URL']);
    }
  );

  it('gets no global of a host through the one library of shared', () => {
    expect(known('shared', WORLD, "import 'zod';")).toEqual([]);
  });

  it('knows the globals of the page and none of Node in the window', () => {
    const names = ['process', 'Buffer', 'setImmediate', 'require', 'document', 'URL'];
    expect(known('renderer', names)).toEqual(['document', 'URL']);
  });
});

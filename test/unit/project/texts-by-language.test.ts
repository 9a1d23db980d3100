// The build of the window takes each language out of the code, and what comes late waits for its texts.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build, type Rolldown } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { textsByLanguage } from '../../../electron.vite.languages';

const LANGUAGE = JSON.stringify(resolve('shared/domain/language.ts'));
const SOURCES = {
  'main.ts': `
    import { TITLES } from './titles-text';
    export const title = () => TITLES.title;
    export const open = () => import('./later');`,
  'titles-text.ts': `
    import { localized } from ${LANGUAGE};
    export interface Titles { readonly title: string }
    const TITLES_EN: Titles = { title: 'English title' };
    export const unused = (): string => 'in no file of texts';
    export const TITLES = localized({ en: TITLES_EN, zh: { title: '中文标题' } });`,
  'later.ts': `
    import { SIGNS } from './signs-text';
    export const sign = (name: string) => SIGNS.sign(name);`,
  'signs-text.ts': `
    import { localized } from ${LANGUAGE};
    import { TITLES } from './titles-text';
    export const SIGNS = localized({
      en: { sign: (name: string): string => \`English sign of \${name}, \${TITLES.title}\` },
      zh: { sign: name => \`\${name} 的中文标志\` }
    });`
};

let folder: string;
let chunks: Rolldown.OutputChunk[];

beforeAll(async () => {
  folder = join(mkdtempSync(join(tmpdir(), 'texts-')), 'renderer');
  mkdirSync(folder);
  for (const [name, text] of Object.entries(SOURCES)) writeFileSync(join(folder, name), text);
  const { output } = (await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    plugins: [textsByLanguage()],
    build: {
      write: false,
      minify: false,
      rolldownOptions: { input: join(folder, 'main.ts'), preserveEntrySignatures: 'strict' }
    }
  })) as Rolldown.RolldownOutput;
  chunks = output.filter(one => one.type === 'chunk');
});

afterAll(() => rmSync(join(folder, '..'), { recursive: true }));

const holding = (text: string) =>
  chunks.filter(({ code }) => code.includes(text)).map(one => one.moduleIds.at(-1));

it('each language of a module is a file of its own, without the other one and without code', () => {
  for (const [text, file] of [
    ['English title', 'titles-text.ts?texts=en'],
    ['中文标题', 'titles-text.ts?texts=zh'],
    ['English sign', 'signs-text.ts?texts=en'],
    ['的中文标志', 'signs-text.ts?texts=zh']
  ] as const)
    expect(holding(text)).toEqual([join(folder, file)]);
  expect(holding('in no file of texts')).toEqual([]);
});

it('what is loaded late comes once its texts are there', () => {
  const entry = chunks.find(({ isEntry }) => isEntry)!;
  expect(entry.code).toMatch(/withTexts\([^;]*later/);
  // Only in text files: of what was there at once, main.ts awaits the texts itself.
  expect(entry.code).not.toMatch(/withTexts\([^;]*titles-text/);
});

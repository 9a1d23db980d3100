// Build plugin: takes the texts of each language out of the window's code into files of their own, of which one is loaded.
import { basename, relative, resolve } from 'node:path';
import type { Plugin } from 'vite';

const RUNTIME = resolve('renderer/state/loaded-texts.ts');
const MARK = '?texts=';

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** One `localized({ en, zh })`, or one `import()`. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The language of a file of texts, by its id; null for any other module. */
export const languageOfModule = (id: string): string | null => id.split(MARK)[1] ?? null;
/** The module that the texts were taken from. */
export const moduleOfTexts = (id: string): string => id.split(MARK)[0] ?? id;

/**
 * A module with `localized({ en, zh })` stays as it is but for the texts, which it asks for by language. As `MODULE?texts=en`
 * it is the English texts alone. Whoever imports a module late waits for its texts as well.
 */
export function textsByLanguage(): Plugin {
  return {
    name: 'texts-by-language',
    apply: 'build',
    enforce: 'post',
    transform(code, id) {
      const isOurs = /\/(renderer|shared)\/[^?]*\.(ts|svelte)$/.test(moduleOfTexts(id));
      if (!isOurs || id === RUNTIME || !/\blocalized\(|\bimport\(/.test(code)) return null;
      const program = this.parse(code) as unknown as Node;
      const chosen = languageOfModule(id);
      const calls = nodesOf(program, isLocalizedCall);
      const edits = calls.map((call, index) => textEdit(code, call, chosen, index));
      const head: string[] = [];
      if (chosen !== null) {
        head.push('export const TEXTS = [];');
        edits.push(...nodesOf(program, ({ type }) => type === 'ExportNamedDeclaration').map(withoutExport));
      } else {
        if (calls.length > 0) head.push(asking(id, languagesOf(calls[0])));
        for (const { start, end } of nodesOf(program, ({ type }) => type === 'ImportExpression'))
          edits.push({ start, end, text: `withTexts(${code.slice(start, end)})` });
        if (edits.length > calls.length) head.push(`import { withTexts } from ${JSON.stringify(RUNTIME)};`);
      }
      return { code: `${head.join('\n')}\n${edited(code, edits)}`, map: null };
    }
  };
}

function asking(id: string, languages: readonly string[]): string {
  const load = languages.map(
    one => `${one}: () => import(${JSON.stringify(`./${basename(id)}${MARK}${one}`)})`
  );
  return [
    `import { textFile as $textFile, textsOf as $textsOf } from ${JSON.stringify(RUNTIME)};`,
    `const $texts = /*#__PURE__*/ $textFile({ ${load.join(', ')} });`
  ].join('\n');
}

function textEdit(code: string, call: Node, chosen: string | null, index: number): Edit {
  const { start, end } = call;
  if (chosen === null) return { start, end, text: `/*#__PURE__*/ $textsOf($texts, ${index})` };
  const value = propertiesOf(call).find(({ key }) => (key as Node).name === chosen)?.value as
    Node | undefined;
  if (!value) throw new Error(`Texts without the language ${chosen}: ${code.slice(start, end).slice(0, 80)}`);
  return { start, end, text: `(TEXTS[${index}] = ${code.slice(value.start, value.end)})` };
}

/** What a file of texts does not need of its module is left out, once nobody can import it. */
function withoutExport({ start, end, declaration }: Node): Edit {
  return { start, end: declaration ? (declaration as Node).start : end, text: '' };
}

const isLocalizedCall = ({ type, callee }: Node): boolean =>
  type === 'CallExpression' && (callee as Node).name === 'localized';

const propertiesOf = (call: Node): readonly Node[] =>
  (call.arguments as Node[])[0]?.properties as readonly Node[];

const languagesOf = (call: Node | undefined): string[] =>
  call ? propertiesOf(call).map(({ key }) => String((key as Node).name)) : [];

function nodesOf(node: unknown, fits: (node: Node) => boolean, found: Node[] = []): Node[] {
  if (Array.isArray(node)) for (const part of node) nodesOf(part, fits, found);
  else if (typeof node === 'object' && node !== null) {
    if (typeof (node as Node).type === 'string' && fits(node as Node)) found.push(node as Node);
    for (const part of Object.values(node)) nodesOf(part, fits, found);
  }
  return found;
}

function edited(code: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end), code);
}

/** Name of the file with the texts of a module: those of the first paint are one file a language. */
export function textFileName(id: string, isFirst: boolean): string {
  const module = moduleOfTexts(id);
  const name = isFirst ? 'first' : basename(relative('.', module)).replace(/(-text)?\.ts$/, '');
  return `${name}.${languageOfModule(id)}`;
}

// Which words of the command line go together, and the sentence for those that do not.
import type { EXPORTS, Range } from '../shared/record-calls';
import type { Command, Words } from './flags';
import { parseSince } from './since';

export const WHATS = ['history', 'holdings', 'activity'] as const satisfies typeof EXPORTS;
export const RANGE_WORDS: readonly Range[] = ['1d', '1w', '1m', '1y', 'all'];

/** Formats by command; the others that read know the first two. */
const FORMATS: Partial<Record<Command, readonly string[]>> = {
  history: ['plain', 'json', 'csv'],
  export: ['csv', 'json']
};
const PLAIN_OR_JSON: readonly string[] = ['plain', 'json'];

/** Options of one command alone. */
const OWNER: Readonly<Record<string, Command>> = {
  since: 'changes',
  range: 'history',
  output: 'export',
  force: 'export'
};

/** Null: all understood. The first mistake is enough. */
export function mistakeIn(words: Words, command: Command | null): string | null {
  return mistakeOfWords(words, command) ?? mistakeOfOwner(words, command) ?? mistakeOfValues(words, command);
}

function mistakeOfWords({ bare }: Words, command: Command | null): string | null {
  const [first, ...rest] = bare;
  if (first !== undefined && command === null) return `There is no command "${first}".`;
  if (command !== 'export' || first !== 'export')
    return rest.length > 0 ? `"${rest.join(' ')}" is not understood.` : null;
  const [what, ...more] = rest;
  if (what === undefined) return `Say what to export: ${listed(WHATS)}.`;
  if (!isIn(WHATS, what)) return `There is no "${what}" to export: use ${listed(WHATS)}.`;
  return more.length > 0 ? `"${more.join(' ')}" is not understood.` : null;
}

function mistakeOfOwner({ values, switches }: Words, command: Command | null): string | null {
  const given = [...values.keys(), ...(switches.has('--force') ? ['force'] : [])];
  const stray = given.find(
    name => OWNER[name] !== undefined && OWNER[name] !== command && command !== 'help'
  );
  return stray === undefined ? null : `--${stray} is for "${OWNER[stray]}" only.`;
}

function mistakeOfValues({ values, switches }: Words, command: Command | null): string | null {
  const formats = (command && FORMATS[command]) ?? PLAIN_OR_JSON;
  const format = values.get('format');
  if (format !== undefined && !formats.includes(format))
    return `There is no format "${format}"${command ? ` for "${command}"` : ''}: use ${listed(formats)}.`;
  const since = values.get('since');
  if (since !== undefined && parseSince(since) === null)
    return `"${since}" is no time for --since: use 24h, 7d, 30d, poll, or a date such as 2026-11-22.`;
  const range = values.get('range');
  if (range !== undefined && !isIn(RANGE_WORDS, range))
    return `There is no range "${range}": use ${listed(RANGE_WORDS)}.`;
  const output = values.get('output');
  if (output === '' || output?.startsWith('--')) return '--output needs the name of a file.';
  if (switches.has('--force') && (output === undefined || output === '-')) return '--force needs --output.';
  return null;
}

function isIn(known: readonly string[], word: string): boolean {
  return known.includes(word);
}

/** `a, b or c` */
function listed(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

// Finds the first mistake in the words of a command line, as a sentence.
import { BAR_FORMATS, COMMANDS, defaultFormat, factsOfCommand, type Command } from './commands';
import { nearestWord } from './nearest-word';
import {
  OPTION_LIST,
  parseAt,
  parseLimit,
  parseSeparator,
  LOOKED,
  parseSince,
  RANGE_VALUES,
  SEPARATORS
} from './options';
import { unknownOptionText } from './unknown-options';

/** The words, grouped by their form. */
export interface ClassifiedWords {
  readonly positional: readonly string[];
  readonly values: ReadonlyMap<string, string>;
  readonly switches: ReadonlySet<string>;
  readonly link: string | null;
  /** Options that neither this app nor what it runs on knows, as they were given. */
  readonly unknown: readonly string[];
  readonly chromiumSwitches: readonly string[];
}

/** A folder with such a name can be created on every system, and no system gives a part of it a special meaning. */
const PROFILE_NAME_PATTERN = /^(?!(?:con|prn|aux|nul|com\d|lpt\d)$)[a-z0-9_][a-z0-9_-]{0,39}$/i;

/** Null: the arguments are valid. Only the first mistake is given. */
export function findMistake(words: ClassifiedWords, command: Command | null): string | null {
  const [unknown] = words.unknown;
  if (unknown !== undefined) return unknownOptionText(unknown);
  return (
    mistakeOfCommand(words, command) ??
    mistakeOfLink(words, command) ??
    mistakeOfOptions(words, command) ??
    mistakeOfValues(words, command) ??
    mistakeOfTable(words, command) ??
    mistakeOfProfile(words)
  );
}

function mistakeOfCommand({ positional }: ClassifiedWords, command: Command | null): string | null {
  const [first, ...rest] = positional;
  if (first === undefined) return null;
  const known = factsOfCommand(first);
  if (!known) return noCommand(first);
  // Help and version that were requested by a switch accept any command.
  if (command !== known.name) return null;
  const [subject, ...more] = rest;
  if (known.name === 'help' && subject !== undefined)
    return factsOfCommand(subject) ? mistakeOfExtraWords(more) : noCommand(subject);
  if (known.missingArgument !== undefined)
    return subject === undefined ? known.missingArgument : mistakeOfExtraWords(more);
  if (!known.subjects) return mistakeOfExtraWords(rest);
  const listOfSubjects = joinWithOr(known.subjects);
  if (subject === undefined)
    return known.argumentSyntax?.startsWith('[')
      ? null
      : `Say what to ${known.name === 'export' ? 'export' : `do with the ${known.name}`}: ${listOfSubjects}.`;
  if (!known.subjects.includes(subject))
    return `There is no "${subject}" ${known.name === 'export' ? 'to export' : `for "${known.name}"`}: use ${listOfSubjects}.`;
  if (known.name !== 'settings') return mistakeOfExtraWords(more);
  const [file, ...others] = more;
  return file === undefined ? `Say which file: settings ${subject} FILE.` : mistakeOfExtraWords(others);
}

function noCommand(word: string): string {
  const near = word.length > 1 ? nearestWord(word, COMMANDS) : null;
  return `There is no command "${word}".${near === null ? '' : ` Did you mean "${near}"?`}`;
}

function mistakeOfExtraWords(words: readonly string[]): string | null {
  return words.length > 0 ? `"${words.join(' ')}" is not expected here.` : null;
}

function mistakeOfLink({ link }: ClassifiedWords, command: Command | null): string | null {
  return link !== null && command !== null ? 'A link cannot be combined with a command.' : null;
}

function mistakeOfOptions({ values, switches }: ClassifiedWords, command: Command | null): string | null {
  if (command === 'help') return null;
  const given = [...values.keys(), ...[...switches].map(word => word.replace(/^-+/, ''))];
  for (const { name, forCommands } of OPTION_LIST) {
    // A format without a command is reported below, together with the commands that accept one.
    if (name === 'format' && command === null) continue;
    if (forCommands && given.includes(name) && !(command !== null && forCommands.includes(command)))
      return `--${name} is for ${joinWithOr(forCommands.map(owner => `"${owner}"`))} only.`;
  }
  return null;
}

/** CSV alone has columns, and a number with a comma would be two of them. */
function mistakeOfTable({ values, switches }: ClassifiedWords, command: Command | null): string | null {
  const names = ['--separator', '--decimal-comma', '--bom'];
  const [given] = names.filter(name => switches.has(name) || values.has(name.slice(2)));
  if (given === undefined || command === 'help') return null;
  if ((values.get('format') ?? defaultFormat(command ?? undefined, values.get('output'))) !== 'csv')
    return `${given} is for --format csv only.`;
  const typed = values.get('separator') ?? 'comma';
  const separator = parseSeparator(typed);
  if (separator === null)
    return `There is no separator "${typed}": use ${joinWithOr(Object.keys(SEPARATORS))}.`;
  return switches.has('--decimal-comma') && separator === ','
    ? '--decimal-comma needs --separator semicolon or tab.'
    : null;
}

function mistakeOfValues(words: ClassifiedWords, command: Command | null): string | null {
  const { values, switches } = words;
  const formats = factsOfCommand(command)?.formats ?? ['plain', 'json'];
  const format = values.get('format');
  if (format !== undefined && command !== 'help' && !formats.includes(format))
    return `There is no format "${format}"${command ? ` for "${command}"` : ''}: use ${joinWithOr(formats)}.`;
  const since = values.get('since');
  if (since !== undefined && since !== LOOKED && parseSince(since) === null)
    return `"${since}" is not valid for --since: use 24h, 7d, 30d, poll, looked, or a date such as 2026-11-22.`;
  const mistakeOfAt = mistakeOfMoment(words, command);
  if (mistakeOfAt !== null) return mistakeOfAt;
  const group = values.get('group');
  if (group !== undefined && (group.trim() === '' || group.startsWith('--')))
    return '--group needs the name of a group of wallets.';
  const limit = values.get('limit');
  if (limit !== undefined && parseLimit(limit) === null)
    return `"${limit}" is not valid for --limit: use 1 to 999999.`;
  const range = values.get('range');
  if (range !== undefined && !(RANGE_VALUES as readonly string[]).includes(range))
    return `There is no range "${range}": use ${joinWithOr(RANGE_VALUES)}.`;
  const output = values.get('output');
  if (output === '' || output?.startsWith('--')) return '--output needs the name of a file.';
  if (command === 'reset' && !switches.has('--yes'))
    return 'reset removes settings, history and the keys in the keychain, for good: add --yes to do it.';
  if (command === 'export' && switches.has('--force') && (output === undefined || output === '-'))
    return '--force needs --output.';
  return null;
}

function mistakeOfMoment({ positional, values }: ClassifiedWords, command: Command | null): string | null {
  const at = values.get('at');
  if (at === undefined || command === 'help') return null;
  if (parseAt(at) === null)
    return `"${at}" is not valid for --at: use a date such as 2026-12-31 or 2026-12-31T18:00.`;
  if (command === 'export' && positional[1] !== 'holdings') return '--at is for "export holdings" only.';
  const format = values.get('format') ?? 'plain';
  return (BAR_FORMATS as readonly string[]).includes(format) ? '--at is for plain and json only.' : null;
}

/** The folder must not be given twice, by a profile and by a path. */
function mistakeOfProfile({ values }: ClassifiedWords): string | null {
  const profile = values.get('profile');
  if (profile === undefined) return null;
  if (!PROFILE_NAME_PATTERN.test(profile))
    return `"${profile}" is not a valid profile name: use letters, digits, - and _, at most 40.`;
  return values.has('user-data-dir') ? 'Use --profile or --user-data-dir, not both.' : null;
}

/** `a, b or c` */
function joinWithOr(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

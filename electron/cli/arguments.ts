// Parses the command-line arguments, and finds the first mistake in them.
// No side effects.
import { parseArgs } from 'node:util';
import { APP_COMMANDS } from '../core/tray/app-actions';
import type { CsvStyle } from '../core/export/csv';
import { factsOfCommand, READ_COMMANDS, OTHER_COMMANDS, type Command } from './commands';
import {
  DEFAULT_LIMIT,
  OPTION_LIST,
  parseLimit,
  parseSeparator,
  parseSince,
  RANGE_VALUES,
  SEPARATORS
} from './options';
import { nearestWord } from './nearest-word';
import { isHostSwitch, unknownOptionText } from './unknown-options';

export interface Arguments {
  readonly command: Command | null;
  /**
   * The word after the command: what to export for `export` and `settings`, how long for `pause`, which doubt or token
   * for `accept` and `exclude`, which command for help; null: none.
   */
  readonly subject: string | null;
  /** For `settings`: the file, as it was given. */
  readonly file: string | null;
  readonly format: string;
  /** For `changes`: a period, `poll`, or a date. */
  readonly since: string;
  /** For `changes`: the most entries of the activity. */
  readonly limit: number;
  /** For `history`. */
  readonly range: string;
  /** For CSV of `history` and `export`. */
  readonly csvStyle: CsvStyle;
  readonly hasByteOrderMark: boolean;
  /** For `export`: the file, as it was given; null: standard output. */
  readonly output: string | null;
  /** An existing file may be replaced. */
  readonly isForced: boolean;
  /** `reset` was confirmed. */
  readonly isConfirmed: boolean;
  /** Letters, digits, - and _, at most 40; never together with `userDataDir`. */
  readonly profile: string | null;
  /** A word that begins with `tokentray:`, as it was given: its content was not checked. */
  readonly link: string | null;
  readonly userDataDir: string | null;
  readonly isDemo: boolean;
  /** Start without a window, as at login. */
  readonly isHidden: boolean;
  /** Runs the demo once: screenshots, a report, then exit. */
  readonly isOnce: boolean;
  readonly pictures: string | null;
  /** Screenshots of every scene, not only of those that the README shows. */
  readonly isAll: boolean;
  /** Switches of Chromium that stand after two dashes, as they were given. */
  readonly chromiumSwitches: readonly string[];
  /** The first mistake, as a sentence; null: the arguments are valid. */
  readonly mistake: string | null;
}

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

const COMMANDS: readonly string[] = [...READ_COMMANDS, ...APP_COMMANDS, ...OTHER_COMMANDS];
const SWITCHES = new Set(OPTION_LIST.filter(({ value }) => !value).map(({ name }) => `--${name}`)).add('-h');
const VALUE_OPTIONS = new Set(OPTION_LIST.filter(({ value }) => value).map(({ name }) => name));
const OPTION_TYPES = Object.fromEntries(
  OPTION_LIST.map(({ name, value }) => [name, { type: value ? 'string' : 'boolean' } as const])
);
const LINK_PREFIX = /^tokentray:/i;

/** `given`: the arguments after the executable (and after the project folder in a checkout). */
export function parseArguments(given: readonly string[]): Arguments {
  const words = classifyWords(given);
  const { positional, values, switches, link, chromiumSwitches } = words;
  const [first, second, third] = positional;
  const isHelp = switches.has('--help') || switches.has('-h');
  const requested = isHelp ? 'help' : switches.has('--version') ? 'version' : first;
  const command = COMMANDS.find(known => known === requested) as Command | undefined;
  const output = values.get('output');
  return {
    command: command ?? null,
    subject: (command !== undefined && command !== first ? first : second) ?? null,
    file: command === 'settings' ? (third ?? null) : null,
    format: values.get('format') ?? defaultFormat(command, output),
    since: values.get('since') ?? '24h',
    limit: parseLimit(values.get('limit') ?? '') ?? DEFAULT_LIMIT,
    range: values.get('range') ?? '1d',
    csvStyle: {
      separator: parseSeparator(values.get('separator') ?? '') ?? ',',
      hasDecimalComma: switches.has('--decimal-comma')
    },
    hasByteOrderMark: switches.has('--bom'),
    output: output === '-' ? null : output || null,
    isForced: switches.has('--force'),
    isConfirmed: switches.has('--yes'),
    profile: values.get('profile') || null,
    link,
    userDataDir: values.get('user-data-dir') || null,
    isDemo: switches.has('--demo'),
    isHidden: switches.has('--hidden'),
    isOnce: switches.has('--once'),
    pictures: values.get('pictures') || null,
    isAll: switches.has('--all'),
    chromiumSwitches,
    mistake: findMistake(words, command ?? null)
  };
}

function classifyWords(given: readonly string[]): ClassifiedWords {
  const values = new Map<string, string>();
  const positional: string[] = [];
  const switches = new Set<string>();
  const unknown: string[] = [];
  let link: string | null = null;
  // The delimiter ends the options even where a value is missing: parseArgs would take it as the value.
  const end = given.indexOf('--');
  const beforeDelimiter = end < 0 ? given : given.slice(0, end);
  const { tokens } = parseArgs({
    args: beforeDelimiter.map(asLongOption),
    options: OPTION_TYPES,
    strict: false,
    allowPositionals: true,
    tokens: true
  });
  for (const token of tokens) {
    const word = beforeDelimiter[token.index] ?? '';
    if (token.kind !== 'option') {
      if (LINK_PREFIX.test(word)) link ??= word;
      else positional.push(word);
    } else if (VALUE_OPTIONS.has(token.name))
      values.set(token.name, (token.inlineValue ? token.value : beforeDelimiter[token.index + 1]) ?? '');
    else if (SWITCHES.has(word)) switches.add(word);
    else if (!isHostSwitch(word)) unknown.push(word);
  }
  // A desktop passes a link after the delimiter. A hostile link may come as many words: only the first word is used,
  // and it is never an option. Words of a person that begin with a switch are for Chromium.
  const afterDelimiter = end < 0 ? '' : (given[end + 1] ?? '');
  const chromiumSwitches = afterDelimiter.startsWith('--') ? switchesOf(given.slice(end + 1)) : [];
  if (LINK_PREFIX.test(afterDelimiter)) link ??= afterDelimiter;
  else if (afterDelimiter !== '' && !afterDelimiter.startsWith('-')) positional.push(afterDelimiter);
  return { positional, values, switches, link, unknown, chromiumSwitches };
}

/** None when a link is among the words. */
function switchesOf(words: readonly string[]): string[] {
  return words.some(word => LINK_PREFIX.test(word)) ? [] : words.filter(word => /^--\w/.test(word));
}

/**
 * Gives a word with one dash three of them, so that parseArgs reads it whole, as an option that nobody knows. It would
 * split such a word (`-psn_0_1` of macOS) into letters, and a second dash in it would end the options.
 */
function asLongOption(word: string): string {
  return /^-[^-]/.test(word) ? `--${word}` : word;
}

/** An export is a file for other programs; its file name may determine the format. */
function defaultFormat(command: Command | undefined, output = ''): string {
  if (command === 'export' && /\.json$/i.test(output)) return 'json';
  return factsOfCommand(command)?.formats?.[0] ?? 'plain';
}

/** A folder with such a name can be created on every system, and no system gives a part of it a special meaning. */
const PROFILE_NAME_PATTERN = /^(?!(?:con|prn|aux|nul|com\d|lpt\d)$)[a-z0-9_][a-z0-9_-]{0,39}$/i;

/** Null: the arguments are valid. Only the first mistake is given. */
function findMistake(words: ClassifiedWords, command: Command | null): string | null {
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

function mistakeOfValues({ values, switches }: ClassifiedWords, command: Command | null): string | null {
  const formats = factsOfCommand(command)?.formats ?? ['plain', 'json'];
  const format = values.get('format');
  if (format !== undefined && command !== 'help' && !formats.includes(format))
    return `There is no format "${format}"${command ? ` for "${command}"` : ''}: use ${joinWithOr(formats)}.`;
  const since = values.get('since');
  if (since !== undefined && parseSince(since) === null)
    return `"${since}" is not valid for --since: use 24h, 7d, 30d, poll, or a date such as 2026-11-22.`;
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

// Parses the command-line arguments.
// No side effects.
import { parseArgs } from 'node:util';
import type { CsvStyle } from '../core/export/csv';
import { COMMANDS, defaultFormat, type Command } from './commands';
import { findMistake, type ClassifiedWords } from './mistakes';
import { DEFAULT_LIMIT, OPTION_LIST, parseLimit, parseSeparator } from './options';
import { isHostSwitch } from './unknown-options';

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
  /** For `changes`: a period, `poll`, `looked`, or a date. */
  readonly since: string;
  /** For balances: the day or moment, as it was given; null: now. */
  readonly at: string | null;
  /** The name of a group of wallets; null: all wallets. */
  readonly group: string | null;
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
  /** For `mcp`: assistants get addresses too. */
  readonly hasAddresses: boolean;
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
    at: values.get('at') ?? null,
    group: values.get('group') ?? null,
    limit: parseLimit(values.get('limit') ?? '') ?? DEFAULT_LIMIT,
    range: values.get('range') ?? '1d',
    csvStyle: {
      separator: parseSeparator(values.get('separator') ?? '') ?? ',',
      hasDecimalComma: switches.has('--decimal-comma')
    },
    hasByteOrderMark: switches.has('--bom'),
    output: output === '-' ? null : output || null,
    isForced: switches.has('--force'),
    hasAddresses: switches.has('--addresses'),
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

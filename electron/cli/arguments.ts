// The words of the command line -> what was meant. No side effect, so that both the app and its commands can ask.
import { APP_COMMANDS } from '../core/tray/app-actions';
import { factsOfCommand, READING, OTHERS, type Command } from './commands';
import { OPTION_LIST, RANGE_WORDS, parseSince } from './options';

export interface Flags {
  readonly command: Command | null;
  /** The word behind the command: of `export` and `settings` what, of `pause` how long, of help which command; null: none. */
  readonly subject: string | null;
  /** Of `settings`: the file, as it was given. */
  readonly file: string | null;
  readonly format: string;
  /** Of `changes`: a span, `poll`, or a date. */
  readonly since: string;
  /** Of `history`. */
  readonly range: string;
  /** Of `export`: the file, as it was given; null: standard output. */
  readonly output: string | null;
  /** An existing file may be replaced. */
  readonly isForced: boolean;
  /** `reset` was meant. */
  readonly isSure: boolean;
  /** Letters, digits, - and _, at most 40; never together with `userDataDir`. */
  readonly profile: string | null;
  /** A word that begins with `tokentray:`, as it was given: nothing of it was checked. */
  readonly link: string | null;
  readonly userDataDir: string | null;
  readonly isDemo: boolean;
  /** Start without a window, as at login. */
  readonly isHidden: boolean;
  /** Show the demo once: pictures, a report, and the end. */
  readonly isOnce: boolean;
  readonly pictures: string | null;
  /** Of every scene, not only those that the README shows. */
  readonly isAll: boolean;
  /** What makes no sense, in words; null: all understood. */
  readonly mistake: string | null;
}

/** The words, sorted by what they look like. */
export interface Words {
  readonly bare: readonly string[];
  readonly values: ReadonlyMap<string, string>;
  readonly switches: ReadonlySet<string>;
  readonly link: string | null;
}

const COMMANDS: readonly string[] = [...READING, ...APP_COMMANDS, ...OTHERS];
const SWITCHES = new Set(OPTION_LIST.filter(({ value }) => !value).map(({ name }) => `--${name}`)).add('-h');
const VALUED = OPTION_LIST.filter(({ value }) => value).map(({ name }) => name);
const WITH_VALUE = new RegExp(`^--(${VALUED.join('|')})(?:=(.*))?$`, 's');
const LINK = /^tokentray:/i;

/** `given`: the arguments after the executable (and after the project folder in a checkout). */
export function readFlags(given: readonly string[]): Flags {
  const words = sorted(given);
  const { bare, values, switches, link } = words;
  const [first, second, third] = bare;
  const isHelp = switches.has('--help') || switches.has('-h');
  const asked = isHelp ? 'help' : switches.has('--version') ? 'version' : first;
  const command = COMMANDS.find(known => known === asked) as Command | undefined;
  const output = values.get('output');
  return {
    command: command ?? null,
    subject: (command !== undefined && command !== first ? first : second) ?? null,
    file: command === 'settings' ? (third ?? null) : null,
    format: values.get('format') ?? usualFormat(command, output),
    since: values.get('since') ?? '24h',
    range: values.get('range') ?? '1d',
    output: output === '-' ? null : output || null,
    isForced: switches.has('--force'),
    isSure: switches.has('--yes'),
    profile: values.get('profile') || null,
    link,
    userDataDir: values.get('user-data-dir') || null,
    isDemo: switches.has('--demo'),
    isHidden: switches.has('--hidden'),
    isOnce: switches.has('--once'),
    pictures: values.get('pictures') || null,
    isAll: switches.has('--all'),
    mistake: mistakeIn(words, command ?? null)
  };
}

function sorted(given: readonly string[]): Words {
  const values = new Map<string, string>();
  const bare: string[] = [];
  const switches = new Set<string>();
  let link: string | null = null;
  const end = given.indexOf('--');
  const ours = end < 0 ? given : given.slice(0, end);
  for (let at = 0; at < ours.length; at++) {
    const word = ours[at] ?? '';
    const [, name, value] = WITH_VALUE.exec(word) ?? [];
    if (name) values.set(name, value ?? ours[++at] ?? '');
    else if (SWITCHES.has(word)) switches.add(word);
    else if (LINK.test(word)) link ??= word;
    // Chromium's own switches pass by.
    else if (word === '-' || !word.startsWith('-')) bare.push(word);
  }
  // What a desktop hands over. A hostile link may come as many words: the first alone counts, and is no option.
  const handed = end < 0 ? '' : (given[end + 1] ?? '');
  if (LINK.test(handed)) link ??= handed;
  else if (handed !== '' && !handed.startsWith('-')) bare.push(handed);
  return { bare, values, switches, link };
}

/** What is exported is a file for other programs; its name may say for which. */
function usualFormat(command: Command | undefined, output = ''): string {
  if (command === 'export' && /\.json$/i.test(output)) return 'json';
  return factsOfCommand(command)?.formats?.[0] ?? 'plain';
}

/** A folder of this name can be made on every system, and no part of it means anything to one. */
const PROFILE_NAME = /^(?!(?:con|prn|aux|nul|com\d|lpt\d)$)[a-z0-9_][a-z0-9_-]{0,39}$/i;

/** Null: all understood. The first mistake is enough. */
export function mistakeIn(words: Words, command: Command | null): string | null {
  return (
    mistakeOfWords(words, command) ??
    mistakeOfLink(words, command) ??
    mistakeOfOwner(words, command) ??
    mistakeOfValues(words, command) ??
    mistakeOfPlace(words)
  );
}

function mistakeOfWords({ bare }: Words, command: Command | null): string | null {
  const [first, ...rest] = bare;
  if (first === undefined) return null;
  const known = factsOfCommand(first);
  if (!known) return `There is no command "${first}".`;
  // Asked for by a switch, help and version take whatever command stands there.
  if (command !== known.name) return null;
  const [subject, ...more] = rest;
  if (known.name === 'help' && subject !== undefined)
    return factsOfCommand(subject) ? notUnderstood(more) : `There is no command "${subject}".`;
  if (!known.subjects) return notUnderstood(rest);
  const listOfSubjects = listed(known.subjects);
  if (subject === undefined)
    return known.words?.startsWith('[')
      ? null
      : `Say what to ${known.name === 'export' ? 'export' : `do with the ${known.name}`}: ${listOfSubjects}.`;
  if (!known.subjects.includes(subject))
    return `There is no "${subject}" ${known.name === 'export' ? 'to export' : `for "${known.name}"`}: use ${listOfSubjects}.`;
  if (known.name !== 'settings') return notUnderstood(more);
  const [file, ...others] = more;
  return file === undefined ? `Say which file: settings ${subject} FILE.` : notUnderstood(others);
}

function notUnderstood(words: readonly string[]): string | null {
  return words.length > 0 ? `"${words.join(' ')}" is not understood.` : null;
}

function mistakeOfLink({ link }: Words, command: Command | null): string | null {
  return link !== null && command !== null ? 'A link stands alone, without a command.' : null;
}

function mistakeOfOwner({ values, switches }: Words, command: Command | null): string | null {
  if (command === 'help') return null;
  const given = [...values.keys(), ...[...switches].map(word => word.replace(/^-+/, ''))];
  for (const { name, of } of OPTION_LIST) {
    // A format for nothing is told below, with what could be used.
    if (name === 'format' && command === null) continue;
    if (of && given.includes(name) && !(command !== null && of.includes(command)))
      return `--${name} is for ${listed(of.map(owner => `"${owner}"`))} only.`;
  }
  return null;
}

function mistakeOfValues({ values, switches }: Words, command: Command | null): string | null {
  const formats = factsOfCommand(command)?.formats ?? ['plain', 'json'];
  const format = values.get('format');
  if (format !== undefined && command !== 'help' && !formats.includes(format))
    return `There is no format "${format}"${command ? ` for "${command}"` : ''}: use ${listed(formats)}.`;
  const since = values.get('since');
  if (since !== undefined && parseSince(since) === null)
    return `"${since}" is no time for --since: use 24h, 7d, 30d, poll, or a date such as 2026-11-22.`;
  const range = values.get('range');
  if (range !== undefined && !(RANGE_WORDS as readonly string[]).includes(range))
    return `There is no range "${range}": use ${listed(RANGE_WORDS)}.`;
  const output = values.get('output');
  if (output === '' || output?.startsWith('--')) return '--output needs the name of a file.';
  if (command === 'reset' && !switches.has('--yes'))
    return 'reset removes settings, history and the keys in the keychain, for good: add --yes to do it.';
  if (command === 'export' && switches.has('--force') && (output === undefined || output === '-'))
    return '--force needs --output.';
  return null;
}

/** The same folder is never said twice. */
function mistakeOfPlace({ values }: Words): string | null {
  const profile = values.get('profile');
  if (profile === undefined) return null;
  if (!PROFILE_NAME.test(profile))
    return `"${profile}" is no name for a profile: use letters, digits, - and _, at most 40.`;
  return values.has('user-data-dir') ? 'Use --profile or --user-data-dir, not both.' : null;
}

/** `a, b or c` */
function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

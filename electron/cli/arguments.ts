// The words of the command line -> what was meant. No side effect, so that both the app and its commands can ask.
import { ACTING, type ActingCommand } from '../core/tray/app-actions';
import { factsOfCommand } from './commands';
import { mistakeIn } from './flag-rules';
import { OPTION_LIST } from './options';

export const READING = [
  'total',
  'chains',
  'tokens',
  'changes',
  'history',
  'export',
  'help',
  'version'
] as const;
export type ReadingCommand = (typeof READING)[number];
/** Those that neither read nor are handed to the running app as they are. */
export const OTHERS = ['doctor', 'setup', 'settings', 'reset'] as const;
export type Command = ReadingCommand | ActingCommand | (typeof OTHERS)[number];

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

const COMMANDS: readonly string[] = [...READING, ...ACTING, ...OTHERS];
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

// The words of the command line -> what was meant. No side effect, so that both the app and its commands can ask.
import { ACTING, type ActingCommand } from './core/acting';
import { mistakeIn } from './flag-rules';

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
export type Command = ReadingCommand | ActingCommand | 'setup';

export interface Flags {
  readonly command: Command | null;
  /** Of `export`: what; null: nothing was named. */
  readonly subject: string | null;
  readonly format: string;
  /** Of `changes`: a span, `poll`, or a date. */
  readonly since: string;
  /** Of `history`. */
  readonly range: string;
  /** Of `export`: the file, as it was given; null: standard output. */
  readonly output: string | null;
  /** An existing file may be replaced. */
  readonly isForced: boolean;
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
}

const COMMANDS: readonly string[] = [...READING, ...ACTING, 'setup'];
const SWITCHES = new Set(['--demo', '--hidden', '--once', '--all', '--force', '--help', '-h', '--version']);
const WITH_VALUE = /^--(format|since|range|output|user-data-dir|pictures)(?:=(.*))?$/s;

/** `given`: the arguments after the executable (and after the project folder in a checkout). */
export function readFlags(given: readonly string[]): Flags {
  const words = sorted(given);
  const { bare, values, switches } = words;
  const [first, second] = bare;
  const asked =
    switches.has('--help') || switches.has('-h') ? 'help' : switches.has('--version') ? 'version' : first;
  const command = COMMANDS.find(known => known === asked) as Command | undefined;
  const output = values.get('output');
  return {
    command: command ?? null,
    subject: command === 'export' ? (second ?? null) : null,
    format: values.get('format') ?? usualFormat(command, output),
    since: values.get('since') ?? '24h',
    range: values.get('range') ?? '1d',
    output: output === '-' ? null : output || null,
    isForced: switches.has('--force'),
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
  for (let at = 0; at < given.length; at++) {
    const word = given[at] ?? '';
    const [, name, value] = WITH_VALUE.exec(word) ?? [];
    if (name) values.set(name, value ?? given[++at] ?? '');
    else if (SWITCHES.has(word)) switches.add(word);
    // Chromium's own switches pass by.
    else if (!word.startsWith('-')) bare.push(word);
  }
  return { bare, values, switches };
}

/** What is exported is a file for other programs; its name may say for which. */
function usualFormat(command: Command | undefined, output = ''): string {
  if (command !== 'export') return 'plain';
  return /\.json$/i.test(output) ? 'json' : 'csv';
}

// The words of the command line -> what was meant. No side effect, so that both the app and its commands can ask.

export const READING = ['total', 'chains', 'tokens', 'help', 'version'] as const;
export const ACTING = ['refresh', 'open', 'toggle', 'hide', 'show', 'pause', 'resume', 'quit'] as const;
export type ReadingCommand = (typeof READING)[number];
export type ActingCommand = (typeof ACTING)[number];
export type Command = ReadingCommand | ActingCommand | 'setup';

export interface Flags {
  readonly command: Command | null;
  readonly format: string;
  readonly userDataDir: string | null;
  readonly isDemo: boolean;
  /** Start without a window, as at login. */
  readonly isHidden: boolean;
  /** Show the demo once: pictures, a report, and the end. */
  readonly isOnce: boolean;
  readonly pictures: string | null;
  /** What makes no sense, in words; null: all understood. */
  readonly mistake: string | null;
}

const COMMANDS: readonly string[] = [...READING, ...ACTING, 'setup'];
const FORMATS = ['plain', 'json'];
const SWITCHES = new Set(['--demo', '--hidden', '--once', '--help', '-h', '--version']);

/** `words`: the arguments after the executable (and after the project folder in a checkout). */
export function readFlags(words: readonly string[]): Flags {
  const values = new Map<string, string>();
  const bare: string[] = [];
  const given = new Set<string>();
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const [, name, value] = /^--(format|user-data-dir|pictures)(?:=(.*))?$/s.exec(word) ?? [];
    if (name) values.set(name, value ?? words[++at] ?? '');
    else if (SWITCHES.has(word)) given.add(word);
    // Chromium's own switches pass by.
    else if (!word.startsWith('-')) bare.push(word);
  }
  const [first] = bare;
  const asked = given.has('--help') || given.has('-h') ? 'help' : given.has('--version') ? 'version' : first;
  const command = COMMANDS.find(known => known === asked) as Command | undefined;
  const format = values.get('format') ?? 'plain';
  return {
    command: command ?? null,
    format,
    userDataDir: values.get('user-data-dir') || null,
    isDemo: given.has('--demo'),
    isHidden: given.has('--hidden'),
    isOnce: given.has('--once'),
    pictures: values.get('pictures') || null,
    mistake: mistakeIn(first, command, bare.slice(1), format)
  };
}

function mistakeIn(
  first: string | undefined,
  command: Command | undefined,
  rest: readonly string[],
  format: string
) {
  if (first !== undefined && !command) return `There is no command "${first}".`;
  if (rest.length > 0) return `"${rest.join(' ')}" is not understood.`;
  return FORMATS.includes(format) ? null : `There is no format "${format}": use ${FORMATS.join(' or ')}.`;
}

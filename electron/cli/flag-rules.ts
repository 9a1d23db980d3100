// Which words of the command line go together, and the sentence for those that do not.
import { factsOfCommand } from './commands';
import type { Command, Words } from './arguments';
import { OPTION_LIST, RANGE_WORDS } from './options';
import { parseSince } from './since';

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

// The manual page, made from the lists of commands and options: man tokentray.
import { COMMAND_LIST, type Group } from './commands';
import { bashCompletion, zshCompletion, fishCompletion } from './completions';
import { BAR_NOTE, GROUPS, optionsOf, STATUSES, usageOf } from './help';
import { OPTION_LIST, type OptionFacts } from './options';

/** roff, for man(7); no date and no version, so that the same lists give the same bytes. */
export function manualPage(): string {
  const groups = (Object.keys(GROUPS) as Group[]).flatMap(group => [
    `.SS ${GROUPS[group]}`,
    ...COMMAND_LIST.filter(command => command.group === group).flatMap(command => [
      '.TP',
      `.B ${escaped(usageOf(command))}`,
      escaped(`${command.summary}.`),
      ...optionNote(optionsOf(command)),
      ...(command.formats ? [`Formats: ${escaped(command.formats.join(', '))}.`] : []),
      ...(command.more ?? []).map(escaped)
    ])
  ]);
  return `${[
    '.\\" Made by electron/tools/manual.mjs from the lists of commands and options.',
    '.TH TOKENTRAY 1 "" "Tokentray" "User Commands"',
    '.SH NAME',
    'tokentray \\- what your crypto wallets are worth now, and what changed',
    '.SH SYNOPSIS',
    '.B tokentray',
    '.RI [ options ]',
    '.br',
    '.B tokentray',
    '.I command',
    '.RI [ options ]',
    '.SH DESCRIPTION',
    'Without a command Tokentray starts in the tray and opens its window; a second start shows that window.',
    'It reads only: it holds no private keys and moves nothing.',
    '.SH COMMANDS',
    ...groups,
    '.SH OPTIONS',
    ...OPTION_LIST.filter(({ isForMakers }) => !isForMakers).flatMap(option),
    '.SH EXIT STATUS',
    ...STATUSES.flatMap(([status, meaning]) => ['.TP', `.B ${status}`, escaped(`${meaning}.`)]),
    '.PP',
    escaped(BAR_NOTE),
    '.SH FILES',
    "Settings, the last values and the history lie in the app's folder:",
    escaped('~/.config/Tokentray on Linux, ~/Library/Application Support/Tokentray on macOS,'),
    escaped('%APPDATA%\\Tokentray on Windows.'),
    'Secrets are in the keychain of the system alone.',
    '.SH EXAMPLES',
    ...[
      'total --format json',
      'changes --since 7d',
      'export history --output history.csv',
      'pause 1h'
    ].flatMap(words => ['.TP', `.B ${escaped(`tokentray ${words}`)}`, '\\&'])
  ].join('\n')}\n`;
}

function option({ name, value, summary }: OptionFacts): string[] {
  const words = value ? `.BI ${escaped(`--${name}`)} " ${escaped(value)}"` : `.B ${escaped(`--${name}`)}`;
  return ['.TP', words, escaped(`${summary}.`)];
}

function optionNote(options: readonly OptionFacts[]): string[] {
  if (options.length === 0) return [];
  return [`Options: ${escaped(options.map(({ name }) => `--${name}`).join(', '))}.`];
}

/** A dash of an option is not one of a sentence, and a point at the start of a line would be a request. */
function escaped(text: string): string {
  return text.replaceAll('\\', '\\e').replaceAll('-', '\\-').replace(/^[.']/, '\\&$&');
}

export function manualFiles(): Readonly<Record<string, string>> {
  return {
    'tokentray.1': manualPage(),
    'completions/tokentray.bash': bashCompletion(),
    'completions/_tokentray': zshCompletion(),
    'completions/tokentray.fish': fishCompletion()
  };
}

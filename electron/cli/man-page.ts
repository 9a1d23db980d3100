// Generates the manual page (roff) from the lists of commands and options, and lists all generated files.
import { COMMAND_LIST, type CommandGroup } from './commands';
import { bashCompletion, zshCompletion, fishCompletion } from './completions';
import { BAR_FORMATS_TEXT, CHROMIUM_TEXT, GROUP_TITLES, optionsOf, EXIT_STATUSES, usageOf } from './help';
import { OPTION_LIST, type OptionFacts } from './options';

/** Roff source for man(7), without date and version, so that the same lists give the same bytes. */
function manualPage(): string {
  const groups = (Object.keys(GROUP_TITLES) as CommandGroup[]).flatMap(group => [
    `.SS ${GROUP_TITLES[group]}`,
    ...COMMAND_LIST.filter(command => command.group === group).flatMap(command => [
      '.TP',
      `.B ${escapeRoff(usageOf(command))}`,
      escapeRoff(`${command.summary}.`),
      ...optionsLine(optionsOf(command)),
      ...(command.formats ? [`Formats: ${escapeRoff(command.formats.join(', '))}.`] : []),
      ...(command.more ?? []).map(escapeRoff),
      ...exampleLines(command.example ?? [])
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
    '.br',
    '.B tokentray',
    '.RI [ options ]',
    '.B \\-\\-',
    '.I switches',
    '.SH DESCRIPTION',
    'Without a command Tokentray starts in the tray and opens its window; a second start shows that window.',
    'It reads only: it holds no private keys and moves nothing.',
    'An unknown option is refused.',
    `After two dashes: ${escapeRoff(CHROMIUM_TEXT)}.`,
    '.SH COMMANDS',
    ...groups,
    '.SH OPTIONS',
    ...OPTION_LIST.filter(({ isForDevelopers }) => !isForDevelopers).flatMap(optionEntry),
    '.SH EXIT STATUS',
    ...EXIT_STATUSES.flatMap(([status, meaning]) => ['.TP', `.B ${status}`, escapeRoff(`${meaning}.`)]),
    '.PP',
    escapeRoff(BAR_FORMATS_TEXT),
    '.SH FILES',
    "Settings, the last values and the history lie in the app's folder:",
    escapeRoff('~/.config/Tokentray on Linux, ~/Library/Application Support/Tokentray on macOS,'),
    escapeRoff('%APPDATA%\\Tokentray on Windows.'),
    'Secrets are in the keychain of the system alone.',
    '.SH EXAMPLES',
    ...[
      'total --format json',
      'changes --since 7d',
      'export history --output history.csv',
      'pause 1h'
    ].flatMap(words => ['.TP', `.B ${escapeRoff(`tokentray ${words}`)}`, '\\&'])
  ].join('\n')}\n`;
}

/** As it is typed, without filling of lines. */
function exampleLines(example: readonly string[]): string[] {
  if (example.length === 0) return [];
  return ['.sp', '.nf', ...example.map(line => escapeRoff(line).replaceAll("'", '\\(aq')), '.fi'];
}

function optionEntry({ name, value, summary }: OptionFacts): string[] {
  const words = value
    ? `.BI ${escapeRoff(`--${name}`)} " ${escapeRoff(value)}"`
    : `.B ${escapeRoff(`--${name}`)}`;
  return ['.TP', words, escapeRoff(`${summary}.`)];
}

function optionsLine(options: readonly OptionFacts[]): string[] {
  if (options.length === 0) return [];
  return [`Options: ${escapeRoff(options.map(({ name }) => `--${name}`).join(', '))}.`];
}

/**
 * A hyphen in an option must not become a typographic hyphen, and a dot at the start of a line would be a roff
 * request.
 */
function escapeRoff(text: string): string {
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

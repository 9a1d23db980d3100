// Generates the help texts from the lists of commands and options.
import { BAR_FORMATS, COMMAND_LIST, factsOfCommand, type CommandFacts, type CommandGroup } from './commands';
import { OPTION_LIST, type OptionFacts } from './options';

const LINE_WIDTH = 100;
const SECOND_COLUMN = 34;

export const GROUP_TITLES: Readonly<Record<CommandGroup, string>> = {
  read: 'Commands that read the stored values; they need no running app, key, network or display',
  act: 'Commands for the running app; exit status 0 done, 1 not running',
  other: 'Other commands'
};

export const EXIT_STATUSES: readonly (readonly [status: string, meaning: string])[] = [
  ['0', 'fresh, or done'],
  ['1', 'error: the key is refused, a file cannot be read, or the app is not running'],
  ['2', 'wrong usage'],
  ['3', 'stale: part of the total has not been updated for a while'],
  ['4', 'no data yet']
];
export const CHROMIUM_TEXT = 'start with switches of Chromium, such as --disable-gpu';
export const BAR_FORMATS_TEXT = `The formats for bars (${BAR_FORMATS.join(', ')}) end with status 0 in every state, because bars hide a command that fails: the state is in what they print.`;

/** `name`: of one command; null or an unknown name: the overview of all commands. */
export function helpText(name: string | null = null): string {
  const command = factsOfCommand(name);
  return (command ? commandHelp(command) : overviewHelp()).join('\n');
}

function overviewHelp(): string[] {
  const groups = (Object.keys(GROUP_TITLES) as CommandGroup[]).flatMap(group => [
    '',
    GROUP_TITLES[group],
    ...COMMAND_LIST.filter(command => command.group === group).flatMap(command =>
      columnLines(usageOf(command), command.summary)
    )
  ]);
  return [
    'Tokentray: what your crypto wallets are worth now, and what changed.',
    '',
    'Usage',
    ...columnLines('tokentray', 'start, and open the window'),
    ...columnLines('tokentray COMMAND [options]', ''),
    ...columnLines('tokentray COMMAND --help', 'what one command does'),
    ...columnLines('tokentray [options] -- SWITCHES', CHROMIUM_TEXT),
    ...groups,
    '',
    'Options',
    ...OPTION_LIST.filter(({ isForDevelopers }) => !isForDevelopers).flatMap(optionRow),
    '',
    'Exit status',
    ...EXIT_STATUSES.flatMap(([status, meaning]) => columnLines(status, meaning)),
    ...wrapText(BAR_FORMATS_TEXT, 2)
  ];
}

function commandHelp(command: CommandFacts): string[] {
  const { name, formats, summary, more = [], example = [] } = command;
  const options = optionsOf(command);
  return [
    `tokentray ${name}: ${summary}`,
    '',
    'Usage',
    `  tokentray ${usageOf(command)}${options.length > 0 ? ' [options]' : ''}`,
    ...(options.length > 0 ? ['', 'Options', ...options.flatMap(optionRow)] : []),
    ...(formats ? ['', 'Formats', `  ${formats.join(', ')} (default ${formats[0]})`] : []),
    ...more.flatMap(paragraph => ['', ...wrapText(paragraph, 0)]),
    ...(formats?.includes('xbar') ? ['', ...wrapText(BAR_FORMATS_TEXT, 0)] : []),
    ...(example.length > 0 ? ['', 'Example', '', ...example] : [])
  ];
}

/** Options of this command only; the options for all commands are in the overview. */
export function optionsOf({ name }: CommandFacts): OptionFacts[] {
  return OPTION_LIST.filter(({ forCommands }) => forCommands?.includes(name));
}

export function usageOf({ name, argumentSyntax }: CommandFacts): string {
  return argumentSyntax ? `${name} ${argumentSyntax}` : name;
}

function optionRow({ name, value, summary }: OptionFacts): string[] {
  return columnLines(`--${name}${value ? ` ${value}` : ''}`, summary);
}

/** Two columns; the right one goes below the left one when the left one is too wide. */
function columnLines(left: string, right: string): string[] {
  if (right === '') return [`  ${left}`];
  const [first = '', ...rest] = wrapText(right, SECOND_COLUMN);
  if (left.length > SECOND_COLUMN - 4) return [`  ${left}`, first, ...rest];
  return [`  ${left}`.padEnd(SECOND_COLUMN) + first.trimStart(), ...rest];
}

function wrapText(text: string, indent: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= LINE_WIDTH)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(' '.repeat(indent) + word);
  }
  return lines;
}

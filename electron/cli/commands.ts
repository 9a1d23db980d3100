// List of all commands, for parsing, help, the manual page and the shell completions.
import { APP_COMMANDS, type AppCommand } from '../core/tray/app-actions';

export type CommandGroup = 'read' | 'act' | 'other';

export interface CommandFacts {
  readonly name: Command;
  readonly group: CommandGroup;
  /** What may follow the command, as help shows it; undefined: no further word. */
  readonly argumentSyntax?: string;
  /** What is said when the word after the command is missing; undefined: it may be. */
  readonly missingArgument?: string;
  /** The words allowed after the command; a mistake message lists them. */
  readonly subjects?: readonly string[];
  /** Words that the completions propose after the command, beside others that are allowed. */
  readonly proposedSubjects?: readonly string[];
  /** For commands that print in more than one format; the first one is the default. */
  readonly formats?: readonly string[];
  readonly summary: string;
  /** Paragraphs for the help of this command only. */
  readonly more?: readonly string[];
  /** What a person may type, line by line, for the help of this command and the manual page. */
  readonly example?: readonly string[];
}

export const EXPORT_KINDS = ['history', 'holdings', 'activity'] as const;
const PAUSE_DURATIONS = ['1h', 'tomorrow', 'resumed'] as const;
/** One line, or a menu, for a status bar that runs the command every few seconds. */
export const BAR_FORMATS = ['waybar', 'polybar', 'xbar'] as const;

const READ_FORMATS = ['plain', 'json', ...BAR_FORMATS] as const;

/** A stream has lines: of `total`, without the menu. */
const WATCH_FORMATS = ['plain', 'jsonl', 'waybar', 'polybar'] as const;

const ABOUT_AT =
  '--at DATE prints the balance of then, with chains or tokens: what the app had recorded last up to the end of that day, how long before it that was, and whether a part of it was stale. The 20 largest holdings are kept by name, all others as one sum; of the last poll all are there. Exit status 3 where a part was stale, or nothing was recorded on that day; 4 before the history begins.';
const MISSING_ID = 'Say which doubt or token: "tokentray doubts" lists their ids.';
const ABOUT_IDS =
  '"tokentray doubts" lists the ids; their first letters are enough. "all" means every token that needs your OK, never a doubt. While the app is not running, the stored files are changed. Exit status 0 done, 1 no such id, or it could not be saved.';

/** Its values are placeholders. */
export const SETUP_EXAMPLE: readonly string[] = [
  "tokentray setup <<'JSON'",
  '{',
  '  "apiKey": "YOUR API KEY",',
  '  "secretKey": "YOUR SECRET KEY",',
  '  "passphrase": "YOUR PASSPHRASE",',
  '  "wallets": [',
  '    { "name": "Savings", "source": "v5-account", "accountId": "ITS ACCOUNT ID" },',
  '    { "name": "Daily", "source": "v6-address", "address": "0xADDRESS", "chains": ["1", "8453"] }',
  '  ]',
  '}',
  'JSON'
];

export const COMMAND_LIST: readonly CommandFacts[] = [
  {
    name: 'total',
    group: 'read',
    formats: READ_FORMATS,
    summary: 'what all wallets are worth',
    more: [
      'JSON has the exact total, its age in seconds, its state (fresh, stale, error or none), the chains, how many tokens are not counted or need your OK, and the changes that are in doubt: those count only when they are confirmed, and the state stays fresh meanwhile.',
      ABOUT_AT
    ],
    example: ['tokentray total --at 2026-12-31', 'tokentray tokens --at 2026-12-31 --format json']
  },
  { name: 'chains', group: 'read', formats: READ_FORMATS, summary: 'the value on each chain, largest first' },
  {
    name: 'tokens',
    group: 'read',
    formats: READ_FORMATS,
    summary: 'every holding, largest first over all wallets, and why one is not counted',
    more: [
      'Each line has token, chain, value, amount, price and wallet, separated by tabs. A bar shows the largest.',
      'JSON has the move of each price in percent, and since when: 24 hours, if the app or OKX has a price of then.'
    ]
  },
  {
    name: 'changes',
    group: 'read',
    formats: READ_FORMATS,
    summary: 'how the total changed and why, and the activity, newest first',
    more: [
      'The activity is grouped by poll: the time stands once, and the largest amounts come first. Of one poll at most a fifth of --limit is printed, but ten, and the rest is counted by kind. JSON has the newest entries up to --limit (activity), how many there are (activityCount), and a count by kind for each poll (activityByPoll).'
    ],
    example: ['tokentray changes --since 7d --limit 200', 'tokentray changes --since poll --format json']
  },
  {
    name: 'history',
    group: 'read',
    formats: ['plain', 'json', 'csv', ...BAR_FORMATS],
    summary: 'the total over time',
    more: [
      'Each line says what changed the total since the line before: prices, transfers, and recounted (what was added or removed). The first line has no such split.'
    ]
  },
  {
    name: 'doubts',
    group: 'read',
    formats: ['plain', 'json'],
    summary: 'changes that are being checked, and tokens that need your OK, with their ids',
    more: [
      'A change in doubt counts only when it is confirmed: by answers that agree for a while, or by "accept". A token that needs your OK is one that Tokentray does not know, over your limit for such tokens.'
    ]
  },
  {
    name: 'export',
    group: 'read',
    argumentSyntax: 'history|holdings|activity',
    subjects: EXPORT_KINDS,
    formats: ['csv', 'json'],
    summary: 'a file for other programs; refused while balances are hidden',
    more: [
      'The values of exported holdings are what counts in the total, so that their sum is the total. CSV has exact numbers and times in UTC; text that a spreadsheet would run begins with an apostrophe.',
      '--at DATE exports the holdings of then, as far as they were recorded: the 20 largest, and the sum of all others; of the last poll all of them.'
    ],
    example: ['tokentray export holdings --at 2026-12-31 --output 2026.csv']
  },
  {
    name: 'watch',
    group: 'read',
    formats: WATCH_FORMATS,
    summary: 'the total now, and a line each time it changes; on Linux',
    more: [
      'Each line is what "total" prints in that format, jsonl what it prints as json. It comes at most 2 seconds after a change, or after the total turned stale, also while the app does not run. At least once a minute the line is repeated, in jsonl as {"kind":"alive","schemaVersion":1}. It ends with its reader.',
      'Where the app has nothing ready, "total" is run once, and then every 10 minutes at most. The script tokentray does this, of the Debian package, the tar.gz or a checkout (electron/resources/linux/tokentray.sh); the app itself does not.'
    ],
    example: ['tokentray watch --format jsonl']
  },
  {
    name: 'mcp',
    group: 'read',
    summary: 'serves the stored values to an assistant, read only, over the Model Context Protocol',
    more: [
      'What an assistant reads may leave this computer: most of them send it to the company that runs their model. It gets totals, chains, holdings, names of wallets, changes, history, activity and doubts. Keys are never read. Addresses, account IDs, counterparties and names of the address book are given with --addresses only. While balances are hidden, there are no amounts.',
      'An assistant starts it, writes JSON-RPC messages to its standard input, one a line, and reads the answers from its standard output (protocols 2026-07-28 and 2025-11-25). Every tool only reads the stored files: nothing is requested or changed. It ends when its input ends. Names of tokens come from strangers; they are marked as that, and an assistant must follow no instruction in them.'
    ],
    example: ['tokentray mcp --profile NAME']
  },
  { name: 'open', group: 'act', summary: 'shows the window' },
  { name: 'refresh', group: 'act', summary: 'refreshes the balances now' },
  { name: 'toggle', group: 'act', summary: 'hides balances, or shows them again' },
  { name: 'hide', group: 'act', summary: 'hides balances everywhere' },
  { name: 'show', group: 'act', summary: 'shows balances again' },
  {
    name: 'pause',
    group: 'act',
    argumentSyntax: '[1h|tomorrow|resumed]',
    subjects: PAUSE_DURATIONS,
    summary: 'stops polling for an hour, until tomorrow at 8, or until resumed (default)'
  },
  { name: 'resume', group: 'act', summary: 'resumes polling' },
  { name: 'quit', group: 'act', summary: 'ends the app' },
  {
    name: 'accept',
    group: 'act',
    argumentSyntax: 'ID|all',
    missingArgument: MISSING_ID,
    proposedSubjects: ['all'],
    summary: 'accepts a change in doubt, or includes a token; works without the running app too',
    more: [ABOUT_IDS]
  },
  {
    name: 'exclude',
    group: 'act',
    argumentSyntax: 'ID|all',
    missingArgument: MISSING_ID,
    proposedSubjects: ['all'],
    summary: 'excludes a token, or the tokens of a doubt; works without the running app too',
    more: [ABOUT_IDS]
  },
  {
    name: 'doctor',
    group: 'other',
    formats: ['plain', 'json'],
    summary: 'checks key, clock, network, keychain, tray and files',
    more: [
      'Asks the running app. Without it, only the checks that need no key are run. The report contains no address, amount or secret. Exit status 0 when no check failed, 1 when one did.'
    ]
  },
  {
    name: 'setup',
    group: 'other',
    summary: 'adds a key and wallets from JSON on standard input',
    more: [
      'The key goes to the keychain, the wallets to the settings: added, or replaced by name. A wallet is an account at OKX, or an address with its chains. projectId, host and the chains of an account may be left out. Everything is saved, or nothing: each wrong field is named with its line, and secrets are never repeated. Not while the app runs on this profile. Exit status 0 saved, 1 it could not be saved, 2 the input is wrong.'
    ],
    example: SETUP_EXAMPLE
  },
  {
    name: 'settings',
    group: 'other',
    argumentSyntax: 'export|import FILE',
    subjects: ['export', 'import'],
    summary: 'saves the settings to a file, or loads them from a file; never a secret'
  },
  {
    name: 'reset',
    group: 'other',
    summary: 'removes everything of the profile, the keys in the keychain too; needs --yes'
  },
  {
    name: 'help',
    group: 'other',
    argumentSyntax: '[COMMAND]',
    summary: 'this help, or the help of one command'
  },
  { name: 'version', group: 'other', summary: 'the version' }
];

export function factsOfCommand(name: string | null | undefined): CommandFacts | undefined {
  return COMMAND_LIST.find(command => command.name === name);
}

export const READ_COMMANDS = [
  'total',
  'chains',
  'tokens',
  'changes',
  'history',
  'doubts',
  'export',
  'watch',
  'help',
  'version'
] as const;

/** Serves an assistant until its input ends. */
export const MCP_COMMAND = 'mcp';

export type ReadCommand = (typeof READ_COMMANDS)[number];

/** The person's decision on a doubt, or on tokens that need an OK. */
export const DEEDS = ['accept', 'exclude'] as const;
export type Deed = (typeof DEEDS)[number];

/** Commands that are neither read commands nor actions of the tray menu. */
export const OTHER_COMMANDS = ['doctor', 'setup', 'settings', 'reset', ...DEEDS] as const;

export type Command = ReadCommand | typeof MCP_COMMAND | AppCommand | (typeof OTHER_COMMANDS)[number];

export const COMMANDS: readonly string[] = [
  ...READ_COMMANDS,
  MCP_COMMAND,
  ...APP_COMMANDS,
  ...OTHER_COMMANDS
];

/** An export is a file for other programs; its file name may determine the format. */
export function defaultFormat(command: Command | undefined, output = ''): string {
  if (command === 'export' && /\.json$/i.test(output)) return 'json';
  return factsOfCommand(command)?.formats?.[0] ?? 'plain';
}

// List of all command-line options: their commands, values and descriptions; parses the values of --since and --limit.
import { DAY_MS, HOUR_MS } from '../../shared/domain/durations';
import type { Range } from '../../shared/ipc/history-calls';
import type { CsvStyle } from '../core/export/csv';
import type { AskedMoment, Since } from '../core/history/period';
import type { Command } from './commands';

export interface OptionFacts {
  /** Without its two dashes. */
  readonly name: string;
  /** The value after the option, as help shows it; undefined: the option is a switch. */
  readonly value?: string;
  /** What the shell completions propose for the value. */
  readonly proposed?: readonly string[] | 'file' | 'folder';
  /** The commands that accept it; undefined: all of them. */
  readonly forCommands?: readonly Command[];
  /** Not refused, but without effect: the completions do not propose it with these commands. */
  readonly unfitFor?: readonly Command[];
  /** The same for every command: it is for a start of the app. */
  readonly isForStart?: boolean;
  /** For developers of the app; neither in help nor in the completions. */
  readonly isForDevelopers?: boolean;
  readonly summary: string;
}

/** Enough for some screens of a terminal. */
export const DEFAULT_LIMIT = 50;
/** For `--since` and `--range`: since the window or the menu was closed last. */
export const LOOKED = 'looked';
export const RANGE_VALUES: readonly Range[] = ['1d', '1w', '1m', '1y', 'all', LOOKED];
const PRINTING_COMMANDS: readonly Command[] = [
  'total',
  'chains',
  'tokens',
  'changes',
  'history',
  'doubts',
  'export',
  'watch',
  'doctor'
];

/** They print a balance. */
const BALANCE_COMMANDS: readonly Command[] = ['total', 'chains', 'tokens', 'export'];

/** They print of wallets, and so of a group of them. */
const GROUPED_COMMANDS: readonly Command[] = [...BALANCE_COMMANDS, 'changes', 'history', 'doubts'];

/** They read no file. */
const WITHOUT_PROFILE: readonly Command[] = ['help', 'version'];

/** What a value of an option means, where its option does not say it; the shells show it behind the value. */
export const VALUE_SUMMARIES: Readonly<Record<string, string>> = {
  plain: 'lines, with a tab between columns',
  json: 'exact numbers',
  jsonl: 'exact numbers, an object a line',
  csv: 'a table for spreadsheets',
  waybar: 'a module of waybar',
  polybar: 'a module of polybar',
  xbar: 'a menu of xbar or SwiftBar',
  '24h': 'a day',
  '7d': 'a week',
  '30d': 'a month',
  poll: 'what the last poll brought',
  '1d': 'a day',
  '1w': 'a week',
  '1m': 'a month',
  '1y': 'a year',
  all: 'everything',
  looked: 'since you looked last',
  semicolon: 'where numbers have a decimal comma',
  tab: 'TSV'
};

/** They print CSV. */
const TABLE_COMMANDS: readonly Command[] = ['history', 'export'];
export const SEPARATORS: Readonly<Record<string, CsvStyle['separator']>> = {
  comma: ',',
  semicolon: ';',
  tab: '\t'
};

export const OPTION_LIST: readonly OptionFacts[] = [
  {
    name: 'format',
    value: 'FORMAT',
    forCommands: PRINTING_COMMANDS,
    summary: 'output format; see each command'
  },
  {
    name: 'since',
    value: '24h|7d|30d|poll|looked|DATE',
    proposed: ['24h', '7d', '30d', 'poll', LOOKED],
    forCommands: ['changes'],
    summary:
      'start of the period; default 24h. poll: the changes of the last poll; looked: since the window or the menu was closed last; DATE: 2026-11-22 or 2026-11-22T09:00, local time'
  },
  {
    name: 'at',
    value: 'DATE',
    forCommands: BALANCE_COMMANDS,
    summary:
      'the balance of then: the last recorded one up to the end of that day, or up to a time such as 2026-12-31T18:00, local time'
  },
  {
    name: 'group',
    value: 'NAME',
    forCommands: GROUPED_COMMANDS,
    summary: 'only the wallets of this group, as if they were all there are'
  },
  {
    name: 'limit',
    value: 'N',
    forCommands: ['changes'],
    summary: `most entries of the activity to print, newest first; default ${DEFAULT_LIMIT}`
  },
  {
    name: 'range',
    value: '1d|1w|1m|1y|all|looked',
    proposed: RANGE_VALUES,
    forCommands: ['history'],
    summary: 'how far back; default 1d. looked: since the window or the menu was closed last'
  },
  {
    name: 'output',
    value: 'FILE',
    proposed: 'file',
    forCommands: ['export'],
    summary: 'writes to a file instead of standard output; a name that ends in .json makes it JSON'
  },
  {
    name: 'separator',
    value: 'comma|semicolon|tab',
    proposed: Object.keys(SEPARATORS),
    forCommands: TABLE_COMMANDS,
    summary: 'separator between CSV columns; default comma'
  },
  {
    name: 'decimal-comma',
    forCommands: TABLE_COMMANDS,
    summary: 'CSV numbers as 1234,56; needs a semicolon or tab as the separator'
  },
  {
    name: 'bom',
    forCommands: TABLE_COMMANDS,
    summary: 'starts CSV with a byte order mark, so that Excel reads it as UTF-8'
  },
  { name: 'force', forCommands: ['export', 'settings'], summary: 'replaces an existing file' },
  {
    name: 'addresses',
    forCommands: ['mcp'],
    summary: 'gives assistants addresses, account IDs, counterparties and names of the address book too'
  },
  { name: 'yes', forCommands: ['reset'], summary: 'confirms that everything is to be removed' },
  {
    name: 'profile',
    value: 'NAME',
    unfitFor: WITHOUT_PROFILE,
    summary: 'another profile: letters, digits, - and _, at most 40'
  },
  {
    name: 'user-data-dir',
    value: 'DIR',
    proposed: 'folder',
    unfitFor: WITHOUT_PROFILE,
    summary: 'stores everything in this folder'
  },
  {
    name: 'demo',
    unfitFor: [...WITHOUT_PROFILE, 'setup', 'settings'],
    summary: 'the demo portfolio, no key needed'
  },
  { name: 'hidden', isForStart: true, summary: 'starts without a window' },
  {
    name: 'help',
    unfitFor: WITHOUT_PROFILE,
    summary: 'this help, or the help of one command'
  },
  { name: 'version', isForStart: true, summary: 'the version' },
  { name: 'once', isForDevelopers: true, summary: 'ends after the pictures' },
  { name: 'pictures', value: 'DIR', isForDevelopers: true, summary: 'takes pictures of the window' },
  { name: 'all', isForDevelopers: true, summary: 'pictures of every scene' }
];

/** Null for any text but a whole number from 1 to 999999. */
export function parseLimit(text: string): number | null {
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;
}

/** By its name, or as itself; null for any other text. */
export function parseSeparator(text: string): CsvStyle['separator'] | null {
  const separator = Object.entries(SEPARATORS).find(([name, sign]) => text === name || text === sign);
  return separator?.[1] ?? null;
}

const DATE_PATTERN = /^(\d{4})-(\d{2})-(\d{2})(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/**
 * Null for any other text, and for days that do not exist in the month. A date begins at midnight, in local time
 * unless it gives a time zone.
 */
export function parseSince(text: string): Since | null {
  if (text === 'poll') return { kind: 'poll' };
  const [, count, unit] = /^([1-9]\d{0,3})([hd])$/.exec(text) ?? [];
  if (count) return { kind: 'span', ms: Number(count) * (unit === 'h' ? HOUR_MS : DAY_MS) };
  const at = parseDate(text);
  return at === null ? null : { kind: 'moment', at };
}

/** `lookedAt`: when the person looked last, ms. Null as for `parseSince`. */
export function sinceOf(text: string, lookedAt: number): Since | null {
  return text === LOOKED ? { kind: 'moment', at: lookedAt } : parseSince(text);
}

/** The end of a day, or a time of it. Null for any other text. */
export function parseAt(text: string): AskedMoment | null {
  const at = parseDate(text);
  if (at === null) return null;
  if (text.includes('T')) return { from: at - DAY_MS, until: at, isDay: false };
  const midnight = new Date(at);
  midnight.setDate(midnight.getDate() + 1);
  return { from: at, until: midnight.getTime() - 1, isDay: true };
}

function parseDate(text: string): number | null {
  const [, year, month, day, time = 'T00:00'] = DATE_PATTERN.exec(text) ?? [];
  const isCalendarDate =
    new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDate() === Number(day);
  const at = isCalendarDate ? Date.parse(`${year}-${month}-${day}${time}`) : NaN;
  return Number.isNaN(at) ? null : at;
}

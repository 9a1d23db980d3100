// List of all command-line options: their commands, values and descriptions; parses the values of --since and --limit.
import { DAY_MS, HOUR_MS } from '../../shared/domain/durations';
import type { Range } from '../../shared/ipc/history-calls';
import type { Since } from '../core/history/period';
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
  /** For developers of the app; neither in help nor in the completions. */
  readonly isForDevelopers?: boolean;
  readonly summary: string;
}

/** Enough for some screens of a terminal. */
export const DEFAULT_LIMIT = 50;
export const RANGE_VALUES: readonly Range[] = ['1d', '1w', '1m', '1y', 'all'];
const PRINTING_COMMANDS: readonly Command[] = [
  'total',
  'chains',
  'tokens',
  'changes',
  'history',
  'doubts',
  'export',
  'doctor'
];

export const OPTION_LIST: readonly OptionFacts[] = [
  {
    name: 'format',
    value: 'FORMAT',
    forCommands: PRINTING_COMMANDS,
    summary: 'how it is printed; see each command'
  },
  {
    name: 'since',
    value: '24h|7d|30d|poll|DATE',
    proposed: ['24h', '7d', '30d', 'poll'],
    forCommands: ['changes'],
    summary:
      'since when; usually 24h. poll: what the last poll brought; DATE: 2026-11-22 or 2026-11-22T09:00, local time'
  },
  {
    name: 'limit',
    value: 'N',
    forCommands: ['changes'],
    summary: `how many entries of the activity at most, the newest; usually ${DEFAULT_LIMIT}`
  },
  {
    name: 'range',
    value: '1d|1w|1m|1y|all',
    proposed: RANGE_VALUES,
    forCommands: ['history'],
    summary: 'how far back; usually 1d'
  },
  {
    name: 'output',
    value: 'FILE',
    proposed: 'file',
    forCommands: ['export'],
    summary: 'a file instead of standard output; its name may say .json'
  },
  { name: 'force', forCommands: ['export', 'settings'], summary: 'replaces a file that is there' },
  { name: 'yes', forCommands: ['reset'], summary: 'really does it' },
  {
    name: 'profile',
    value: 'NAME',
    summary: 'another profile: letters, digits, - and _, at most 40'
  },
  { name: 'user-data-dir', value: 'DIR', proposed: 'folder', summary: 'keeps everything in this folder' },
  { name: 'demo', summary: 'the demo portfolio, no key needed' },
  { name: 'hidden', summary: 'starts without a window' },
  { name: 'help', summary: 'help, or that of the command it stands with' },
  { name: 'version', summary: 'the version' },
  { name: 'once', isForDevelopers: true, summary: 'ends after the pictures' },
  { name: 'pictures', value: 'DIR', isForDevelopers: true, summary: 'takes pictures of the window' },
  { name: 'all', isForDevelopers: true, summary: 'pictures of every scene' }
];

/** Null for any text but a whole number from 1 to 999999. */
export function parseLimit(text: string): number | null {
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;
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
  const [, year, month, day, time = 'T00:00'] = DATE_PATTERN.exec(text) ?? [];
  const isCalendarDate =
    new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDate() === Number(day);
  const at = isCalendarDate ? Date.parse(`${year}-${month}-${day}${time}`) : NaN;
  return Number.isNaN(at) ? null : { kind: 'moment', at };
}

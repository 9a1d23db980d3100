// Runs the read commands: prints stored values, history and exports from the files of the profile.
// Synchronous: without display, key or network.
import { writeSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { DAY_MS } from '../../shared/domain/durations';
import { barReport, isBarFormat, barIssueReport } from './read-for-bars';
import type { ExportFormat, Range } from '../../shared/ipc/history-calls';
import type { BarFormat } from '../core/report/status-bar';
import {
  BYTE_ORDER_MARK,
  exportOf,
  isEmptyExport,
  mergePoints,
  type ExportInput,
  type ExportKind
} from '../core/export/export';
import {
  ageSuffix,
  portfolioFactsOf,
  type ComparedWith,
  NO_DATA,
  reportOf,
  EXIT_CODES,
  type PortfolioFacts,
  type Report,
  type ReportKind
} from '../core/report/output-formats';
import {
  nothingThen,
  recordedText,
  reportBalanceAt,
  stateOf,
  type BalanceFacts
} from '../core/report/balance-at';
import { heldCsv, heldJson, wholePoint } from '../core/export/held-tokens';
import { reportChanges } from '../core/report/changes';
import { reportDoubts } from '../core/report/doubts';
import { rangePoints, reportHistory } from '../core/report/history';
import { askedRange } from '../core/history/ranges';
import { isDiskFull } from '../adapters/storage/file-errors';
import { NOT_A_FILE } from '../adapters/storage/regular-file';
import { FileRefused, refusalSentence } from '../core/settings/file-formats';
import { dayOldPrices as pastDayOldPrices } from '../core/prices/day-old-prices';
import { FINEST_FIRST, type AskedMoment } from '../core/history/period';
import type { Arguments } from '../cli/arguments';
import type { ReadCommand } from '../cli/commands';
import { helpText } from '../cli/help';
import { saveFile } from '../cli/save-file';
import { LOOKED, parseAt, parseSince, sinceOf } from '../cli/options';
import { groupByName, groupsOf, membersOf } from '../core/groups/groups';
import { filesInGroup, storedFiles, type StoredFiles } from './stored-files';

/**
 * Prints, and gives the exit code. `program`: the words that start the app on this profile; empty: menus contain no
 * commands.
 */
export function runReadCommand(
  command: ReadCommand,
  args: Arguments,
  folder: string,
  version: string,
  program: readonly string[] = []
): number {
  if (command === 'help') return print(1, helpText(args.subject), 0);
  if (command === 'version') return print(1, version, 0);
  if (command === 'watch') return printError(noWatchReason(process.platform), 1);
  const now = Date.now();
  const since = parseSince(args.since);
  if (since?.kind === 'moment' && since.at > now) return printError(`"${args.since}" is in the future.`);
  const asked = args.at === null ? null : parseAt(args.at);
  if (asked && (asked.isDay ? asked.from : asked.until) > now)
    return printError(`"${args.at}" is in the future.`);
  try {
    const files = filesOf(storedFiles(folder), args.group);
    const compared = command === 'tokens' && args.format === 'json' ? comparedWith(files) : undefined;
    const { settings } = files;
    if (asksForLook(args) && settings.choices.lookedAt === 0)
      return isBar(args)
        ? print(1, barIssueReport(args.format, NEVER_LOOKED), 0)
        : printError(NEVER_LOOKED, 1);
    const all = portfolioFactsOf(files.snapshots, settings, files.chains, now, compared);
    const facts = files.group === undefined ? all : { ...all, group: files.group };
    const then = asked && balanceFacts(asked, files, facts);
    if (command === 'export') return runExport(args, files, facts, then);
    if (isBar(args)) return print(1, barReport(command, args, files, facts, program), 0);
    const { text, exitCode } = then
      ? reportBalanceAt(command as ReportKind, args.format, then)
      : reportFor(command, args, files, facts);
    return print(1, withMark(args, text), exitCode);
  } catch (thrown) {
    if (thrown instanceof NoSuchGroup && !isBar(args)) return printError(thrown.message);
    if (isBar(args)) return print(1, barIssueReport(args.format, unreadableReason(thrown)), 0);
    return print(2, `tokentray: ${unreadableReason(thrown)}`, 1);
  }
}

const NEVER_LOOKED =
  'There is no last look yet: the window and the menu were never closed since a wallet was added.';

function asksForLook({ command, since, range }: Arguments): boolean {
  return (command === 'changes' && since === LOOKED) || (command === 'history' && range === LOOKED);
}

/** The launcher does it without the app; an app that stays for a line of text would cost more than it shows. */
function noWatchReason(platform: NodeJS.Platform): string {
  const instead = 'run "tokentray total" every few seconds instead';
  if (platform !== 'linux') return `"watch" is there on Linux only: ${instead}.`;
  return `"watch" is done by the script "tokentray" of the Debian package or the tar.gz (electron/resources/linux/tokentray.sh in a checkout), not by the app itself. Without it ${instead}.`;
}

/** There is no such group, or it has no wallet: its message says which there are. */
class NoSuchGroup extends Error {}

/** `name`: of a group of wallets; null: all wallets. */
export function filesOf(files: StoredFiles, name: string | null): StoredFiles {
  if (name === null) return files;
  const { settings } = files;
  const group = groupByName(settings, name);
  if (group && membersOf(settings, group).size > 0) return filesInGroup(files, group);
  const names = groupsOf(settings).map(one => `"${one.name}"`);
  if (group) throw new NoSuchGroup(`The group "${group.name}" has no wallets.`);
  throw new NoSuchGroup(
    names.length === 0
      ? 'There are no groups of wallets: make one on the Wallets page of the window.'
      : `There is no group "${name}": use ${names.join(', ')}.`
  );
}

function balanceFacts(
  asked: AskedMoment,
  { pointAt, firstPointBefore, settings, chains }: StoredFiles,
  { portfolio, now, isHidden }: PortfolioFacts
): BalanceFacts {
  const until = Math.min(asked.until, now);
  const point = pointAt(until);
  const first = point ?? firstPointBefore(now);
  return {
    point: point && wholePoint(point, portfolio),
    firstAt: first?.at ?? null,
    asked: { ...asked, until },
    wallets: settings.wallets,
    chains,
    isHidden,
    now
  };
}

/** As in the window. The tokens need no history: if it cannot be read, only the moves of prices are missing. */
export function comparedWith(files: StoredFiles): ComparedWith | undefined {
  try {
    const period = files.period({ kind: 'span', ms: DAY_MS });
    const latest = period?.latest ?? files.points({ resolution: 'polls', since: 0 }).at(-1) ?? null;
    const isAsked = latest !== null && files.settings.choices.pastPrices;
    const dayOldPrices = isAsked ? pastDayOldPrices(files.pastPrices(), latest.at) : undefined;
    return { baseline: period?.baseline ?? null, latest, dayOldPrices };
  } catch {
    return undefined;
  }
}

function isBar(args: Arguments): args is Arguments & { format: BarFormat } {
  return isBarFormat(args.format);
}

/** Null: the error is another one. */
export function noFileReason(thrown: unknown): string | null {
  const { code, path = '' } = thrown as NodeJS.ErrnoException;
  if (code !== NOT_A_FILE) return null;
  return `${basename(path)} is a pipe, a device or a socket, not a file. Remove it, or restore the file.`;
}

export function unreadableReason(thrown: unknown): string {
  if (thrown instanceof NoSuchGroup) return thrown.message;
  if (thrown instanceof FileRefused) return refusalSentence(thrown.refusal);
  const noFile = noFileReason(thrown);
  if (noFile !== null) return noFile;
  const { code } = thrown as NodeJS.ErrnoException;
  if (code === 'EACCES' || code === 'EPERM')
    return `there is no permission to read the stored values (${code}). Check who owns the files of the profile.`;
  return 'the stored values cannot be read. Start the app: it sets a damaged file aside.';
}

function reportFor(
  command: Exclude<ReadCommand, 'help' | 'version' | 'export' | 'watch'>,
  { format, since, range, limit, csvStyle }: Arguments,
  files: StoredFiles,
  facts: PortfolioFacts
): Report {
  const { lookedAt } = files.settings.choices;
  switch (command) {
    case 'changes': {
      const from = sinceOf(since, lookedAt) ?? { kind: 'poll' };
      const period = files.period(from);
      const entries = period ? files.entries(period.baseline.at) : [];
      return reportChanges(format, facts, { period, entries, limit });
    }
    case 'history':
      return reportHistory(
        format,
        facts,
        rangePoints(askedRange(range as Range, lookedAt), facts.now, files.lastAt(), files.points),
        csvStyle
      );
    case 'doubts':
      return reportDoubts(format, facts);
    case 'total':
    case 'chains':
    case 'tokens':
      return reportOf(command, format, facts);
  }
}

function withMark({ hasByteOrderMark }: Arguments, text: string): string {
  return `${hasByteOrderMark ? BYTE_ORDER_MARK : ''}${text}`;
}

function runExport(
  args: Arguments,
  files: StoredFiles,
  facts: PortfolioFacts,
  then: BalanceFacts | null
): number {
  const { subject, format, csvStyle } = args;
  if (facts.isHidden)
    return printError(
      'Balances are hidden, so nothing was exported. Show them first: in the window, or with "tokentray show".',
      1
    );
  if (then) return runExportThen(args, then);
  const kind = subject as ExportKind;
  const input: ExportInput = {
    portfolio: facts.portfolio,
    wallets: files.settings.wallets,
    points:
      kind === 'history'
        ? mergePoints(FINEST_FIRST.map(resolution => files.points({ resolution, since: 0 })))
        : [],
    entries: kind === 'activity' ? files.entries() : []
  };
  if (isEmptyExport(kind, input)) return print(2, NO_DATA, EXIT_CODES.none);
  // Entries about removed wallets are exported as well.
  const exitCode = facts.state === 'none' ? EXIT_CODES.fresh : EXIT_CODES[facts.state];
  return printOrSave(
    args,
    exportOf(kind, format as ExportFormat, input, csvStyle),
    exitCode,
    ageSuffix(facts)
  );
}

function runExportThen(args: Arguments, then: BalanceFacts): number {
  const { point } = then;
  if (point === null) return print(2, nothingThen(then), EXIT_CODES.none);
  const text = args.format === 'json' ? heldJson(point, then) : heldCsv(point, then, args.csvStyle);
  return printOrSave(args, text, EXIT_CODES[stateOf(then)], `  (${recordedText(point, then)})`);
}

/** `suffix`: how old what is saved is. */
function printOrSave(args: Arguments, content: string, exitCode: number, suffix: string): number {
  const text = withMark(args, content);
  if (args.output === null) return print(1, text, exitCode);
  const file = resolve(process.env['INIT_CWD'] ?? '', args.output);
  const errorText = saveFile(file, `${text}\n`, args.isForced);
  return errorText === null ? print(1, `Saved ${file}${suffix}`, exitCode) : printError(errorText, 1);
}

export function printError(errorText: string, exitCode = 2): number {
  return print(
    2,
    `tokentray: ${errorText} ${exitCode === 2 ? 'See "tokentray help".' : ''}`.trimEnd(),
    exitCode
  );
}

export function printReport(text: string, exitCode: number): number {
  return print(1, text, exitCode);
}

const FULL_PIPE_WAIT_MS = 5;

function print(descriptor: 1 | 2, text: string, exitCode: number): number {
  const error = writeAll(descriptor, `${text}\n`);
  // Nothing can be said on standard error either.
  if (error === null || descriptor === 2) return exitCode;
  // A reader such as `head` closes the pipe when it has enough.
  return error.code === 'EPIPE' ? 0 : printError(unwrittenReason(error), 1);
}

/** Null: written. Synchronous, because the output must be written before process.exit. */
export function writeAll(descriptor: 1 | 2, text: string): NodeJS.ErrnoException | null {
  const waitCell = new Int32Array(new SharedArrayBuffer(4));
  for (let remaining = Buffer.from(text); remaining.length > 0;) {
    try {
      remaining = remaining.subarray(writeSync(descriptor, remaining));
    } catch (thrown) {
      const error = thrown as NodeJS.ErrnoException;
      if (error.code !== 'EAGAIN') return error;
      Atomics.wait(waitCell, 0, 0, FULL_PIPE_WAIT_MS);
    }
  }
  return null;
}

export function unwrittenReason(error: NodeJS.ErrnoException): string {
  const why = isDiskFull(error) ? 'the disk is full' : 'it is closed or cannot be written';
  return `The output cannot be written: ${why} (${error.code ?? '?'}).`;
}

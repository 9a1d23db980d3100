// The commands that read: synchronous from argv to exit, before anything of Electron wants a display, a key or the network.
import { writeSync } from 'node:fs';
import { resolve } from 'node:path';
import { barReport, isBarFormat, troubleReport } from './read-for-bars';
import type { ExportFormat, Range } from '../../shared/ipc/history-calls';
import type { BarFormat } from '../core/report/status-bar';
import {
  exportOf,
  isEmptyExport,
  mergePoints,
  type ExportInput,
  type ExportKind
} from '../core/export/export';
import {
  ageSuffix,
  portfolioFactsOf,
  NO_DATA,
  reportOf,
  EXIT_CODES,
  type PortfolioFacts,
  type Report
} from '../core/report/totals';
import { reportChanges } from '../core/report/changes';
import { rangePoints, reportHistory } from '../core/report/history';
import { FileRefused, refusalSentence } from '../core/settings/file-formats';
import { FINEST_FIRST, periodSince } from '../core/history/period';
import type { Flags } from '../cli/arguments';
import type { ReadingCommand } from '../cli/commands';
import { helpText } from '../cli/help';
import { chainFacts } from '../okx/chains';
import { saveFile } from '../cli/save-file';
import { parseSince } from '../cli/options';
import { storedFiles, type StoredFiles } from './stored-files';

/** Prints, and gives the exit status. `program`: the words that start the app on this profile; none: menus offer no commands. */
export function runReading(
  command: ReadingCommand,
  flags: Flags,
  folder: string,
  version: string,
  program: readonly string[] = []
): number {
  if (command === 'help') return print(1, helpText(flags.subject), 0);
  if (command === 'version') return print(1, version, 0);
  const now = Date.now();
  const since = parseSince(flags.since);
  if (since?.kind === 'moment' && since.at > now) return printMistake(`"${flags.since}" is still to come.`);
  try {
    const files = storedFiles(folder);
    const facts = portfolioFactsOf(files.snapshots, files.settings, chainFacts, now);
    if (command === 'export') return runExport(flags, files, facts);
    if (isBar(flags)) return print(1, barReport(command, flags, files, facts, program), 0);
    const { text, exitCode: status } = reportFor(command, flags, files, facts);
    return print(1, text, status);
  } catch (thrown) {
    if (isBar(flags)) return print(1, troubleReport(flags.format, whyUnread(thrown)), 0);
    return print(2, `tokentray: ${whyUnread(thrown)}`, 1);
  }
}

function isBar(flags: Flags): flags is Flags & { format: BarFormat } {
  return isBarFormat(flags.format);
}

function whyUnread(thrown: unknown): string {
  if (thrown instanceof FileRefused) return refusalSentence(thrown.refusal);
  const { code } = thrown as NodeJS.ErrnoException;
  if (code === 'EACCES' || code === 'EPERM')
    return `the stored values may not be read (${code}). Check who owns the files of the profile.`;
  return 'the stored values cannot be read. Start the app: it sets a damaged file aside.';
}

function reportFor(
  command: Exclude<ReadingCommand, 'help' | 'version' | 'export'>,
  { format, since, range }: Flags,
  files: StoredFiles,
  facts: PortfolioFacts
): Report {
  switch (command) {
    case 'changes': {
      const from = parseSince(since) ?? { kind: 'poll' };
      const stretch = periodSince(from, files.lines, files.book);
      return reportChanges(format, facts, stretch, stretch ? files.entries(stretch.baseline.at) : []);
    }
    case 'history':
      return reportHistory(
        format,
        facts,
        rangePoints(range as Range, facts.now, files.lastAt(), files.points)
      );
    case 'total':
    case 'chains':
    case 'tokens':
      return reportOf(command, format, facts);
  }
}

function runExport(
  { subject, format, output, isForced }: Flags,
  files: StoredFiles,
  facts: PortfolioFacts
): number {
  if (facts.isHidden)
    return printMistake(
      'Balances are hidden, so nothing was exported. Show them first: in the window, or with "tokentray show".',
      1
    );
  const what = subject as ExportKind;
  const given: ExportInput = {
    portfolio: facts.portfolio,
    wallets: files.settings.wallets,
    points:
      what === 'history'
        ? mergePoints(FINEST_FIRST.map(resolution => files.points({ resolution, since: 0 })))
        : [],
    entries: what === 'activity' ? files.entries() : []
  };
  if (isEmptyExport(what, given)) return print(2, NO_DATA, EXIT_CODES.none);
  // What is told of wallets that are gone is exported all the same.
  const status = facts.state === 'none' ? EXIT_CODES.fresh : EXIT_CODES[facts.state];
  const text = exportOf(what, format as ExportFormat, given);
  if (output === null) return print(1, text, status);
  const file = resolve(process.env['INIT_CWD'] ?? '', output);
  const mistake = saveFile(file, `${text}\n`, isForced);
  return mistake === null ? print(1, `Saved ${file}${ageSuffix(facts)}`, status) : printMistake(mistake, 1);
}

export function printMistake(mistake: string, status = 2): number {
  return print(2, `tokentray: ${mistake} ${status === 2 ? 'See "tokentray help".' : ''}`.trimEnd(), status);
}

export function printReport(text: string, status: number): number {
  return print(1, text, status);
}

/** Synchronous: what is printed must be out before process.exit. */
function print(descriptor: 1 | 2, text: string, status: number): number {
  for (let rest = Buffer.from(`${text}\n`); rest.length > 0;) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // A full pipe asks again; a reader that went away has read enough.
      if (code !== 'EAGAIN') return code === 'EPIPE' ? status : 1;
    }
  }
  return status;
}

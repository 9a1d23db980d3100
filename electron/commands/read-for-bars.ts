// Formats the output of the read commands for status bars (waybar, polybar, xbar).
// The exit code is always 0, because bars hide a command that fails; the output contains the state.
import { DAY_MS } from '../../shared/domain/durations';
import type { Range } from '../../shared/ipc/history-calls';
import type { Arguments } from '../cli/arguments';
import { BAR_FORMATS, type ReadCommand } from '../cli/commands';
import {
  barActions,
  barOfChanges,
  barOfHistory,
  barOfRows,
  barOfTotal,
  barOfIssue,
  barText,
  type Bar,
  type BarFormat
} from '../core/report/status-bar';
import type { PortfolioFacts } from '../core/report/output-formats';
import type { Since, Period } from '../core/history/period';
import { askedRange } from '../core/history/ranges';
import { rangePoints } from '../core/report/history';
import { sinceOf } from '../cli/options';
import type { StoredFiles } from './stored-files';

export const LAST_DAY: Since = { kind: 'span', ms: DAY_MS };

export function isBarFormat(format: string): format is BarFormat {
  return (BAR_FORMATS as readonly string[]).includes(format);
}

/** `program`: the words that start this app on this profile, before a command. */
export function barReport(
  command: ReadCommand,
  args: Arguments & { format: BarFormat },
  files: StoredFiles,
  facts: PortfolioFacts,
  program: readonly string[]
): string {
  return barText(args.format, barFor(command, args, files, facts), barActions(program, facts.isHidden));
}

export function barIssueReport(format: BarFormat, sentence: string): string {
  return barText(format, barOfIssue(sentence), []);
}

function barFor(command: ReadCommand, args: Arguments, files: StoredFiles, facts: PortfolioFacts): Bar {
  const { lookedAt } = files.settings.choices;
  switch (command) {
    case 'chains':
    case 'tokens':
      return barOfRows(command, facts);
    case 'changes': {
      const period = files.period(sinceOf(args.since, lookedAt) ?? LAST_DAY);
      const entries = period ? files.entries(period.baseline.at) : [];
      return barOfChanges(facts, { period, entries, limit: args.limit });
    }
    case 'history':
      return barOfHistory(
        facts,
        rangePoints(askedRange(args.range as Range, lookedAt), facts.now, files.lastAt(), files.points)
      );
    default:
      return barOfTotal(facts, changeOfDay(files));
  }
}

/** The total needs no history: if the history cannot be read, only the change is missing. */
function changeOfDay(files: StoredFiles): Period | null {
  try {
    return files.period(LAST_DAY);
  } catch {
    return null;
  }
}

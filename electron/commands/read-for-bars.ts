// What the reading commands print for a bar: always with status 0, because bars hide a command that fails. Its state is in what is printed.
import { DAY_MS } from '../../shared/domain/durations';
import type { Range } from '../../shared/ipc/history-calls';
import type { Flags } from '../cli/arguments';
import { BAR_FORMATS, type ReadingCommand } from '../cli/commands';
import {
  barOfChanges,
  barOfHistory,
  barOfRows,
  barOfTotal,
  barOfIssue,
  barText,
  type Bar,
  type BarAction,
  type BarFormat
} from '../core/report/status-bar';
import type { PortfolioFacts } from '../core/report/totals';
import { periodSince, type Since, type Period } from '../core/history/period';
import { rangePoints } from '../core/report/history';
import { parseSince } from '../cli/options';
import type { StoredFiles } from './stored-files';

const DAY: Since = { kind: 'span', ms: DAY_MS };

export function isBarFormat(format: string): format is BarFormat {
  return (BAR_FORMATS as readonly string[]).includes(format);
}

/** `program`: the words that start this app on this profile, before a command. */
export function barReport(
  command: ReadingCommand,
  flags: Flags & { format: BarFormat },
  files: StoredFiles,
  facts: PortfolioFacts,
  program: readonly string[]
): string {
  return barText(flags.format, barFor(command, flags, files, facts), barActions(program, facts.isHidden));
}

export function troubleReport(format: BarFormat, sentence: string): string {
  return barText(format, barOfIssue(sentence), []);
}

function barFor(command: ReadingCommand, flags: Flags, files: StoredFiles, facts: PortfolioFacts): Bar {
  switch (command) {
    case 'chains':
    case 'tokens':
      return barOfRows(command, facts);
    case 'changes': {
      const stretch = periodSince(parseSince(flags.since) ?? DAY, files.lines, files.book);
      return barOfChanges(facts, stretch, stretch ? files.entries(stretch.baseline.at) : []);
    }
    case 'history':
      return barOfHistory(facts, rangePoints(flags.range as Range, facts.now, files.lastAt(), files.points));
    default:
      return barOfTotal(facts, changeOfDay(files));
  }
}

/** The total needs no history: one that cannot be read costs the change alone. */
function changeOfDay(files: StoredFiles): Period | null {
  try {
    return periodSince(DAY, files.lines, files.book);
  } catch {
    return null;
  }
}

function barActions(program: readonly string[], isHidden: boolean): BarAction[] {
  if (program.length === 0) return [];
  const hide = isHidden ? ['Show balances', 'show'] : ['Hide balances', 'hide'];
  return [['Open Tokentray', 'open'], ['Refresh now', 'refresh'], hide].map(([label = '', word = '']) => ({
    label,
    words: [...program, word]
  }));
}

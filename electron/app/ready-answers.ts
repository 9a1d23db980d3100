// Lays answers ready for the launcher of the command line: what total and chains would print of what is believed.
import { readlinkSync, statSync } from 'node:fs';
import { uptime } from 'node:os';
import { join, resolve } from 'node:path';
import { DAY_MS, HOUR_MS } from '../../shared/domain/durations';
import { inLanguage, locale } from '../../shared/domain/language';
import type { LocalText } from '../../shared/text/time';
import { createAnswerFile } from '../adapters/storage/answer-file';
import { LAST_DAY } from '../commands/read-for-bars';
import { storedFiles } from '../commands/stored-files';
import { baselineOf } from '../core/history/history-point';
import { FINEST_FIRST } from '../core/history/period';
import type { Period } from '../core/history/period';
import { countingRuleOf } from '../core/portfolio/counting-rule';
import type { HistoryPoint } from '../core/ports/history-point';
import type { AnswersPort, BelievedState } from '../core/ports/world';
import { answersOf, answersText, holdOf, staleSteps, type AnswersHeader } from '../core/report/answers';
import { factsOfPortfolio } from '../core/report/output-formats';
import { answeredParts } from '../core/portfolio/portfolio';
import { staleMoments } from '../core/snapshots/staleness';

export interface ReadyAnswersOptions {
  /** Folder of the profile. */
  readonly folder: string;
  readonly version: string;
  /** The words that start this app on this profile, as the launcher does; null: they differ from start to start. */
  readonly program: readonly string[] | null;
  readonly clock: { readonly now: () => number };
  readonly log: (thrown: unknown) => void;
  /** For how long this computer runs, ms; null: the launcher cannot know it. */
  readonly uptimeMs?: () => number | null;
}

export function createReadyAnswers(options: ReadyAnswersOptions): AnswersPort {
  const { folder, log } = options;
  const file = createAnswerFile(folder, log);
  const zoneAtStart = systemZone();
  const localText = createLocalText();
  const lastDay = createLastDay(folder);
  const bootAt = createBootTime(options);
  let last: Laid | null = null;
  const removeAll = () => {
    last = null;
    file.write(null);
  };
  const lay = (believed: BelievedState) => {
    // Texts of the command line are in the time zone that this process began with.
    if (!isAnswerable(believed) || systemZone() !== zoneAtStart) return removeAll();
    if (last && isSame(last, believed) && file.isCurrent()) return;
    const { portfolio, settings, chains, snapshots, verification, staleAfterMs, points, now } = believed;
    // The rule names DeFi too, which is on no list of chains.
    const rule = countingRuleOf(settings, chains);
    const facts = { ...factsOfPortfolio(portfolio, settings, rule.chains, now), localText };
    const hold = holdOf(snapshots, staleAfterMs, now);
    const parts = { wallets: settings.wallets, snapshots, rule, staleAfterMs, verification };
    const moments = staleMoments(snapshots, now, staleAfterMs);
    const steps = staleSteps(hold, moments, at => answeredParts(parts, at));
    const answers = answersOf(facts, { period: lastDay(points), program: options.program, hold, steps });
    const until = Math.min(...answers.map(answer => answer.until));
    last = { inputs: inputsOf(believed), laidAt: now, until };
    file.write(answers.length === 0 ? null : answersText(headerOf(options, zoneAtStart, bootAt()), answers));
  };
  return {
    lay(believed) {
      try {
        inLanguage('en', () => lay(believed));
      } catch (thrown) {
        removeAll();
        log(thrown);
      }
    }
  };
}

/** What was laid, and what it was made of. */
interface Laid {
  readonly inputs: readonly unknown[];
  readonly laidAt: number;
  /** When the first of its answers no longer holds, ms. */
  readonly until: number;
}

function inputsOf({ settings, snapshots, verification, staleAfterMs, points }: BelievedState) {
  return [settings, snapshots, verification, staleAfterMs, points];
}

/** The clock alone moved. */
function isSame({ inputs, laidAt, until }: Laid, believed: BelievedState): boolean {
  const { now } = believed;
  return now >= laidAt && now < until && inputsOf(believed).every((input, index) => input === inputs[index]);
}

/** Making a formatter costs more than all texts of the answers. It keeps the time zone, as they do. */
function createLocalText(): LocalText {
  const formats = new Map<string, Intl.DateTimeFormat>();
  return (moment, options) => {
    const key = [locale(), ...Object.keys(options)].join();
    const format = formats.get(key) ?? new Intl.DateTimeFormat(locale(), options);
    formats.set(key, format);
    return format.format(moment);
  };
}

function headerOf(
  { version, program }: ReadyAnswersOptions,
  zoneFile: string,
  bootAt: number | null
): AnswersHeader {
  const zone = zoneOf(process.env['TZ']);
  return { version, zone, zoneFile, program: program?.join(' ') ?? '', bootAt };
}

/** Less than the kernel's uptime tells. */
const SAME_CLOCK_MS = 5;

/** When this computer started by the clock of now. Asked again only once the clock was set, or the computer slept. */
function createBootTime({ clock, uptimeMs = systemUptimeMs }: ReadyAnswersOptions): () => number | null {
  let known: { readonly bootAt: number | null; readonly clockAhead: number } | null = null;
  return () => {
    const now = clock.now();
    const clockAhead = now - performance.now();
    if (known && Math.abs(clockAhead - known.clockAhead) < SAME_CLOCK_MS) return known.bootAt;
    const sinceBoot = uptimeMs();
    known = { bootAt: sinceBoot === null ? null : Math.round(now - sinceBoot), clockAhead };
    return known.bootAt;
  };
}

/** As /proc/uptime says, in which the launcher reads it too. */
function systemUptimeMs(): number {
  return 1000 * uptime();
}

/** Unset is another zone than empty. */
function zoneOf(name: string | undefined): string {
  return name === undefined ? '' : `=${name}`;
}

/** Without wallets there is nothing to print, and what the files do not hold a command would not print either. */
function isAnswerable({ isStored, settings, portfolio, now }: BelievedState): boolean {
  return isStored && settings.wallets.length > 0 && portfolio.takenAt !== null && portfolio.takenAt <= now;
}

/** Where the link of the system's time zone leads; a process keeps the one it began with. "": it is no link. */
function systemZone(): string {
  try {
    return resolve('/etc', readlinkSync('/etc/localtime'));
  } catch {
    return '';
  }
}

/** The last 24 h, as the command finds them. Null: there are no two points. Undefined: not certain at the moment. */
type LastDay = (points: readonly HistoryPoint[]) => Period | null | undefined;

/** In memory while that is certain, otherwise in the files, which are read again only when the baseline may be another. */
function createLastDay(folder: string): LastDay {
  let known: Baseline | null = null;
  return points => {
    const latest = points.at(-1);
    if (!latest || !isInOrder(points)) return undefined;
    const baseline = baselineOf(points, latest.at);
    const dayAgo = latest.at - DAY_MS;
    // The file of the polls keeps all points of 25 h.
    if (baseline && baseline.at <= dayAgo && baseline.at >= dayAgo - HOUR_MS) return { baseline, latest };
    const files = historyFiles(folder);
    const reached = points.findLast(({ at }) => at <= dayAgo);
    if (known && known.reached === reached && isAppended(known.files, files))
      return { baseline: known.baseline, latest };
    const read = readLastDay(folder);
    if (!read) return points.length === 1 ? null : undefined;
    if (read.latest.at !== latest.at) return undefined;
    known = { files, reached, baseline: read.baseline };
    return { baseline: read.baseline, latest };
  };
}

/** What was found in the files. */
interface Baseline {
  readonly files: readonly FileMark[];
  /** The last point in memory that was a day old: the next one is another baseline. */
  readonly reached: HistoryPoint | undefined;
  readonly baseline: HistoryPoint;
}

/** The total needs no history: if it cannot be read, the command leaves the change out. */
function readLastDay(folder: string): Period | null {
  try {
    const files = storedFiles(folder);
    return files.period(LAST_DAY);
  } catch {
    return null;
  }
}

function isInOrder(points: readonly HistoryPoint[]): boolean {
  return points.every(({ at }, index) => at > (points[index - 1]?.at ?? 0));
}

/** Null: there is none. */
type FileMark = { readonly ino: number; readonly size: number } | null;

function historyFiles(folder: string): FileMark[] {
  return FINEST_FIRST.map(name => {
    const stats = statSync(join(folder, `history/${name}.jsonl`), { throwIfNoEntry: false });
    return stats ? { ino: stats.ino, size: stats.size } : null;
  });
}

/** New points are appended; whatever else happens to the history replaces a file by a smaller one. */
function isAppended(before: readonly FileMark[], now: readonly FileMark[]): boolean {
  return now.every((mark, index) => {
    const old = before[index];
    return !old || (mark !== null && mark.ino === old.ino && mark.size >= old.size);
  });
}

// Reads the files of a profile synchronously and without zod, for commands that must exit quickly.
import { join } from 'node:path';
import { DEFAULT_CHOICES, EMPTY_SETTINGS } from '../../shared/domain/default-settings';
import { SOURCES, type SourceId } from '../../shared/domain/sources';
import { cleanStoredName } from '../../shared/names/clean-name';
import type { Entry } from '../../shared/schema/activity';
import type { Settings } from '../../shared/schema/settings';
import type { StoredSnapshots } from '../../shared/schema/snapshot';
import { lastLines } from '../adapters/storage/last-lines';
import { readTextSync } from '../adapters/storage/regular-file';
import { groupScopeOf } from '../../shared/alerts/alert-rules';
import type { WalletGroup } from '../../shared/schema/wallet';
import { mergePoints } from '../core/export/export';
import { membersOf } from '../core/groups/groups';
import { pointsOfGroup } from '../core/groups/group-points';
import { settingsInGroup, snapshotsInGroup, verificationInGroup } from '../core/groups/in-group';
import {
  FINEST_FIRST,
  firstPointBefore,
  periodSince,
  pointAt,
  type Period,
  type Since
} from '../core/history/period';
import { decodeActivity } from '../core/alerts/activity-lines';
import {
  hasReadableLine,
  parsePoints,
  timeOf,
  parseTokenNumbers,
  type TokenNumbers
} from '../core/history/line-format';
import type { RangeRead } from '../core/history/ranges';
import type { ChainLookup } from '../core/ports/chain-facts';
import type { HistoryPoint } from '../core/ports/history-point';
import type { ListedChain } from '../core/ports/ports';
import type { StoredPastPrices } from '../core/ports/past-prices';
import type { Resolution } from '../core/ports/storage';
import { canonicalSettings, canonicalSnapshots, storedIdsOf } from '../core/settings/canonical-ids';
import {
  CHAINS_FORMAT,
  FileRefused,
  headerVersion,
  LINES_FORMAT,
  migrate,
  newerRefusal,
  PAST_PRICES_FORMAT,
  SETTINGS_FORMAT,
  SNAPSHOT_FORMAT,
  versionOf,
  type FileFormat
} from '../core/settings/file-formats';
import { chainLookup, mergeChains, type MergedChain } from '../okx/chains';

/**
 * Every function throws for a file that exists and cannot be read, and throws FileRefused for a file of a newer
 * Tokentray; a missing file is empty.
 */
export interface StoredFiles {
  /** The name of the group of wallets that they are of; absent: all wallets. */
  readonly group?: string;
  readonly settings: Settings;
  readonly snapshots: StoredSnapshots | null;
  /** The facts that the app uses too: OKX's list as last read, over the built-in table. */
  readonly chains: ChainLookup;
  /** Lines as written, oldest first; the last one may be cut off. */
  lines(resolution: Resolution): string[];
  /** Points, oldest first; damaged lines are left out. */
  points(need: RangeRead): HistoryPoint[];
  /** The first and the last point of a period; null: there are no two points. */
  period(since: Since): Period | null;
  /** The last point at that moment or before it, ms; null: there is none. */
  pointAt(until: number): HistoryPoint | null;
  /** The first point before that moment, ms; null: there is none. */
  firstPointBefore(end: number): HistoryPoint | null;
  readonly tokenNumbers: TokenNumbers;
  /** The past prices of each source; none of a file that cannot be read: then only they are missing. */
  pastPrices(): StoredPastPrices[];
  /** Time of the last poll that added a point, in ms; null: there is none. */
  lastAt(): number | null;
  /** Entries, newest first: all that are younger than `since` (ms), and some older ones; damaged lines are left out. */
  entries(since?: number): Entry[];
}

/** The same chains as a list, for what is only judged by them: a list that cannot be read is no reason to refuse. */
export function knownChains(folder: string): readonly MergedChain[] {
  try {
    return [...mergeChains(readListedChains(folder)).values()];
  } catch {
    return [...mergeChains([]).values()];
  }
}

export function storedFiles(folder: string): StoredFiles {
  const cachedTexts = new Map<string, string>();
  const historyText = (name: Resolution | 'tokens') => {
    const text = cachedTexts.get(name) ?? readLinesFile(folder, `history/${name}.jsonl`);
    cachedTexts.set(name, text);
    return text;
  };
  const linesOf = (resolution: Resolution) => historyText(resolution).split('\n');
  let read: TokenNumbers | null = null;
  const tokenNumbers = () => (read ??= parseTokenNumbers(historyText('tokens')));
  let stored: StoredSnapshots | null | undefined;
  const snapshots = () => {
    if (stored === undefined) stored = readJson<StoredSnapshots>(folder, 'snapshot.json', SNAPSHOT_FORMAT);
    return stored;
  };
  /** Settings are read beside snapshots that are not. */
  const readableSnapshots = () => {
    try {
      return snapshots();
    } catch {
      return null;
    }
  };
  return {
    get settings() {
      const file = readJson<Settings>(folder, 'config.json', SETTINGS_FORMAT);
      // The app's schema cleans them, which takes too long to load for a command.
      const wallets = (file?.wallets ?? []).map(wallet => ({
        ...wallet,
        name: cleanStoredName(wallet.name)
      }));
      const choices = { ...DEFAULT_CHOICES, ...file?.choices };
      const settings = { ...EMPTY_SETTINGS, ...file, wallets, choices };
      return canonicalSettings(settings, () => storedIdsOf(readableSnapshots()));
    },
    get snapshots() {
      const stored = snapshots();
      return stored && canonicalSnapshots(stored);
    },
    get chains() {
      return chainLookup(mergeChains(readListedChains(folder)));
    },
    get tokenNumbers() {
      return tokenNumbers();
    },
    pastPrices: () => (Object.keys(SOURCES) as SourceId[]).flatMap(source => readPastPrices(folder, source)),
    lines: linesOf,
    points: ({ resolution, since }) => parsePoints(historyText(resolution), tokenNumbers(), since),
    period: since => periodSince(since, linesOf, tokenNumbers()),
    pointAt: until => pointAt(until, linesOf, tokenNumbers()),
    firstPointBefore: end => firstPointBefore(end, linesOf, tokenNumbers()),
    lastAt: () =>
      historyText('polls')
        .split('\n')
        .map(timeOf)
        .findLast(at => at !== null) ?? null,
    entries: (since = -Infinity) => entriesIn(readActivityText(folder, since))
  };
}

/** The files as if the wallets of a group were all there are. */
export function filesInGroup(whole: StoredFiles, group: WalletGroup): StoredFiles {
  const { settings, snapshots } = whole;
  const members = membersOf(settings, group);
  const inGroup = (points: readonly HistoryPoint[]) => pointsOfGroup(points, members);
  const oneOf = (point: HistoryPoint | null) => (point ? (inGroup([point])[0] ?? null) : null);
  return {
    group: group.name,
    // What is not asked for is not read: a total needs no history.
    get chains() {
      return whole.chains;
    },
    get tokenNumbers() {
      return whole.tokenNumbers;
    },
    lines: whole.lines,
    pastPrices: whole.pastPrices,
    lastAt: whole.lastAt,
    settings: settingsInGroup(settings, members),
    snapshots: snapshots && storedInGroup(snapshots, members),
    points: (need: RangeRead) => inGroup(whole.points(need)),
    period(since: Since) {
      const period = whole.period(since);
      if (!period) return null;
      const from = period.baseline.at;
      const read = FINEST_FIRST.map(resolution => whole.points({ resolution, since: from }));
      // In order of arrival the last poll is the newest, whatever its clock said.
      const points = mergePoints([...read, [period.baseline, period.latest]]);
      const [baseline, ...others] = inGroup(points.filter(({ at }) => at <= period.latest.at));
      const latest = others.at(-1);
      return baseline && latest ? { baseline, latest } : null;
    },
    pointAt: (until: number) => oneOf(whole.pointAt(until)),
    firstPointBefore: (end: number) => oneOf(whole.firstPointBefore(end)),
    entries: (since?: number) =>
      whole
        .entries(since)
        .filter(
          ({ walletId }) =>
            walletId !== null && (members.has(walletId) || walletId === groupScopeOf(group.id))
        )
  };
}

function storedInGroup(stored: StoredSnapshots, members: ReadonlySet<string>): StoredSnapshots {
  const { verification } = stored;
  return {
    ...stored,
    wallets: snapshotsInGroup(stored.wallets, members),
    ...(verification && { verification: verificationInGroup(verification, members) })
  };
}

/**
 * Null: the file does not exist yet. Writes are atomic, so a file is always complete. An older format is converted to
 * today's.
 */
function readJson<Content>(folder: string, name: string, format: FileFormat): Content | null {
  const text = readContent(folder, name);
  if (text === null) return null;
  const stored: unknown = JSON.parse(text);
  const refusal = newerRefusal(name, versionOf(stored), format);
  if (refusal) throw new FileRefused(refusal);
  return migrate(stored, format) as Content;
}

/** None of a file that the app could not use either: it then works with the built-in table. */
function readListedChains(folder: string): readonly ListedChain[] {
  try {
    const { chains } =
      readJson<{ chains: readonly ListedChain[] }>(folder, 'chains.json', CHAINS_FORMAT) ?? {};
    const isListed = ({ chainIndex, name, shortName }: ListedChain) =>
      [chainIndex, name, shortName].every(text => typeof text === 'string');
    return chains?.every(isListed) ? chains : [];
  } catch {
    return [];
  }
}

function readPastPrices(folder: string, source: SourceId): StoredPastPrices[] {
  try {
    const stored = readJson<StoredPastPrices>(folder, `prices-${source}.json`, PAST_PRICES_FORMAT);
    const isWhole = Object.values(stored?.tokens ?? {}).every(({ hours }) => typeof hours === 'string');
    return stored && isWhole ? [stored] : [];
  } catch {
    return [];
  }
}

const TOKENS_FILE = 'history/tokens.jsonl';

/** Throws for a file without one readable line, which the app sets aside. */
function readLinesFile(folder: string, name: string): string {
  const text = readContent(folder, name) ?? '';
  refuseNewer(name, text.split('\n', 1)[0] ?? '');
  const lines = text.split('\n');
  const isOther = (line: string) => line.trim() !== '' && headerVersion(line) === null;
  if (!hasReadableLine(lines, name === TOKENS_FILE) && lines.some(isOther))
    throw new Error(`${name} has no readable line`);
  return text;
}

function entriesIn(text: string): Entry[] {
  const { entries, isDamaged } = decodeActivity(text);
  if (isDamaged) throw new Error('activity.jsonl has no readable line');
  return entries;
}

/** Matches the time of an entry, and of a line that refers to earlier entries and is younger than they are. */
const AT_FIELD = /"at":([^,}]+)/g;

/**
 * Read from the end, because only the order of writing leads to a time; a clock that ran ahead costs one more chunk.
 */
function readActivityText(folder: string, since: number): string {
  const isBefore = (lines: string) => {
    const times = [...lines.matchAll(AT_FIELD)].map(([, at]) => Number(at));
    return times.length > 0 && times.every(at => at <= since);
  };
  const read = lastLines(join(folder, 'activity.jsonl'), isBefore);
  refuseNewer('activity.jsonl', read?.header.replace(/^\uFEFF/, '') ?? '');
  return read?.text.replace(/^\uFEFF/, '') ?? '';
}

function refuseNewer(name: string, header: string): void {
  const refusal = newerRefusal(name, headerVersion(header) ?? 1, LINES_FORMAT);
  if (refusal) throw new FileRefused(refusal);
}

function readContent(folder: string, name: string): string | null {
  try {
    return readTextSync(join(folder, name)).replace(/^\uFEFF/, '');
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw thrown;
  }
}

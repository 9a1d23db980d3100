// Storage ports: the interfaces for the history, the activity log and files of lines.
import type { Entry } from '../../../shared/schema/activity';
import type { HistoryPoint, LastLedger } from './history-point';

/** Each resolution is one file: every poll of a day, then fewer points over a longer time. */
export type Resolution = 'polls' | 'five-minutes' | 'hours' | 'days';

export interface HistoryLog {
  /**
   * Gives the points of one resolution from `since` (ms) on, oldest first; the cost depends on these points only.
   * A line that a crash left incomplete is skipped; a file that cannot be read is renamed.
   */
  read(resolution: Resolution, since: number): Promise<Loaded<HistoryPoint[]>>;
  /** The point is safe on disk when this resolves; it also thins and prunes the other resolutions. */
  append(point: HistoryPoint): Promise<void>;
  /** Removes the point of this moment from every resolution. False: there is no such point. */
  remove(at: number): Promise<boolean>;
  /**
   * Removes a wallet from every point, as if it had never been counted. `last`: what it had come to, for the points after
   * it was removed; null: there is no point with it; absent: it is in all files up to now.
   */
  forget(walletId: string, last?: LastLedger | null): Promise<void>;
}

/** Files of lines, used for history and activity. Each file begins with the version of its format. */
export interface LineFiles {
  /** One write, safe on disk when it resolves; makes missing folders. Rejects with FileRefused for a newer file. */
  append(file: string, lines: readonly string[]): Promise<void>;
  /** The old file stays complete until the new one is on disk. Read the file first: the old content is not checked. */
  replace(file: string, lines: readonly string[]): Promise<void>;
  /**
   * Replaces each line by what `change` gives, null: by nothing; the old file stays complete until the new one is on
   * disk. Works in slices, so that a file of megabytes holds up nothing else. A file whose lines all stay is not
   * written. Resolves with whether any changed. Rejects with FileRefused for a newer file.
   */
  rewrite(file: string, change: (line: string) => string | null): Promise<boolean>;
  /** Gives all lines but the empty ones; no lines when there is no file. Rejects with FileRefused for a newer file. */
  readAll(file: string): Promise<string[]>;
  /** Gives the last lines in file order: reads chunks backwards until `isEnough` is true for the lines of a chunk. */
  readLast(file: string, isEnough: (lines: readonly string[]) => boolean): Promise<string[]>;
  /** Renames a file that cannot be read, and resolves with its new path. */
  setAside(file: string): Promise<string>;
}

export interface ActivityLog {
  /** Gives the entries from `since` (ms) on, newest first, with when and where each one was notified. */
  read(since: number): Promise<Loaded<Entry[]>>;
  /** The entries are safe on disk when this resolves. */
  append(entries: readonly Entry[]): Promise<void>;
  /** Records where and when entries that are already in the log were notified. */
  markNotified(ids: readonly string[], at: number, where: 'desktop' | 'window'): Promise<void>;
  /** Removes the entries of a wallet. */
  forget(walletId: string): Promise<void>;
}

/** A file that must not be changed or moved: nothing is written over it. */
export interface FileRefusal {
  /** Path below the profile's folder. */
  readonly file: string;
  /** `newer`: a later version of Tokentray wrote it. `unreadable`: it can be neither read nor moved. */
  readonly reason: 'newer' | 'unreadable';
  /** Versions of the file format: that of the file, and the latest one that this build can read. */
  readonly found?: number;
  readonly known?: number;
}

/** A file that could not be read was renamed to `setAsideAs`, or is left unchanged; it is never overwritten. */
export interface Loaded<Content> {
  readonly content: Content | null;
  readonly setAsideAs: string | null;
  readonly refused?: FileRefusal | undefined;
}

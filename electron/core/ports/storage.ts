// Storage ports: the interfaces for the history, the activity log and files of lines.
import type { Entry } from '../../../shared/schema/activity';
import type { HistoryPoint } from './history-point';

/** One file each: every poll of a day, then thinner and longer. */
export type Resolution = 'polls' | 'five-minutes' | 'hours' | 'days';

export interface History {
  /**
   * Points of one resolution from `since` (ms) on, oldest first, at the cost of those points. What a crash cut short is left
   * out; a file that cannot be read is set aside.
   */
  read(resolution: Resolution, since: number): Promise<Loaded<HistoryPoint[]>>;
  /** Safe on disk when it resolves; thins and prunes the other resolutions on the way. */
  append(point: HistoryPoint): Promise<void>;
  /** Takes the point of this moment out of every resolution. False: there is none. */
  remove(at: number): Promise<boolean>;
  /** Takes a wallet out of every point, as if it had never been counted. */
  forget(walletId: string): Promise<void>;
}

/** Files of lines, which history and activity are kept in. Each begins with the version of its format. */
export interface LineFiles {
  /** One write, safe on disk when it resolves, in folders that may not be there yet. Rejects with FileRefused for a newer file. */
  append(file: string, lines: readonly string[]): Promise<void>;
  /** The old file stays whole until the new one is on disk. Safe only after a reading: it does not look what it replaces. */
  replace(file: string, lines: readonly string[]): Promise<void>;
  /** All lines, the empty ones left out; none when there is no file. Rejects with FileRefused for a newer file. */
  readAll(file: string): Promise<string[]>;
  /** The last lines, in the file's order: reads on towards the beginning until `isEnough` says so of the lines of a chunk. */
  readLast(file: string, isEnough: (lines: readonly string[]) => boolean): Promise<string[]>;
  /** Renames a file that cannot be read, and gives its new path. */
  setAside(file: string): Promise<string>;
}

export interface ActivityLog {
  /** Entries from `since` (ms) on, newest first, with what is known of their telling. */
  read(since: number): Promise<Loaded<Entry[]>>;
  /** Safe on disk when it resolves. */
  append(entries: readonly Entry[]): Promise<void>;
  /** Notes where and when entries were told that are in the log already. */
  markNotified(ids: readonly string[], at: number, where: 'desktop' | 'window'): Promise<void>;
  /** Takes out what happened in a wallet. */
  forget(walletId: string): Promise<void>;
}

/** A file that stays where it is, as it is: nothing is written over it. */
export interface FileRefusal {
  /** Below the profile's folder. */
  readonly file: string;
  /** `newer`: a later Tokentray wrote it. `unreadable`: it can be neither read nor moved. */
  readonly reason: 'newer' | 'unreadable';
  /** Versions of its format: the file's, and the latest one that is understood. */
  readonly found?: number;
  readonly known?: number;
}

/** A file that could not be read was set aside under `setAsideAs`, or is left alone; it is never overwritten. */
export interface Loaded<Content> {
  readonly content: Content | null;
  readonly setAsideAs: string | null;
  readonly refused?: FileRefusal | undefined;
}

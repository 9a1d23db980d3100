// What the outside must offer to keep what was: the history and the activity.
import type { Entry } from '../../shared/activity';
import type { HistoryPoint } from './history';
import type { Loaded } from './ports';

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

export interface ActivityLog {
  /** Entries from `since` (ms) on, newest first, with what is known of their telling. */
  read(since: number): Promise<Loaded<Entry[]>>;
  /** Safe on disk when it resolves. */
  append(entries: readonly Entry[]): Promise<void>;
  /** Notes where and when entries were told that are in the log already. */
  told(ids: readonly string[], at: number, where: 'desktop' | 'window'): Promise<void>;
  /** Takes out what happened in a wallet. */
  forget(walletId: string): Promise<void>;
}

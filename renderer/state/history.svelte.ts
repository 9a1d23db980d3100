// The points that the history line shows: the last day comes with the state, longer ranges are asked for when they are looked at.
import type { Range } from '../../shared/record-calls';
import type { AppState, HistoryDot } from '../../shared/state';
import type { Tell } from './model.svelte';

/** A longer range is read again this long after the last time at the earliest. */
const STALE_MS = 60_000;
const DAY_MS = 24 * 60 * 60_000;

export class History {
  /** What was chosen; the line follows when its points have come. */
  range = $state<Range>('1d');
  #read = $state.raw<readonly HistoryDot[] | null>(null);
  #readAt = 0;
  #readOf: AppState['history'] | null = null;

  constructor(readonly tell: Tell) {}

  /** What is drawn: the points of before stay until those of another range are there. */
  dots(app: AppState, minute: number): readonly HistoryDot[] {
    if (this.#read) return withNewest(this.#read, app.history);
    return app.history.filter(dot => dot.at > minute - DAY_MS);
  }

  pick(range: Range, now: number): void {
    this.range = range;
    this.#readAt = now;
    if (range === '1d') this.#read = null;
    else void this.read();
  }

  /** After a new state: longer ranges are read again, at most once a minute. */
  follow(history: AppState['history'], now: number): void {
    const isSame = this.#readOf === history;
    if (this.range === '1d' || isSame || Math.abs(now - this.#readAt) < STALE_MS) return;
    this.#readOf = history;
    this.#readAt = now;
    void this.read();
  }

  forget(): void {
    this.range = '1d';
    this.#read = null;
  }

  async read(): Promise<void> {
    const { range } = this;
    if (range === '1d') return;
    const answer = await this.tell('history:read', { range });
    // An answer to what was chosen before says nothing about this range.
    if (answer && this.range === range) this.#read = answer.dots;
  }
}

/** Long ranges come thinned: the newest point of the day ends the line, so that it reaches the present. */
function withNewest(dots: readonly HistoryDot[], day: readonly HistoryDot[]): readonly HistoryDot[] {
  const last = dots.at(-1);
  if (!last) return day;
  const newer = day.filter(({ at }) => at > last.at);
  const newest = newer.at(-1);
  return newest ? [...dots, { ...newest, isAfterGap: newer.some(dot => dot.isAfterGap) }] : dots;
}

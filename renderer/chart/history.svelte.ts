// State of the history chart: range, subject and chart points; reads longer ranges from the main process.
import { MINUTE_MS, DAY_MS } from '../../shared/domain/durations';
import type { Range, RangeChange, Subject } from '../../shared/ipc/history-calls';
import type { AppState, ChartPoint } from '../../shared/schema/app-state';
import { isEverything, isSameSubject } from './scope';
import type { CallMain } from '../state/app-state.svelte';

/** A longer range is read again this long after the last time at the earliest. */
const STALE_MS = MINUTE_MS;

/** The move over what is drawn. */
export interface RangeMove {
  /** Null: nothing earlier is known. */
  readonly change: RangeChange | null;
  readonly range: Range;
}

interface HistoryReading {
  readonly range: Range;
  readonly subject: Subject;
  readonly chartPoints: readonly ChartPoint[];
  readonly change: RangeChange | null;
}

export class History {
  /** What was chosen; the line follows when its points have come. */
  range = $state<Range>('1d');
  #subject = $state.raw<Subject>({});
  #read = $state.raw<HistoryReading | null>(null);
  #readAt = 0;
  #readOf: AppState['history'] | null = null;
  /** The newest point that the state had when it was read, and that it has, ms. */
  #readUntil: number | undefined;
  #seenUntil: number | undefined;

  constructor(readonly callMain: CallMain) {}

  /** What is drawn: the points of before stay until those of another range are there. */
  chartPoints(app: AppState, minute: number): readonly ChartPoint[] {
    if (!this.#read) return app.history.filter(chartPoint => chartPoint.at > minute - DAY_MS);
    return isEverything(this.#read.subject)
      ? withNewest(this.#read.chartPoints, app.history)
      : this.#read.chartPoints;
  }

  /** Null while what was chosen is still on its way. */
  move({ portfolio: { change } }: AppState): RangeMove | null {
    if (this.#isDayOfAll) {
      const { prices, transfers, recounted } = change ?? {};
      const isSplit = prices !== undefined && transfers !== undefined && recounted !== undefined;
      const split = isSplit ? { prices, transfers, recounted } : null;
      return { range: '1d', change: change && { ...change, split } };
    }
    const read = this.#read;
    return read && isSameSubject(read.subject, this.#subject) ? read : null;
  }

  setRange(range: Range, now: number): void {
    this.range = range;
    this.#onChosen(now);
  }

  /** Everything, a chain or a wallet. */
  setSubject(subject: Subject, now: number): void {
    if (isSameSubject(subject, this.#subject)) return;
    this.#subject = subject;
    this.#onChosen(now);
  }

  /** After a new state: longer ranges are read again at most once a minute, the day of a part with every new point. */
  follow(history: AppState['history'], now: number): void {
    const isSame = this.#readOf === history;
    this.#seenUntil = history.at(-1)?.at;
    const isNew = this.range === '1d' && this.#seenUntil !== this.#readUntil;
    if (this.#isDayOfAll || isSame || (!isNew && Math.abs(now - this.#readAt) < STALE_MS)) return;
    this.#readOf = history;
    this.#markRead(now);
    void this.read();
  }

  forget(): void {
    this.range = '1d';
    this.#read = null;
    this.#readUntil = undefined;
  }

  async read(): Promise<void> {
    const [range, subject] = [this.range, this.#subject];
    if (this.#isDayOfAll) return;
    const answer = await this.callMain(
      'history:read',
      isEverything(subject) ? { range } : { range, subject }
    );
    // An answer to what was chosen before says nothing about this range.
    if (answer && this.range === range && this.#subject === subject)
      this.#read = { range, subject, ...answer };
  }

  get #isDayOfAll(): boolean {
    return this.range === '1d' && isEverything(this.#subject);
  }

  #markRead(now: number): void {
    this.#readAt = now;
    this.#readUntil = this.#seenUntil;
  }

  #onChosen(now: number): void {
    this.#markRead(now);
    if (this.#isDayOfAll) this.#read = null;
    else void this.read();
  }
}

/** Long ranges come thinned: the newest point of the day ends the line, so that it reaches the present. */
function withNewest(chartPoints: readonly ChartPoint[], day: readonly ChartPoint[]): readonly ChartPoint[] {
  const last = chartPoints.at(-1);
  if (!last) return day;
  const newer = day.filter(({ at }) => at > last.at);
  const newest = newer.at(-1);
  return newest
    ? [...chartPoints, { ...newest, isAfterGap: newer.some(chartPoint => chartPoint.isAfterGap) }]
    : chartPoints;
}

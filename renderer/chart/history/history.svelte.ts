// State of the history chart: range, subject and chart points; reads longer ranges from the main process.
import { MINUTE_MS, DAY_MS } from '../../../shared/domain/durations';
import type { DecimalText } from '../../../shared/domain/decimal';
import type { Range, RangeChange, Subject } from '../../../shared/ipc/history-calls';
import type { AppState, ChartPoint } from '../../../shared/schema/app-state';
import { countedKey, isEverything, isSameSubject } from './scope';
import type { CallMain } from '../../state/app-state.svelte';

/** Shortest time between two reads of a longer range. */
const STALE_MS = MINUTE_MS;

/** The change over the drawn range. */
export interface RangeMove {
  /** Null when no earlier value is known. */
  readonly change: RangeChange | null;
  readonly range: Range;
}

interface HistoryReading {
  readonly range: Range;
  readonly subject: Subject;
  readonly chartPoints: readonly ChartPoint[];
  readonly change: RangeChange | null;
}

const DAY_OF_ALL = { range: '1d', subject: {} } as const;

export class ChartHistory {
  /** The chosen range; the chart shows it once its points have been read. */
  range = $state<Range>('1d');
  #subject = $state.raw<Subject>(DAY_OF_ALL.subject);
  #read = $state.raw<HistoryReading | null>(null);
  #readAt = 0;
  #counted = '';
  #readOf: AppState['history'] | null = null;
  /** Moment of the newest point of the state at the last read, and of the newest point now, ms. */
  #readUntil: number | undefined;
  #seenUntil: number | undefined;

  constructor(readonly callMain: CallMain) {}

  /**
   * The drawn points: the previous points stay until those of another range have been read. `total`: what is shown
   * above the line, with which it ends.
   */
  chartPoints(app: AppState, minute: number, total: DecimalText): readonly ChartPoint[] {
    // The change is measured from a point that may be a little older than a day.
    const base = app.portfolio.change?.since;
    if (!this.#read) return app.history.filter(({ at }) => at > minute - DAY_MS || at === base);
    const { subject, chartPoints } = this.#read;
    return isSameSubject(subject, this.#subject) ? withNewest(chartPoints, app.history, total) : chartPoints;
  }

  /** Null until the chosen subject has been read. */
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

  /** What is drawn now. */
  get drawn(): Pick<HistoryReading, 'range' | 'subject'> {
    return this.#read ?? DAY_OF_ALL;
  }

  setRange(range: Range, now: number): void {
    this.range = range;
    this.#onChosen(now);
  }

  /** The subject is everything, a chain or a wallet. */
  setSubject(subject: Subject, now: number): void {
    if (isSameSubject(subject, this.#subject)) return;
    this.#subject = subject;
    this.#onChosen(now);
  }

  /**
   * Called after a new state. Longer ranges are read again at most once a minute, those of a day or less after every new
   * point, and all of them when something else counts than before, or the last look is another.
   */
  follow(app: AppState, now: number): void {
    const { history, choices } = app;
    const counted = countedKey(app);
    const isOther = counted !== this.#counted;
    const isSame = this.#readOf === history && !isOther;
    this.#seenUntil = history.at(-1)?.at;
    const isShort = this.range === '1d' || (this.range === 'looked' && now - choices.lookedAt < DAY_MS);
    const isNew = isOther || (isShort && this.#seenUntil !== this.#readUntil);
    this.#counted = counted;
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
    // An answer to an earlier choice does not apply to the current one.
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

/** Long ranges are thinned: the newest point of the day is appended, so that the line reaches the present. */
function withNewest(
  chartPoints: readonly ChartPoint[],
  day: readonly ChartPoint[],
  total: DecimalText
): readonly ChartPoint[] {
  const last = chartPoints.at(-1);
  const newer = day.filter(({ at }) => !last || at > last.at);
  const newest = newer.at(-1);
  if (newest) return [...chartPoints, { ...newest, total, ...gapOf(newer) }];
  return last ? [...chartPoints.slice(0, -1), { ...last, total }] : day;
}

/** A gap before any of these points is one before the last of them, with its cause if all have the same. */
function gapOf(points: readonly ChartPoint[]): Pick<ChartPoint, 'isAfterGap' | 'gapCause'> {
  const gaps = points.filter(({ isAfterGap }) => isAfterGap);
  const [first] = gaps;
  const isOne = gaps.every(({ gapCause }) => gapCause === first?.gapCause);
  return { isAfterGap: first !== undefined, gapCause: isOne ? first?.gapCause : undefined };
}

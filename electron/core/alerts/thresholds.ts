// What a move is measured from, and whether it just went over its threshold: once, and again only after it fell well below.
import {
  absolute,
  compareDecimals,
  decimal,
  isZero,
  multiply,
  type Decimal,
  type DecimalText
} from '../../../shared/domain/decimal';
import { DAY_MS } from '../../../shared/domain/durations';
import type { Mark } from '../../../shared/schema/alert-memory';
import type { Happening } from './alert-event';

const HUNDRED: Decimal = { units: 100n, scale: 0 };
/** Of the threshold: a move that fell below this part of it may cross it anew. */
const REARM: Decimal = { units: 8n, scale: 1 };

/**
 * `crossed`: over for the first time, or the other way; `over`: still, as the activity has it; `lingering`: just below;
 * `below`: nothing to tell, and free to cross.
 */
export type Stand = 'crossed' | 'over' | 'lingering' | 'below';

/** A mark holds for a day; after that the history says what to compare with, unless it reaches less far back. */
export function holds({ since }: Mark, historyFrom: number | null, now: number): boolean {
  return now - since < DAY_MS || historyFrom === null || historyFrom < since;
}

/** The way it went over the threshold untold, forgotten after a day: what still goes on then is worth saying. */
export function overOf(mark: Mark | undefined, now: number): Mark['over'] {
  return mark && now - mark.overAt < DAY_MS ? mark.over : null;
}

/** Nothing stands untold. */
export const NOT_OVER = { over: null, overAt: 0 } as const;

/** `from`: percent of `base`. Compared exactly: a rounded percent would cross too early. */
export function standOf(move: Decimal, base: Decimal, from: DecimalText, before: Mark['over']): Stand {
  const threshold = multiply(absolute(base), decimal(from));
  const size = multiply(absolute(move), HUNDRED);
  const isSameWay = before === wayOf(move);
  if (isZero(move) || isZero(base)) return 'below';
  if (compareDecimals(size, threshold) >= 0) return isSameWay ? 'over' : 'crossed';
  return isSameWay && compareDecimals(size, multiply(threshold, REARM)) >= 0 ? 'lingering' : 'below';
}

export function wayOf(move: Decimal): 'up' | 'down' {
  return move.units < 0n ? 'down' : 'up';
}

/** Over and not told: for a day nothing more is said of it while it stays over. */
export function over<Kept extends Mark>(mark: Kept, move: Decimal, now: number): Kept {
  return { ...mark, over: wayOf(move), overAt: now };
}

export interface Sight {
  /** Under which the memory has its mark. */
  readonly key: string;
  readonly stand: Stand;
  readonly happening: Happening;
}

export interface Watched<Kept> {
  readonly marks: Record<string, Kept>;
  /** Without those that are below their thresholds. */
  readonly sights: readonly Sight[];
}

/** The entries of this round: what crossed just now. */
export function crossings(sights: readonly Sight[]): Happening[] {
  return sights.filter(({ stand }) => stand === 'crossed').map(({ happening }) => happening);
}

// Kinds of doubts: changes that count only when they are confirmed, and what confirms each of them.
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from './durations';

/** What must agree before a change is believed: answers of different service times, and the time between them, ms. */
export interface Confirmation {
  readonly answers: number;
  readonly agreedMs: number;
}

/** Two answers, 15 s apart. */
export const QUICK_CONFIRMATION: Confirmation = { answers: 2, agreedMs: 15 * SECOND_MS };
const TEN_MINUTES: Confirmation = { answers: 3, agreedMs: 10 * MINUTE_MS };

export const CONFIRMATIONS = {
  /** An answer lacks counted holdings, or calls them zero. */
  missing: TEN_MINUTES,
  /** The same, and it has no row at all of a chain that had two or more. */
  'silent-chain': { answers: 3, agreedMs: HOUR_MS },
  /** OKX says that it does not support a chain that ever answered. */
  'refused-chain': { answers: 3, agreedMs: DAY_MS },
  /** An established token grows tenfold or arrives anew, and adds more than half of the total. */
  'leap-of-amount': QUICK_CONFIRMATION,
  /** An amount of the same digits with the point six places or more away. */
  'moved-point': TEN_MINUTES,
  /** A price ten times as high or as low as the last known one. */
  'leap-of-price': TEN_MINUTES,
  /** The service calls a token risky that counts. */
  'risk-flag': TEN_MINUTES
} as const satisfies Record<string, Confirmation>;

export type DoubtKind = keyof typeof CONFIRMATIONS;
export const DOUBT_KINDS = Object.keys(CONFIRMATIONS) as [DoubtKind, ...DoubtKind[]];

/** A refused chain on which nothing counts needs this only. */
export const REFUSED_WITHOUT_WORTH = TEN_MINUTES;

/** A longer gap between two answers that agree counts for this only: no sleep and no jump of the clock confirms. */
export const MAX_GAP_MS = 5 * MINUTE_MS;

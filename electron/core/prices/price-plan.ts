// Plan of past prices: what is asked next, and what an answer leaves in the store. Pure: the same input, the same plan.
import { DAY_MS, HOUR_MS } from '../../../shared/domain/durations';
import type { SourceId } from '../../../shared/domain/sources';
import type {
  PastPrice,
  PastPriceRequest,
  PricedToken,
  StoredPastPrices,
  StoredTokenPast
} from '../ports/past-prices';
import { seriesOf, textOf, withPoints } from './series';

/** The rest of the tokens has no past until one of them is looked at, however many a wallet is sent. */
export const MAX_PRICED_TOKENS = 200;
/** Eight days by hour, as one reply has them. */
const HOURS_KEPT_MS = 9 * DAY_MS;
const DAYS_KEPT_MS = 367 * DAY_MS;
/** The past of these is asked again, and only its end: young enough that no price of a day ago is missing. */
const HOURS_AGAIN_MS = 20 * HOUR_MS;
const DAYS_AGAIN_MS = 3 * DAY_MS;
/** So much of what is known is asked once more, because the last points may have been unfinished. */
const REREAD_MS = { '1h': 3 * HOUR_MS, '1d': 2 * DAY_MS } as const;
/** After the service refused as a whole. */
const REFUSED_MS = DAY_MS;

export const NO_PAST_PRICES: StoredPastPrices = { version: 1, refusedAt: null, tokens: {} };

const NOTHING_ASKED: StoredTokenPast = { hours: '', days: '', hoursAt: 0, daysAt: 0, isYearWhole: false };

/** A token that counts, with the key that it is asked with. */
export interface WantedToken extends PricedToken {
  /** `chainIndex/token`. */
  readonly token: string;
  readonly source: SourceId;
  readonly keyId: string;
}

export interface PriceQuestion {
  readonly wanted: WantedToken;
  readonly request: PastPriceRequest;
}

export interface PlanLimits {
  /** Tokens whose last request failed for another reason than the token. */
  readonly skipped: ReadonlySet<string>;
  /** Whether a day by day may be asked for now: a year is spread over hours. */
  readonly areDaysAllowed: boolean;
  /** Tokens that somebody looked at: asked first, and beyond the most that are asked otherwise. */
  readonly opened: ReadonlySet<string>;
}

/** A moment in the future, after the clock was set back, is treated as long ago. */
function isOlder(at: number, ms: number, now: number): boolean {
  return at === 0 || at > now || now - at >= ms;
}

export function isRefused({ refusedAt }: StoredPastPrices, now: number): boolean {
  return refusedAt !== null && !isOlder(refusedAt, REFUSED_MS, now);
}

/**
 * What is asked next; null: nothing. The last days of each token first, the most valuable first; then those that grew
 * old; then the year. `wanted`: the most valuable first.
 */
export function nextQuestion(
  wanted: readonly WantedToken[],
  storedOf: (source: SourceId) => StoredPastPrices,
  { skipped, areDaysAllowed, opened }: PlanLimits,
  now: number
): PriceQuestion | null {
  const isOpened = ({ token }: WantedToken) => opened.has(token);
  const asked = [
    ...wanted.filter(isOpened),
    ...wanted.slice(0, MAX_PRICED_TOKENS).filter(one => !isOpened(one))
  ];
  const open = asked
    .filter(({ token, source }) => !skipped.has(token) && !isRefused(storedOf(source), now))
    .map(one => ({ wanted: one, past: storedOf(one.source).tokens[one.token] ?? NOTHING_ASKED }));
  const hours =
    open.find(({ past }) => past.hoursAt === 0) ??
    open.find(({ past }) => isOlder(past.hoursAt, HOURS_AGAIN_MS, now));
  if (hours) return question(hours.wanted, '1h', beginAfter(hours.past.hours, '1h', now), null);
  if (!areDaysAllowed) return null;
  const days = open.find(({ past }) => past.daysAt === 0 || !past.isYearWhole);
  if (days) return question(days.wanted, '1d', null, seriesOf(days.past.days)[0]?.at ?? null);
  const again = open.find(({ past }) => isOlder(past.daysAt, DAYS_AGAIN_MS, now));
  return again ? question(again.wanted, '1d', beginAfter(again.past.days, '1d', now), null) : null;
}

function question(
  wanted: WantedToken,
  period: PastPriceRequest['period'],
  begin: number | null,
  end: number | null
): PriceQuestion {
  const { chainIndex, tokenAddress } = wanted;
  return { wanted, request: { chainIndex, tokenAddress, period, begin, end } };
}

/** Only the end of what is known is asked again; null: nothing is known, or only what is long gone. */
function beginAfter(series: string, period: PastPriceRequest['period'], now: number): number | null {
  const last = seriesOf(series).at(-1)?.at;
  const keptMs = period === '1h' ? HOURS_KEPT_MS : DAYS_KEPT_MS;
  return last === undefined || last > now || now - last >= keptMs ? null : last - REREAD_MS[period];
}

/** The store after an answer. A reply without points is an answer too: the service has no past of this token. */
export function withAnswer(
  stored: StoredPastPrices,
  { wanted, request }: PriceQuestion,
  points: readonly PastPrice[],
  now: number
): StoredPastPrices {
  const known = stored.tokens[wanted.token] ?? NOTHING_ASKED;
  const keptMs = request.period === '1h' ? HOURS_KEPT_MS : DAYS_KEPT_MS;
  const isKept = ({ at }: PastPrice) => at > now - keptMs && at <= now + DAY_MS;
  const before = seriesOf(request.period === '1h' ? known.hours : known.days);
  const series = withPoints(before, points).filter(isKept);
  const past =
    request.period === '1h'
      ? { ...known, hours: textOf(series), hoursAt: now }
      : {
          ...known,
          days: textOf(series),
          daysAt: now,
          isYearWhole: known.isYearWhole || isLastPage(request, before, points, now)
        };
  return { ...stored, refusedAt: null, tokens: { ...stored.tokens, [wanted.token]: past } };
}

/** Whether there is nothing older, or nothing older that is kept. */
function isLastPage(
  { end }: PastPriceRequest,
  before: readonly PastPrice[],
  points: readonly PastPrice[],
  now: number
): boolean {
  const oldest = points[0]?.at;
  if (oldest === undefined || oldest <= now - DAYS_KEPT_MS + DAY_MS) return true;
  return end !== null && oldest >= (before[0]?.at ?? Infinity);
}

/** The store of the tokens that somebody still holds; the same object when nothing is dropped. */
export function keptTokens(stored: StoredPastPrices, held: ReadonlySet<string>): StoredPastPrices {
  const all = Object.entries(stored.tokens);
  const kept = all.filter(([token]) => held.has(token));
  return kept.length === all.length ? stored : { ...stored, tokens: Object.fromEntries(kept) };
}

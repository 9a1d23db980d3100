// Ports of past prices: what one request asks, what a reply gives, and the file of each source that keeps them.
import type { DecimalText } from '../../../shared/domain/decimal';
import type { SourceId } from '../../../shared/domain/sources';
import type { HttpReply, PlannedRequest } from './ports';
import type { Loaded } from './storage';

export type PricePeriod = '1h' | '1d';

/** The price of a token at a moment, ms, on a whole minute. */
export interface PastPrice {
  readonly at: number;
  /** USD for one, above zero. */
  readonly price: DecimalText;
}

/** A token; "" is the native coin of its chain. */
export interface PricedToken {
  readonly chainIndex: string;
  readonly tokenAddress: string;
}

/** At most 200 points, the newest of the span. */
export interface PastPriceRequest extends PricedToken {
  readonly period: PricePeriod;
  /** ms; null: no limit on this side. */
  readonly begin: number | null;
  readonly end: number | null;
}

/** How the past of a token is requested, and how a reply is read. */
export interface PastPriceService {
  plan(source: SourceId, request: PastPriceRequest): PlannedRequest;
  /** Oldest first, each minute once. What has no price is left out. Throws Failure for anything but a success. */
  read(reply: HttpReply, receivedAt: number): PastPrice[];
}

/** What is kept of one token. */
export interface StoredTokenPast {
  /** `minute:price` of each point, oldest first, joined by commas: read only where it is needed. */
  readonly hours: string;
  readonly days: string;
  /** When each was last answered, ms; 0: never. */
  readonly hoursAt: number;
  readonly daysAt: number;
  /** Whether the days reach as far back as they are kept, or as far as the service has them. */
  readonly isYearWhole: boolean;
}

export interface StoredPastPrices {
  readonly version: 1;
  /** When the service refused past prices as a whole, ms; null: it did not. */
  readonly refusedAt: number | null;
  /** By `chainIndex/token`. */
  readonly tokens: Readonly<Record<string, StoredTokenPast>>;
}

/** One file a source. */
export interface PastPriceFiles {
  read(source: SourceId): Promise<Loaded<StoredPastPrices>>;
  /** Atomic: the old file stays complete until the new file is complete. */
  write(source: SourceId, content: StoredPastPrices): Promise<unknown>;
}

// Limits: of what settings may hold, and of the requests that a key sends to OKX.
// A file of its own, because schemas, handlers, import, rate limiter and schedule compute with the same ones.
import { SECOND_MS } from './durations';

/** More wallets could not be polled within a quarter of an hour with one key. */
export const MAX_WALLETS = 800;
export const MAX_CHAINS = 500;
/** Settings with more rules are not read. */
export const MAX_ALERT_RULES = 500;

/** One request a second is the safe budget at OKX; the rest is for its clock, by which it counts. */
export const REQUEST_SPACING_MS = SECOND_MS + 50;

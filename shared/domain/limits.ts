// Limits: of what settings may hold, and of the requests that a key sends to OKX.
// A file of its own, because schemas, handlers, import, rate limiter and schedule compute with the same ones.
import { MINUTE_MS, SECOND_MS } from './durations';

/** More wallets could not be polled within a quarter of an hour with one key. */
export const MAX_WALLETS = 800;
export const MAX_CHAINS = 500;
/** More would not be a menu that somebody reads. */
export const MAX_GROUPS = 30;
/** More rules are not imported; the rules for everything, which are added on reading, may come on top. */
export const MAX_ALERT_RULES = 500;

/** One request a second is the safe budget at OKX; the rest is for its clock, by which it counts. */
export const REQUEST_SPACING_MS = SECOND_MS + 50;

/** What a request is sent for, the most urgent first. `look`: to confirm a doubt; `other`: rates and lists of chains; `past`: past prices. */
export const REQUEST_PRIORITIES = ['person', 'round', 'look', 'other', 'past'] as const;
export type RequestPriority = (typeof REQUEST_PRIORITIES)[number];

/** The requests that looks of one key may cost in any minute: a third of what it can send. */
export const LOOK_REQUESTS_A_MINUTE = Math.floor(MINUTE_MS / REQUEST_SPACING_MS / 3);

// Request budget: the time between two requests of one key to OKX.
// A file of its own, because the rate limiter keeps to it and the schedule of the polls computes with it.
import { SECOND_MS } from './durations';

/** One request a second is the safe budget at OKX; the rest is for its clock, by which it counts. */
export const REQUEST_SPACING_MS = SECOND_MS + 50;

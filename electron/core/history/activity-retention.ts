// Activity retention: for how long the entries of the activity are stored and shown.
// A file of its own, because the store, the window's calls and the count of unseen entries keep to the same time.
import { DAY_MS } from '../../../shared/domain/durations';

/** Earlier entries cannot be viewed. */
export const ACTIVITY_RETENTION_MS = 90 * DAY_MS;

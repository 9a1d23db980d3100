// How far this computer's clock is from the service's, learnt from the Date header of each reply.

/** The header counts whole seconds, and the way takes time: what is less than this is no offset. */
const NOISE_MS = 3000;

/**
 * This computer's clock minus the service's, in ms; 0 within three seconds.
 * Null when the header is missing or no date: the known offset then stays.
 */
export function learnOffset(
  dateHeader: string | undefined,
  sentAt: number,
  receivedAt: number
): number | null {
  const served = dateHeader === undefined ? Number.NaN : Date.parse(dateHeader);
  if (Number.isNaN(served)) return null;
  const offsetMs = Math.round((sentAt + receivedAt) / 2 - (served + 500));
  return Math.abs(offsetMs) < NOISE_MS ? 0 : offsetMs;
}

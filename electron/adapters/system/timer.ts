// Provides the one timer that wakes the application for its next work.

/** setTimeout counts to 2^31 - 1 ms and fires at once above it. */
const MAX_DELAY_MS = 2 ** 31 - 1;

/** `wakeIn` replaces the time of the earlier call; null: the timer does not fire. */
export function createWakeTimer(onTimeout: () => void): (delayMs: number | null) => void {
  let timer: NodeJS.Timeout | undefined;
  return delayMs => {
    clearTimeout(timer);
    timer = delayMs === null ? undefined : setTimeout(onTimeout, Math.min(delayMs, MAX_DELAY_MS));
  };
}

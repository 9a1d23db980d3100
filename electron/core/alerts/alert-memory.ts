// Alert memory at the start of a round: removes expired moments, and corrects moments that lie in the future.
import { DAY_MS } from '../../../shared/domain/durations';
import type { AlertMemory, BaselineMark } from '../../../shared/schema/alert-memory';

/**
 * A clock that was set back must suppress no alert. So moments in the future are set to now in baseline marks, and are
 * forgotten everywhere else.
 */
export function pruneAlertMemory(memory: AlertMemory, now: number): AlertMemory {
  const toldAt = Object.entries(memory.toldAt).filter(([, at]) => at <= now);
  return {
    ...memory,
    prices: clampMarks(memory.prices, now),
    totals: clampMarks(memory.totals, now),
    toldAt: Object.fromEntries(toldAt),
    notices: memory.notices.filter(at => at <= now && now - at < DAY_MS),
    cappedAt: memory.cappedAt <= now ? memory.cappedAt : 0
  };
}

function clampMarks<MarkType extends BaselineMark>(
  baselineMarks: Record<string, MarkType>,
  now: number
): Record<string, MarkType> {
  const entries = Object.entries(baselineMarks);
  if (entries.every(([, { overAt, since }]) => overAt <= now && since <= now)) return baselineMarks;
  return Object.fromEntries(
    entries.map(([key, baselineMark]) => [
      key,
      {
        ...baselineMark,
        since: Math.min(baselineMark.since, now),
        overAt: Math.min(baselineMark.overAt, now)
      }
    ])
  );
}

/** The next price of the token becomes its baseline mark without an alert: the user has just accepted that price. */
export function withoutPriceMark(memory: AlertMemory, token: string): AlertMemory {
  const others = Object.entries(memory.prices).filter(([known]) => known !== token);
  return { ...memory, prices: Object.fromEntries(others) };
}

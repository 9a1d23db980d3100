// The memory of the alerts as it holds at this moment: nothing of what is gone, and nothing from ahead of the clock.
import { DAY_MS } from '../../../shared/domain/durations';
import type { AlertMemory, Mark } from '../../../shared/schema/alert-memory';

/** A clock that was set back must silence nothing: moments ahead of it count as now where they measure, and else are forgotten. */
export function recalled(memory: AlertMemory, now: number): AlertMemory {
  const toldAt = Object.entries(memory.toldAt).filter(([, at]) => at <= now);
  return {
    ...memory,
    prices: clamped(memory.prices, now),
    totals: clamped(memory.totals, now),
    toldAt: Object.fromEntries(toldAt),
    notices: memory.notices.filter(at => at <= now && now - at < DAY_MS),
    cappedAt: memory.cappedAt <= now ? memory.cappedAt : 0
  };
}

function clamped<Kept extends Mark>(marks: Record<string, Kept>, now: number): Record<string, Kept> {
  const entries = Object.entries(marks);
  if (entries.every(([, { overAt, since }]) => overAt <= now && since <= now)) return marks;
  return Object.fromEntries(
    entries.map(([key, mark]) => [
      key,
      { ...mark, since: Math.min(mark.since, now), overAt: Math.min(mark.overAt, now) }
    ])
  );
}

/** The next price of the token is its mark, silently: a person who accepts a price need not be told of it. */
export function withoutPrice(memory: AlertMemory, token: string): AlertMemory {
  const others = Object.entries(memory.prices).filter(([known]) => known !== token);
  return { ...memory, prices: Object.fromEntries(others) };
}

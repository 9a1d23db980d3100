// Alert memory: removes expired moments at the start of a round, and resets baseline marks after a notification.
import { DAY_MS } from '../../../shared/domain/durations';
import type { AlertEntry } from '../../../shared/schema/activity';
import type { AlertMemory, BaselineMark } from '../../../shared/schema/alert-memory';
import { NOT_OVER, type WatchedMove } from './thresholds';

const NO_CHANGE = { prices: '0', transfers: '0', growth: '1' } as const;

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

/** Doubts whose beginning was notified; one that ended is forgotten. `doubts`: those that go on, by id. */
export function rememberToldDoubts(
  memory: AlertMemory,
  notified: readonly AlertEntry[],
  doubts: Readonly<Record<string, unknown>>
): AlertMemory {
  const begun = notified.flatMap(entry =>
    entry.kind === 'doubt' && entry.phase === 'checking' ? (entry.doubtId ?? []) : []
  );
  const known = memory.toldDoubts ?? [];
  if (known.length + begun.length === 0) return memory;
  const toldDoubts = [...new Set([...known, ...begun])].filter(id => doubts[id] !== undefined);
  return { ...memory, toldDoubts };
}

/** The notified value becomes the baseline mark from which the next move is measured. */
export function resetBaselineMarks(
  memory: AlertMemory,
  notified: readonly AlertEntry[],
  watchedMoves: readonly WatchedMove[],
  now: number
): AlertMemory {
  const prices = { ...memory.prices };
  const totals = { ...memory.totals };
  const baselineMark = { since: now, ...NOT_OVER };
  for (const entry of notified) {
    if (entry.kind === 'total')
      totals[entry.walletId ?? ''] = { ...baselineMark, total: entry.to, ...NO_CHANGE };
    if (entry.kind !== 'price') continue;
    const watchedMove = watchedMoves.find(({ alertEvent }) => alertEvent.entry.holdingId === entry.holdingId);
    if (watchedMove) prices[watchedMove.key] = { ...baselineMark, value: entry.to };
  }
  return { ...memory, prices, totals };
}

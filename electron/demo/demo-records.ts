// The history and the activity of the demo: in memory, begun with what the made-up past brought.
import { MINUTE_MS, DAY_MS } from '../../shared/domain/durations';
import type { Entry } from '../../shared/schema/activity';
import type { HistoryPoint } from '../core/ports/history-point';
import type { ActivityLog, History } from '../core/ports/storage';
import { pointsWithoutWallet } from '../core/history/forget-wallet';

const STEP_MS = 5 * MINUTE_MS;
/** More than a day of polls every ten seconds, and the thinned weeks before. */
const MOST_POINTS = 15_000;

/** `past`: oldest first. */
export function demoActivity(past: readonly Entry[]): ActivityLog {
  let entries: readonly Entry[] = past;
  return {
    read(since) {
      const content = entries.filter(({ at }) => at >= since).reverse();
      return Promise.resolve({ content, setAsideAs: null });
    },
    append(added) {
      entries = [...entries, ...added];
      return Promise.resolve();
    },
    told(ids, at, where) {
      entries = entries.map(entry =>
        ids.includes(entry.id) ? { ...entry, toldAt: at, toldIn: where } : entry
      );
      return Promise.resolve();
    },
    forget(walletId) {
      entries = entries.filter(entry => entry.walletId !== walletId);
      return Promise.resolve();
    }
  };
}

/** Every demo begins at its own start: yesterday's made-up values would only look like a jump. */
export function demoHistory(past: readonly HistoryPoint[]): History {
  let points = [...past];
  return {
    read: async (_, since) => ({ content: points.filter(({ at }) => at >= since), setAsideAs: null }),
    append: async point => void (points = thinned([...points, point], point.at)),
    remove: async at => {
      const before = points.length;
      points = points.filter(point => point.at !== at);
      return points.length < before;
    },
    forget: async walletId => void (points = pointsWithoutWallet(points, walletId))
  };
}

/** A demo that runs for weeks keeps its last day whole, and one point in five minutes before. */
function thinned(points: HistoryPoint[], now: number): HistoryPoint[] {
  if (points.length < MOST_POINTS) return points;
  const bucket = (point: HistoryPoint | undefined) => Math.floor((point?.at ?? 0) / STEP_MS);
  return points.filter(
    (point, place) => point.at > now - DAY_MS || bucket(point) !== bucket(points[place + 1])
  );
}

// The history and the activity of the demo: in memory, begun with what the made-up past brought.
import type { Entry } from '../shared/activity';
import type { HistoryPoint } from './core/history';
import type { ActivityLog, History } from './core/records';
import { pointsWithoutWallet } from './core/without-wallet';

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
    }
  };
}

/** Every demo begins at its own start: yesterday's made-up values would only look like a jump. Nothing is thinned. */
export function demoHistory(past: readonly HistoryPoint[]): History {
  let points = [...past];
  return {
    read: async (_, since) => ({ content: points.filter(({ at }) => at >= since), setAsideAs: null }),
    append: async point => void points.push(point),
    remove: async at => {
      const before = points.length;
      points = points.filter(point => point.at !== at);
      return points.length < before;
    },
    forget: async walletId => void (points = pointsWithoutWallet(points, walletId))
  };
}

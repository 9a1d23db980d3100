// Generates the history and activity of the demo, by applying one year of market data through real poll rounds.
import { MINUTE_MS, HOUR_MS, DAY_MS } from '../../shared/domain/durations';
import type { Entry } from '../../shared/schema/activity';
import type { Settings } from '../../shared/schema/settings';
import { entryWithoutWallet, walletsEntry } from '../core/alerts/wallet-entries';
import { pointsWithoutWallet } from '../core/history/restated-points';
import { applyRound } from '../core/polling/round';
import type { HistoryPoint } from '../core/ports/history-point';
import type { ActivityLog, HistoryLog } from '../core/ports/storage';
import type { World } from '../core/ports/world';
import type { Polled } from '../core/snapshots/poll-outcome';
import { fitSnapshot } from '../core/snapshots/update-snapshot';
import { emptyModel, type Model } from '../core/state/model';
import { drivers } from '../okx/drivers';
import { DEMO_SEED } from './demo';
import { portfolioAt } from './market';

/** The resolutions of the stored history: older points are further apart. Each period ends where the next begins. */
const PERIODS = [
  { agoMs: 365 * DAY_MS, stepMs: DAY_MS },
  { agoMs: 30 * DAY_MS, stepMs: 3 * HOUR_MS },
  { agoMs: 25 * HOUR_MS, stepMs: 5 * MINUTE_MS }
] as const;

export interface Past {
  readonly model: Model;
  /** Both are ordered oldest first. */
  readonly points: readonly HistoryPoint[];
  readonly entries: readonly Entry[];
}

/** Generates the past up to the present; its last answers are as old as one step. */
export function pastOf(live: World, settings: Settings): Past {
  const end = live.clock.now();
  let at = 0;
  const world: World = { ...live, clock: { ...live.clock, now: () => at } };
  const snapshots = settings.wallets.map(wallet => fitSnapshot(undefined, wallet));
  let model: Model = { ...emptyModel('demo', DAY_MS), settings, snapshots };
  const points: HistoryPoint[] = [];
  const entries: Entry[] = [];
  for (const moment of momentsBefore(end)) {
    at = moment.at;
    // The polling interval of the points: without it every step would look like a gap.
    const worldAtInterval = { ...world, fixedIntervalMs: moment.stepMs };
    const applied = applyRound(model, polledAt(settings, at, end), worldAtInterval);
    model = applied.model;
    if (applied.point) points.push(applied.point);
    entries.push(...applied.entries.map(told));
  }
  const allEntries = [...entries, ...triedWallet(live, end)].sort((a, b) => a.at - b.at);
  return { model: { ...model, notifications: [] }, points, entries: allEntries };
}

/** A wallet that came and went within a day; it was empty, so that the line knows nothing of it. */
function triedWallet({ clock }: World, end: number): Entry[] {
  const wallet = { id: 'demo-old-phone', name: 'Old phone' };
  const act = (kind: 'wallet-added' | 'wallet-removed', agoMs: number) =>
    walletsEntry(kind, [wallet], { id: clock.newId(), at: end - agoMs, worthOf: () => '0' });
  return [act('wallet-added', 4 * DAY_MS), act('wallet-removed', 4 * DAY_MS - HOUR_MS)];
}

function momentsBefore(end: number): { at: number; stepMs: number }[] {
  return PERIODS.flatMap(({ agoMs, stepMs }, index) => {
    const nextMs = PERIODS[index + 1]?.agoMs ?? 0;
    const steps = Math.floor((agoMs - nextMs) / stepMs);
    return Array.from({ length: steps }, (_, step) => ({ at: end - agoMs + step * stepMs, stepMs }));
  });
}

function polledAt({ wallets, keys: [key] }: Settings, at: number, end: number): Polled[] {
  return wallets.map((wallet, index) => {
    const rows = portfolioAt(DEMO_SEED, at - end, index === 0 ? 'cold' : 'daily');
    const body = JSON.stringify({ code: '0', msg: '', data: [{ tokenAssets: rows }] });
    const reading = drivers[wallet.source].read({ status: 200, headers: {}, body }, wallet, at);
    const answers = [{ chains: null, reading, answeredAt: at, serviceTime: at }];
    const outcome = {
      answers,
      refusals: [],
      unsupported: [],
      remaining: null,
      requests: 1,
      clockOffsetMs: 0
    };
    return { wallet, key: { id: key?.id ?? '' }, outcome };
  });
}

/** Marks generated alerts as shown on the desktop, although none was. */
function told(entry: Entry): Entry {
  return entry.toldAt === null ? entry : { ...entry, toldIn: 'desktop' };
}

const STEP_MS = 5 * MINUTE_MS;
/** Enough for more than a day of polls every ten seconds, and the thinned weeks before. */
const MAX_POINTS = 15_000;

/** `past`: ordered oldest first. */
export function demoActivity(past: readonly Entry[]): ActivityLog {
  let entries: readonly Entry[] = past;
  return {
    read(since) {
      const content = entries.filter(({ at }) => at >= since).sort((a, b) => b.at - a.at);
      return Promise.resolve({ content, setAsideAs: null });
    },
    append(added) {
      const isAgain = ({ id }: Entry) => added.some(entry => entry.id === id);
      entries = [...entries.filter(entry => !isAgain(entry)), ...added];
      return Promise.resolve();
    },
    markNotified(ids, at, where) {
      entries = entries.map(entry =>
        ids.includes(entry.id) ? { ...entry, toldAt: at, toldIn: where } : entry
      );
      return Promise.resolve();
    },
    forget(walletId) {
      entries = entries.flatMap(entry => entryWithoutWallet(entry, walletId) ?? []);
      return Promise.resolve();
    }
  };
}

/** Every demo starts with new generated values: those of an earlier demo would only look like a jump. */
export function demoHistory(past: readonly HistoryPoint[]): HistoryLog {
  let points = [...past];
  return {
    read: async (_, since) => ({ content: points.filter(({ at }) => at >= since), setAsideAs: null }),
    append: async point => void (points = thinOut([...points, point], point.at)),
    remove: async at => {
      const before = points.length;
      points = points.filter(point => point.at !== at);
      return points.length < before;
    },
    forget: async (walletId, last) => void (points = pointsWithoutWallet(points, walletId, last))
  };
}

/** A demo that runs for weeks keeps all points of its last day, and one point in five minutes before. */
function thinOut(points: HistoryPoint[], now: number): HistoryPoint[] {
  if (points.length < MAX_POINTS) return points;
  const bucket = (point: HistoryPoint | undefined) => Math.floor((point?.at ?? 0) / STEP_MS);
  return points.filter(
    (point, index) => point.at > now - DAY_MS || bucket(point) !== bucket(points[index + 1])
  );
}

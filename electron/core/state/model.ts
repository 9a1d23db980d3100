// Model: the state of the main process, its initial value, and what is computed from it directly.
import { EMPTY_SETTINGS, UNTIL_RESUMED } from '../../../shared/domain/default-settings';
import { DAY_MS } from '../../../shared/domain/durations';
import type { Notification } from '../../../shared/schema/activity';
import type { AlertMemory } from '../../../shared/schema/alert-memory';
import type { AppState, Change, Portfolio } from '../../../shared/schema/app-state';
import type { Issue } from '../../../shared/schema/issue';
import type { Settings } from '../../../shared/schema/settings';
import type { WalletSnapshot } from '../../../shared/schema/snapshot';
import { baselineOf, changeSince, nextLedger } from '../history/history-point';
import type { HistoryPoint } from '../ports/history-point';
import type { Outcome } from '../snapshots/poll-outcome';
import type { Rates } from './second-currency';

export const EMPTY_ALERT_MEMORY: AlertMemory = {
  prices: {},
  totals: {},
  keys: {},
  polls: {},
  toldAt: {},
  notices: [],
  cappedAt: 0,
  held: []
};

/** How polling of one wallet stands. */
export interface PollSchedule {
  readonly failuresInRow: number;
  /** ms; null: not before settings change or "Refresh now". */
  readonly dueAt: number | null;
  /** When that was decided, ms: a clock that shows less was set back. */
  readonly appliedAt: number;
  /** Chains among which the hunt for a bad one goes on in the next round; absent: no hunt. */
  readonly remaining?: readonly string[] | null;
  /** Chains that the request for the DeFi part leaves out. */
  readonly withoutDefi?: Outcome['withoutDefi'];
  readonly emptyAnswer?: Outcome['emptyAnswer'];
}

/** What the model knows of the activity; its entries are in their file. */
export interface Activity {
  /** When the last entry came, ms; 0: none yet. */
  readonly latestAt: number;
  /** When each entry that was told happened, ms; those that the person has seen may be left out. */
  readonly notifiedAt: readonly number[];
}

export interface Model {
  readonly profile: AppState['profile'];
  readonly isLoaded: boolean;
  readonly settings: Settings;
  readonly snapshots: readonly WalletSnapshot[];
  readonly points: readonly HistoryPoint[];
  readonly pollSchedules: Readonly<Record<string, PollSchedule>>;
  readonly isRefreshing: boolean;
  readonly staleAfterMs: number;
  readonly issues: readonly Issue[];
  /** Told since the start, newest first. */
  readonly notifications: readonly Notification[];
  readonly alerts: AlertMemory;
  readonly activity: Activity;
  /** Per key: this computer's clock minus the service's, ms. */
  readonly clockOffsets: Readonly<Record<string, number>>;
  readonly rates: Rates;
}

export function emptyModel(profile: AppState['profile'], staleAfterMs: number): Model {
  return {
    profile,
    isLoaded: false,
    settings: EMPTY_SETTINGS,
    snapshots: [],
    points: [],
    pollSchedules: {},
    isRefreshing: false,
    staleAfterMs,
    issues: [],
    notifications: [],
    alerts: EMPTY_ALERT_MEMORY,
    activity: { latestAt: 0, notifiedAt: [] },
    clockOffsets: {},
    rates: {}
  };
}

export const MAX_DAY_CHART_POINTS = 240;

/** Whether nothing that is polled at all will be polled again by itself. */
export function isStopped({ settings, pollSchedules }: Model): boolean {
  const polled = settings.wallets.filter(wallet => !wallet.isPaused);
  return polled.length > 0 && polled.every(({ id }) => pollSchedules[id]?.dueAt === null);
}

/** Against the total that is shown: what was counted differently since the last point, such as a switch, is recounted. */
export function changeOf(points: readonly HistoryPoint[], portfolio: Portfolio): Change | null {
  const latest = points.at(-1);
  const baseline = latest && baselineOf(points, latest.at);
  if (!latest || !baseline) return null;
  const ledger = nextLedger(latest, [], portfolio.total);
  return changeSince(baseline, { ...latest, total: portfolio.total, ledger }, portfolio);
}

/** The earliest poll due, ms; null when none is. A wallet that was never polled waits for the end of a pause alone. */
export function nextDueAt({ settings, pollSchedules }: Model, now: number): number | null {
  const { pausedUntil } = settings.choices;
  if (pausedUntil >= UNTIL_RESUMED) return null;
  const isPaused = pausedUntil > now;
  const moments = settings.wallets.map(({ id, isPaused: isWalletPaused }) => {
    if (isWalletPaused) return null;
    const pollSchedule = pollSchedules[id];
    return pollSchedule ? pollSchedule.dueAt : isPaused ? pausedUntil : null;
  });
  const due = moments.filter(at => at !== null);
  return due.length === 0 ? null : Math.max(Math.min(...due), pausedUntil);
}

/** Applied to the model of the moment: it may have changed while the disk was busy. */
export type ModelUpdate = (model: Model) => Model;

/** As long as the activity is kept: nobody can look at what was before. */
export const ACTIVITY_RETENTION_MS = 90 * DAY_MS;

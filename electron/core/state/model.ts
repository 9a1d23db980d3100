// Model: the state of the main process, its initial value, and what is computed from it directly.
import { EMPTY_SETTINGS, UNTIL_RESUMED } from '../../../shared/domain/default-settings';
import type { Notification, WalletsEntry } from '../../../shared/schema/activity';
import type { AlertMemory } from '../../../shared/schema/alert-memory';
import type { AppState, Change, Portfolio } from '../../../shared/schema/app-state';
import type { Issue } from '../../../shared/schema/issue';
import type { Settings } from '../../../shared/schema/settings';
import type { WalletSnapshot } from '../../../shared/schema/snapshot';
import type { Wallet } from '../../../shared/schema/wallet';
import type { VerificationMemory } from '../../../shared/schema/verification';
import { baselineOf, changeSince, nextLedger } from '../history/history-point';
import { NO_INTERRUPTIONS, type Interruptions } from '../history/gap-cause';
import type { HistoryPoint } from '../ports/history-point';
import { emptyRowMemory, type RowMemory } from '../portfolio/holding-rows';
import type { Outcome } from '../snapshots/poll-outcome';
import { NO_PAST_PRICES, type PastPricesState } from '../portfolio/row-prices';
import { transferPartsOf, type TokenMove } from '../portfolio/transfer-parts';
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

export const EMPTY_VERIFICATION: VerificationMemory = {
  doubts: {},
  doubted: {},
  waiting: {},
  asked: [],
  refusedChains: {},
  tokens: {},
  outflows: [],
  gone: {},
  newest: {},
  askedAt: 0,
  hasNewQuestion: false,
  hasBaseline: false
};

/** The state of polling of one wallet. */
export interface PollSchedule {
  readonly failuresInRow: number;
  /** ms; null: no poll before the settings change or "Refresh now". */
  readonly dueAt: number | null;
  /** When the outcome was applied, ms: a clock that shows an earlier time was set back. */
  readonly appliedAt: number;
  /** Chains in which the next round continues the bisection for an unsupported one; absent: no bisection. */
  readonly remaining?: readonly string[] | null;
  /** Chains that the request for the DeFi part leaves out. */
  readonly withoutDefi?: Outcome['withoutDefi'];
}

/** The requests of looks that were started together with one key. */
export interface LookRequests {
  /** When the last of them was answered, ms; null: they are under way. */
  readonly endedAt: number | null;
  readonly requests: number;
}

/** The part of the activity that the model has; the entries are in their file. */
export interface ActivitySummary {
  /** When the last entry was added, ms; 0: none yet. */
  readonly latestAt: number;
  /** The time of each notified entry, ms; entries that the user has seen may be left out. */
  readonly notifiedAt: readonly number[];
  /** Entries of added wallets whose first value is still to come. */
  readonly awaitingWorth: readonly WalletsEntry[];
  /** What arrived and left in the time of the points that the model has. */
  readonly moves: readonly TokenMove[];
}

export interface Model {
  readonly profile: AppState['profile'];
  readonly isLoaded: boolean;
  readonly settings: Settings;
  readonly snapshots: readonly WalletSnapshot[];
  /** The doubts about them, and the past of tokens. */
  readonly verification: VerificationMemory;
  readonly points: readonly HistoryPoint[];
  readonly pollSchedules: Readonly<Record<string, PollSchedule>>;
  readonly isRefreshing: boolean;
  readonly staleAfterMs: number;
  readonly issues: readonly Issue[];
  /** The notifications since the start, newest first. */
  readonly notifications: readonly Notification[];
  readonly alerts: AlertMemory;
  /** Per key, for the limit of looks; forgotten at a restart. */
  readonly lookRequests: Readonly<Record<string, readonly LookRequests[]>>;
  readonly activity: ActivitySummary;
  /** Per key: this computer's clock minus the service's, ms. */
  readonly clockOffsets: Readonly<Record<string, number>>;
  readonly rates: Rates;
  readonly interruptions: Interruptions;
  readonly pastPrices: PastPricesState;
  /** No part of the state: what the last drawing of this profile made, so that equal rows stay the same objects. */
  readonly rowMemory: RowMemory;
}

export function emptyModel(profile: AppState['profile'], staleAfterMs: number): Model {
  return {
    profile,
    isLoaded: false,
    settings: EMPTY_SETTINGS,
    snapshots: [],
    verification: EMPTY_VERIFICATION,
    points: [],
    pollSchedules: {},
    isRefreshing: false,
    staleAfterMs,
    issues: [],
    notifications: [],
    alerts: EMPTY_ALERT_MEMORY,
    lookRequests: {},
    activity: { latestAt: 0, notifiedAt: [], awaitingWorth: [], moves: [] },
    clockOffsets: {},
    rates: {},
    interruptions: NO_INTERRUPTIONS,
    pastPrices: NO_PAST_PRICES,
    rowMemory: emptyRowMemory()
  };
}

export const MAX_DAY_CHART_POINTS = 240;

/** The wallets of `other` that `model` has not. */
export function missingIn({ settings }: Model, other: Model): Wallet[] {
  const ids = new Set(settings.wallets.map(({ id }) => id));
  return other.settings.wallets.filter(({ id }) => !ids.has(id));
}

/** Whether no wallet that is not paused will be polled again automatically. */
export function isStopped({ settings, pollSchedules }: Model): boolean {
  const polled = settings.wallets.filter(wallet => !wallet.isPaused);
  return polled.length > 0 && polled.every(({ id }) => pollSchedules[id]?.dueAt === null);
}

/**
 * The change up to the total that is shown: an amount counted differently since the last point, for example after a
 * setting changed, is recounted.
 */
export function changeOf(
  { points, settings, activity }: Pick<Model, 'points' | 'settings' | 'activity'>,
  portfolio: Portfolio
): Change | null {
  const latest = points.at(-1);
  const baseline = latest && baselineOf(points, latest.at);
  if (!latest || !baseline) return null;
  const ledger = nextLedger(latest, [], portfolio.total);
  const shown = { ...latest, total: portfolio.total, ledger };
  const change = changeSince(baseline, shown, portfolio, settings.verdicts);
  const transfersBy = transferPartsOf(activity.moves, change);
  return transfersBy.length === 0 ? change : { ...change, transfersBy };
}

/** The earliest due poll, ms; null: none. A wallet that was never polled waits only for the end of a pause. */
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

/** A change that is applied to the current model, which may have changed while the disk was busy. */
export type ModelUpdate = (model: Model) => Model;

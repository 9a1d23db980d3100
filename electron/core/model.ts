// The one state of the main process, and what is drawn from it.
import { EMPTY_SETTINGS } from '../../shared/default-settings';
import type { Settings } from '../../shared/settings';
import { reactionTo } from '../../shared/failure';
import type { FailureNote, WalletSnapshot } from '../../shared/snapshot';
import type { AppState, Notice, Portfolio, Trouble } from '../../shared/state';
import type { Chains } from './counted';
import { baselineOf, changeSince, dotsOf, type HistoryPoint } from './history';
import { portfolioOf } from './portfolio';

/** How polling of one wallet stands. */
export interface Run {
  readonly failuresInRow: number;
  /** ms; null: not before settings change or "Refresh now". */
  readonly dueAt: number | null;
}

export interface Model {
  readonly profile: AppState['profile'];
  readonly isLoaded: boolean;
  readonly settings: Settings;
  readonly snapshots: readonly WalletSnapshot[];
  readonly points: readonly HistoryPoint[];
  readonly runs: Readonly<Record<string, Run>>;
  readonly isRefreshing: boolean;
  readonly staleAfterMs: number;
  readonly troubles: readonly Trouble[];
  readonly notices: readonly Notice[];
  /** Per key: this computer's clock minus the service's, ms. */
  readonly clockOffsets: Readonly<Record<string, number>>;
}

export function emptyModel(profile: AppState['profile'], staleAfterMs: number): Model {
  return {
    profile,
    isLoaded: false,
    settings: EMPTY_SETTINGS,
    snapshots: [],
    points: [],
    runs: {},
    isRefreshing: false,
    staleAfterMs,
    troubles: [],
    notices: [],
    clockOffsets: {}
  };
}

const MOST_DOTS = 240;

export function stateOf(model: Model, chains: Chains, now: number): AppState {
  const { settings, points } = model;
  const portfolio = modelPortfolio(model, chains, now);
  const latest = points.at(-1);
  const baseline = latest ? baselineOf(points, latest.at) : null;
  const change = latest && baseline ? changeSince(baseline, latest, portfolio) : null;
  return {
    profile: model.profile,
    phase: phaseOf(model, portfolio),
    portfolio: { ...portfolio, change },
    polling: {
      isRefreshing: model.isRefreshing,
      nextAt: nextDueAt(model),
      pausedUntil: settings.choices.pausedUntil > now ? settings.choices.pausedUntil : 0,
      isStopped:
        settings.wallets.length > 0 && settings.wallets.every(({ id }) => model.runs[id]?.dueAt === null)
    },
    choices: settings.choices,
    keys: [...settings.keys],
    history: dotsOf(points, now, MOST_DOTS),
    troubles: [...model.troubles],
    notices: [...model.notices],
    failure: worstFailure(model.snapshots)
  };
}

export function modelPortfolio(model: Model, chains: Chains, now: number): Portfolio {
  const { settings, snapshots, staleAfterMs, points } = model;
  const rule = { chains, countRisky: settings.choices.countRisky };
  const baseline = baselineOf(points, now);
  return portfolioOf({ wallets: settings.wallets, snapshots, rule, staleAfterMs, baseline }, now);
}

function phaseOf(model: Model, portfolio: Portfolio): AppState['phase'] {
  if (!model.isLoaded) return 'loading';
  if (model.settings.wallets.length === 0) return 'first-run';
  return portfolio.takenAt === null && worstFailure(model.snapshots) === null ? 'loading' : 'ready';
}

/** The earliest poll due, ms; null when none is. */
export function nextDueAt(model: Model): number | null {
  const due = model.settings.wallets.map(({ id }) => model.runs[id]?.dueAt ?? null).filter(at => at !== null);
  return due.length === 0 ? null : Math.max(Math.min(...due), pausedUntil(model));
}

function pausedUntil(model: Model): number {
  return model.settings.choices.pausedUntil;
}

const RANK = { stop: 0, slow: 1, 'back-off': 2 } as const;

function worstFailure(snapshots: readonly WalletSnapshot[]): FailureNote | null {
  const notes = snapshots.map(snapshot => snapshot.failure).filter(note => note !== null);
  return notes.sort((a, b) => RANK[reactionTo(a.code)] - RANK[reactionTo(b.code)])[0] ?? null;
}

// App state: builds from the model the state that window and tray show: phase, portfolio, polling, worst failure.
import { compareReactions } from '../../../shared/domain/failure';
import { languageOf } from '../../../shared/domain/language';
import type { AppState, Portfolio } from '../../../shared/schema/app-state';
import type { WalletFailure, WalletSnapshot } from '../../../shared/schema/snapshot';
import { assetLookup } from '../assets/assets';
import { groupRowsOf } from '../groups/group-rows';
import { baselineOf } from '../history/history-point';
import { chartPointsOf } from '../history/ranges';
import { countingRuleOf } from '../portfolio/counting-rule';
import { portfolioOf } from '../portfolio/portfolio';
import type { ChainLookup } from '../ports/chain-facts';
import { isRefused } from './issues';
import { changeOf, nextDueAt, isStopped, MAX_DAY_CHART_POINTS, type Model } from './model';
import { secondCurrencyOf } from './second-currency';

function phaseOf(model: Model, portfolio: Portfolio): AppState['phase'] {
  if (!model.isLoaded) return 'loading';
  if (isRefused(model)) return 'refused';
  if (model.settings.wallets.length === 0) return 'first-run';
  const isWaiting = portfolio.takenAt === null && portfolio.partsExpected > 0;
  return isWaiting && worstFailure(model.snapshots) === null ? 'loading' : 'ready';
}

function worstFailure(snapshots: readonly WalletSnapshot[]): WalletFailure | null {
  const failures = snapshots.map(snapshot => snapshot.failure).filter(failure => failure !== null);
  return failures.sort((a, b) => compareReactions(a.code, b.code))[0] ?? null;
}

/** `preferred`: the system's languages, the most preferred first. */
export function stateOf(
  model: Model,
  chains: ChainLookup,
  now: number,
  preferred: readonly string[] = []
): AppState {
  const { settings, points } = model;
  const portfolio = modelPortfolio(model, chains, now);
  return {
    profile: model.profile,
    phase: phaseOf(model, portfolio),
    portfolio: {
      ...portfolio,
      ...groupRowsOf(settings, portfolio, points),
      change: changeOf(model, portfolio)
    },
    polling: {
      isRefreshing: model.isRefreshing,
      nextAt: nextDueAt(model, now),
      pausedUntil: settings.choices.pausedUntil > now ? settings.choices.pausedUntil : 0,
      isStopped: isStopped(model)
    },
    choices: settings.choices,
    language: languageOf(settings.choices.language, preferred),
    keys: [...settings.keys],
    history: chartPointsOf(points, now, MAX_DAY_CHART_POINTS, {
      portfolio,
      hasDefi: settings.choices.countDefi
    }),
    secondCurrency: secondCurrencyOf(settings.choices, model.rates),
    issues: [...model.issues],
    activity: activityStateOf(model),
    failure: worstFailure(model.snapshots)
  };
}

export function modelPortfolio(model: Model, chains: ChainLookup, now: number): Portfolio {
  const { settings, snapshots, staleAfterMs, points, verification, rowMemory, pastPrices } = model;
  const rule = countingRuleOf(settings, chains);
  const latest = points.at(-1) ?? null;
  const baseline = baselineOf(points, latest?.at ?? now);
  const { wallets } = settings;
  const input = {
    wallets,
    snapshots,
    rule,
    staleAfterMs,
    baseline,
    latest,
    dayOldPrices: settings.choices.pastPrices ? pastPrices.dayOld : undefined,
    verification,
    assetOf: assetLookup(settings.choices.joinWrapped),
    memory: rowMemory
  };
  return portfolioOf(input, now);
}

/** The activity as the surfaces get it: when an entry was last added, and how many entries the user has not seen. */
export function activityStateOf({
  activity: { latestAt, notifiedAt },
  settings
}: Model): AppState['activity'] {
  return { latestAt, unseen: notifiedAt.filter(at => at > settings.choices.activitySeenAt).length };
}

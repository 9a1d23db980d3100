// Makes from the app state what the tray shows: title, tooltip, icon and menu, as plain data.
import { headlineOf } from '../../../shared/text/headline';
import { profileTitle } from '../../../shared/text/names';
import { compactUsd, MASK, percentText, usd } from '../../../shared/text/money';
import type { AppState } from '../../../shared/schema/app-state';
import type { IconState } from './icon';
import { iconChangeText, iconText } from './icon-text';
import { summaryOf, trayMenuOf } from './menu';
import type { MenuRow } from './menu-rows';

export interface TrayView {
  /** The text beside the icon, macOS only. */
  readonly title: string;
  readonly tooltip: string;
  readonly icon: { readonly text: string | null; readonly state: IconState; readonly isDemo: boolean };
  readonly rows: readonly MenuRow[];
}

/** `present`: the current time, ms; a state with `stillAt` is shown as of that moment. */
export function trayViewOf(state: AppState, present: number): TrayView {
  const now = state.stillAt ?? present;
  const icon = {
    text: trayNumber(state),
    state: iconState(state, now),
    isDemo: state.profile === 'demo'
  };
  return { title: trayTitle(state), tooltip: tooltipOf(state, now), icon, rows: trayMenuOf(state, now) };
}

function hasTotal(state: AppState): boolean {
  return state.portfolio.takenAt !== null;
}

function iconState(state: AppState, now: number): IconState {
  if (state.choices.isHidden) return 'hidden';
  const headline = headlineOf(state, now);
  if (headline === 'failing') return 'error';
  if (headline === 'paused') return 'paused';
  return headline === 'stale' || headline === 'partial' ? 'stale' : 'normal';
}

function trayNumber(state: AppState): string | null {
  const { isHidden, trayText } = state.choices;
  if (!hasTotal(state) || isHidden || trayText === 'icon') return null;
  if (trayText !== 'change') return iconText(state.portfolio.total);
  const percent = state.portfolio.change?.percent;
  return percent == null ? null : iconChangeText(percent);
}

function trayTitle({ portfolio, choices }: AppState): string {
  if (portfolio.takenAt === null || choices.trayText === 'icon') return '';
  if (choices.isHidden) return MASK;
  const staleSign = portfolio.isStale ? ' ·' : '';
  if (choices.trayText === 'full') return usd(portfolio.total) + staleSign;
  if (choices.trayText === 'compact') return compactUsd(portfolio.total) + staleSign;
  const percent = portfolio.change?.percent;
  return percent == null ? '' : percentText(percent, 1, true) + staleSign;
}

/**
 * Total, change, age or state; the app's name last, where a long tooltip may be cut. While balances are hidden the change
 * is left out too: lists of a system keep the tooltips of icons.
 */
function tooltipOf(state: AppState, now: number): string {
  const { total, second, change, state: stateRows } = summaryOf(state, now);
  const isFailing = headlineOf(state, now) === 'failing';
  const states = stateRows.map(({ label }) => label);
  return [
    ...total.map(({ label }) => label),
    ...(state.choices.isHidden ? [] : change.slice(0, 1).map(({ label }) => label)),
    ...(isFailing ? states.reverse() : states),
    ...(state.choices.isHidden ? [] : second.map(({ label }) => label)),
    profileTitle(state.profileName)
  ].join('\n');
}

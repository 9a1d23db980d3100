// State -> the rows of the tray menu. On Linux it is the only sure surface, so it is complete by itself.
import { HOUR_MS } from '../../../shared/domain/durations';
import { reactionTo, type FailureCode } from '../../../shared/domain/failure';
import type { AppState, Change } from '../../../shared/schema/app-state';
import { failureBrief } from '../../../shared/text/failure-text';
import { isPaused, HEADLINE, pauseText } from '../../../shared/text/headline';
import { percentText, signedUsd, usd, MASK } from '../../../shared/text/money';
import { moverName } from '../../../shared/text/names';
import { secondAmount } from '../../../shared/text/second-currency';
import { momentText, sinceText } from '../../../shared/text/time';
import { MENU } from './menu-text';

const MOST_CHAINS = 20;

export function menuOf(state: AppState, now: number): MenuRow[] {
  return [
    ...aboutTotal(state, now),
    ...aboutChains(state),
    ...aboutMovers(state),
    SEPARATOR,
    ...actions(state, now)
  ];
}

function aboutChains(state: AppState): MenuRow[] {
  const { chains } = state.portfolio;
  const shown = chains.slice(0, MOST_CHAINS).map(chain => {
    const value = chain.isTestnet ? MENU.neverValued : money(state, usd(chain.value));
    return text(`${chain.name}  ${value}${chain.isStale ? ` · ${MENU.stale}` : ''}`);
  });
  if (chains.length > MOST_CHAINS) shown.push(text(MENU.moreChains(chains.length - MOST_CHAINS)));
  return shown.length === 0 ? [] : [SEPARATOR, ...shown];
}

function aboutMovers(state: AppState): MenuRow[] {
  const { change, chains } = state.portfolio;
  if (!change || change.movers.length === 0) return [];
  const rows = change.movers.map(mover => {
    const { amount, percent } = mover;
    const sign = amount.startsWith('-') ? '▼' : '▲';
    const share = percent === null ? '' : ` (${percentText(percent, 1, true)})`;
    return text(`${sign} ${moverName(mover, change, chains)}  ${money(state, signedUsd(amount))}${share}`);
  });
  return [SEPARATOR, ...rows];
}

function actions(state: AppState, now: number): MenuRow[] {
  const pause: MenuRow = isPaused(state, now)
    ? action(MENU.resume, 'resume')
    : {
        kind: 'submenu',
        label: MENU.pause,
        rows: [
          action(MENU.anHour, 'pause-an-hour'),
          action(MENU.tomorrow, 'pause-tomorrow'),
          action(MENU.untilResumed, 'pause-resumed')
        ]
      };
  const always = [SEPARATOR, action(MENU.settings, 'settings'), action(MENU.quit, 'quit')];
  if (state.phase === 'refused') return [action(MENU.open, 'open'), SEPARATOR, action(MENU.quit, 'quit')];
  if (state.phase === 'first-run') return [action(MENU.open, 'open'), ...always];
  const hide: MenuRow = { ...action(MENU.hide, 'toggle-hidden'), isChecked: state.choices.isHidden };
  const open = [
    action(MENU.open, 'open'),
    action(MENU.refresh, 'refresh'),
    pause,
    hide,
    action(MENU.copyTotal, 'copy-total')
  ];
  return [...open, ...always];
}

export type TrayAction =
  | 'open'
  | 'refresh'
  | 'pause-an-hour'
  | 'pause-tomorrow'
  | 'pause-resumed'
  | 'resume'
  | 'toggle-hidden'
  | 'copy-total'
  | 'settings'
  | 'quit';

export type MenuRow =
  | { readonly kind: 'text'; readonly label: string }
  | { readonly kind: 'separator' }
  | {
      readonly kind: 'action';
      readonly label: string;
      readonly action: TrayAction;
      readonly isChecked?: boolean;
    }
  | { readonly kind: 'submenu'; readonly label: string; readonly rows: readonly MenuRow[] };

export const SEPARATOR: MenuRow = { kind: 'separator' };

export function text(label: string): MenuRow {
  return { kind: 'text', label };
}

export function action(
  label: string,
  name: TrayAction
): { kind: 'action'; label: string; action: TrayAction } {
  return { kind: 'action', label, action: name };
}

/** The one place where the tray masks an amount. */
export function money(state: AppState, text: string): string {
  return state.choices.isHidden ? MASK : text;
}

export function aboutTotal(state: AppState, now: number): MenuRow[] {
  const whose = [state.profileName, state.profile === 'demo' ? MENU.demo : ''].filter(Boolean);
  const suffix = whose.map(name => ` · ${name}`).join('');
  if (state.phase === 'refused') return [text(MENU.refused + suffix)];
  if (state.phase === 'first-run') return [text(MENU.notConnected + suffix)];
  if (state.portfolio.takenAt === null) return [text(MENU.waiting + suffix), ...stateRows(state, now)];
  const total = text(money(state, usd(state.portfolio.total)) + suffix);
  return [total, ...secondRows(state, now), ...changeRows(state, now), ...stateRows(state, now)];
}

/** A rate that is no longer of this hour says when it was. */
function secondRows(state: AppState, now: number): MenuRow[] {
  const { second, portfolio } = state;
  if (!second) return [];
  const amount = `${money(state, secondAmount(portfolio.total, second))} ${second.code}`;
  const isOld = now - second.takenAt >= HOUR_MS;
  return [text(`≈ ${amount}${isOld ? ` · ${MENU.rateOf(momentText(second.takenAt, now))}` : ''}`)];
}

function changeRows(state: AppState, now: number): MenuRow[] {
  const { change } = state.portfolio;
  if (!change) return [];
  const sign = change.amount.startsWith('-') ? '▼' : change.amount === '0' ? '–' : '▲';
  const percent = change.percent === null ? '' : ` (${percentText(change.percent, 2, true)})`;
  return [
    text(`${sign} ${money(state, signedUsd(change.amount))}${percent} ${sinceText(change.since, now)}`),
    text(splitText(state, change))
  ];
}

function splitText(state: AppState, change: Change): string {
  const parts = [
    `${MENU.prices} ${money(state, signedUsd(change.prices))}`,
    `${MENU.transfers} ${money(state, signedUsd(change.transfers))}`
  ];
  if (change.recounted !== '0') parts.push(`${MENU.recounted} ${money(state, signedUsd(change.recounted))}`);
  return parts.join(' · ');
}

/** Nothing while nobody can tell: paused until resumed, or before the first round after a start. */
function nextTry(code: FailureCode, nextAt: number | null, now: number): string {
  if (reactionTo(code) === 'stop') return ` · ${MENU.stopped}`;
  return nextAt === null ? '' : ` · ${MENU.nextTry(momentText(nextAt, now))}`;
}

function stateRows(state: AppState, now: number): MenuRow[] {
  const { portfolio, polling, failure } = state;
  const { takenAt, partsAnswered, partsExpected } = portfolio;
  const rows: MenuRow[] = [];
  if (takenAt !== null) {
    const completeness =
      partsAnswered === partsExpected ? MENU.complete : HEADLINE.answered(partsAnswered, partsExpected);
    const moment = momentText(takenAt, now);
    const age = (portfolio.isStale ? MENU.staleSince : MENU.updated)(moment);
    rows.push(text(`${age} · ${completeness}`));
  }
  if (failure) {
    rows.push(text(failureBrief(failure.code) + nextTry(failure.code, polling.nextAt, now)));
  }
  if (isPaused(state, now)) rows.push(text(pauseText(polling.pausedUntil, now)));
  return rows;
}

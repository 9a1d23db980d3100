// Makes the rows of the tray menu from the app state.
// On Linux the menu is the only reliable surface, so it shows everything.
import { HOUR_MS } from '../../../shared/domain/durations';
import { reactionTo, type FailureCode } from '../../../shared/domain/failure';
import type { AppState, Change } from '../../../shared/schema/app-state';
import { isolateName } from '../../../shared/names/isolated-name';
import { failureBrief } from '../../../shared/text/failure-text';
import { isPaused, HEADLINE_TEXT, pauseText, shownDoubts } from '../../../shared/text/headline';
import { percentText, signedUsd, usd, MASK } from '../../../shared/text/money';
import { moverName } from '../../../shared/text/names';
import { secondAmount } from '../../../shared/text/second-currency';
import { momentText, sinceText } from '../../../shared/text/time';
import { TRAY_MENU_TEXT } from './menu-text';

const MAX_CHAINS = 20;

export function trayMenuOf(state: AppState, now: number): MenuRow[] {
  return [
    ...totalRows(state, now),
    ...verificationRows(state),
    ...chainRows(state),
    ...moverRows(state),
    SEPARATOR,
    ...actionRows(state, now)
  ];
}

/** What is being checked, and what needs the person's OK; each row opens its place in the window. */
function verificationRows({ phase, portfolio }: AppState): MenuRow[] {
  if (phase !== 'ready') return [];
  const doubts = shownDoubts(portfolio);
  const { count } = portfolio.waiting;
  return [
    ...(doubts > 0 ? [action(TRAY_MENU_TEXT.checkingChanges(doubts), 'show-doubts')] : []),
    ...(count > 0 ? [action(HEADLINE_TEXT.needOk(count), 'show-waiting')] : [])
  ];
}

function chainRows(state: AppState): MenuRow[] {
  const { chains } = state.portfolio;
  const chainTexts = chains.slice(0, MAX_CHAINS).map(chain => {
    const value = chain.isTestnet ? TRAY_MENU_TEXT.neverValued : maskAmount(state, usd(chain.value));
    return text(`${isolateName(chain.name)}  ${value}${chain.isStale ? ` · ${TRAY_MENU_TEXT.stale}` : ''}`);
  });
  if (chains.length > MAX_CHAINS)
    chainTexts.push(text(TRAY_MENU_TEXT.moreChains(chains.length - MAX_CHAINS)));
  return chainTexts.length === 0 ? [] : [SEPARATOR, ...chainTexts];
}

function moverRows(state: AppState): MenuRow[] {
  const { change, chains } = state.portfolio;
  if (!change || change.movers.length === 0) return [];
  const rows = change.movers.map(mover => {
    const { amount, percent } = mover;
    const sign = amount.startsWith('-') ? '▼' : '▲';
    const share = percent === null ? '' : ` (${percentText(percent, 1, true)})`;
    return text(
      `${sign} ${moverName(mover, change, chains)}  ${maskAmount(state, signedUsd(amount))}${share}`
    );
  });
  return [SEPARATOR, ...rows];
}

function actionRows(state: AppState, now: number): MenuRow[] {
  const pause: MenuRow = isPaused(state, now)
    ? action(TRAY_MENU_TEXT.resume, 'resume')
    : {
        kind: 'submenu',
        label: TRAY_MENU_TEXT.pause,
        rows: [
          action(TRAY_MENU_TEXT.anHour, 'pause-an-hour'),
          action(TRAY_MENU_TEXT.tomorrow, 'pause-tomorrow'),
          action(TRAY_MENU_TEXT.untilResumed, 'pause-resumed')
        ]
      };
  const lastRows = [
    SEPARATOR,
    action(TRAY_MENU_TEXT.settings, 'settings'),
    action(TRAY_MENU_TEXT.quit, 'quit')
  ];
  if (state.phase === 'refused')
    return [action(TRAY_MENU_TEXT.open, 'open'), SEPARATOR, action(TRAY_MENU_TEXT.quit, 'quit')];
  if (state.phase === 'first-run') return [action(TRAY_MENU_TEXT.open, 'open'), ...lastRows];
  const hide: MenuRow = {
    ...action(TRAY_MENU_TEXT.hide, 'toggle-hidden'),
    isChecked: state.choices.isHidden
  };
  const open = [
    action(TRAY_MENU_TEXT.open, 'open'),
    action(TRAY_MENU_TEXT.refresh, 'refresh'),
    pause,
    hide,
    action(TRAY_MENU_TEXT.copyTotal, 'copy-total')
  ];
  return [...open, ...lastRows];
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
  | 'show-doubts'
  | 'show-waiting'
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

const SEPARATOR: MenuRow = { kind: 'separator' };

export function text(label: string): MenuRow {
  return { kind: 'text', label };
}

export function action(
  label: string,
  name: TrayAction
): { kind: 'action'; label: string; action: TrayAction } {
  return { kind: 'action', label, action: name };
}

/** The only function in which the tray masks an amount. */
export function maskAmount(state: AppState, text: string): string {
  return state.choices.isHidden ? MASK : text;
}

export function totalRows(state: AppState, now: number): MenuRow[] {
  const profileParts = [state.profileName, state.profile === 'demo' ? TRAY_MENU_TEXT.demo : ''].filter(
    Boolean
  );
  const suffix = profileParts.map(name => ` · ${name}`).join('');
  if (state.phase === 'refused') return [text(TRAY_MENU_TEXT.refused + suffix)];
  if (state.phase === 'first-run') return [text(TRAY_MENU_TEXT.notConnected + suffix)];
  if (state.portfolio.takenAt === null)
    return [text(TRAY_MENU_TEXT.waiting + suffix), ...stateRows(state, now)];
  const total = text(maskAmount(state, usd(state.portfolio.total)) + suffix);
  return [total, ...secondCurrencyRows(state, now), ...changeRows(state, now), ...stateRows(state, now)];
}

/** A rate that is older than an hour is shown with its time. */
function secondCurrencyRows(state: AppState, now: number): MenuRow[] {
  const { secondCurrency: second, portfolio } = state;
  if (!second) return [];
  const amount = `${maskAmount(state, secondAmount(portfolio.total, second))} ${second.code}`;
  const isOld = now - second.takenAt >= HOUR_MS;
  return [text(`≈ ${amount}${isOld ? ` · ${TRAY_MENU_TEXT.rateOf(momentText(second.takenAt, now))}` : ''}`)];
}

function changeRows(state: AppState, now: number): MenuRow[] {
  const { change } = state.portfolio;
  if (!change) return [];
  const sign = change.amount.startsWith('-') ? '▼' : change.amount === '0' ? '–' : '▲';
  const percent = change.percent === null ? '' : ` (${percentText(change.percent, 2, true)})`;
  return [
    text(`${sign} ${maskAmount(state, signedUsd(change.amount))}${percent} ${sinceText(change.since, now)}`),
    text(breakdownText(state, change))
  ];
}

function breakdownText(state: AppState, change: Change): string {
  const parts = [
    `${TRAY_MENU_TEXT.prices} ${maskAmount(state, signedUsd(change.prices))}`,
    `${TRAY_MENU_TEXT.transfers} ${maskAmount(state, signedUsd(change.transfers))}`
  ];
  if (change.recounted !== '0')
    parts.push(`${TRAY_MENU_TEXT.recounted} ${maskAmount(state, signedUsd(change.recounted))}`);
  return parts.join(' · ');
}

/** Empty when the next try is not known: paused until resumed, or before the first round after a start. */
function nextTrySuffix(code: FailureCode, nextAt: number | null, now: number): string {
  if (reactionTo(code) === 'stop') return ` · ${TRAY_MENU_TEXT.stopped}`;
  return nextAt === null ? '' : ` · ${TRAY_MENU_TEXT.nextTry(momentText(nextAt, now))}`;
}

function stateRows(state: AppState, now: number): MenuRow[] {
  const { portfolio, polling, failure } = state;
  const { takenAt, partsAnswered, partsExpected } = portfolio;
  const rows: MenuRow[] = [];
  if (takenAt !== null) {
    const completeness =
      partsAnswered === partsExpected
        ? TRAY_MENU_TEXT.complete
        : HEADLINE_TEXT.answered(partsAnswered, partsExpected);
    const moment = momentText(takenAt, now);
    const age = (portfolio.isStale ? TRAY_MENU_TEXT.staleSince : TRAY_MENU_TEXT.updated)(moment);
    const doubts = shownDoubts(portfolio);
    const checking = doubts > 0 ? ` · ${HEADLINE_TEXT.checking(doubts)}` : '';
    rows.push(text(`${age} · ${completeness}${checking}`));
  }
  if (failure) {
    rows.push(text(failureBrief(failure.code) + nextTrySuffix(failure.code, polling.nextAt, now)));
  }
  if (isPaused(state, now)) rows.push(text(pauseText(polling.pausedUntil, now)));
  return rows;
}

// Makes the rows of the tray menu from the app state.
// On Linux the menu is the only reliable surface, so it shows everything.
import { HOUR_MS } from '../../../shared/domain/durations';
import { reactionTo, type FailureCode } from '../../../shared/domain/failure';
import type { NavigationTarget } from '../../../shared/ipc/contract';
import type { AppState, Change } from '../../../shared/schema/app-state';
import { isolateName } from '../../../shared/names/isolated-name';
import { failureBrief } from '../../../shared/text/failure-text';
import {
  isPaused,
  HEADLINE_TEXT,
  pauseText,
  CAUSES_TEXT,
  moneyCauses,
  shownDoubts
} from '../../../shared/text/headline';
import { percentText, signedUsd, usd, MASK } from '../../../shared/text/money';
import { localChainName, moverName } from '../../../shared/text/names';
import { secondAmount } from '../../../shared/text/second-currency';
import { momentText, sinceText } from '../../../shared/text/time';
import {
  action,
  aligned,
  rowsOf,
  SEPARATOR,
  withName,
  type ActionRow,
  type MenuRow,
  type TrayAction
} from './menu-rows';
import { TRAY_MENU_TEXT } from './menu-text';

const MAX_CHAINS = 20;
const OVERVIEW: NavigationTarget = { view: 'overview', holdingId: null };
const DIAGNOSTICS: NavigationTarget = { view: 'diagnostics', holdingId: null };

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
    ...(doubts > 0 ? [action(TRAY_MENU_TEXT.checkingChanges(doubts), OVERVIEW)] : []),
    ...(count > 0 ? [action(HEADLINE_TEXT.needOk(count), { view: 'doubts', holdingId: null })] : [])
  ];
}

/** Each opens its chain. The values come first: only they can stand below each other in every font. */
function chainRows(state: AppState): MenuRow[] {
  const { chains } = state.portfolio;
  const named = chains.slice(0, MAX_CHAINS);
  const values = aligned(
    named.map(({ isTestnet, value }) =>
      isTestnet ? TRAY_MENU_TEXT.neverValued : maskAmount(state, usd(value))
    )
  );
  const rows: MenuRow[] = named.map(({ chainIndex, name, isStale }, index) => {
    const suffix = isStale ? ` · ${TRAY_MENU_TEXT.stale}` : '';
    const label = withName(`${values[index]}  `, isolateName(localChainName(name)), suffix);
    return action(label, { ...OVERVIEW, chainIndex });
  });
  if (chains.length > MAX_CHAINS)
    rows.push(action(TRAY_MENU_TEXT.moreChains(chains.length - MAX_CHAINS), OVERVIEW));
  return rows.length === 0 ? [] : [SEPARATOR, ...rows];
}

/** Each opens its token. */
function moverRows(state: AppState): MenuRow[] {
  const { change, chains } = state.portfolio;
  if (!change || change.movers.length === 0) return [];
  const amounts = aligned(change.movers.map(({ amount }) => maskAmount(state, signedUsd(amount))));
  const rows = change.movers.map((mover, index) => {
    const { amount, percent, holdingId } = mover;
    const sign = amount.startsWith('-') ? '▼' : '▲';
    const share = percent === null ? '' : `  (${percentText(percent, 1, true)})`;
    const name = moverName(mover, change, chains);
    return action(withName(`${sign} ${amounts[index]}  `, name, share), { ...OVERVIEW, holdingId });
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
    action(TRAY_MENU_TEXT.settings, { view: 'settings', holdingId: null }),
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
    ...groupMenu(state),
    action(TRAY_MENU_TEXT.copyTotal, 'copy-total')
  ];
  return [...open, ...lastRows];
}

/** None while there are no groups of wallets; one without a wallet cannot be shown. */
function groupMenu({ portfolio: { groups = [] }, group: shown }: AppState): MenuRow[] {
  if (groups.length === 0) return [];
  const choice = (label: string, trayGroup: string | null): MenuRow => ({
    ...action(withName('', label, ''), { trayGroup }),
    isChecked: (shown?.id ?? null) === trayGroup
  });
  const named = groups.map(({ group }) => choice(isolateName(group.name), group.id));
  return [
    {
      kind: 'submenu',
      label: TRAY_MENU_TEXT.showInTray,
      rows: [choice(TRAY_MENU_TEXT.allWallets, null), ...named]
    }
  ];
}

/** The only function in which the tray masks an amount. */
export function maskAmount(state: AppState, text: string): string {
  return state.choices.isHidden ? MASK : text;
}

/** What the first rows say, each with what a click on it does. */
export interface Summary {
  /** The total copies itself; before there is one, its row opens the window. */
  readonly total: ActionRow[];
  readonly second: ActionRow[];
  readonly change: ActionRow[];
  /** Age and completeness, failure, pause: they open Diagnostics. */
  readonly state: ActionRow[];
}

export function totalRows(state: AppState, now: number): MenuRow[] {
  const { total, second, change, state: stateRows } = summaryOf(state, now);
  return [...total, ...second, ...change, ...stateRows];
}

export function summaryOf(state: AppState, now: number): Summary {
  const group = state.group && isolateName(state.group.name);
  const marks = [group, state.profileName, state.profile === 'demo' ? TRAY_MENU_TEXT.demo : ''].filter(
    Boolean
  );
  const head = (text: string, name: TrayAction) => rowsOf([text, ...(marks as string[])], name);
  const nothing = { second: [], change: [], state: [] };
  if (state.phase === 'refused') return { ...nothing, total: head(TRAY_MENU_TEXT.refused, 'open') };
  if (state.phase === 'first-run') return { ...nothing, total: head(TRAY_MENU_TEXT.notConnected, 'open') };
  if (state.portfolio.takenAt === null)
    return { ...nothing, total: head(TRAY_MENU_TEXT.waiting, 'open'), state: stateRowsOf(state, now) };
  return {
    total: head(maskAmount(state, usd(state.portfolio.total)), 'copy-total'),
    second: secondCurrencyRows(state, now),
    change: changeRows(state, now),
    state: stateRowsOf(state, now)
  };
}

/** A rate that is older than an hour is shown with its time. */
function secondCurrencyRows(state: AppState, now: number): ActionRow[] {
  const { secondCurrency: second, portfolio } = state;
  if (!second) return [];
  const amount = `${maskAmount(state, secondAmount(portfolio.total, second))} ${second.code}`;
  const isOld = now - second.takenAt >= HOUR_MS;
  const rate = isOld ? [TRAY_MENU_TEXT.rateOf(momentText(second.takenAt, now))] : [];
  return rowsOf([`≈ ${amount}`, ...rate], OVERVIEW);
}

function changeRows(state: AppState, now: number): ActionRow[] {
  const { change } = state.portfolio;
  if (!change) return [];
  const { prices } = change;
  const sign = prices.startsWith('-') ? '▼' : prices === '0' ? '–' : '▲';
  const percent = change.percent === null ? '' : ` (${percentText(change.percent, 2, true)})`;
  const amount = maskAmount(state, signedUsd(prices));
  return [
    action(`${CAUSES_TEXT.prices} ${sign} ${amount}${percent} ${sinceText(change.since, now)}`, OVERVIEW),
    ...rowsOf(breakdownOf(state, change), OVERVIEW)
  ];
}

function breakdownOf(state: AppState, change: Change): string[] {
  return moneyCauses(change, state.choices.isHidden).map(
    ({ name, amount }) => `${name} ${maskAmount(state, signedUsd(amount))}`
  );
}

/** Null when the next try is not known: paused until resumed, or before the first round after a start. */
function nextTryOf(code: FailureCode, nextAt: number | null, now: number): string | null {
  if (reactionTo(code) === 'stop') return TRAY_MENU_TEXT.stopped;
  return nextAt === null ? null : TRAY_MENU_TEXT.nextTry(momentText(nextAt, now));
}

function stateRowsOf(state: AppState, now: number): ActionRow[] {
  const { portfolio, polling, failure } = state;
  const { takenAt, partsAnswered, partsExpected } = portfolio;
  const rows: ActionRow[] = [];
  if (takenAt !== null) {
    const completeness =
      partsAnswered === partsExpected
        ? TRAY_MENU_TEXT.complete
        : HEADLINE_TEXT.answered(partsAnswered, partsExpected);
    const moment = momentText(takenAt, now);
    const age = (portfolio.isStale ? TRAY_MENU_TEXT.staleSince : TRAY_MENU_TEXT.updated)(moment);
    const doubts = shownDoubts(portfolio);
    const checking = doubts > 0 ? [HEADLINE_TEXT.checking(doubts)] : [];
    rows.push(...rowsOf([age, completeness, ...checking], DIAGNOSTICS));
  }
  if (failure) {
    const nextTry = nextTryOf(failure.code, polling.nextAt, now);
    rows.push(...rowsOf([failureBrief(failure.code), ...(nextTry === null ? [] : [nextTry])], DIAGNOSTICS));
  }
  if (isPaused(state, now)) rows.push(action(pauseText(polling.pausedUntil, now), DIAGNOSTICS));
  return rows;
}

// State -> the rows of the tray menu. On Linux it is the only sure surface, so it is complete by itself.
import { moverName } from '../../../shared/text/names';
import { isPaused } from '../../../shared/text/headline';
import { percentText, signedUsd, usd } from '../../../shared/text/money';
import type { AppState } from '../../../shared/schema/app-state';
import { action, money, SEPARATOR, text, type MenuRow } from './menu-row';
import { aboutTotal } from './menu-total';
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

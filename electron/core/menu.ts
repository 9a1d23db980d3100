// State -> the rows of the tray menu. On Linux it is the only sure surface, so it is complete by itself.
import { isPaused } from '../../shared/headline';
import { percentText, signedUsd, usd } from '../../shared/money';
import type { AppState } from '../../shared/state';
import { action, money, SEPARATOR, text, type MenuRow } from './menu-row';
import { aboutTotal } from './menu-total';

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
    const value = chain.isTestnet ? 'never valued' : money(state, usd(chain.value));
    return text(`${chain.name}  ${value}${chain.isStale ? ' · stale' : ''}`);
  });
  if (chains.length > MOST_CHAINS) shown.push(text(`and ${chains.length - MOST_CHAINS} more chains`));
  return shown.length === 0 ? [] : [SEPARATOR, ...shown];
}

function aboutMovers(state: AppState): MenuRow[] {
  const movers = state.portfolio.change?.movers ?? [];
  if (movers.length === 0) return [];
  const rows = movers.map(({ symbol, amount, percent }) => {
    const sign = amount.startsWith('-') ? '▼' : '▲';
    const share = percent === null ? '' : ` (${percentText(percent, 1, true)})`;
    return text(`${sign} ${symbol}  ${money(state, signedUsd(amount))}${share}`);
  });
  return [SEPARATOR, ...rows];
}

function actions(state: AppState, now: number): MenuRow[] {
  const pause: MenuRow = isPaused(state, now)
    ? action('Resume', 'resume')
    : {
        kind: 'submenu',
        label: 'Pause',
        rows: [
          action('For 1 hour', 'pause-an-hour'),
          action('Until tomorrow', 'pause-tomorrow'),
          action('Until resumed', 'pause-resumed')
        ]
      };
  const always = [SEPARATOR, action('Settings', 'settings'), action('Quit', 'quit')];
  if (state.phase === 'first-run') return [action('Open', 'open'), ...always];
  const hide: MenuRow = { ...action('Hide balances', 'toggle-hidden'), isChecked: state.choices.isHidden };
  const open = [
    action('Open', 'open'),
    action('Refresh now', 'refresh'),
    pause,
    hide,
    action('Copy total', 'copy-total')
  ];
  return [...open, ...always];
}

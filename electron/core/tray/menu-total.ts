// The first rows of the tray menu: the total, what changed it, and how far it can be trusted.
import { HOUR_MS } from '../../../shared/domain/durations';
import { reactionTo, type FailureCode } from '../../../shared/domain/failure';
import type { AppState, Change } from '../../../shared/schema/app-state';
import { failureBrief } from '../../../shared/text/failure-text';
import { HEADLINE, isPaused, pauseText } from '../../../shared/text/headline';
import { percentText, signedUsd, usd } from '../../../shared/text/money';
import { secondAmount } from '../../../shared/text/second-currency';
import { momentText, sinceText } from '../../../shared/text/time';
import { money, text, type MenuRow } from './menu-row';
import { MENU } from './menu-text';

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

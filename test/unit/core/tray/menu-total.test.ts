import { describe, expect, it } from 'vitest';
import { totalRows } from '../../../../electron/core/tray/menu';
import { sinceText } from '../../../../shared/text/time';
import type { AppState, Change } from '../../../../shared/schema/app-state';
import * as states from '../../../fakes/states';

const NOW = Date.UTC(2026, 10, 22, 9);
const HOUR_MS = 3_600_000;

const lines = (state: AppState) => totalRows(state, NOW).map(row => ('label' in row ? row.label : '—'));

function changed(change: Partial<Change>): string[] {
  const state = states.fresh(NOW);
  const whole = { ...state.portfolio.change!, ...change };
  return lines({ ...state, portfolio: { ...state.portfolio, change: whole } }).slice(1, 4);
}

describe('the first rows of the menu', () => {
  it.each([
    ['nothing is connected', states.firstRun(NOW), ['Not connected yet']],
    ['no answer came yet', states.loading(NOW), ['Waiting for the first answer']],
    [
      'the first answer was a failure',
      { ...states.loading(NOW), failure: states.walletFailure('timeout', NOW) },
      ['Waiting for the first answer', 'No answer in time · next try 09:00']
    ],
    ['there is nothing', states.empty(NOW), ['$0.00', 'Updated 08:59 · all answered']]
  ])('while %s', (_, state, rows) => expect(lines(state)).toEqual(rows));

  it('mark the demo in every state', () => {
    expect(lines(states.demo(NOW))[0]).toBe('$42,070.97 · DEMO');
    expect(lines({ ...states.loading(NOW), profile: 'demo' })[0]).toBe('Waiting for the first answer · DEMO');
    expect(lines({ ...states.firstRun(NOW), profile: 'demo' })[0]).toBe('Not connected yet · DEMO');
  });
});

describe('the change', () => {
  it.each([
    [{ prices: '-612.18', percent: '-1.43' }, 'Prices ▼ −$612.18 (−1.43\u202f%) in 24 h'],
    [{ prices: '0', percent: '0' }, 'Prices – $0.00 (0.00\u202f%) in 24 h'],
    [{ prices: '5', percent: null }, 'Prices ▲ +$5.00 in 24 h'],
    [{ since: NOW - HOUR_MS }, 'Prices ▲ +$362.18 (+0.87\u202f%) since 08:00']
  ])('%j is %s', (change, text) => expect(changed(change)[0]).toBe(text));

  it('names transfers and what was added or removed only when there are some', () => {
    expect(changed({ recounted: '0' })[1]).toBe('Transfers +$250.00');
    expect(changed({ recounted: '-7' })[1]).toBe('Transfers +$250.00 · Added or removed −$7.00');
    expect(
      changed({
        transfers: '0',
        recounted: '-7',
        recountedBy: [{ causes: ['wallet-removed'], amount: '-7' }]
      })[1]
    ).toBe('Wallet removed −$7.00');
  });

  it.each([
    [24, 'in 24 h'],
    [22.1, 'in 24 h'],
    [25.9, 'in 24 h'],
    [21, 'since 21 Nov 12:00'],
    [72, 'since 19 Nov 09:00']
  ])('since %d hours ago is shown as %s', (hours, text) =>
    expect(sinceText(NOW - hours * HOUR_MS, NOW)).toBe(text)
  );
});

describe('the second currency', () => {
  const second = { code: 'BTC', perUsd: '0.0000103680448563', takenAt: NOW - HOUR_MS + 1, isManual: false };
  const rows = (state: AppState, change = {}) =>
    lines({ ...state, secondCurrency: { ...second, ...change } });

  it('is shown below the dollars, masked like them', () => {
    expect(rows(states.fresh(NOW)).slice(0, 3)).toEqual([
      '$42,070.97',
      '≈ 0.4362 BTC',
      'Prices ▲ +$362.18 (+0.87\u202f%) in 24 h'
    ]);
    expect(rows(states.hidden(NOW)).slice(0, 2)).toEqual(['•••', '≈ ••• BTC']);
    expect(rows(states.demo(NOW)).slice(0, 2)).toEqual(['$42,070.97 · DEMO', '≈ 0.4362 BTC']);
  });

  it('is shown with the time of its rate when that is an hour old or more', () => {
    expect(rows(states.fresh(NOW), { takenAt: NOW - HOUR_MS })[1]).toBe('≈ 0.4362 BTC · rate of 08:00');
  });

  it('is not shown before there is a total', () => {
    expect([...rows(states.loading(NOW)), ...rows(states.firstRun(NOW))].join()).not.toContain('≈');
  });
});

describe('the state of the total', () => {
  it.each([
    [
      'partial',
      states.partial(NOW),
      ['Stale since 08:36 · 5 of 6 answered', 'No answer in time · next try 09:04']
    ],
    ['stale', states.stale(NOW), ['Stale since 08:36 · 0 of 6 answered', 'Offline · next try 09:04']],
    [
      'failing',
      states.failing(NOW),
      ['Stale since 06:00 · 0 of 6 answered', 'Key not accepted · refreshing has stopped']
    ],
    ['paused', states.paused(NOW), ['Updated 08:59 · all answered', 'Paused until 23 Nov 05:00']]
  ])('%s', (_, state, rows) => expect(lines(state).slice(3)).toEqual(rows));

  it('shows no next try for a stopped wallet, although another wallet is polled', () => {
    const state = states.failing(NOW);
    const polling = { ...state.polling, nextAt: NOW + HOUR_MS, isStopped: false };
    expect(lines({ ...state, polling })).toContain('Key not accepted · refreshing has stopped');
  });

  it('does not call it stopped while it is paused until resumed after a failure', () => {
    const state = states.stale(NOW);
    const polling = { ...state.polling, nextAt: null, pausedUntil: Number.MAX_SAFE_INTEGER };
    expect(lines({ ...state, polling }).slice(4)).toEqual(['Offline', 'Paused']);
  });
});

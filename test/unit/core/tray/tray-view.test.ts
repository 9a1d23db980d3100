import { describe, expect, it } from 'vitest';
import { trayViewOf } from '../../../../electron/core/tray/tray-view';
import type { AppState } from '../../../../shared/schema/app-state';
import { DOUBT } from '../../../fakes/doubts';
import * as states from '../../../fakes/states';

const NOW = Date.UTC(2026, 10, 22, 9);

function choosing(state: AppState, trayText: AppState['choices']['trayText']): AppState {
  return { ...state, choices: { ...state.choices, trayText } };
}
const SECOND = { code: 'BTC', perUsd: '0.0000103680448563', takenAt: NOW, isManual: false };
const view = (state: AppState) => trayViewOf(state, NOW);

describe('the title beside the icon', () => {
  it.each([
    ['compact', states.fresh(NOW), '$42.1k'],
    ['full', states.fresh(NOW), '$42,070.97'],
    ['change', states.fresh(NOW), '+0.9\u202f%'],
    ['icon', states.fresh(NOW), ''],
    ['compact', states.stale(NOW), '$42.1k ·'],
    ['full', states.partial(NOW), '$42,070.97 ·'],
    ['compact', states.loading(NOW), ''],
    ['change', states.empty(NOW), ''],
    ['compact', states.hidden(NOW), '•••'],
    ['full', states.hidden(NOW), '•••'],
    ['change', states.hidden(NOW), '•••'],
    ['icon', states.hidden(NOW), '']
  ] as const)('%s in state %#', (trayText, state, title) =>
    expect(view(choosing(state, trayText)).title).toBe(title)
  );
});

describe('the icon', () => {
  it.each([
    ['normal', states.fresh(NOW), '42k'],
    ['stale', states.partial(NOW), '42k'],
    ['stale', states.stale(NOW), '42k'],
    ['error', states.failing(NOW), '42k'],
    ['paused', states.paused(NOW), '42k'],
    ['hidden', states.hidden(NOW), null],
    ['normal', states.loading(NOW), null],
    ['normal', states.firstRun(NOW), null],
    ['normal', choosing(states.fresh(NOW), 'icon'), null],
    ['normal', choosing(states.fresh(NOW), 'change'), '+0.9'],
    ['stale', choosing(states.stale(NOW), 'change'), '+0.9'],
    ['normal', choosing(states.empty(NOW), 'change'), null],
    ['hidden', choosing(states.hidden(NOW), 'change'), null],
    ['normal', states.empty(NOW), '<1k']
  ] as const)('is %s in state %#', (state, of, text) =>
    expect(view(of).icon).toEqual({ state, text, isDemo: false })
  );

  it('is marked in the demo', () => expect(view(states.demo(NOW)).icon.isDemo).toBe(true));

  it('shows "hidden" before any other state, so that an error does not show the number again', () => {
    const state = states.failing(NOW);
    const hidden = { ...state, choices: { ...state.choices, isHidden: true } };
    expect(view(hidden).icon).toEqual({ state: 'hidden', text: null, isDemo: false });
  });
});

describe('everything that the tray shows', () => {
  it.each([
    states.hidden,
    (now: number) => ({ ...states.failing(now), choices: states.hidden(now).choices })
  ])('contains no digit of an amount while balances are hidden', make => {
    const shown = JSON.stringify(view(choosing(make(NOW), 'full')));
    expect(shown).not.toContain('$');
    expect(shown).not.toMatch(/42,?070|42\.1|612|362/);
  });

  it('says in the tooltip the total, its change, the age, and last the name of the app', () => {
    expect(view(states.fresh(NOW)).tooltip.split('\n')).toEqual([
      '$42,070.97',
      'Prices ▲ +$362.18 (+0.87\u202f%) in 24 h',
      'Updated 08:59 · all answered',
      'Tokentray'
    ]);
    expect(view(states.demo(NOW)).tooltip.split('\n')[0]).toBe('$42,070.97 · DEMO');
    expect(view(states.firstRun(NOW)).tooltip).toBe('Not connected yet\nTokentray');
  });

  it('says in the tooltip first what is wrong, then how old the total is', () => {
    expect(view(states.failing(NOW)).tooltip.split('\n').slice(2)).toEqual([
      'Key not accepted · refreshing has stopped',
      'Stale since 06:00 · 0 of 6 answered',
      'Tokentray'
    ]);
    expect(view(states.stale(NOW)).tooltip).toContain('Stale since 08:36');
    expect(view(states.paused(NOW)).tooltip).toContain('Paused until');
  });

  it('holds in the tooltip only the mask, the age and the state while balances are hidden', () => {
    const hidden = { ...states.hidden(NOW), secondCurrency: SECOND };
    expect(view(hidden).tooltip).toBe('•••\nUpdated 08:59 · all answered\nTokentray');
    expect(view({ ...states.fresh(NOW), secondCurrency: SECOND }).tooltip).toContain('≈');
  });

  it('says in the tooltip, once, what is being checked', () => {
    for (const state of [states.fresh(NOW), states.hidden(NOW), states.stale(NOW), states.empty(NOW)]) {
      const { tooltip } = view({ ...state, portfolio: { ...state.portfolio, doubts: [DOUBT] } });
      expect(tooltip.match(/checking 1 change/g)).toHaveLength(1);
    }
    expect(view(states.fresh(NOW)).tooltip).not.toContain('checking');
  });
});

describe('a profile with a name', () => {
  it('is named in the tooltip and in the first row of the menu, in every state', () => {
    for (const state of [states.fresh(NOW), states.loading(NOW), states.empty(NOW), states.hidden(NOW)]) {
      const { tooltip, rows } = view({ ...state, profileName: 'work' });
      expect(tooltip.split('\n').at(-1)).toBe('Tokentray · work');
      expect(rows[0]).toMatchObject({ label: expect.stringMatching(/ · work( · |$)/) as string });
    }
    expect(view(states.fresh(NOW)).tooltip.split('\n').at(-1)).toBe('Tokentray');
  });
});

import { describe, expect, it } from 'vitest';
import { trayViewOf } from '../../../../electron/core/tray/tray-view';
import type { AppState } from '../../../../shared/schema/app-state';
import { DOUBT } from '../../../fakes/doubts';
import * as states from '../../../fakes/states';

const NOW = Date.UTC(2026, 10, 22, 9);

function choosing(state: AppState, trayText: AppState['choices']['trayText']): AppState {
  return { ...state, choices: { ...state.choices, trayText } };
}
const view = (state: AppState) => trayViewOf(state, NOW);

describe('the title beside the icon', () => {
  it.each([
    ['compact', states.fresh(NOW), '$42.1k'],
    ['full', states.fresh(NOW), '$42,070.97'],
    ['change', states.fresh(NOW), '+1.5\u202f%'],
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
    ['normal', states.empty(NOW), '<1k']
  ] as const)('is %s in state %#', (state, of, text) => expect(view(of).icon).toEqual({ state, text }));

  it('shows "hidden" before any other state, so that an error does not show the number again', () => {
    const state = states.failing(NOW);
    const hidden = { ...state, choices: { ...state.choices, isHidden: true } };
    expect(view(hidden).icon).toEqual({ state: 'hidden', text: null });
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

  it('begins the tooltip with the name, the total and its change', () => {
    expect(view(states.fresh(NOW)).tooltip.split('\n').slice(0, 3)).toEqual([
      'Tokentray',
      '$42,070.97',
      '▲ +$612.18 (+1.48\u202f%) in 24 h'
    ]);
    expect(view(states.demo(NOW)).tooltip).toContain('DEMO');
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
      expect(tooltip.split('\n')[0]).toBe('Tokentray · work');
      expect(rows[0]).toMatchObject({ label: expect.stringMatching(/ · work( · |$)/) as string });
    }
    expect(view(states.fresh(NOW)).tooltip.split('\n')[0]).toBe('Tokentray');
  });
});

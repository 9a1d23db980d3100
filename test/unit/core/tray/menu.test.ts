import { describe, expect, it } from 'vitest';
import { trayMenuOf } from '../../../../electron/core/tray/menu';
import type { MenuRow } from '../../../../electron/core/tray/menu-rows';
import { inLanguage } from '../../../../shared/domain/language';
import type { AppState, DoubtRow } from '../../../../shared/schema/app-state';
import { DOUBT } from '../../../fakes/doubts';
import * as states from '../../../fakes/states';

const NOW = Date.UTC(2026, 10, 22, 9);

function labels(rows: readonly MenuRow[]): string[] {
  return rows.flatMap(row => {
    if (row.kind === 'separator') return ['—'];
    return row.kind === 'submenu' ? [row.label, ...labels(row.rows)] : [row.label];
  });
}
const menu = (state: AppState) => labels(trayMenuOf(state, NOW));

function withMovers(state: AppState): AppState {
  const movers = [
    { holdingId: 'a', symbol: 'ETH', amount: '412.3', percent: '2.1' },
    { holdingId: 'b', symbol: 'BTC', amount: '-120.5', percent: null }
  ];
  const { change } = state.portfolio;
  return { ...state, portfolio: { ...state.portfolio, change: change && { ...change, movers } } };
}

const OVERVIEW = { view: 'overview', holdingId: null };

describe('the tray menu', () => {
  it('does something with each row: copies the total, opens the chain, the token, the overview, Diagnostics', () => {
    const state = withMovers(states.partial(NOW));
    const rows = trayMenuOf(state, NOW);
    const deeds = rows.flatMap(row => (row.kind === 'action' ? [[row.label, row.action] as const] : []));
    const deedOf = (label: RegExp) => deeds.find(([text]) => label.test(text))?.[1];
    expect(deedOf(/^\$42,070/)).toBe('copy-total');
    expect(deedOf(/in 24 h$/)).toEqual(OVERVIEW);
    expect(deedOf(/^Transfers/)).toEqual(OVERVIEW);
    expect(deedOf(/^Stale since/)).toEqual({ view: 'diagnostics', holdingId: null });
    expect(deedOf(/^No answer in time/)).toEqual({ view: 'diagnostics', holdingId: null });
    expect(deedOf(/ Bitcoin$/)).toEqual({ ...OVERVIEW, chainIndex: '0' });
    expect(deedOf(/ {2}BTC$/)).toEqual({ view: 'overview', holdingId: 'b' });
    for (const each of [states.firstRun(NOW), states.loading(NOW), states.failing(NOW), states.hidden(NOW)])
      for (const row of trayMenuOf(each, NOW)) expect(['action', 'separator', 'submenu']).toContain(row.kind);
  });

  it.each(['en', 'zh'] as const)(
    'has no row of more than 60 signs, and cuts no amount for it (%s)',
    language => {
      const state = withMovers(states.failing(NOW));
      const wide = 'W'.repeat(200);
      const huge = '999999999999999';
      const { portfolio } = state;
      const change = portfolio.change!;
      const rows = inLanguage(language, () =>
        menu({
          ...state,
          profileName: wide,
          profile: 'demo',
          portfolio: {
            ...portfolio,
            total: huge,
            doubts: [DOUBT],
            chains: portfolio.chains.map(chain => ({ ...chain, name: wide, value: huge, isStale: true })),
            change: {
              ...change,
              prices: huge,
              transfers: `-${huge}`,
              recounted: huge,
              movers: change.movers.map(mover => ({ ...mover, symbol: wide, amount: huge }))
            }
          }
        })
      );
      expect(rows.filter(row => [...row].length > 60)).toEqual([]);
      const amounts = rows.filter(row => row.includes('999')).flatMap(row => row.match(/\$[\d,.]+/g) ?? []);
      expect(new Set(amounts)).toEqual(new Set(['$999,999,999,999,999.00']));
      expect(amounts).toHaveLength(1 + 3 + portfolio.chains.length + 2);
      // The percent of a mover stays whole.
      expect(rows.filter(row => /^▲ .*… {2}\(\+2\.1\s?%\)$/.test(row))).toHaveLength(1);
    }
  );

  it('marks a mover whose symbol misleads, and isolates a right-to-left one', () => {
    const state = withMovers(states.fresh(NOW));
    const { change } = state.portfolio;
    const symbols = ['USD\u0421', 'مثال'];
    const movers = change!.movers.map((mover, index) => ({ ...mover, symbol: symbols[index]! }));
    const rows = menu({ ...state, portfolio: { ...state.portfolio, change: { ...change!, movers } } });
    expect(rows).toContain('▲ +$412.30  USD\u0421 (look-alike)  (+2.1\u202f%)');
    expect(rows).toContain('▼ −$120.50  \u2068مثال\u2069');
  });

  it('closes the isolation of a right-to-left name that it cuts', () => {
    const state = states.fresh(NOW);
    const [chain] = state.portfolio.chains;
    const chains = [{ ...chain!, name: 'م'.repeat(80) }];
    const row = menu({ ...state, portfolio: { ...state.portfolio, chains } }).find(label => /م/.test(label));
    expect(row).toMatch(/ {2}\u2068م+\u2069$/);
    expect([...row!].length).toBe(60);
  });

  it('is complete: total, change, age, chains, movers, and every action', () => {
    expect(menu(withMovers(states.fresh(NOW)))).toEqual([
      '$42,070.97',
      'Prices ▲ +$362.18 (+0.87\u202f%) in 24 h',
      'Transfers +$250.00',
      'Updated 08:59 · all answered',
      '—',
      '$21,203.46  Ethereum',
      '$14,560.08  Bitcoin',
      '\u2007$3,498.24  Solana',
      '\u2007$2,421.84  Base',
      '\u2007\u2007\u2008$257.14  Fractal Bitcoin',
      '\u2007\u2007\u2008$130.20  Polygon',
      '—',
      '▲ +$412.30  ETH  (+2.1\u202f%)',
      '▼ −$120.50  BTC',
      '—',
      'Open',
      'Refresh now',
      'Pause',
      'For 1 hour',
      'Until tomorrow',
      'Until resumed',
      'Hide balances',
      'Copy total',
      '—',
      'Settings',
      'Quit'
    ]);
  });

  it('has only the possible actions on a first run', () => {
    expect(menu(states.firstRun(NOW))).toEqual(['Not connected yet', '—', 'Open', '—', 'Settings', 'Quit']);
  });

  it('has "resume" instead of "pause" while paused', () => {
    const rows = menu(states.paused(NOW));
    expect(rows).toContain('Resume');
    expect(rows).not.toContain('Pause');
  });

  const checked = (state: AppState, doubts: DoubtRow[], waiting = { count: 0, worth: '0' }) => ({
    ...state,
    portfolio: { ...state.portfolio, doubts, waiting }
  });

  it('says what is being checked and what needs an OK, and opens it; also while balances are hidden', () => {
    for (const state of [states.fresh(NOW), states.hidden(NOW)]) {
      const rows = trayMenuOf(
        checked(state, [DOUBT, { ...DOUBT, id: 'd2' }], { count: 12, worth: '266200' }),
        NOW
      );
      expect(rows).toContainEqual({ kind: 'action', label: 'Checking 2 changes', action: OVERVIEW });
      expect(rows).toContainEqual({
        kind: 'action',
        label: '12 tokens need your OK',
        action: { view: 'doubts', holdingId: null }
      });
      expect(labels(rows)).toContain('Updated 08:59 · all answered · checking 2 changes');
      expect(labels(rows).join()).not.toContain('266');
    }
  });

  it('says nothing of doubts that are too small to be shown, and counts one in the singular', () => {
    const fresh = states.fresh(NOW);
    expect(menu(checked(fresh, [{ ...DOUBT, isShown: false }])).join()).not.toMatch(/hecking/);
    const one = menu(checked(fresh, [DOUBT], { count: 1, worth: '9' }));
    expect(one).toContain('Checking 1 change');
    expect(one).toContain('1 token needs your OK');
  });

  it('says it in Chinese', () => {
    const state = checked(states.fresh(NOW), [DOUBT], { count: 12, worth: '266200' });
    const rows = inLanguage('zh', () => menu(state));
    expect(rows).toContain('正在核实 1 项变动');
    expect(rows).toContain('12 个代币等待确认');
  });

  it('shows no digit of an amount while balances are hidden, and says that they are hidden', () => {
    const hidden = withMovers(states.hidden(NOW));
    const rows = trayMenuOf(hidden, NOW);
    const text = labels(rows).join('\n');
    expect(text).not.toContain('$');
    expect(text).not.toMatch(/42,?070|612|362|250|21,?203|412|120/);
    expect(labels(rows)[0]).toBe('•••');
    expect(rows).toContainEqual({
      kind: 'action',
      label: 'Hide balances',
      action: 'toggle-hidden',
      isChecked: true
    });
  });

  it('marks a chain that was not answered, and shows no value for a testnet', () => {
    const partial = states.partial(NOW);
    expect(menu(partial)).toContain('\u2007$3,498.24  Solana · stale');
    const [chain] = partial.portfolio.chains;
    const chains = [{ ...chain!, name: 'Sepolia', value: '0', isTestnet: true }];
    expect(menu({ ...partial, portfolio: { ...partial.portfolio, chains } })).toContain(
      'not valued  Sepolia'
    );
  });

  it('names 20 chains and counts the rest', () => {
    const state = states.fresh(NOW);
    const chains = Array.from({ length: 23 }, (_, i) => ({
      ...state.portfolio.chains[0]!,
      name: `Chain ${i}`
    }));
    const rows = menu({ ...state, portfolio: { ...state.portfolio, chains } });
    expect(rows.filter(row => / Chain \d/.test(row))).toHaveLength(20);
    expect(rows).toContain('and 3 more chains');
  });
});

describe('the menu with groups of wallets', () => {
  const chosen = (id: string | null): AppState => {
    const state = states.grouped(NOW);
    const group = state.portfolio.groups?.find(({ group }) => group.id === id)?.group;
    return group ? { ...state, group: { id: group.id, name: group.name } } : state;
  };
  const choices = (state: AppState) => {
    const row = trayMenuOf(state, NOW).find(
      one => one.kind === 'submenu' && one.label === 'Show in the tray'
    );
    return row?.kind === 'submenu' ? row.rows : [];
  };

  it('chooses all wallets or one group, and checks the one that is shown', () => {
    expect(choices(chosen('g2'))).toEqual([
      { kind: 'action', label: 'All wallets', action: { trayGroup: null }, isChecked: false },
      { kind: 'action', label: 'Vault', action: { trayGroup: 'g1' }, isChecked: false },
      { kind: 'action', label: 'Spending', action: { trayGroup: 'g2' }, isChecked: true }
    ]);
    expect(choices(chosen(null)).map(row => 'isChecked' in row && row.isChecked)).toEqual([
      true,
      false,
      false
    ]);
  });

  it('names the group beside its total, also while balances are hidden', () => {
    expect(menu(chosen('g2'))[0]).toBe(`${menu(states.grouped(NOW))[0] ?? ''} · Spending`);
    const hidden = { ...chosen('g2'), choices: { ...chosen('g2').choices, isHidden: true } };
    expect(menu(hidden)[0]).toBe('••• · Spending');
  });

  it('has no such choice without groups', () => {
    expect(choices(states.fresh(NOW))).toEqual([]);
  });
});

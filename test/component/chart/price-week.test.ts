// The move of a week in the drawer of a token, from past prices.
import { screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { AppState } from '../../../shared/schema/app-state';
import { fresh } from '../../fakes/states';
import { NOW, open } from '../mount-window';

async function drawer(state: AppState, percent: string | null) {
  const bridge = await open(state);
  bridge.answer('price:week', () => ({ percent }));
  const row = state.portfolio.holdings.find(
    ({ symbol, chainIndex }) => symbol === 'USDC' && chainIndex === '1'
  );
  bridge.emit('view:show', { view: 'overview', holdingId: row?.id ?? '' });
  return { bridge, dialog: within(await screen.findByRole('dialog')) };
}

describe('the move of a week', () => {
  it('stands under the move of a day in the drawer of a token', async () => {
    const { dialog } = await drawer(fresh(NOW), '-12.34');
    const week = await dialog.findByText('price in 7 d');
    expect(await dialog.findByText(/^−12.34/)).toBeTruthy();
    expect(week.closest('p')?.textContent).toContain('−12.34');
  });

  it('is a dash where no price is known, as the move of a day is', async () => {
    const state = fresh(NOW);
    const holdings = state.portfolio.holdings.map(row => ({ ...row, changePercent: null }));
    const { dialog } = await drawer({ ...state, portfolio: { ...state.portfolio, holdings } }, null);
    for (const text of ['price in 24 h', 'price in 7 d'])
      expect((await dialog.findByText(text)).closest('p')?.textContent).toMatch(/^\s*–/);
  });

  it('is not asked while past prices are switched off', async () => {
    const state = fresh(NOW);
    const { bridge } = await drawer({ ...state, choices: { ...state.choices, pastPrices: false } }, '1');
    expect(bridge.requestsOf('price:week')).toEqual([]);
  });
});

// Tokens whose names mislead: marked in the table, in their details, among what needs an OK, and isolated in a line.
import { fireEvent, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { AppState, HoldingRow } from '../../../shared/schema/app-state';
import { asking, fresh } from '../../fakes/states';
import { NOW, open } from '../mount-window';

const FAKE = 'USD\u0421';
const SENTENCE = 'Its name imitates USDC with other characters. It is not USDC.';

function renamed(state: AppState, isOne: (row: HoldingRow) => boolean, symbol: string): AppState {
  const chosen = state.portfolio.holdings.find(isOne);
  const holdings = state.portfolio.holdings.map(row => (row === chosen ? { ...row, symbol } : row));
  return { ...state, portfolio: { ...state.portfolio, holdings } };
}

const isUsdc = ({ symbol }: HoldingRow) => symbol === 'USDC';

describe('a token with a name that imitates another', () => {
  it('is marked by a word in its row, and explained in its details', async () => {
    await open(renamed(fresh(NOW), isUsdc, FAKE));
    const row = screen.getByText(FAKE, { selector: '.symbol' }).closest<HTMLElement>('.who')!;
    expect(within(row).getByText('look-alike').title).toBe(SENTENCE);
    await fireEvent.click(row);
    expect(within(await screen.findByRole('dialog')).getByText(SENTENCE)).toBeTruthy();
  });

  it('is marked among the tokens that need an OK', async () => {
    const state = asking(2, NOW);
    const bridge = await open(renamed(state, ({ countingStatus }) => countingStatus === 'unverified', '?'));
    bridge.emit('view:show', { view: 'doubts', holdingId: null });
    await screen.findByRole('heading', { name: 'To confirm' });
    expect(screen.getByText('no name').title).toBe('This token has no name that can be seen.');
  });

  it('leaves ordinary names without a mark', async () => {
    await open(fresh(NOW));
    expect(document.querySelector('.symbol-mark')).toBeNull();
  });
});

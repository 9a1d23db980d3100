// The table grouped by token: the header has amount, price, move and value; what only has the name stands apart.
import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { AppState } from '../../../shared/schema/app-state';
import { fresh, hidden } from '../../fakes/states';
import { NOW, open } from '../mount-window';

const table = () => screen.getByRole('table', { name: 'Holdings' });
const texts = (row: Element) =>
  [...row.querySelectorAll('[role=cell], [role=rowheader]')].map(cell =>
    cell.textContent.replace(/\s+/g, ' ').trim()
  );
function header(name: string): Element {
  const found = [...table().querySelectorAll('.group')].find(
    row => row.querySelector('.name')?.textContent === name
  );
  if (!found) throw new Error(`no group ${name}`);
  return found;
}

async function byToken(state: AppState) {
  const bridge = await open(state);
  await fireEvent.change(screen.getByLabelText('Group by'), { target: { value: 'token' } });
  return bridge;
}

describe('a group of a token', () => {
  it('has its amount, its price, its move and its value, each exact', async () => {
    await byToken(fresh(NOW));
    expect(texts(header('ETH'))).toEqual(['ETH ETH', '7.67', '$2,790.10', '+2.1 %', '$21,400.07']);
    expect([...table().querySelectorAll('.group .name')].map(node => node.textContent)).toEqual([
      'ETH',
      'USDC'
    ]);
  });

  it('says that a price is the average of its rows, in words on hover', async () => {
    const state = fresh(NOW);
    const holdings = state.portfolio.holdings.map(row =>
      row.symbol === 'USDC' && row.chainIndex === '1' ? { ...row, price: '1.01', value: '984.967049' } : row
    );
    await byToken({ ...state, portfolio: { ...state.portfolio, holdings } });
    const price = header('USDC').querySelector('.cell-price');
    expect(price?.textContent.trim()).toBe('≈ $1.0037');
    expect(price?.getAttribute('title')).toBe('Average price $1.0037');
  });

  it('masks its amount and its value, also on hover, while balances are hidden', async () => {
    const bridge = await byToken(fresh(NOW));
    bridge.push(hidden(NOW));
    await waitFor(() => expect(texts(header('ETH'))[1]).toBe('•••'));
    expect(texts(header('ETH'))[4]).toBe('•••');
    expect(header('ETH').outerHTML).not.toMatch(/7\.67|21,?400/);
  });

  it('has no token that only calls itself so', async () => {
    const state = fresh(NOW);
    const ordi = state.portfolio.holdings.find(({ symbol }) => symbol === 'ordi')!;
    const holdings = state.portfolio.holdings.map(row => (row === ordi ? { ...row, symbol: 'USDC' } : row));
    await byToken({ ...state, portfolio: { ...state.portfolio, holdings } });
    expect(texts(header('USDC'))[1]).toBe('2,625.2149');
    const alone = [...table().querySelectorAll('.holding')].filter(row =>
      row.querySelector('.where')?.textContent.startsWith('Bitcoin')
    );
    const fake = alone.find(row => row.querySelector('.symbol')?.textContent === 'USDC');
    // A line above sets it apart from the rows of a group, which have none.
    expect(fake?.classList.contains('ruled')).toBe(true);
    const real = [...table().querySelectorAll('.holding')].filter(row => !alone.includes(row));
    const ofGroups = real.filter(row => row.querySelector('.symbol')?.textContent === 'USDC');
    expect(ofGroups.map(row => row.classList.contains('ruled'))).toEqual([false, false, false]);
  });
});

// The Overview page: its numbers add up, its rows can be found, and its badge shows the state.
import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import * as states from '../../fakes/states';
import { NOW, open, openPanel } from '../mount-window';

function totalText(): string {
  return document.querySelector('.number')?.textContent ?? '';
}

function cents(text: string): number {
  return Math.round(Number(text.replace(/[$,]/g, '')) * 100);
}

function table(): HTMLElement {
  return screen.getByRole('table', { name: 'Holdings' });
}

/** The symbols of all rows that are drawn. */
function symbols(): (string | null)[] {
  return [...table().querySelectorAll('.symbol')].map(node => node.textContent);
}

/** The value cells of the headers of all groups. */
const valuesOf = (rows: string): string[] =>
  [...table().querySelectorAll(`${rows} .cell-value`)].map(cell => cell.textContent.trim());

function groupValues(): string[] {
  return valuesOf('.group');
}

async function group(by: string): Promise<void> {
  await fireEvent.change(screen.getByLabelText('Group by'), { target: { value: by } });
}

describe('the Overview page', () => {
  it('the page shows the total with its age and completeness, and every chain with its value', async () => {
    await open(states.fresh(NOW));
    expect(totalText()).toBe('$42,070.97');
    expect(screen.getByText('12 s ago · all answered')).toBeTruthy();
    const chain = screen.getByRole('button', { name: /^Ethereum/ });
    expect(chain.textContent.replace(/\s+/g, ' ')).toContain('$21,203.46');
    expect(document.title).not.toContain('42');
  });

  it('groups by token and the rows that are in none have sums that add up to the total', async () => {
    await open(states.fresh(NOW));
    await group('token');
    expect(groupValues()).toHaveLength(2);
    // Below the groups of ETH and USDC are two rows of one and three of the other.
    const rows = valuesOf('.holding').filter(text => text.startsWith('$'));
    const all = [...rows, ...valuesOf('.fold')];
    const sum = all.reduce((cent, text) => cent + cents(text.replace('<', '')), 0);
    expect(Math.abs(sum - cents(totalText()))).toBeLessThanOrEqual(all.length);
    const [eth = '', usdc = ''] = groupValues();
    expect([eth, usdc]).toEqual(['$21,400.07', '$2,625.21']);
  });

  it('the age grows each second without a new state', async () => {
    await open(states.fresh(NOW));
    await vi.advanceTimersByTimeAsync(3000);
    expect(await screen.findByText('15 s ago · all answered')).toBeTruthy();
    expect(screen.getByText('Next refresh in 45 s')).toBeTruthy();
  });

  it('a screenshot shows the age at its fixed moment, however late it is', async () => {
    await open({ ...states.fresh(NOW), stillAt: NOW + 8000 });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(screen.getByText('20 s ago · all answered')).toBeTruthy();
  });

  it.each(['chain', 'wallet'])('groups by %s have sums that add up to the total', async by => {
    await open(states.fresh(NOW));
    await group(by);
    const sum = groupValues().reduce((all, text) => all + cents(text.replace('<', '')), 0);
    expect(groupValues().length).toBeGreaterThan(1);
    // The header of each group is rounded to a cent separately.
    expect(Math.abs(sum - cents(totalText()))).toBeLessThanOrEqual(groupValues().length);
  });

  it('small holdings count in their group and unfold in place', async () => {
    await open(states.fresh(NOW));
    const fold = within(table()).getByRole('row', { name: /1 under \$1/ });
    expect(fold.textContent).toContain('$0.02');
    expect(symbols()).not.toContain('PEPE');
    await fireEvent.click(fold);
    expect(symbols()).toContain('PEPE');
    expect(groupValues()[0]).toBe('$21,203.46');
  });

  it('every small holding is listed when hiding is off, and the main process is asked to store that', async () => {
    const bridge = await open(states.fresh(NOW));
    const panel = await openPanel('Filter');
    await fireEvent.click(panel.getByLabelText('Hide holdings under $1'));
    await waitFor(() => expect(symbols()).toContain('PEPE'));
    expect(bridge.requestsOf('choices:change')).toEqual([{ hideSmall: false }]);
  });

  it('the search finds tokens by text and says what it left out', async () => {
    await open(states.fresh(NOW));
    const search = screen.getByLabelText('Search tokens');
    await fireEvent.input(search, { target: { value: 'usd' } });
    expect(symbols()).toEqual(['USDC', 'USDC', 'USDC']);
    expect(symbols()).not.toContain('BTC');
    await fireEvent.input(search, { target: { value: 'wbtc' } });
    expect(screen.getByText('No token matches “wbtc”')).toBeTruthy();
    expect(screen.getByText('1 risky token is hidden and was not searched.')).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: 'Clear search' }));
    expect(symbols()).toContain('BTC');
  });

  it('risky tokens are listed only when they are asked for, and listing them never counts them', async () => {
    await open(states.fresh(NOW));
    expect(symbols()).not.toContain('visit-claim xyz');
    const panel = await openPanel('Filter');
    await fireEvent.click(panel.getByLabelText('Show risky'));
    expect(symbols()).toContain('visit-claim xyz');
    expect(screen.getByText('OKX calls it risky. Shown as you chose; not counted.')).toBeTruthy();
    expect(totalText()).toBe('$42,070.97');
  });

  it('the link about missing prices lists only holdings without a price', async () => {
    await open(states.fresh(NOW));
    await fireEvent.click(screen.getByRole('button', { name: '1 token has no price' }));
    expect(symbols()).toContain('cats');
    expect(symbols()).not.toContain('BTC');
    expect(screen.getByText('No price known. Listed, not counted.')).toBeTruthy();
  });

  it('the page shows one chain when it is chosen, and everything again after that', async () => {
    await open(states.fresh(NOW));
    await fireEvent.click(screen.getByRole('button', { name: /^Solana/ }));
    expect(symbols()).not.toContain('BTC');
    expect(symbols()).toContain('SOL');
    await fireEvent.click(screen.getByRole('button', { name: 'Stop showing only Solana' }));
    expect(symbols()).toContain('BTC');
  });

  it('a few rows of five thousand are drawn, and assistive software gets the number of all rows', async () => {
    await open(states.many(5000, NOW));
    expect(table().getAttribute('aria-rowcount')).toBe(String(5000 + 6 + 1));
    expect(within(table()).getAllByRole('row').length).toBeLessThan(100);
  });

  it('the page says that a wallet is empty, or that nothing is known yet', async () => {
    const bridge = await open(states.empty(NOW));
    expect(screen.getByText('This wallet holds nothing yet')).toBeTruthy();
    bridge.push(states.loading(NOW));
    expect(await screen.findByText('No total yet')).toBeTruthy();
    expect(screen.queryByText('$0.00')).toBeNull();
  });

  it('the page says so when there is no earlier day to compare with', async () => {
    const state = states.fresh(NOW);
    await open({ ...state, portfolio: { ...state.portfolio, change: null } });
    expect(screen.getByText('No 24 h change yet')).toBeTruthy();
  });
});

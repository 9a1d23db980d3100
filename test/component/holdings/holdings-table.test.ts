// The holdings table: keyboard, filters, columns and copies; a push leaves the focus where it is.
import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { AppState } from '../../../shared/schema/app-state';
import { pushOf } from '../../../shared/ipc/state-push';
import { fresh, hidden, undecided, many } from '../../fakes/states';
import { NOW, open, openPanel } from '../mount-window';

function table(): HTMLElement {
  return screen.getByRole('table', { name: 'Holdings' });
}

function symbols(): (string | null)[] {
  return [...table().querySelectorAll('.symbol')].map(node => node.textContent);
}

function rowOf(symbol: string): HTMLElement {
  const cell = [...table().querySelectorAll('.symbol')].find(node => node.textContent === symbol);
  const row = cell?.closest('[role=row]');
  if (!(row instanceof HTMLElement)) throw new Error(`no row of ${symbol}`);
  return row;
}

function focusedIndex(): number {
  return Number(document.activeElement?.getAttribute('aria-rowindex'));
}

async function press(key: string, init: KeyboardEventInit = {}): Promise<void> {
  await fireEvent.keyDown(document.activeElement ?? document.body, { key, ...init });
}

async function filter(label: string, value: string): Promise<void> {
  const panel = await openPanel('Filter');
  await fireEvent.change(panel.getByLabelText(label), { target: { value } });
}

describe('the keys of the holdings table', () => {
  it('keys reach the last of five thousand rows, which is drawn for it, and the pages between', async () => {
    await open(many(5000, NOW));
    table().querySelector<HTMLElement>('[role=row][tabindex="0"]')?.focus();
    expect(focusedIndex()).toBe(3);
    await press('PageDown');
    await waitFor(() => expect(focusedIndex()).toBeGreaterThan(3 + 10));
    await press('End');
    await waitFor(() => expect(focusedIndex()).toBe(5000 + 6 + 1));
    expect(within(table()).getAllByRole('row').length).toBeLessThan(100);
    await press('Home');
    const details = () => document.activeElement?.getAttribute('aria-label');
    await waitFor(() => expect(details()).toBe('Details of Ethereum'));
    await press('ArrowUp');
    expect(details()).toBe('Details of Ethereum');
    await press('ArrowDown');
    expect(focusedIndex()).toBe(3);
  });

  it('the copy shortcut copies the focused row, without amounts while balances are hidden', async () => {
    const bridge = await open(fresh(NOW));
    rowOf('BTC').focus();
    await press('c', { ctrlKey: true });
    await press('c', { metaKey: true });
    bridge.push(hidden(NOW));
    await waitFor(() => expect(rowOf('BTC').textContent).toContain('•••'));
    await press('c', { ctrlKey: true });
    expect(bridge.requestsOf('text:copy').map(({ text }) => text)).toEqual([
      'BTC\t0.1284\t96450.20\t12384.20568',
      'BTC\t0.1284\t96450.20\t12384.20568',
      'BTC\t•••\t96450.20\t•••'
    ]);
  });
});

describe('the address of a row', () => {
  it('is copied by its button or its keys: of a token the contract, of a coin the address', async () => {
    const bridge = await open(hidden(NOW));
    const { holdings } = bridge.state.portfolio;
    const [usdc, btc] = ['USDC', 'BTC'].map(name => holdings.find(({ symbol }) => symbol === name)!);
    await fireEvent.click(within(rowOf('USDC')).getByTitle('Copy contract'));
    expect(screen.queryByRole('dialog')).toBeNull();
    await waitFor(() => expect(within(rowOf('USDC')).getByTitle('Copied')).toBeTruthy());
    expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContain('Copied');
    rowOf('BTC').focus();
    await press('C', { ctrlKey: true, shiftKey: true });
    expect(bridge.requestsOf('text:copy').map(({ text }) => text)).toEqual([
      usdc!.tokenAddress,
      btc!.address
    ]);
  });

  it('of a token is that of its wallet too, by a button of its own', async () => {
    const bridge = await open(hidden(NOW));
    const usdc = bridge.state.portfolio.holdings.find(({ symbol }) => symbol === 'USDC')!;
    const row = rowOf('USDC');
    await fireEvent.click(within(row).getByTitle('Copy address'));
    await waitFor(() => expect(within(row).getByTitle('Copied')).toBeTruthy());
    expect(within(row).getByTitle('Copy contract')).toBeTruthy();
    expect(bridge.requestsOf('text:copy')).toEqual([{ text: usdc.address }]);
    expect(row.querySelectorAll('.copy-address:not([tabindex="-1"])')).toHaveLength(0);
  });
});

describe('the address of a wallet', () => {
  it('is copied by the keys of an address in its row of the sidebar and in its header of the table', async () => {
    const state = fresh(NOW);
    const [first, ...others] = state.portfolio.wallets;
    const wallet = {
      ...first!.wallet,
      source: 'v6-address' as const,
      address: '0xOwn',
      chains: ['1']
    };
    const wallets = [{ ...first!, wallet: wallet as never }, ...others];
    const bridge = await open({ ...state, portfolio: { ...state.portfolio, wallets } });
    await fireEvent.click(screen.getByRole('tab', { name: 'Wallets' }));
    const place = `[data-place="wallet/${first!.wallet.id}"]`;
    document.querySelector<HTMLElement>(`.sidebar ${place} button`)!.focus();
    await press('C', { ctrlKey: true, shiftKey: true });
    await fireEvent.change(screen.getByLabelText('Group by'), { target: { value: 'wallet' } });
    document.querySelector<HTMLElement>(`.table ${place} button`)!.focus();
    await press('C', { ctrlKey: true, shiftKey: true });
    expect(bridge.requestsOf('text:copy')).toEqual([{ text: '0xOwn' }, { text: '0xOwn' }]);
  });
});

describe('a push to the holdings table', () => {
  function moved(state: AppState, symbol: string, value: string): AppState {
    const holdings = state.portfolio.holdings.map(row => (row.symbol === symbol ? { ...row, value } : row));
    return { ...state, portfolio: { ...state.portfolio, holdings } };
  }

  it('the focus stays on its row when a push moves the row', async () => {
    const bridge = await open(fresh(NOW));
    await fireEvent.change(screen.getByLabelText('Group by'), { target: { value: 'nothing' } });
    rowOf('BTC').focus();
    const before = focusedIndex();
    bridge.push(moved(bridge.state, 'BTC', '1.5'));
    await waitFor(() => expect(focusedIndex()).toBeGreaterThan(before));
    expect(document.activeElement).toBe(rowOf('BTC'));
  });

  it('a push redraws the changed row and leaves every other row unchanged', async () => {
    const bridge = await open(fresh(NOW));
    const sol = rowOf('SOL');
    const state = moved(bridge.state, 'BTC', '12000.5');
    bridge.emit('state:changed', JSON.stringify(pushOf(null, bridge.state, 4)));
    bridge.emit('state:changed', JSON.stringify(pushOf(bridge.state, state, 5)));
    await waitFor(() => expect(rowOf('BTC').textContent).toContain('$12,000.50'));
    expect(rowOf('SOL')).toBe(sol);
  });

  it('a push on another base revision is not shown: the page reads the whole state again', async () => {
    const bridge = await open(fresh(NOW));
    const state = moved(bridge.state, 'BTC', '12000.5');
    bridge.answer('state:read', () => ({ text: JSON.stringify(moved(state, 'SOL', '77.25')) }));
    // SOL leaves the six largest, so the window stores colours; this bridge would push the rows of before with them.
    bridge.answer('choices:change', () => ({ done: true }));
    bridge.emit('state:changed', JSON.stringify(pushOf(bridge.state, state, 9)));
    await waitFor(() => expect(rowOf('SOL').textContent).toContain('$77.25'));
    expect(bridge.calls.filter(({ name }) => name === 'state:read')).toHaveLength(2);
  });
});

describe('the filters of the holdings table', () => {
  it('a filter shows one type alone, and its chip removes the filter', async () => {
    await open(undecided(NOW));
    await filter('Type', 'defi');
    expect(symbols()).toEqual(['DeFi positions']);
    expect(screen.getByText('1 of 18 holdings')).toBeTruthy();
    const chip = screen.getByRole('button', { name: 'Stop showing only DeFi' });
    chip.focus();
    await fireEvent.click(chip);
    expect(symbols()).toContain('BTC');
    expect(document.activeElement?.className).toBe('popup-opener');
  });

  it.each([
    ['small', 'PEPE', 'Under $1'],
    ['unpriced', 'cats', 'No price'],
    ['kept-out', 'DUST', 'Excluded'],
    ['unverified', 'CLAIM-USD', 'Needs your OK']
  ])('a filter shows only what is %s', async (only, symbol, chip) => {
    await open(undecided(NOW));
    await filter('Only', only);
    expect(symbols()).toEqual([symbol]);
    expect(screen.getByRole('button', { name: `Stop showing only ${chip}` })).toBeTruthy();
  });

  it('the search finds an address in any case, and two words at once', async () => {
    const state = fresh(NOW);
    await open(state);
    const contract = state.portfolio.holdings.find(row => row.symbol === 'USDC')?.tokenAddress ?? '';
    const search = screen.getByLabelText('Search tokens');
    await fireEvent.input(search, { target: { value: contract.toUpperCase() } });
    expect(symbols()).toEqual(['USDC']);
    await fireEvent.input(search, { target: { value: 'base usdc' } });
    expect(symbols()).toEqual(['USDC']);
    expect(rowOf('USDC').textContent).toContain('Daily');
  });
});

describe('the columns of the holdings table', () => {
  const heads = (): (string | undefined)[] =>
    within(table())
      .getAllByRole('columnheader')
      .map(head => head.textContent.trim().split(/\s/)[0]);

  it('the main process stores the chosen columns; shares sort as values do', async () => {
    const bridge = await open(fresh(NOW));
    const menu = await openPanel('Columns and copying');
    await fireEvent.click(menu.getByLabelText('Share'));
    await waitFor(() => expect(heads()).toEqual(['Token', 'Amount', 'Price', '24', 'Value', 'Share']));
    expect(rowOf('BTC').textContent).toContain('29.4');
    await fireEvent.click(menu.getByLabelText('Price'));
    await waitFor(() => expect(heads()).not.toContain('Price'));
    expect(bridge.requestsOf('choices:change').at(-1)).toEqual({
      columns: ['amount', 'change', 'value', 'share']
    });
    await fireEvent.click(within(table()).getByRole('button', { name: 'Share' }));
    const sortedBy = within(table()).getByRole('columnheader', { name: /^Share/ });
    expect(sortedBy.getAttribute('aria-sort')).toBe('descending');
  });

  it('all listed rows can be copied to the clipboard', async () => {
    const bridge = await open(fresh(NOW));
    await fireEvent.input(screen.getByLabelText('Search tokens'), { target: { value: 'btc' } });
    const menu = await openPanel('Columns and copying');
    await fireEvent.click(menu.getByRole('button', { name: 'Copy table' }));
    expect(await screen.findByText('Copied 1 row')).toBeTruthy();
    const [copied] = bridge.requestsOf('text:copy');
    expect(copied?.text.split('\n')[1]).toBe('BTC\t0.1284\t96450.20\t12384.20568\tBitcoin\tCold wallet\t');
  });
});

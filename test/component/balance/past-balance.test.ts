// The drawer of a recorded moment, opened from a pinned point of the chart.
import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import type { RecordedBalance } from '../../../shared/ipc/history-calls';
import { fresh } from '../../fakes/states';
import { NOW, open } from '../mount-window';

const token = (symbol: string, value: string, change = {}): RecordedBalance['tokens'][number] => ({
  id: `w1/1/0xa/${symbol}`,
  symbol,
  chainIndex: '1',
  tokenAddress: symbol,
  chain: 'Ethereum',
  wallet: 'Cold wallet',
  balance: '2.5',
  value,
  isStale: false,
  ...change
});

async function openBalance(balance: RecordedBalance | null, state = fresh(NOW)) {
  const bridge = await open(state);
  bridge.answer('history:balance', () => ({ balance }));
  const line = screen.getByRole('slider');
  await fireEvent.keyDown(line, { key: 'Home' });
  await fireEvent.keyDown(line, { key: 'Enter' });
  await fireEvent.click(await screen.findByRole('button', { name: 'Holdings then' }));
  const drawer = await screen.findByRole('dialog', { name: 'Balance then, 21 Nov 10:32' });
  return { bridge, drawer };
}

it('it has the holdings of then, where they were, and all others as one sum', async () => {
  const { bridge, drawer } = await openBalance({
    total: '40000.25',
    tokens: [token('ETH', '30000'), token('GONE', '10000', { wallet: null, balance: null, isStale: true })],
    rest: '0.25',
    staleCount: 1
  });
  await within(drawer).findByText('All others');
  expect(bridge.requestsOf('history:balance')).toEqual([{ at: bridge.state.history[0]?.at, subject: {} }]);
  expect(drawer.querySelector('.drawer-value')?.textContent).toContain('$40,000.25');
  expect(drawer.textContent).toContain('1 part was stale');
  expect([...drawer.querySelectorAll('li')].map(row => row.textContent.replace(/\s+/g, ' ').trim())).toEqual([
    expect.stringContaining('2.5 ETH Ethereum · Cold wallet $30,000.00'),
    expect.stringContaining('GONE Ethereum · removed wallet · stale $10,000.00'),
    'All others$0.25'
  ]);
  expect(drawer.textContent).toContain('The line shows ');
});

it('it is saved as a file of that moment, and closes', async () => {
  const { bridge, drawer } = await openBalance({
    total: '1',
    tokens: [token('ETH', '1')],
    rest: '0',
    staleCount: 0
  });
  bridge.answer('export:save', () => ({ outcome: 'saved', file: '/home/a/then.csv' }));
  await fireEvent.click(await within(drawer).findByRole('button', { name: 'Save as CSV' }));
  expect(bridge.requestsOf('export:save')).toEqual([
    { what: 'holdings', format: 'csv', at: bridge.state.history[0]?.at }
  ]);
  await waitFor(() => expect(screen.queryByRole('dialog', { name: /^Balance then/ })).toBeNull());
  expect(await screen.findByText('/home/a/then.csv')).toBeTruthy();
});

it('it hides its amounts with the balances, and offers no file', async () => {
  const state = fresh(NOW);
  const { drawer } = await openBalance(
    { total: '40000.25', tokens: [token('ETH', '30000')], rest: '10000.25', staleCount: 0 },
    { ...state, choices: { ...state.choices, isHidden: true } }
  );
  await within(drawer).findByText('All others');
  expect(drawer.textContent).not.toMatch(/\d\d,?\d\d\d|2\.5/);
  expect(within(drawer).queryByRole('button', { name: /^Save/ })).toBeNull();
});

it('it says that a moment is no longer recorded', async () => {
  const { drawer } = await openBalance(null);
  expect(await within(drawer).findByText('This moment is no longer recorded.')).toBeTruthy();
});

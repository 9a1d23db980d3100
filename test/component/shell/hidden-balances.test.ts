// Hidden balances: no amount is anywhere in the window, and one key shows them again.
import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { amountText, compactUsd, usd } from '../../../shared/text/money';
import type { AppState } from '../../../shared/schema/app-state';
import { arrived } from '../../fakes/activity';
import { fresh, hidden, withSecond } from '../../fakes/states';
import { NOW, everyText, giveActivity, open } from '../mount-window';

/** Every text that an amount of the state could have; short ones such as "74" prove nothing, so they are left out. */
function amountsOf({ portfolio, history }: AppState): string[] {
  const dollars = [
    portfolio.total,
    ...portfolio.chains.map(chain => chain.value),
    ...portfolio.wallets.map(wallet => wallet.value),
    ...portfolio.holdings.flatMap(row => row.value ?? []),
    ...history.map(chartPoint => chartPoint.total),
    ...(portfolio.change
      ? [portfolio.change.amount, portfolio.change.prices, portfolio.change.transfers]
      : [])
  ];
  const prices = new Set(
    portfolio.holdings.flatMap(({ price }) => (price === null ? [] : [price, usd(price)]))
  );
  const balances = portfolio.holdings.flatMap(row => [row.balance, amountText(row.balance)]);
  return [...dollars.flatMap(value => [usd(value), compactUsd(value)]), ...balances].filter(
    text => text.length > 3 && !prices.has(text)
  );
}

function amountsShown(): string[] {
  const text = everyText();
  return amountsOf(fresh(NOW)).filter(amount => text.includes(amount));
}

describe('hidden balances', () => {
  it('no text of the page contains an amount; percents and prices stay', async () => {
    await open(hidden(NOW));
    expect(amountsShown()).toEqual([]);
    expect(screen.getAllByText('•••').length).toBeGreaterThan(10);
    expect(screen.getAllByText('$2,790.10').length).toBeGreaterThan(0);
    expect(everyText()).toContain('50.4');
  });

  it('the same page contains amounts when balances are not hidden', async () => {
    await open(fresh(NOW));
    expect(amountsShown().length).toBeGreaterThan(30);
  });

  it('an open drawer and a notification contain no amount, and no amount can be copied', async () => {
    const state = hidden(NOW);
    const row = state.portfolio.holdings.find(({ symbol }) => symbol === 'ETH');
    const entry = arrived(NOW - 60_000, {
      symbol: 'ETH',
      amount: '7.25',
      worth: '20228.23',
      holdingId: row?.id ?? null
    });
    const notification = { id: 'n1', at: NOW, entries: [entry], deferredCount: 0, isLastToday: false };
    const bridge = await open(state);
    giveActivity(bridge, [entry]);
    bridge.emit('view:show', { view: 'overview', holdingId: row?.id ?? null });
    bridge.emit('notice:shown', notification);
    await screen.findByRole('dialog');
    await waitFor(() => expect(screen.getAllByText('Received ••• ETH')).toHaveLength(2));
    expect(everyText()).not.toContain('7.25');
    expect(amountsShown()).toEqual([]);
    expect(screen.queryByRole('button', { name: 'Copy amount' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Copy address' })).toBeTruthy();
  });

  it('a visible notification is masked when balances are hidden', async () => {
    const bridge = await open(fresh(NOW));
    const notification = { id: 'n1', at: NOW, entries: [arrived(NOW)], deferredCount: 0, isLastToday: false };
    bridge.emit('notice:shown', notification);
    expect(await screen.findByText('Received 250 USDC · $250.00')).toBeTruthy();
    await fireEvent.keyDown(document.body, { key: 'h' });
    expect(await screen.findByText('Received ••• USDC')).toBeTruthy();
    expect(everyText()).not.toContain('250 USDC');
  });

  it('the H key hides and shows balances, but not while the person types', async () => {
    const bridge = await open(fresh(NOW));
    await fireEvent.keyDown(screen.getByLabelText('Search tokens'), { key: 'h' });
    expect(bridge.requestsOf('choices:change')).toEqual([]);
    await fireEvent.keyDown(document.body, { key: 'h' });
    await waitFor(() => expect(amountsShown()).toEqual([]));
    await fireEvent.click(screen.getByRole('button', { name: 'Show balances' }));
    await waitFor(() => expect(screen.getByText('$42,070')).toBeTruthy());
    expect(bridge.requestsOf('choices:change')).toEqual([{ isHidden: true }, { isHidden: false }]);
  });

  it('the total in the second currency is masked, and the age of its rate stays', async () => {
    const bridge = await open(withSecond(NOW));
    expect(screen.getByText('≈ 0.4362 BTC · rate 2 min old')).toBeTruthy();
    bridge.push({ ...bridge.state, choices: { ...bridge.state.choices, isHidden: true } });
    expect(await screen.findByText('≈ ••• BTC · rate 2 min old')).toBeTruthy();
    expect(everyText()).not.toContain('0.4362');
  });
});

// The summary above the table follows the range and the scope: change, transfers, shares, movers.
import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { RangeChange } from '../../../shared/ipc/history-calls';
import type { AppState } from '../../../shared/schema/app-state';
import { arrived } from '../../fakes/activity';
import { fresh } from '../../fakes/states';
import { everyText, NOW, open } from '../mount-window';

const DAY_MS = 24 * 60 * 60_000;
const HOUR_MS = 60 * 60_000;
const text = (selector: string): string =>
  document.querySelector(selector)?.textContent.replace(/\s+/g, ' ').trim() ?? '';
const line = (): HTMLElement => screen.getByRole('slider');
const symbols = () =>
  [...screen.getByRole('table', { name: 'Holdings' }).querySelectorAll('.symbol')].map(
    one => one.textContent
  );
const change = (days: number, split: RangeChange['split']): RangeChange => ({
  since: NOW - days * DAY_MS,
  amount: '1234.56',
  percent: '3.02',
  split
});

/** The largest holding rose; one that left no longer exists. */
function withMovers(state: AppState): AppState {
  const { portfolio } = state;
  const [largest] = portfolio.holdings;
  const movers = [
    { holdingId: largest?.id ?? '', symbol: largest?.symbol ?? '', amount: '412.05', percent: '2.1' },
    { holdingId: 'w1/1/0xa/gone', symbol: 'GONE', amount: '-112.4', percent: '-100' }
  ];
  return {
    ...state,
    portfolio: { ...portfolio, change: portfolio.change && { ...portfolio.change, movers } }
  };
}

describe('the change line', () => {
  it('the line shows the change over the chosen range with its exact split', async () => {
    const bridge = await open(fresh(NOW));
    expect(text('.change')).toContain('in 24 h');
    const split = { prices: '1000', transfers: '250', recounted: '-15.44' };
    const causes = { recountedBy: [{ causes: ['wallet-removed' as const], amount: '-15.44' }] };
    bridge.answer('history:read', () => ({
      chartPoints: bridge.state.history,
      change: { ...change(7, split), ...causes }
    }));
    await fireEvent.keyDown(document.body, { key: '2' });
    await waitFor(() => expect(text('.change')).toContain('+$1,000.00'));
    expect(text('.change')).toMatch(
      /^Prices \+\$1,000\.00 .*in 7 days Transfers \+\$250\.00 Wallet removed −\$15\.44/
    );
    await fireEvent.keyDown(document.body, { key: '1' });
    expect(text('.change')).toContain('in 24 h');
  });

  it('the line names up to two tokens that arrived or left, its hover all of them, and both mask amounts', async () => {
    const bridge = await open(fresh(NOW));
    const part = { symbol: 'USDC', amount: '250', worth: '250' };
    bridge.answer('history:read', () => ({
      chartPoints: bridge.state.history,
      change: {
        ...change(7, { prices: '1000', transfers: '500', recounted: '0' }),
        transfersBy: [part, part]
      }
    }));
    await fireEvent.keyDown(document.body, { key: '2' });
    await waitFor(() =>
      expect(text('.change')).toMatch(
        /in 7 days Received 250 USDC \+\$250\.00 Received 250 USDC \+\$250\.00$/
      )
    );
    const three = [
      part,
      { ...part, symbol: 'DAI' },
      { ...part, symbol: 'ETH', amount: '-0.1', worth: '-200' }
    ];
    bridge.answer('history:read', () => ({
      chartPoints: bridge.state.history,
      change: { ...change(30, { prices: '1000', transfers: '300', recounted: '0' }), transfersBy: three }
    }));
    await fireEvent.keyDown(document.body, { key: '3' });
    await waitFor(() => expect(text('.change')).toMatch(/Transfers \+\$300\.00$/));
    const hover = document.querySelector('.change strong')?.getAttribute('title');
    for (const said of ['Received 250 DAI +$250.00', 'Sent 0.1 ETH −$200.00']) expect(hover).toContain(said);
    bridge.push({ ...bridge.state, choices: { ...bridge.state.choices, isHidden: true } });
    await waitFor(() => expect(text('.change')).toMatch(/Transfers •••$/));
    expect(document.querySelector('.change strong')?.getAttribute('title')).toContain('Received ••• DAI •••');
  });

  it.each([
    ['a history younger than the range', '4', 12, 'since 10 Nov'],
    ['a year', '4', 365, 'in a year'],
    ['all of it', '5', 400, 'since 18 Oct 2025']
  ])('the change line says since when it measures: %s', async (_, key, days, expected) => {
    const bridge = await open(fresh(NOW));
    bridge.answer('history:read', () => ({ chartPoints: bridge.state.history, change: change(days, null) }));
    await fireEvent.keyDown(document.body, { key });
    await waitFor(() => expect(text('.change')).toContain(expected));
  });

  it('the line says so when no earlier value is known', async () => {
    await open(fresh(NOW));
    await fireEvent.keyDown(document.body, { key: '3' });
    await waitFor(() => expect(text('.change')).toBe('no earlier data to compare with'));
  });
});

describe('the scope of one chain', () => {
  const solana = () => screen.getByRole('button', { name: /^Solana/ });

  it('total, change, chart and table show the chosen chain, and everything again after that', async () => {
    const bridge = await open(withMovers(fresh(NOW)));
    const chartPoints = bridge.state.history.map(chartPoint => ({ ...chartPoint, total: '3498.24' }));
    bridge.answer('history:read', () => ({ chartPoints, change: change(1, null) }));
    await fireEvent.click(solana());
    await waitFor(() => expect(line().getAttribute('aria-valuetext')).toContain('$3,498.24'));
    expect(bridge.requestsOf('history:read')).toEqual([{ range: '1d', subject: { chainIndex: '501' } }]);
    expect(text('.number')).toBe('$3,498.24');
    expect(text('.scoped')).toBe('Solana only');
    expect(text('.change')).toBe('+$1,234.56 in 24 h');
    expect(document.querySelector('.movers')).toBeNull();
    expect(symbols()).not.toContain('BTC');
    await fireEvent.click(solana());
    expect(text('.number')).toBe('$42,070.97');
    expect(text('.change')).toContain('+$362.18');
    expect(line().getAttribute('aria-valuetext')).toContain('$42,070.97');
  });

  it('the line of the chosen chain stays up to date with every new point', async () => {
    const bridge = await open(fresh(NOW));
    await fireEvent.click(solana());
    await waitFor(() => expect(bridge.requestsOf('history:read')).toHaveLength(1));
    bridge.push({ ...bridge.state });
    const newest = { at: NOW + 1000, total: '1', isStale: false, isAfterGap: false };
    bridge.push({ ...bridge.state, history: [...bridge.state.history, newest] });
    await waitFor(() => expect(bridge.requestsOf('history:read').length).toBeGreaterThan(1));
  });
});

describe('the transfers on the history chart', () => {
  it('a transfer has a marker on the line, and is read out with the point near it', async () => {
    const state = fresh(NOW);
    const bridge = await open(state);
    const at = state.history.at(-30)?.at ?? 0;
    bridge.answer('activity:read', () => ({
      text: JSON.stringify([arrived(at), arrived(at - 60 * HOUR_MS)])
    }));
    bridge.push({ ...state, activity: { latestAt: NOW, unseen: 0 } });
    await waitFor(() => expect(document.querySelectorAll('.history .ring')).toHaveLength(1));
    expect(document.querySelector('.ring-words')).toBeNull();
    for (let i = 0; i < 30; i++) await fireEvent.keyDown(line(), { key: 'ArrowLeft' });
    expect(line().getAttribute('aria-valuetext')).toContain('Received 250 USDC');
    expect(text('.ring-words')).toBe('Received 250 USDC');
    expect(within(screen.getByRole('list', { name: 'Transfers' })).getAllByRole('listitem')).toHaveLength(1);
    bridge.push({ ...bridge.state, choices: { ...bridge.state.choices, isHidden: true } });
    await waitFor(() => expect(text('.ring-words')).toBe('Received ••• USDC'));
  });
});

describe('the allocation bar', () => {
  const shares = () => within(screen.getByRole('list', { name: /^Share of the total/ }));

  it('a share filters the table by its chain, and a second click removes the filter', async () => {
    await open(fresh(NOW));
    await fireEvent.click(shares().getByRole('button', { name: /^Show only Bitcoin/ }));
    expect(shares().getByRole('button', { name: /^Show only Bitcoin/, pressed: true })).toBeTruthy();
    expect(symbols()).toContain('BTC');
    expect(symbols()).not.toContain('SOL');
    await fireEvent.click(shares().getByRole('button', { name: /^Show only Bitcoin/ }));
    expect(symbols()).toContain('SOL');
  });

  it.each([
    ['tokens', /^Show only BTC/, 'BTC'],
    ['wallets', /^Show only Daily/, 'SOL']
  ])('a share filters the table by %s', async (by, name, kept) => {
    await open(fresh(NOW));
    await fireEvent.change(screen.getByLabelText('Share by'), { target: { value: by } });
    await fireEvent.click(shares().getByRole('button', { name }));
    expect(symbols()).toContain(kept);
    expect(symbols()).not.toContain('ordi');
  });

  it('a share filters by the asset and not by its symbol, which a chip says and ends', async () => {
    const state = fresh(NOW);
    const holdings = state.portfolio.holdings.map(row =>
      row.symbol === 'ordi' ? { ...row, symbol: 'ETH' } : row
    );
    await open({ ...state, portfolio: { ...state.portfolio, holdings } });
    await fireEvent.change(screen.getByLabelText('Share by'), { target: { value: 'tokens' } });
    await fireEvent.click(shares().getByRole('button', { name: /^Show only ETH [^·]/ }));
    expect(symbols()).toEqual(['ETH', 'ETH']);
    expect(screen.getByRole('table', { name: 'Holdings' }).textContent).not.toContain('Bitcoin');
    await fireEvent.click(screen.getByRole('button', { name: 'Stop showing only ETH' }));
    expect(symbols()).toContain('SOL');
  });

  it('the bar shows name, share and value of the piece under the pointer or in focus', async () => {
    await open(fresh(NOW));
    const piece = document.querySelectorAll('.shares i')[1];
    if (piece) await fireEvent.pointerEnter(piece);
    expect(text('.share-tip')).toBe('Bitcoin 34.6\u202f% $14,560.08'.replace(/\s+/g, ' '));
    if (piece) await fireEvent.pointerLeave(piece);
    expect(document.querySelector('.share-tip')).toBeNull();
    await fireEvent.focus(shares().getByRole('button', { name: /^Show only Ethereum/ }));
    expect(text('.share-tip')).toContain('Ethereum');
  });

  it('the bar shows no value while balances are hidden', async () => {
    const state = fresh(NOW);
    await open({ ...state, choices: { ...state.choices, isHidden: true } });
    await fireEvent.focus(shares().getByRole('button', { name: /^Show only Ethereum/ }));
    expect(text('.share-tip')).toContain('•••');
    expect(everyText()).not.toContain('21,203');
  });
});

describe('the movers', () => {
  it('movers are listed with amount and percent, and open their holding if it is still held', async () => {
    await open(withMovers(fresh(NOW)));
    const movers = within(screen.getByRole('list', { name: 'Largest price moves in 24 h' }));
    expect(movers.getAllByRole('listitem').map(one => one.textContent.replace(/\s+/g, ' ').trim())).toEqual([
      'Price moves',
      'ETH +$412.05 +2.1 %',
      'GONE −$112.40 −100.0 %'
    ]);
    const [button, ...others] = movers.getAllByRole('button');
    expect(others).toEqual([]);
    if (button) await fireEvent.click(button);
    expect(screen.getByRole('dialog', { name: /^ETH/ })).toBeTruthy();
  });
});

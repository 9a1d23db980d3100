// The popover beside the tray icon: total, causes of the change, chains, movers, and links into the window.
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import Popover from '../../../renderer/popover/Popover.svelte';
import type { AppState } from '../../../shared/schema/app-state';
import { fakeBridge, type FakeBridge } from '../../fakes/bridge';
import { firstRun, fresh, grouped, hidden, stale } from '../../fakes/states';
import { NOW } from '../mount-window';

const MOVER = { holdingId: 'w1/1/0xa/', symbol: 'ETH', amount: '440.16', percent: '2.10' };

async function open(state: AppState): Promise<FakeBridge> {
  const bridge = fakeBridge(state);
  vi.stubGlobal('tokentray', bridge);
  render(Popover);
  await waitFor(() => expect(document.querySelector('.popover')).toBeTruthy());
  return bridge;
}

function withMover(state: AppState): AppState {
  const { change } = state.portfolio;
  if (!change) throw new Error('this state has no change');
  return { ...state, portfolio: { ...state.portfolio, change: { ...change, movers: [MOVER] } } };
}

afterEach(cleanup);

describe('the popover', () => {
  it('the popover shows the total, the causes of its change, and the chains, largest first', async () => {
    await open(fresh(NOW));
    expect(screen.getByRole('status').textContent).toBe('$42,070.97');
    const text = document.body.textContent;
    for (const said of ['Prices', '+$362.18', 'Transfers', '+$250.00']) expect(text).toContain(said);
    const chains = [...document.querySelectorAll('.popover-chains li')].map(({ textContent }) => textContent);
    expect(chains).toHaveLength(6);
    expect(chains[0]).toContain('Ethereum');
  });

  it('on the first day has the dashed line of the amounts at past prices before the first point', async () => {
    const state = fresh(NOW);
    const first = { at: NOW - 60_000, total: '42070.96', isStale: false, isAfterGap: false };
    const bridge = fakeBridge({ ...state, history: [first] });
    const points = [3, 2, 1].map(ago => ({
      at: NOW - ago * 3_600_000,
      total: `4200${ago}`,
      isAfterGap: false
    }));
    bridge.answer('history:lines', () => ({ lines: [{ kind: 'past-prices', points, restPercent: '0' }] }));
    vi.stubGlobal('tokentray', bridge);
    render(Popover);
    await waitFor(() => expect(document.querySelector('.popover-line path[stroke-dasharray]')).toBeTruthy());
    const asked = { range: '1d', subject: {}, until: first.at };
    expect(bridge.requestsOf('history:lines')[0]).toEqual(asked);
  });

  it('the popover opens a mover, the window and its settings, and pauses polling', async () => {
    const bridge = await open(withMover(fresh(NOW)));
    expect(screen.getByRole('heading', { name: 'Price moves' })).toBeTruthy();
    expect(screen.getByText('+$440.16').classList).toContain('pos');
    await fireEvent.click(screen.getByRole('button', { name: /^ETH/ }));
    await fireEvent.click(screen.getByRole('button', { name: 'Open Tokentray' }));
    await fireEvent.click(screen.getByRole('button', { name: 'Settings' }));
    expect(bridge.requestsOf('popover:act')).toEqual([
      { action: 'open', view: 'overview', holdingId: MOVER.holdingId },
      { action: 'open', view: 'overview', holdingId: null },
      { action: 'open', view: 'settings', holdingId: null }
    ]);
    await fireEvent.click(screen.getByRole('button', { name: 'Pause' }));
    await screen.findByRole('button', { name: 'Resume' });
  });

  it('the popover changes its language as a whole while it is open', async () => {
    const bridge = await open(fresh(NOW));
    bridge.push({ ...fresh(NOW), language: 'zh' });
    await screen.findByRole('button', { name: '打开 Tokentray' });
    expect(document.querySelector('.popover-chains')?.textContent).toContain('以太坊');
    expect(document.documentElement.lang).toBe('zh-CN');
    bridge.push(fresh(NOW));
    await screen.findByRole('button', { name: 'Open Tokentray' });
  });

  it('the popover stays open while it is pinned, and closes on Escape', async () => {
    const bridge = await open(fresh(NOW));
    await fireEvent.click(screen.getByRole('button', { name: 'Keep open' }));
    await fireEvent.click(screen.getByRole('button', { name: 'Close when something else is clicked' }));
    await fireEvent.keyDown(window, { key: 'Escape' });
    expect(bridge.requestsOf('popover:act')).toEqual([
      { action: 'pin' },
      { action: 'unpin' },
      { action: 'close' }
    ]);
  });

  it('the popover shows no amount while balances are hidden', async () => {
    await open(withMover(hidden(NOW)));
    expect(document.body.textContent).not.toMatch(/\$\d/);
    expect(screen.getByRole('status').textContent).toBe('•••');
  });

  it('the popover shows how old the values of a failing chain are', async () => {
    await open(stale(NOW));
    expect(document.querySelector('.popover-chains')?.textContent).toMatch(/old/);
  });

  it('the popover says what to do before any wallet is watched', async () => {
    await open(firstRun(NOW));
    expect(document.body.textContent).toContain('Connect OKX');
    expect(screen.getByRole('button', { name: 'Open Tokentray' })).toBeTruthy();
  });
});

describe('the popover of a group of wallets', () => {
  it('names the group beside its total, and asks for its line alone', async () => {
    const state = grouped(NOW);
    const bridge = await open({ ...state, group: { id: 'g2', name: 'Spending' } });
    expect(document.querySelector('.popover-total')?.textContent).toContain('Spending');
    expect(bridge.requestsOf('state:read').at(-1)).toEqual({ isGlance: true });
    await waitFor(() =>
      expect(bridge.requestsOf('history:lines').every(({ subject }) => subject?.groupId === 'g2')).toBe(true)
    );
  });

  it('of all wallets has no name', async () => {
    await open(grouped(NOW));
    expect(document.querySelector('.popover-total .scoped')).toBeNull();
  });
});

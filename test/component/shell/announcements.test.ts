// What a screen reader announces by itself: one sentence for each change, and nothing when nothing changed.
import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { AppState } from '../../../shared/schema/app-state';
import { fresh, stale } from '../../fakes/states';
import { NOW, open } from '../mount-window';

const said = () => document.querySelector('.announcer')?.textContent ?? null;

function withTotal(state: AppState, total: string): AppState {
  return { ...state, portfolio: { ...state.portfolio, total } };
}

describe('the announcement after a refresh', () => {
  it('the total is announced once when the rounded number changed', async () => {
    const bridge = await open(fresh(NOW));
    expect(said()).toBe('');
    bridge.push(withTotal(bridge.state, '42071.501'));
    await waitFor(() => expect(said()).toBe('Updated, $42,071.50'));
  });

  it('nothing is announced when only hidden digits or the age changed', async () => {
    const bridge = await open(fresh(NOW));
    bridge.push(withTotal(bridge.state, '42071.501'));
    await waitFor(() => expect(said()).toContain('Updated'));
    const changes: string[] = [];
    const watcher = new MutationObserver(() => changes.push(said() ?? ''));
    watcher.observe(document.querySelector('.announcer') as Node, {
      childList: true,
      characterData: true,
      subtree: true
    });
    bridge.push(withTotal(bridge.state, '42071.5019'));
    bridge.push({ ...bridge.state, polling: { ...bridge.state.polling, isRefreshing: true } });
    bridge.push({ ...bridge.state, polling: { ...bridge.state.polling, isRefreshing: false } });
    await fireEvent.click(screen.getByRole('button', { name: 'Refresh now' }));
    watcher.disconnect();
    expect(changes).toEqual([]);
  });

  it('a banner is announced once, and again only after its issue was over', async () => {
    const bridge = await open(fresh(NOW));
    bridge.push(stale(NOW));
    await waitFor(() => expect(said()).toContain('This computer is offline.'));
    const first = said();
    const later = stale(NOW);
    bridge.push({ ...later, polling: { ...later.polling, nextAt: NOW + 600_000 } });
    await fireEvent.click(screen.getByRole('button', { name: 'Refresh now' }));
    expect(said()).toBe(first);
    bridge.push(fresh(NOW));
    await waitFor(() => expect(said()).toBe(''));
  });

  it('the total is announced on every page', async () => {
    const bridge = await open(fresh(NOW));
    await fireEvent.click(screen.getByRole('button', { name: 'Settings' }));
    bridge.push(withTotal(bridge.state, '42071.501'));
    await waitFor(() => expect(said()).toBe('Updated, $42,071.50'));
  });
});

describe('the announcement of hidden balances', () => {
  it('hiding is announced, and no amount is announced while balances are hidden', async () => {
    const bridge = await open(fresh(NOW));
    await fireEvent.keyDown(document.body, { key: 'h' });
    await waitFor(() => expect(said()).toBe('Balances are hidden.'));
    bridge.push(withTotal(bridge.state, '43000'));
    await waitFor(() => expect(bridge.state.portfolio.total).toBe('43000'));
    expect(said()).toBe('Balances are hidden.');
  });
});

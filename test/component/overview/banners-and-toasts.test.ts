// Banners, toasts and internal errors in the window, and the actions that they offer.
import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { AlertEntry } from '../../../shared/schema/activity';
import { arrived, total } from '../../fakes/activity';
import { failing, fresh, partial, stale } from '../../fakes/states';
import { NOW, open } from '../mount-window';

function banner(): string {
  return (document.querySelector('.below > .note p')?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

describe('the banner below the table', () => {
  it('the banner says why polling stopped, and leads to a new key for the same wallet', async () => {
    await open(failing(NOW));
    expect(banner()).toBe(
      'OKX does not know this key. Keys from Europe are at eea.okx.com or my.okx.com, from the United States at us.okx.com or app.okx.com, from Türkiye at tr.okx.com: choose your host. Or the key was deleted. Refreshing has stopped; your last values are kept.'
    );
    await fireEvent.click(screen.getByRole('button', { name: 'New key' }));
    expect(screen.getByRole('heading', { name: 'New key for Cold wallet' })).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Account ID').value).toBe(
      '13886e05-1265-4b79-8ac3-b7ab46211001'
    );
    expect(screen.getByLabelText<HTMLInputElement>('API key').value).toBe('');
  });

  it('the banner says what did not answer, since when, why, and when the next try is', async () => {
    const bridge = await open(partial(NOW));
    expect(banner()).toBe(
      'Solana has not answered since 10:08. www.okx.com did not answer in time. Your last values are kept. Next try at 10:36.'
    );
    await fireEvent.click(screen.getByRole('button', { name: 'Try now' }));
    expect(bridge.requestsOf('poll:refresh')).toHaveLength(1);
  });

  it('the banner says why nothing answers', async () => {
    await open(stale(NOW));
    expect(banner()).toBe('This computer is offline. Your last values are kept. Next try at 10:36.');
  });

  it('the banner names the wallet when only one of several fails', async () => {
    const state = failing(NOW, 'account-unknown');
    const wallets = state.portfolio.wallets.map((row, i) => (i === 0 ? row : { ...row, failure: null }));
    await open({ ...state, portfolio: { ...state.portfolio, wallets } });
    expect(banner()).toMatch(/^Cold wallet: OKX does not know this account ID for this key\./);
    expect(screen.getByRole('button', { name: 'Connect again' })).toBeTruthy();
  });

  it('the banner names the file of a damaged activity', async () => {
    await open({ ...fresh(NOW), issues: [{ code: 'activity-damaged', file: 'activity.damaged-1.jsonl' }] });
    expect(banner()).toBe('A part of the activity was damaged. It was kept as activity.damaged-1.jsonl.');
  });

  it('the banner names the file that was set aside, until it is dismissed', async () => {
    await open({ ...fresh(NOW), issues: [{ code: 'history-damaged', file: 'history.damaged-1.jsonl' }] });
    expect(banner()).toBe('A part of the history was damaged. It was kept as history.damaged-1.jsonl.');
    await fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(banner()).toBe('');
  });
});

describe('the banner on a desktop without notifications', () => {
  it('the banner says what to do, and comes after the banner of a failure', async () => {
    const issues = [{ code: 'notices-not-shown' as const, file: null }];
    const bridge = await open({ ...fresh(NOW), issues });
    expect(banner()).toBe(
      'Your desktop does not accept notifications. Everything is still listed in Activity. Turn notifications on in your system settings, then send a test from Settings.'
    );
    bridge.push({ ...stale(NOW), issues });
    await waitFor(() => expect(banner()).toContain('This computer is offline.'));
  });
});

const NOTIFICATION = { id: 'n1', at: NOW, deferredCount: 0, isLastToday: false };

describe('a notification shown in the window', () => {
  it('a notification opens its holding', async () => {
    const state = fresh(NOW);
    const bridge = await open(state);
    const row = state.portfolio.holdings.find(({ symbol }) => symbol === 'SOL');
    const entry = arrived(NOW, { symbol: 'SOL', amount: '1', holdingId: row?.id ?? null });
    bridge.emit('notice:shown', { ...NOTIFICATION, entries: [entry] });
    await fireEvent.click(await screen.findByRole('button', { name: 'Show' }));
    expect(screen.getByRole('dialog', { name: 'SOL, Solana · Daily' })).toBeTruthy();
    expect(document.querySelector('.toast')).toBeNull();
  });

  it.each<[string, AlertEntry[], string]>([
    ['several things', [arrived(NOW), arrived(NOW, { symbol: 'DAI' })], '2 amounts changed · +$500.00'],
    ['no holding', [total(NOW)], 'Prices up 5.2\u202f%, total $42,071'],
    ['a holding that is gone', [arrived(NOW, { holdingId: 'w1/1/0x/0xgone' })], 'Received 250 USDC · $250.00']
  ])('the activity opens for a notification about %s', async (_, entries, title) => {
    const bridge = await open(fresh(NOW));
    bridge.emit('notice:shown', { ...NOTIFICATION, entries });
    expect(await screen.findByText(title, { normalizer: text => text })).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: 'Show' }));
    expect(screen.getByRole('heading', { name: 'Activity' })).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('the page reports an internal error when the main process fails to answer', async () => {
    const bridge = await open(fresh(NOW));
    bridge.answer('poll:refresh', () => {
      throw new Error('no handler');
    });
    await fireEvent.keyDown(document.body, { key: 'r' });
    expect(await screen.findByText('Internal error in Tokentray.')).toBeTruthy();
  });
});

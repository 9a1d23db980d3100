// Removed wallets on the Wallets page: their own lines, and how their history is deleted.
import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { RemovedWallet } from '../../../shared/schema/wallet';
import { fresh } from '../../fakes/states';
import { NOW, open } from '../mount-window';

const DAY_MS = 86_400_000;

async function openPage(removed: readonly RemovedWallet[], isDone = true) {
  const bridge = await open(fresh(NOW));
  let left = [...removed];
  bridge.answer('wallets:removed', () => ({ wallets: left }));
  bridge.answer('wallet:forget', ({ walletId }) => {
    if (isDone) left = left.filter(({ id }) => id !== walletId);
    return { done: isDone };
  });
  bridge.answer('history:read', () => ({
    chartPoints: [9, 8, 7].map(days => ({
      ...{ at: NOW - days * DAY_MS, total: `${days}000`, isStale: false, isAfterGap: false }
    })),
    change: null
  }));
  await fireEvent.click(screen.getByRole('button', { name: 'Wallets and keys' }));
  return bridge;
}

const FAMILY = { id: 'gone', name: 'Family', removedAt: NOW - 7 * DAY_MS };
const list = () => screen.findByRole('region', { name: 'Removed wallets' });

describe('the removed wallets', () => {
  it('each has a line of its own, which ends when it was removed and not now', async () => {
    const bridge = await openPage([FAMILY]);
    const region = within(await list());
    await fireEvent.click(region.getByRole('button', { name: 'History: Family' }));
    const ends = await waitFor(() => {
      const found = document.querySelector('.own-ends');
      expect(found).toBeTruthy();
      return found!.textContent;
    });
    expect(ends).toContain('$7,000.00');
    expect(ends).not.toContain('now');
    expect(bridge.requestsOf('history:read').at(-1)).toEqual({ range: 'all', subject: { walletId: 'gone' } });
  });

  it('a line of one point or none says what there is, and not that it starts', async () => {
    const bridge = await openPage([FAMILY]);
    const pointsAre = (totals: string[]) =>
      bridge.answer('history:read', () => ({
        chartPoints: totals.map(total => ({ at: NOW, total, isStale: false, isAfterGap: false })),
        change: null
      }));
    pointsAre(['5000']);
    const region = within(await list());
    await fireEvent.click(region.getByRole('button', { name: 'History: Family' }));
    expect(await region.findByText(/^\$5,000\.00 · /)).toBeTruthy();
    pointsAre([]);
    await fireEvent.click(region.getByText('1W'));
    expect(await region.findByText('Nothing was recorded in this range.')).toBeTruthy();
    expect(region.queryByText(/starts here/)).toBeNull();
  });

  it('their history is deleted after a question, and they leave the list', async () => {
    const bridge = await openPage([FAMILY]);
    const region = within(await list());
    await fireEvent.click(region.getByRole('button', { name: 'History: Family' }));
    await fireEvent.click(region.getByRole('button', { name: 'Delete this history: Family' }));
    expect(bridge.requestsOf('wallet:forget')).toEqual([]);
    await fireEvent.click(region.getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Removed wallets' })).toBeNull());
    expect(bridge.requestsOf('wallet:forget')).toEqual([{ walletId: 'gone' }]);
  });

  it('a history that cannot be deleted stays, and that is said', async () => {
    await openPage([FAMILY], false);
    const region = within(await list());
    await fireEvent.click(region.getByRole('button', { name: 'History: Family' }));
    await fireEvent.click(region.getByRole('button', { name: 'Delete this history: Family' }));
    await fireEvent.click(region.getByRole('button', { name: 'Delete' }));
    expect(await region.findByText(/Could not be deleted/)).toBeTruthy();
  });

  it('are no part of the page when there are none', async () => {
    const bridge = await openPage([]);
    await waitFor(() => expect(bridge.requestsOf('wallets:removed')).not.toEqual([]));
    expect(screen.queryByRole('region', { name: 'Removed wallets' })).toBeNull();
  });
});

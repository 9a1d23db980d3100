// The lists of the sidebar: chains worth little are one row, and a wallet without an answer has no value.
import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { AppState } from '../../../shared/schema/app-state';
import { fresh } from '../../fakes/states';
import { NOW, open } from '../mount-window';

const names = () => [...document.querySelectorAll('.sidebar .chain .name')].map(node => node.textContent);

/** The last `count` chains are worth 40 cents each. */
function withDust(count: number): AppState {
  const state = fresh(NOW);
  const { chains } = state.portfolio;
  const dusty = chains.map((chain, at) => (at < chains.length - count ? chain : { ...chain, value: '0.4' }));
  return { ...state, portfolio: { ...state.portfolio, chains: dusty } };
}

describe('the chains of the sidebar', () => {
  it('worth under $1 are one row, which opens them and closes them again', async () => {
    await open(withDust(2));
    const all = fresh(NOW).portfolio.chains.map(({ name }) => name);
    expect(names()).toEqual(all.slice(0, -2));
    const fold = screen.getByRole('button', { name: '2 more, under $1', expanded: false });
    await fireEvent.click(fold);
    expect(names()).toEqual(all);
    await fireEvent.click(fold);
    expect(names()).toEqual(all.slice(0, -2));
  });

  it('are not folded when it is one alone, when it is stale, or when the page shows it', async () => {
    const bridge = await open(withDust(1));
    const all = names();
    expect(all).toHaveLength(bridge.state.portfolio.chains.length);
    const state = withDust(2);
    const chains = state.portfolio.chains.map((chain, at, { length }) =>
      at === length - 1 ? { ...chain, isStale: true } : chain
    );
    bridge.push({ ...state, portfolio: { ...state.portfolio, chains } });
    await waitFor(() => expect(names()).toEqual(all));
    bridge.push(withDust(2));
    await waitFor(() => expect(names()).toEqual(all.slice(0, -2)));
    await fireEvent.click(screen.getByRole('button', { name: '2 more, under $1' }));
    const last = screen.getAllByRole('button').find(one => one.textContent.includes(all.at(-1)!))!;
    await fireEvent.click(last);
    await fireEvent.click(screen.getByRole('button', { name: '2 more, under $1' }));
    expect(names()).toEqual(all);
  });
});

describe('a wallet of the sidebar', () => {
  it('has no value before its first answer', async () => {
    const state = fresh(NOW);
    const wallets = state.portfolio.wallets.map(row => ({ ...row, value: '0', takenAt: null }));
    await open({ ...state, portfolio: { ...state.portfolio, wallets } });
    await fireEvent.click(screen.getByRole('tab', { name: 'Wallets' }));
    const list = document.querySelector('.sidebar .list');
    expect(list?.textContent).toContain('–');
    expect(list?.textContent).not.toContain('$0.00');
  });
});

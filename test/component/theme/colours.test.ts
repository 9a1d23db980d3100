// The colours of change, the mark of the demo, and the websites that are opened unasked.
import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { demo, fresh } from '../../fakes/states';
import { NOW, open } from '../stage';

describe('the colours of change', () => {
  it.each(['red-up', 'blue-orange'] as const)('are worn by the page when %s is chosen', async colours => {
    const bridge = await open(fresh(NOW));
    expect(document.documentElement.dataset.change).toBeUndefined();
    await fireEvent.click(screen.getByRole('button', { name: 'Settings' }));
    await fireEvent.change(screen.getByLabelText('Colours of change'), { target: { value: colours } });
    expect(bridge.requestsOf('choices:change')).toEqual([{ changeColours: colours }]);
    await waitFor(() => expect(document.documentElement.dataset.change).toBe(colours));
    await fireEvent.change(screen.getByLabelText('Colours of change'), { target: { value: 'green-up' } });
    await waitFor(() => expect(document.documentElement.dataset.change).toBeUndefined());
  });
});

describe('the demo', () => {
  it.each(['Portfolio', 'Activity', 'Wallets', 'Settings', 'Diagnostics'])('is marked on %s', async page => {
    await open(demo(NOW));
    const [button] = screen.getAllByRole('button', { name: page });
    if (button) await fireEvent.click(button);
    expect(screen.getByRole('navigation').textContent).toContain('DEMO');
  });

  it('is no mark of the live profile', async () => {
    await open(fresh(NOW));
    expect(screen.queryByText('DEMO')).toBeNull();
  });
});

describe('websites that are opened unasked', () => {
  it('are listed, and asked about again when they are taken off', async () => {
    const state = fresh(NOW);
    const explorerHosts = ['etherscan.io', 'solscan.io'];
    const bridge = await open({ ...state, choices: { ...state.choices, explorerHosts } });
    await fireEvent.click(screen.getByRole('button', { name: 'Settings' }));
    await fireEvent.click(screen.getByRole('button', { name: 'Ask again: etherscan.io' }));
    expect(bridge.requestsOf('choices:change')).toEqual([{ explorerHosts: ['solscan.io'] }]);
  });
});

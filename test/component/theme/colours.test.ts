// The colours of change, the demo label, and the websites that open without a question.
import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { demo, fresh } from '../../fakes/states';
import { NOW, open } from '../mount-window';

describe('the colours of change', () => {
  it.each(['red-up', 'blue-orange'] as const)('the page has the chosen colours %s', async colours => {
    const bridge = await open(fresh(NOW));
    expect(document.documentElement.dataset.change).toBeUndefined();
    await fireEvent.click(screen.getByRole('button', { name: 'Settings' }));
    await fireEvent.change(screen.getByLabelText('Colours of up and down'), { target: { value: colours } });
    expect(bridge.requestsOf('choices:change')).toEqual([{ changeColours: colours }]);
    await waitFor(() => expect(document.documentElement.dataset.change).toBe(colours));
    await fireEvent.change(screen.getByLabelText('Colours of up and down'), {
      target: { value: 'green-up' }
    });
    await waitFor(() => expect(document.documentElement.dataset.change).toBeUndefined());
  });
});

describe('the demo label', () => {
  it.each(['Portfolio', 'Activity', 'Wallets and keys', 'Settings', 'Diagnostics'])(
    'it is on page %s',
    async page => {
      await open(demo(NOW));
      const [button] = screen.getAllByRole('button', { name: page });
      if (button) await fireEvent.click(button);
      expect(screen.getAllByRole('navigation')[0]?.textContent).toContain('DEMO');
    }
  );

  it('the live profile has no demo label', async () => {
    await open(fresh(NOW));
    expect(screen.queryByText('DEMO')).toBeNull();
  });
});

describe('the websites that open without a question', () => {
  it('websites are listed, and the app asks again after they are removed', async () => {
    const state = fresh(NOW);
    const explorerHosts = ['etherscan.io', 'solscan.io'];
    const bridge = await open({ ...state, choices: { ...state.choices, explorerHosts } });
    await fireEvent.click(screen.getByRole('button', { name: 'Settings' }));
    await fireEvent.click(screen.getByRole('button', { name: 'Ask again: etherscan.io' }));
    expect(bridge.requestsOf('choices:change')).toEqual([{ explorerHosts: ['solscan.io'] }]);
  });
});

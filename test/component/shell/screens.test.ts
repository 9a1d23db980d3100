// The drawer of a holding, the settings and Diagnostics, and the keys that open and close them.
import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { demo, fresh } from '../../fakes/states';
import { NOW, open } from '../mount-window';

function rowOf(symbol: string): HTMLElement {
  const row = screen
    .getAllByText(symbol)
    .find(node => node.classList.contains('symbol'))
    ?.closest('[role=row]');
  if (!(row instanceof HTMLElement)) throw new Error(`no row of ${symbol}`);
  return row;
}

describe('the drawer of a holding', () => {
  it('the drawer shows the exact numbers and copies them', async () => {
    const bridge = await open(fresh(NOW));
    await fireEvent.keyDown(rowOf('BTC'), { key: 'Enter' });
    const drawer = screen.getByRole('dialog', { name: 'BTC, Bitcoin · Cold wallet' });
    expect(drawer.textContent).toContain('$12,384.20568');
    expect(drawer.textContent).toContain('Yes, updated 12 s ago');
    await fireEvent.click(within(drawer).getByRole('button', { name: 'Copy exact value' }));
    expect(bridge.requestsOf('text:copy')).toEqual([{ text: '12384.20568' }]);
    expect(await within(drawer).findByRole('button', { name: 'Copied' })).toBeTruthy();
  });

  it('the main process is told which holding is shown, and when none is', async () => {
    const bridge = await open(fresh(NOW));
    await fireEvent.click(rowOf('BTC'));
    await fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const focused = bridge.requestsOf('holding:focused').map(({ holdingId }) => holdingId);
    expect(focused.at(-1)).toBeNull();
    expect(focused.some(id => id?.startsWith('w1/0/'))).toBe(true);
  });

  it('arrow keys move between rows', async () => {
    await open(fresh(NOW));
    rowOf('ETH').focus();
    await fireEvent.keyDown(rowOf('ETH'), { key: 'ArrowDown' });
    await waitFor(() => expect(document.activeElement?.textContent).toContain('USDC'));
    await fireEvent.keyDown(document.activeElement ?? document.body, { key: 'End' });
    await waitFor(() => expect(document.activeElement?.textContent).toContain('POL'));
  });
});

describe('the Settings page', () => {
  it('Ctrl and comma open the page, and each choice is applied at once', async () => {
    const bridge = await open(fresh(NOW));
    await fireEvent.keyDown(document.body, { key: ',', ctrlKey: true });
    expect(screen.getByRole('heading', { name: 'Settings' })).toBeTruthy();
    await fireEvent.click(within(screen.getByRole('radiogroup', { name: 'Theme' })).getByLabelText('Dark'));
    expect(bridge.requestsOf('choices:change')).toEqual([{ theme: 'dark' }]);
    await fireEvent.change(screen.getByLabelText('Refresh while the window is closed'), {
      target: { value: '600000' }
    });
    expect(bridge.requestsOf('choices:change').at(-1)).toEqual({ hiddenIntervalMs: 600_000 });
  });

  it('an invalid threshold is explained, and the last valid one stays', async () => {
    const bridge = await open(fresh(NOW));
    bridge.emit('view:show', { view: 'settings', holdingId: null });
    const threshold = await screen.findByLabelText(/^Tokens received: Least value/);
    await fireEvent.change(threshold, { target: { value: 'ten' } });
    expect(screen.getByText('Enter an amount in dollars, such as 10 or 2.50.')).toBeTruthy();
    await fireEvent.change(threshold, { target: { value: '2.50' } });
    const [changed] = bridge.requestsOf('choices:change');
    expect(changed?.alerts?.map(({ kind, from }) => `${kind} ${from}`).slice(0, 2)).toEqual([
      'arrived 2.50',
      'left 10'
    ]);
  });

  it('the page leads to the wallets and keys', async () => {
    const bridge = await open(fresh(NOW));
    bridge.emit('view:show', { view: 'settings', holdingId: null });
    expect(await screen.findByText('2 wallets, 1 key')).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: 'Manage' }));
    expect(screen.getByRole('heading', { name: 'Wallets and keys' })).toBeTruthy();
  });

  it('the limits of what is believed are numbers in sentences, each within its range', async () => {
    const bridge = await open(fresh(NOW));
    bridge.emit('view:show', { view: 'settings', holdingId: null });
    const times = await screen.findByLabelText(/Times a price jumps/);
    await fireEvent.change(times, { target: { value: '1' } });
    expect(screen.getByText('Enter a whole number from 2 to 1000.')).toBeTruthy();
    await fireEvent.change(times, { target: { value: '25' } });
    const percent = screen.getByLabelText(/percent of the rest/);
    await fireEvent.change(percent, { target: { value: '20 %' } });
    await fireEvent.change(screen.getByLabelText(/^Amount of unknown tokens/), {
      target: { value: '$500' }
    });
    await fireEvent.click(screen.getByRole('switch', { name: /DeFi positions/ }));
    expect(bridge.requestsOf('choices:change')).toEqual([
      { guardPriceTimes: 25 },
      { guardFromPercent: 20 },
      { guardFromUsd: '500' },
      { countDefi: true }
    ]);
  });

  it('a manual rate is saved when both fields are valid, and the page says when OKX has none', async () => {
    const bridge = await open(fresh(NOW));
    bridge.emit('view:show', { view: 'settings', holdingId: null });
    await fireEvent.change(await screen.findByLabelText('Shown below the total'), {
      target: { value: 'manual' }
    });
    expect(await screen.findByText(/OKX gives no rates for other currencies/)).toBeTruthy();
    const code = screen.getByLabelText('Currency code');
    await fireEvent.input(code, { target: { value: 'eur' } });
    await fireEvent.change(code);
    const rate = screen.getByLabelText(/EUR for one dollar/);
    await fireEvent.input(rate, { target: { value: '0,92' } });
    await fireEvent.change(rate);
    expect(screen.getByText('Enter how much one dollar is, such as 0.92.')).toBeTruthy();
    await fireEvent.input(rate, { target: { value: '0.92' } });
    await fireEvent.change(rate);
    expect(bridge.requestsOf('choices:change')).toEqual([
      { secondCurrency: 'manual' },
      { manualRate: { code: 'EUR', perUsd: '0.92', at: NOW } }
    ]);
  });

  it('the page offers to leave the demo, and no action on its key', async () => {
    const bridge = await open(demo(NOW));
    bridge.emit('view:show', { view: 'settings', holdingId: null });
    await screen.findByRole('heading', { name: 'Settings' });
    expect(screen.queryByRole('button', { name: /Remove key/ })).toBeNull();
    await fireEvent.click(screen.getAllByRole('button', { name: 'Leave the demo' })[0] ?? document.body);
    expect(bridge.requestsOf('demo:leave')).toHaveLength(1);
  });

  it('the chosen theme is applied to the page', async () => {
    const state = fresh(NOW);
    await open({ ...state, choices: { ...state.choices, theme: 'dark' } });
    expect(document.documentElement.dataset.theme).toBe('dark');
  });
});

describe('the Diagnostics page', () => {
  it('every check is listed with its state as text, and the copied report has no amounts', async () => {
    const bridge = await open(fresh(NOW));
    await fireEvent.click(screen.getByRole('button', { name: 'Diagnostics' }));
    const clock = (await screen.findByText('Clock')).closest('li');
    expect(clock?.textContent).toContain('needs attention');
    expect(clock?.textContent).toContain('This clock is 10 min slow.');
    await fireEvent.click(screen.getByRole('button', { name: 'Copy report' }));
    expect(await screen.findByRole('button', { name: 'Copied' })).toBeTruthy();
    const [report] = bridge.requestsOf('text:copy');
    expect(report?.text).toContain('bad     keychain: No keychain is available on this computer.');
    expect(report?.text).not.toContain('$');
  });

  it('Escape leaves the page', async () => {
    await open(fresh(NOW));
    await fireEvent.click(screen.getByRole('button', { name: 'Diagnostics' }));
    await fireEvent.keyDown(document.body, { key: 'Escape' });
    expect(screen.getByRole('table', { name: 'Holdings' })).toBeTruthy();
  });
});

// Verdicts on a holding: offered beside its status, sent once, and separate from opening the row.
import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { AppState } from '../../../shared/schema/app-state';
import { fresh, undecided, withSecond } from '../../fakes/states';
import { NOW, open, openPanel } from '../mount-window';

function idOf({ portfolio }: AppState, symbol: string, chain?: string): string {
  const row = portfolio.holdings.find(
    one => one.symbol === symbol && (chain === undefined || one.chainIndex === chain)
  );
  return row?.id ?? '';
}

describe('a holding that waits for a verdict', () => {
  const state = undecided(NOW);
  const cases: [string, string, string, string, string][] = [
    ['unverified, counted', 'Include: CLAIM-USD', 'CLAIM-USD', '8453', 'count'],
    ['unverified, kept out', 'Exclude: CLAIM-USD', 'CLAIM-USD', '8453', 'keep-out'],
    ['kept out', 'Include: DUST', 'DUST', '8453', 'none'],
    ['risky', 'Include: visit-claim xyz', 'visit-claim xyz', '8453', 'count']
  ];

  it.each(cases)('the button (%s) only sends a verdict', async (_, label, symbol, chain, verdict) => {
    const bridge = await open(state);
    const panel = await openPanel('Filter');
    await fireEvent.click(panel.getByLabelText('Show risky'));
    await fireEvent.click(screen.getByRole('button', { name: /^Base/ }));
    const button = screen.getByRole('button', { name: label });
    await fireEvent.keyDown(button, { key: 'Enter' });
    await fireEvent.click(button);
    expect(bridge.requestsOf('holding:judge')).toEqual([{ holdingId: idOf(state, symbol, chain), verdict }]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('the row of a holding in doubt says that its last value counts', async () => {
    await open(state);
    await fireEvent.click(screen.getByRole('button', { name: /^Base/ }));
    expect(screen.getByText('Being checked. Its last value counts until then.')).toBeTruthy();
  });

  it('an excluded holding that was unverified before counts again only by a verdict of its own', async () => {
    const holdings = state.portfolio.holdings.map(row =>
      row.symbol === 'DUST' ? { ...row, isUnverified: true } : row
    );
    const bridge = await open({ ...state, portfolio: { ...state.portfolio, holdings } });
    await fireEvent.click(screen.getByRole('button', { name: '1 token is excluded' }));
    await fireEvent.click(screen.getByRole('button', { name: 'Include: DUST' }));
    expect(bridge.requestsOf('holding:judge').map(({ verdict }) => verdict)).toEqual(['count']);
  });

  it('a holding that is not excluded is not listed among the excluded ones', async () => {
    await open(state);
    await fireEvent.click(screen.getByRole('button', { name: '1 token is excluded' }));
    const symbols = [...document.querySelectorAll('.symbol')].map(node => node.textContent);
    expect(symbols).toEqual(['DUST']);
  });
});

describe('the drawer of a holding', () => {
  it('any counted holding can be excluded in its drawer', async () => {
    const bridge = await open(fresh(NOW));
    bridge.emit('view:show', { view: 'overview', holdingId: idOf(bridge.state, 'SOL') });
    const drawer = within(await screen.findByRole('dialog'));
    await fireEvent.click(drawer.getByRole('button', { name: 'Exclude: SOL' }));
    expect(bridge.requestsOf('holding:judge')).toEqual([
      { holdingId: idOf(bridge.state, 'SOL'), verdict: 'keep-out' }
    ]);
  });

  it('the drawer of DeFi positions names their source, and no contract', async () => {
    const bridge = await open(undecided(NOW));
    bridge.emit('view:show', { view: 'overview', holdingId: idOf(bridge.state, 'DeFi positions') });
    const drawer = await screen.findByRole('dialog', { name: 'DeFi positions, DeFi · Cold wallet' });
    expect(drawer.textContent).toContain('OKX gives one value for these positions and lists no tokens');
    expect(drawer.textContent).not.toContain('Contract');
    expect(drawer.textContent).toContain('$3,120.5');
  });
});

describe('the second currency', () => {
  it('its amount is below the total with the age of its rate, which grows', async () => {
    const bridge = await open(withSecond(NOW));
    expect(screen.getByText('≈ 0.4362 BTC · rate 2 min old')).toBeTruthy();
    const second = { code: 'EUR', perUsd: '0.92', takenAt: NOW - 3 * 86_400_000, isManual: true };
    bridge.push({ ...bridge.state, secondCurrency: second });
    expect(await screen.findByText('≈ 38,705.29 EUR · your rate, 3 days old')).toBeTruthy();
  });

  it('its amount is missing while it is off, or while there is no total, which keeps its place', async () => {
    const state = withSecond(NOW);
    const bridge = await open({ ...state, portfolio: { ...state.portfolio, takenAt: null } });
    expect(document.querySelector('.second')?.textContent.trim()).toBe('');
    bridge.push(fresh(NOW));
    await waitFor(() => expect(screen.getByText('$42,070')).toBeTruthy());
    expect(document.querySelector('.second')).toBeNull();
  });
});

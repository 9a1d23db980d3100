// The export panel: what of the history, the holdings and the activity is saved, and what is said of the saved file.
import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { arrived } from '../../fakes/entries';
import { fresh } from '../../fakes/states';
import { NOW, giveActivity, open, openPanel } from '../mount-window';

const button = (section: HTMLElement, name: string) => within(section).getByRole('button', { name });

async function sections() {
  const panel = await openPanel('Export');
  return {
    history: panel.getByRole('region', { name: 'History' }),
    holdings: panel.getByRole('region', { name: 'Holdings' })
  };
}

describe('the export of the overview', () => {
  it('one menu exports the whole history and all holdings, and says so', async () => {
    const bridge = await open(fresh(NOW));
    expect(screen.getAllByRole('button', { name: /^Export/ })).toHaveLength(1);
    const { history, holdings } = await sections();
    expect(within(history).getByLabelText<HTMLSelectElement>('What is exported').value).toBe('all');
    expect(holdings.textContent).toContain('All 15 holdings');
    await fireEvent.click(button(history, 'History as CSV'));
    await fireEvent.click(button(holdings, 'Holdings as JSON'));
    expect(bridge.requestsOf('export:save')).toEqual([
      { what: 'history', format: 'csv', range: 'all' },
      { what: 'holdings', format: 'json' }
    ]);
  });

  it('the history is exported for a range that the person chooses', async () => {
    const bridge = await open(fresh(NOW));
    const { history } = await sections();
    await fireEvent.change(within(history).getByLabelText('What is exported'), { target: { value: '1m' } });
    await fireEvent.click(button(history, 'History as JSON'));
    expect(bridge.requestsOf('export:save')).toEqual([{ what: 'history', format: 'json', range: '1m' }]);
  });

  it('the line at past prices is an export of its own, named as calculated, once there is one', async () => {
    const bridge = await open(fresh(NOW));
    const points = [{ at: NOW, total: '1', isAfterGap: false }];
    // Soon after connecting the days by hour are known, and not yet the year by day.
    bridge.answer('history:lines', ({ range }) => ({
      lines: range === '1w' ? [{ kind: 'past-prices', points, restPercent: '0' }] : []
    }));
    const panel = await openPanel('Export');
    const section = await panel.findByRole('region', { name: "Today's amounts at past prices" });
    expect(section.textContent).toContain('Calculated, not recorded');
    await fireEvent.click(button(section, "Today's amounts at past prices as CSV"));
    expect(bridge.requestsOf('export:save')).toEqual([
      { what: 'amounts-at-past-prices', format: 'csv', range: '1w' }
    ]);
  });

  it('a filtered table exports what it shows, in words, or all on request', async () => {
    const bridge = await open(fresh(NOW));
    await fireEvent.input(screen.getByLabelText('Search tokens'), { target: { value: 'usdc' } });
    const { holdings } = await sections();
    expect(holdings.textContent).toContain('Only the 3 shown');
    expect(holdings.textContent).toContain('Shown: “usdc”.');
    await fireEvent.click(button(holdings, 'Holdings as CSV'));
    const usdc = bridge.state.portfolio.holdings.filter(({ symbol }) => symbol === 'USDC');
    expect(bridge.requestsOf('export:save')[0]?.ids?.toSorted()).toEqual(usdc.map(({ id }) => id).toSorted());
    await fireEvent.change(within(holdings).getByLabelText('What is exported'), { target: { value: 'all' } });
    await fireEvent.click(button(holdings, 'Holdings as CSV'));
    expect(bridge.requestsOf('export:save')[1]).toEqual({ what: 'holdings', format: 'csv' });
  });

  it('a saved file is named, and shown in its folder on request', async () => {
    const bridge = await open(fresh(NOW));
    const { holdings } = await sections();
    await fireEvent.click(button(holdings, 'Holdings as CSV'));
    expect(await screen.findByText('tokentray-holdings.csv')).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: 'Show in folder' }));
    expect(bridge.requestsOf('file:show')).toEqual([{}]);
    await waitFor(() => expect(screen.queryByText('tokentray-holdings.csv')).toBeNull());
  });

  it('a file that could not be saved is explained in the panel, and a cancelled one is not', async () => {
    const bridge = await open(fresh(NOW));
    const { history } = await sections();
    bridge.answer('export:save', () => ({ outcome: 'failed', file: null }));
    await fireEvent.click(button(history, 'History as CSV'));
    await waitFor(() => expect(history.textContent).toContain('Could not be saved.'));
    bridge.answer('export:save', () => ({ outcome: 'cancelled', file: null }));
    await fireEvent.click(button(history, 'History as CSV'));
    await waitFor(() => expect(history.textContent).not.toContain('Could not be saved.'));
    expect(screen.queryByRole('button', { name: 'Show in folder' })).toBeNull();
  });

  it('nothing is offered while balances are hidden, and the panel says why', async () => {
    const state = fresh(NOW);
    await open({ ...state, choices: { ...state.choices, isHidden: true } });
    const panel = await openPanel('Export');
    expect(panel.getByText(/Show them first/)).toBeTruthy();
    expect(panel.queryAllByRole('button')).toEqual([]);
  });
});

describe('the export of the activity', () => {
  it('exports what the page shows, or all of it', async () => {
    const bridge = await open(fresh(NOW));
    const entries = [arrived({ id: 'a', symbol: 'USDC' }), arrived({ id: 'b', symbol: 'SOL' })];
    giveActivity(bridge, entries);
    await fireEvent.click(screen.getByRole('button', { name: /^Activity/ }));
    const all = (await openPanel('Export')).getByRole('region', { name: 'Activity' });
    await waitFor(() => expect(all.textContent).toContain('All 2 entries'));
    await fireEvent.click(button(all, 'Activity as CSV'));
    await fireEvent.input(screen.getByLabelText('Search activity'), { target: { value: 'sol' } });
    await waitFor(() => expect(all.textContent).toContain('Only the 1 shown'));
    await fireEvent.click(button(all, 'Activity as JSON'));
    expect(bridge.requestsOf('export:save')).toEqual([
      { what: 'activity', format: 'csv' },
      { what: 'activity', format: 'json', ids: ['b'] }
    ]);
  });
});

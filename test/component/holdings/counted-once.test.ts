// What two wallets watch: the mark of the other one, and the row that makes the wallets add up to the total.
import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { AppState } from '../../../shared/schema/app-state';
import { fresh, twice } from '../../fakes/states';
import { everyText, NOW, open } from '../mount-window';

const ROW = 'Counted once';
const EXCESS = '−$13,536.71';

function hiddenBalances(state: AppState): AppState {
  return { ...state, choices: { ...state.choices, isHidden: true } };
}

function table(): HTMLElement {
  return screen.getByRole('table', { name: 'Holdings' });
}

async function groupBy(value: string): Promise<void> {
  await fireEvent.change(screen.getByLabelText('Group by'), { target: { value } });
}

function tableRow(text: string): HTMLElement {
  const found = within(table())
    .getAllByRole('row')
    .find(row => row.textContent.includes(text));
  if (!found) throw new Error(`no row with ${text}`);
  return found;
}

describe('a holding that counts in another wallet', () => {
  it('names that wallet beside its own', async () => {
    await open(twice(NOW));
    await groupBy('nothing');
    const rows = within(table()).getAllByRole('row');
    const marked = rows.filter(row => row.textContent.includes('also in Cold wallet'));
    expect(marked.map(row => row.querySelector('.symbol')?.textContent).sort()).toEqual(['BTC', 'ordi']);
    expect(marked[0]?.textContent).toContain('Bitcoin · Daily · also in Cold wallet');
  });

  it('says in its drawer where it counts', async () => {
    await open(twice(NOW));
    await groupBy('wallet');
    await fireEvent.click(tableRow('also in Cold wallet'));
    const drawer = await screen.findByRole('dialog');
    expect(drawer.textContent).toContain('No, it counts in Cold wallet');
  });

  it('adds nothing to the sum of its chain', async () => {
    await open(fresh(NOW));
    const alone = tableRow('Bitcoin').textContent;
    document.body.innerHTML = '';
    await open(twice(NOW));
    expect(tableRow('Bitcoin').textContent).toBe(alone);
  });
});

describe('wallets that watch the same', () => {
  it('add up to the total with a row of their own, in the table and in the sidebar', async () => {
    await open(twice(NOW));
    await groupBy('wallet');
    expect(tableRow(ROW).textContent).toContain(EXCESS);
    await fireEvent.click(screen.getByRole('tab', { name: 'Wallets' }));
    const list = screen.getByRole('tabpanel', { name: 'Wallets' });
    await waitFor(() => expect(list.textContent).toContain(ROW));
    expect(list.textContent).toContain(EXCESS);
  });

  it('have no such row while one wallet is shown, or when nothing is watched twice', async () => {
    await open(twice(NOW));
    await groupBy('wallet');
    await fireEvent.click(screen.getByRole('tab', { name: 'Wallets' }));
    await fireEvent.click(within(screen.getByRole('tabpanel', { name: 'Wallets' })).getByText('Daily'));
    await waitFor(() => expect(table().textContent).not.toContain(ROW));
    document.body.innerHTML = '';
    await open(fresh(NOW));
    expect(everyText()).not.toContain(ROW);
  });

  it('show no amount in that row while balances are hidden', async () => {
    await open(hiddenBalances(twice(NOW)));
    await groupBy('wallet');
    expect(tableRow(ROW).textContent).toContain('•••');
    expect(everyText()).not.toContain('13,536');
  });
});

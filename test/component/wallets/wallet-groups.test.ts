// Groups of wallets in the window: made on the Wallets page, chosen in the sidebar and the scope menu, named in the tray's
// settings, a target of alert rules.
import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { AppState } from '../../../shared/schema/app-state';
import { fresh, grouped, hidden } from '../../fakes/states';
import { everyText, NOW, open } from '../mount-window';

async function openPage(state: AppState): ReturnType<typeof open> {
  const bridge = await open(state);
  await fireEvent.click(screen.getByRole('button', { name: 'Wallets and keys' }));
  await screen.findByRole('heading', { name: 'Groups' });
  return bridge;
}

const section = () => within(screen.getByRole('region', { name: 'Groups' }));
const lastGroups = (bridge: Awaited<ReturnType<typeof open>>) =>
  bridge
    .requestsOf('groups:change')
    .at(-1)
    ?.groups.map(({ id, name, colour, walletIds }) => [id, name, colour, walletIds]);

describe('the groups of the Wallets page', () => {
  it('a new group has a free name, and is open with its name selected', async () => {
    const bridge = await openPage(fresh(NOW));
    await fireEvent.click(section().getByRole('button', { name: 'New group' }));
    expect(lastGroups(bridge)).toEqual([['', 'Group 1', 1, []]]);
    const field = await section().findByRole('textbox', { name: 'Name' });
    expect(field).toHaveProperty('value', 'Group 1');
    await waitFor(() => expect(document.activeElement).toBe(field));
  });

  it('a wallet is in one group: it leaves the other', async () => {
    const bridge = await openPage(grouped(NOW));
    await fireEvent.click(section().getByRole('button', { name: 'Edit: Vault' }));
    expect(section().getByText('Now in Spending')).toBeTruthy();
    await fireEvent.click(section().getByRole('switch', { name: /^Daily/ }));
    expect(lastGroups(bridge)).toEqual([
      ['g1', 'Vault', 4, ['w1', 'w2']],
      ['g2', 'Spending', 2, []]
    ]);
  });

  it('a name that another group has is refused, and the text stays', async () => {
    const bridge = await openPage(grouped(NOW));
    bridge.answer('groups:change', () => ({ ids: null }));
    await fireEvent.click(section().getByRole('button', { name: 'Edit: Vault' }));
    const field = section().getByRole('textbox', { name: /^Name/ });
    await fireEvent.change(field, { target: { value: 'spending' } });
    expect(await section().findByText('Enter a name that no other group has.')).toBeTruthy();
    expect(field.getAttribute('aria-invalid')).toBe('true');
  });

  it('order and colour change, and a removed group leaves its wallets', async () => {
    const bridge = await openPage(grouped(NOW));
    await fireEvent.click(section().getByRole('button', { name: 'Move Spending up' }));
    expect(lastGroups(bridge)?.map(([id]) => id)).toEqual(['g2', 'g1']);
    await fireEvent.click(section().getByRole('button', { name: 'Edit: Vault' }));
    await fireEvent.click(section().getByRole('radio', { name: 'Teal' }));
    expect(lastGroups(bridge)?.find(([id]) => id === 'g1')?.[2]).toBe(3);
    await fireEvent.click(section().getByRole('button', { name: /^Remove group/ }));
    await fireEvent.click(
      section()
        .getAllByRole('button', { name: /Remove group/ })
        .at(-1)!
    );
    expect(lastGroups(bridge)?.map(([id]) => id)).toEqual(['g2']);
  });

  it('shows no amount while balances are hidden', async () => {
    await openPage({ ...hidden(NOW), portfolio: grouped(NOW).portfolio });
    expect(everyText()).not.toMatch(/\$\d/);
  });

  it('is not there for one wallet', async () => {
    const state = fresh(NOW);
    const wallets = state.portfolio.wallets.slice(0, 1);
    await open({ ...state, portfolio: { ...state.portfolio, wallets } });
    await fireEvent.click(screen.getByRole('button', { name: 'Wallets and keys' }));
    await screen.findByRole('heading', { name: 'Wallets and keys' });
    expect(screen.queryByRole('heading', { name: 'Groups' })).toBeNull();
  });
});

describe('a group that is chosen', () => {
  it('in the sidebar narrows the page to its wallets, and gives all back when it is clicked again', async () => {
    await open(grouped(NOW));
    await fireEvent.click(screen.getByRole('tab', { name: 'Wallets' }));
    const row = document.querySelector<HTMLElement>('[data-place="group/g2"] .chain')!;
    expect(row.textContent).toContain('$6,050.29');
    await fireEvent.click(row);
    expect(document.querySelector('.total .scoped')?.textContent).toContain('Spending');
    expect(document.querySelector('.total .number')?.textContent).toBe('$6,050.29');
    await fireEvent.click(row);
    expect(document.querySelector('.total .scoped')).toBeNull();
  });

  it('in the scope menu is the same, and its line is asked for', async () => {
    const bridge = await open(grouped(NOW));
    const menu = screen.getByRole('combobox', { name: 'What to show' });
    expect(
      within(menu)
        .getAllByRole('option')
        .map(({ textContent }) => textContent)
    ).toEqual(['All wallets', 'Vault', 'Spending', 'Cold wallet', 'Daily']);
    await fireEvent.change(menu, { target: { value: 'g/g1' } });
    await waitFor(() =>
      expect(bridge.requestsOf('history:read').at(-1)).toEqual({ range: '1d', subject: { groupId: 'g1' } })
    );
    await fireEvent.click(screen.getByRole('button', { name: 'Stop showing only Vault' }));
    expect(document.querySelector('.total .scoped')).toBeNull();
  });
});

describe('a group in the settings', () => {
  it('can be what the tray shows', async () => {
    const bridge = await open(grouped(NOW));
    bridge.emit('view:show', { view: 'settings', holdingId: null });
    const menu = await screen.findByRole('combobox', { name: 'Wallets shown in the tray' });
    await fireEvent.change(menu, { target: { value: 'g2' } });
    expect(bridge.requestsOf('choices:change').at(-1)).toEqual({ trayGroup: 'g2' });
    await fireEvent.change(menu, { target: { value: '' } });
    expect(bridge.requestsOf('choices:change').at(-1)).toEqual({ trayGroup: null });
  });

  it('can be the target of an alert rule, and is named in the list of rules', async () => {
    const bridge = await open(grouped(NOW));
    bridge.emit('view:show', { view: 'settings', holdingId: null });
    await fireEvent.click(await screen.findByRole('button', { name: 'Add a rule' }));
    const form = document.querySelector<HTMLElement>('.rule-form')!;
    const [, target] = within(form).getAllByRole('combobox');
    await fireEvent.change(target!, { target: { value: 'w/group/g1' } });
    await fireEvent.click(within(form).getByRole('button', { name: 'Add' }));
    const { alerts } = bridge.requestsOf('choices:change').at(-1)!;
    expect(alerts?.at(-1)).toMatchObject({ kind: 'arrived', walletId: 'group/g1', token: null });
    await waitFor(() => expect(document.querySelector('.rules')?.textContent).toContain('Vault'));
  });
});

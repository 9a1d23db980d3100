// The Wallets page: names, order, colours, chains, pauses and keys of wallets; and addresses that are added to a key.
import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { AppState } from '../../../shared/schema/app-state';
import { failing, fresh, hidden } from '../../fakes/states';
import { evm } from '../../unit/addresses/mint';
import { everyText, NOW, open } from '../mount-window';

const ONE = evm(1);

async function openPage(state: AppState): ReturnType<typeof open> {
  const bridge = await open(state);
  await fireEvent.click(screen.getByRole('button', { name: 'Wallets and keys' }));
  await screen.findByRole('heading', { name: 'Wallets and keys' });
  return bridge;
}

async function edit(name: string): Promise<void> {
  await fireEvent.click(screen.getByRole('button', { name: `Edit: ${name}` }));
}

/** The second wallet is an address, and has another key. */
function mixed(): AppState {
  const state = fresh(NOW);
  const wallets = state.portfolio.wallets.map(row =>
    row.wallet.id === 'w1'
      ? row
      : {
          ...row,
          wallet: {
            id: row.wallet.id,
            name: row.wallet.name,
            keyId: 'k2',
            source: 'v6-address' as const,
            address: ONE,
            chains: ['1', '8453']
          }
        }
  );
  const key = { id: 'k2', name: 'Portal', host: 'https://web3.okx.com', keptIn: 'keychain' as const };
  return { ...state, keys: [...state.keys, key], portfolio: { ...state.portfolio, wallets } };
}

function names(): (string | null)[] {
  const list = within(screen.getByRole('list', { name: 'Wallets' }));
  return list.getAllByRole('listitem').map(row => row.querySelector('strong')?.textContent ?? null);
}

describe('the Wallets page', () => {
  it('each wallet is listed with source, key, chains, value and age', async () => {
    await openPage(mixed());
    const [, daily] = within(screen.getByRole('list', { name: 'Wallets' })).getAllByRole('listitem');
    const text = daily?.textContent.replace(/\s+/g, ' ');
    expect(text).toContain('Address · Portal · 2 chains');
    expect(text).toContain('$6,050.29');
    expect(text).toContain('12 s ago');
  });

  it('the list shows no value while balances are hidden', async () => {
    await openPage(hidden(NOW));
    expect(everyText()).not.toContain('36,020');
    expect(within(screen.getByRole('list', { name: 'Wallets' })).getAllByText('•••')).toHaveLength(2);
  });

  it('a wallet is renamed in place, but not to an empty name', async () => {
    const bridge = await openPage(fresh(NOW));
    await edit('Daily');
    const name = screen.getByRole('textbox', { name: /^Name/ });
    await fireEvent.change(name, { target: { value: '  ' } });
    expect(screen.getByText('Give the wallet a name.')).toBeTruthy();
    await fireEvent.change(name, { target: { value: ' Pocket ' } });
    await waitFor(() => expect(names()).toEqual(['Cold wallet', 'Pocket']));
    expect(bridge.requestsOf('wallet:change')).toEqual([{ walletId: 'w2', name: 'Pocket' }]);
  });

  it('a wallet gets one of six colours, and can give it back', async () => {
    const bridge = await openPage(fresh(NOW));
    await edit('Daily');
    await fireEvent.click(screen.getByLabelText('Brick'));
    const daily = (): Element | null | undefined => document.querySelector('[data-wallet="w2"] .square');
    await waitFor(() => expect(daily()?.classList.contains('c6')).toBe(true));
    await fireEvent.click(screen.getByLabelText('Automatic'));
    await waitFor(() => expect(daily()?.classList.contains('c6')).toBe(false));
    expect(bridge.requestsOf('wallet:change').map(({ colour }) => colour)).toEqual([6, null]);
  });

  it('a wallet without an answer has no value, not zero, and one wallet alone has no arrows', async () => {
    const state = fresh(NOW);
    const [row] = state.portfolio.wallets;
    const wallets = [{ ...row!, value: '0', takenAt: null }];
    await openPage({ ...state, portfolio: { ...state.portfolio, wallets } });
    const list = screen.getByRole('list', { name: 'Wallets' });
    expect(within(list).getByText('–')).toBeTruthy();
    expect(list.textContent).toContain('no answer yet');
    expect(list.textContent).not.toContain('$0.00');
    expect(screen.queryByRole('button', { name: /^Move/ })).toBeNull();
  });

  it('a button or a key moves a wallet, and the focus stays on the moved wallet', async () => {
    const bridge = await openPage(fresh(NOW));
    await fireEvent.click(screen.getByRole('button', { name: 'Move Daily up' }));
    await waitFor(() => expect(names()).toEqual(['Daily', 'Cold wallet']));
    expect(screen.getByText('Daily is now 1 of 2')).toBeTruthy();
    await waitFor(() => expect(document.activeElement?.closest('li')?.dataset['wallet']).toBe('w2'));
    await fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ArrowDown', altKey: true });
    await waitFor(() => expect(names()).toEqual(['Cold wallet', 'Daily']));
    await fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ArrowDown', altKey: true });
    expect(bridge.requestsOf('wallets:order')).toEqual([
      { walletIds: ['w2', 'w1'] },
      { walletIds: ['w1', 'w2'] }
    ]);
  });

  it('a wallet can be paused, which the list shows', async () => {
    const bridge = await openPage(fresh(NOW));
    await edit('Daily');
    await fireEvent.click(screen.getByRole('switch', { name: /Pause this wallet/ }));
    expect(await screen.findByText('Paused')).toBeTruthy();
    expect(bridge.requestsOf('wallet:change')).toEqual([{ walletId: 'w2', isPaused: true }]);
  });

  it('the chains of a wallet change together, among those that support its address', async () => {
    const bridge = await openPage(mixed());
    await edit('Daily');
    await fireEvent.click(screen.getByRole('button', { name: '2 chains' }));
    await fireEvent.click(await screen.findByLabelText('Linea'));
    await fireEvent.click(screen.getByLabelText('Ethereum'));
    expect(screen.queryByLabelText('Bitcoin')).toBeNull();
    expect(bridge.requestsOf('wallet:change')).toEqual([]);
    await fireEvent.click(screen.getByRole('button', { name: 'Use these chains' }));
    expect(bridge.requestsOf('wallet:change')).toEqual([{ walletId: 'w2', chains: ['8453', '59144'] }]);
  });

  it('a wallet can use another key', async () => {
    const bridge = await openPage(mixed());
    await edit('Daily');
    await fireEvent.change(screen.getByLabelText('Key'), { target: { value: 'k1' } });
    expect(bridge.requestsOf('wallet:change')).toEqual([{ walletId: 'w2', keyId: 'k1' }]);
  });

  it('a wallet is removed only after a confirmation in place, which also asks about its history', async () => {
    const bridge = await openPage(fresh(NOW));
    await edit('Daily');
    await fireEvent.click(screen.getByRole('button', { name: 'Remove: Daily' }));
    expect(bridge.requestsOf('wallet:remove')).toEqual([]);
    expect(screen.getByText('Remove Daily? Its history is kept.')).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: 'Remove' }));
    expect(bridge.requestsOf('wallet:remove')).toEqual([{ walletId: 'w2', forgetHistory: false }]);
  });

  it('the history is removed too only if that is chosen, and never by an earlier choice', async () => {
    const bridge = await openPage(fresh(NOW));
    await edit('Daily');
    const ask = () => fireEvent.click(screen.getByRole('button', { name: 'Remove: Daily' }));
    await ask();
    await fireEvent.click(screen.getByLabelText('Delete its history too'));
    await fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await ask();
    expect(screen.getByLabelText<HTMLInputElement>('Delete its history too').checked).toBe(false);
    await fireEvent.click(screen.getByLabelText('Delete its history too'));
    await fireEvent.click(screen.getByRole('button', { name: 'Remove' }));
    expect(bridge.requestsOf('wallet:remove')).toEqual([{ walletId: 'w2', forgetHistory: true }]);
  });

  it('a wallet of a retired account says so, offers to add its addresses, and changes nothing by itself', async () => {
    const bridge = await openPage(failing(NOW, 'source-retired'));
    expect(
      screen.getByText('Daily is read through an OKX account, which OKX no longer supports.')
    ).toBeTruthy();
    const [offer] = screen.getAllByRole('button', { name: 'Add its addresses instead' });
    await fireEvent.click(offer ?? document.body);
    await waitFor(() => expect(document.activeElement?.id).toBe('new-addresses'));
    expect(bridge.requestsOf('wallets:add')).toEqual([]);
  });

  it('the Overview page also offers to add the addresses of a retired account', async () => {
    await open(failing(NOW, 'source-retired'));
    await fireEvent.click(screen.getByRole('button', { name: 'Add its addresses instead' }));
    await waitFor(() => expect(document.activeElement?.id).toBe('new-addresses'));
  });

  it('addresses are added to a known key, each with its own result', async () => {
    const bridge = await openPage(mixed());
    const [two, three] = [evm(2), evm(3)];
    bridge.answer('wallets:add', () => ({
      added: [
        { address: two, walletId: 'w3', problem: null },
        { address: three, walletId: null, problem: 'too-many' }
      ]
    }));
    await fireEvent.click(screen.getByRole('button', { name: 'Add addresses' }));
    const box = screen.getByRole('textbox', { name: 'Addresses' });
    await fireEvent.input(box, { target: { value: `Hot ${two}\n${three}\n${ONE}` } });
    expect(await screen.findByText('Already watched.')).toBeTruthy();
    await fireEvent.change(screen.getByLabelText('Read with the key'), { target: { value: 'k2' } });
    await fireEvent.click(screen.getByRole('button', { name: 'Add 2 wallets' }));
    expect(await screen.findByText('1 wallet was added.')).toBeTruthy();
    expect(screen.getByText('Limit reached: more wallets could not be read in time.')).toBeTruthy();
    expect(bridge.requestsOf('wallets:add')).toMatchObject([
      { keyId: 'k2', wallets: [{ name: 'Hot', address: two }, { address: three }] }
    ]);
  });
});

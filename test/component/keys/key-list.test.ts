// The list of keys and their OKX accounts: replaced, forgotten, created, changed and deleted, with confirmation.
import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { AppState } from '../../../shared/schema/app-state';
import { demo, failing, fresh } from '../../fakes/states';
import { ACCOUNT } from '../../fakes/wallet-answers';
import { evm } from '../../unit/addresses/mint';
import { NOW, open } from '../mount-window';

const ONE = evm(1);
const TWO = evm(2);

async function openPage(state: AppState): ReturnType<typeof open> {
  const bridge = await open(state);
  await fireEvent.click(screen.getByRole('button', { name: 'Wallets and keys' }));
  await screen.findByRole('heading', { name: 'Wallets and keys' });
  return bridge;
}

async function press(name: string | RegExp): Promise<void> {
  await fireEvent.click(await screen.findByRole('button', { name }));
}

async function typeCredentials(): Promise<void> {
  const typed = { 'API key': 'key-2', 'Secret key': 's3cret', Passphrase: 'open sesame' };
  for (const [label, value] of Object.entries(typed))
    await fireEvent.input(screen.getByLabelText(label), { target: { value } });
}

describe('the list of keys', () => {
  it('each key shows where it is stored, which wallets it reads, and its failure', async () => {
    await openPage(failing(NOW));
    const key = screen.getByRole('group', { name: 'OKX read' });
    expect(key.textContent).toContain('www.okx.com · in the keychain');
    expect(key.textContent).toContain('Used by Cold wallet, Daily');
    expect(key.textContent).toContain('OKX does not know this key.');
  });

  it('a key is replaced by credentials alone, with the same texts as the key form', async () => {
    const bridge = await openPage(fresh(NOW));
    await press('Replace key: OKX read');
    await waitFor(() => expect(document.activeElement?.id).toBe('apiKey'));
    expect(screen.queryByLabelText('Account ID')).toBeNull();
    await typeCredentials();
    bridge.answer('key:rotate', () => ({
      outcome: 'failed',
      code: 'passphrase-wrong',
      field: 'passphrase',
      at: NOW,
      serviceCode: null,
      host: null,
      clockOffsetMs: null
    }));
    await press('Test and save');
    expect(await screen.findByText(/The passphrase is wrong/)).toBeTruthy();
    await waitFor(() => expect(document.activeElement?.id).toBe('passphrase'));
    bridge.answer('key:rotate', () => ({ outcome: 'saved' }));
    await press('Test again');
    await waitFor(() => expect(screen.queryByLabelText('Secret key')).toBeNull());
    expect(bridge.requestsOf('key:rotate')[1]).toEqual({
      keyId: 'k1',
      apiKey: 'key-2',
      secretKey: 's3cret',
      passphrase: 'open sesame',
      projectId: '',
      host: 'https://www.okx.com'
    });
  });

  it('credentials are not sent while one of them is missing', async () => {
    const bridge = await openPage(fresh(NOW));
    await press('Replace key: OKX read');
    await press('Test and save');
    expect(screen.getByText('API key is missing.')).toBeTruthy();
    expect(bridge.requestsOf('key:rotate')).toEqual([]);
  });

  it('a key is removed only after a confirmation that names what goes with it', async () => {
    const bridge = await openPage(fresh(NOW));
    await press('Remove key: OKX read');
    expect(screen.getByText('2 wallets are removed too. Their history is kept.')).toBeTruthy();
    expect(bridge.requestsOf('key:forget')).toEqual([]);
    await press('Remove');
    expect(bridge.requestsOf('key:forget')).toEqual([{ keyId: 'k1' }]);
  });

  it('the key of the demo cannot be changed', async () => {
    await openPage(demo(NOW));
    const page = within(screen.getByRole('main'));
    expect(page.queryByRole('button', { name: /key|addresses/i })).toBeNull();
  });
});

describe('the OKX accounts of a key', () => {
  it('accounts are listed with the wallets that watch them, and can be watched', async () => {
    const bridge = await openPage(fresh(NOW));
    const accounts = [
      { accountId: ACCOUNT, isWatchOnly: true },
      { accountId: 'other-1', isWatchOnly: false }
    ];
    bridge.answer('accounts:list', () => ({ outcome: 'answered', accounts }));
    await press('Watch lists at OKX: OKX read');
    expect(await screen.findByText('watched by Cold wallet · read-only')).toBeTruthy();
    await press('Watch this list');
    expect(screen.getByLabelText<HTMLInputElement>('Account ID').value).toBe('other-1');
  });

  it('a refusal of OKX is shown as a sentence', async () => {
    const bridge = await openPage(fresh(NOW));
    const refused = {
      code: 'source-retired',
      serviceCode: '50050',
      host: null,
      clockOffsetMs: null
    } as const;
    bridge.answer('accounts:list', () => ({ outcome: 'failed', ...refused }));
    await press('Watch lists at OKX: OKX read');
    expect((await screen.findByRole('alert')).textContent).toContain(
      'OKX no longer serves this kind of request.'
    );
  });

  it('an account is created from reviewed addresses, as pairs with their chains', async () => {
    const bridge = await openPage(fresh(NOW));
    await press('Watch lists at OKX: OKX read');
    await press('Create a watch list');
    const box = screen.getByRole('textbox', { name: 'Addresses' });
    await fireEvent.input(box, { target: { value: `${ONE}\n${ONE}\nnothing` } });
    await press('Create with 1 address');
    await waitFor(() => expect(bridge.requestsOf('accounts:create')).toHaveLength(1));
    const [made] = bridge.requestsOf('accounts:create');
    expect(made?.addresses.map(({ chainIndex }) => chainIndex)).toEqual([
      '1',
      '56',
      '8453',
      '42161',
      '137',
      '10'
    ]);
    expect(made?.addresses.every(({ address }) => address === ONE)).toBe(true);
    expect(await screen.findByText('OKX created the watch list.')).toBeTruthy();
  });

  it('an account loses an address with all its chains only after a confirmation, and takes more addresses', async () => {
    const bridge = await openPage(fresh(NOW));
    const pairs = ['1', '56'].map(chainIndex => ({ chainIndex, address: TWO }));
    bridge.answer('accounts:detail', () => ({ outcome: 'answered', addresses: pairs }));
    await press('Watch lists at OKX: OKX read');
    await press(`Addresses: ${ACCOUNT}`);
    expect(await screen.findByText('Ethereum, BNB Chain')).toBeTruthy();
    await press(/^Remove: 0x/);
    expect(bridge.requestsOf('accounts:change')).toEqual([]);
    await press('Remove');
    await screen.findByText('OKX changed the watch list.');
    const tool = within(screen.getByRole('region', { name: 'Watch lists at OKX of OKX read' }));
    await fireEvent.click(tool.getByRole('button', { name: 'Add addresses' }));
    await fireEvent.input(screen.getByRole('textbox', { name: 'Addresses' }), { target: { value: ONE } });
    await press('Add 1 address');
    await waitFor(() => expect(bridge.requestsOf('accounts:change')).toHaveLength(2));
    expect(bridge.requestsOf('accounts:change')).toMatchObject([
      { accountId: ACCOUNT, change: 'delete', addresses: pairs },
      {
        accountId: ACCOUNT,
        change: 'add',
        addresses: [{ chainIndex: '1', address: ONE }, {}, {}, {}, {}, {}]
      }
    ]);
  });

  it('an account is deleted only after a confirmation that counts the wallets that depend on it', async () => {
    const bridge = await openPage(fresh(NOW));
    await press('Watch lists at OKX: OKX read');
    await press(`Delete: ${ACCOUNT}`);
    expect(
      screen.getByText('OKX deletes this watch list, and 1 wallet here can no longer be read.')
    ).toBeTruthy();
    expect(bridge.requestsOf('accounts:delete')).toEqual([]);
    bridge.answer('accounts:list', () => ({ outcome: 'answered', accounts: [] }));
    await press('Delete at OKX');
    expect(await screen.findByText('OKX keeps no watch list for this key.')).toBeTruthy();
    expect(bridge.requestsOf('accounts:delete')).toEqual([{ keyId: 'k1', accountId: ACCOUNT }]);
  });
});

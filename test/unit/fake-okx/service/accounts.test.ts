// Accounts of the fake server: created from addresses, listed in pages, changed and deleted; changes are kept.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EXAMPLE_ACCOUNT_ID } from '../../../../electron/fake-okx/service/asset-rows';
import { startServer, type FakeOkx } from '../../../../electron/fake-okx/server';
import { EVERY_KIND_ADDRESSES, EVM_ADDRESS, SOLANA_ADDRESS } from '../../../fixtures/okx/every-kind';
import { KEY, ask, signedHeaders, verdict } from '../signed-ask';

const ACCOUNT = '/api/v5/wallet/account';
const BALANCES = '/api/v5/wallet/asset/wallet-all-token-balances';
const EVM = EVM_ADDRESS.toLowerCase();

let server: FakeOkx;
beforeEach(async () => {
  server = await startServer({ keys: [KEY], addresses: EVERY_KIND_ADDRESSES });
});
afterEach(() => server.close());

const post = (path: string, body: unknown) =>
  ask(server.origin, `${ACCOUNT}/${path}`, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body)
  });
async function read<T>(target: string): Promise<T> {
  return (JSON.parse((await ask(server.origin, target)).text) as { data: [T] }).data[0];
}
async function created(...addresses: object[]): Promise<string> {
  const { text } = await post('create-wallet-account', { addresses });
  return (JSON.parse(text) as { data: [{ accountId: string }] }).data[0].accountId;
}
const symbols = async (accountId: string) =>
  (await read<{ tokenAssets: { symbol: string }[] }>(`${BALANCES}?accountId=${accountId}`)).tokenAssets.map(
    ({ symbol }) => symbol
  );
const members = async (accountId: string, query = '') =>
  await read<{ addresses: { chainIndex: string; address: string }[]; cursur: string }>(
    `${ACCOUNT}/account-detail?accountId=${accountId}${query}`
  );

test('an account made of addresses holds what they hold on their chains, and nothing else', async () => {
  const accountId = await created(
    { chainIndex: '1', address: EVM },
    { chainIndex: '501', address: SOLANA_ADDRESS }
  );
  expect(await symbols(accountId)).toEqual(['ETH', 'USDC']);
  expect((await members(accountId)).addresses).toEqual([
    { chainIndex: '1', address: EVM },
    { chainIndex: '501', address: SOLANA_ADDRESS }
  ]);
  expect((await members(accountId, '&chainIndex=501')).addresses).toHaveLength(1);
});

test('addresses can be added and removed, and a deleted account no longer exists', async () => {
  const accountId = await created({ chainIndex: '1', address: EVM });
  const update = (updateType: string, chainIndex: string) =>
    post('update-wallet-account', { accountId, updateType, addresses: [{ chainIndex, address: EVM }] });
  expect(verdict(await update('add', '8453'))).toBe('200 0');
  expect(verdict(await update('add', '8453'))).toBe('200 0');
  expect([await symbols(accountId), (await members(accountId)).addresses.length]).toEqual([
    ['ETH', 'USDC'],
    2
  ]);
  expect((await update('delete', '1')).text).toContain('"data":[]');
  expect([await symbols(accountId), (await members(accountId)).addresses.length]).toEqual([['USDC'], 1]);
  expect(verdict(await post('delete-account', { accountId }))).toBe('200 0');
  const gone = await ask(server.origin, `${BALANCES}?accountId=${accountId}`);
  expect([verdict(gone), gone.text.includes('Wallet not exist')]).toEqual(['200 81001', true]);
  expect(verdict(await post('delete-account', { accountId }))).toBe('200 81001');
  expect(verdict(await update('add', '1'))).toBe('200 81001');
});

test('an account that a test set up has the addresses of its rows, and can be changed too', async () => {
  const [one] = (await members(EXAMPLE_ACCOUNT_ID)).addresses;
  expect(await members(EXAMPLE_ACCOUNT_ID)).toEqual({ cursur: '', addresses: [one] });
  const change = (updateType: string, address: object | undefined) =>
    post('update-wallet-account', { accountId: EXAMPLE_ACCOUNT_ID, updateType, addresses: [address] });
  await change('add', { chainIndex: '501', address: SOLANA_ADDRESS });
  expect(await symbols(EXAMPLE_ACCOUNT_ID)).toEqual(['LOOKS', 'ETH', 'USDC']);
  await change('delete', one);
  expect(await symbols(EXAMPLE_ACCOUNT_ID)).toEqual(['USDC']);
});

test('accounts come in pages of 50 by default, to the last one', async () => {
  for (let count = 1; count < 60; count++) server.accounts.set(`account-${count}`, () => []);
  type Page = { accounts: { accountId: string; accountType: string }[]; cursor: string };
  const first = await read<Page>(`${ACCOUNT}/accounts`);
  expect(first.accounts[0]).toEqual({ accountId: EXAMPLE_ACCOUNT_ID, accountType: '0' });
  const second = await read<Page>(`${ACCOUNT}/accounts?cursor=${first.cursor}`);
  expect([first.accounts.length, second.accounts.length, second.cursor]).toEqual([50, 10, '']);
  expect((await read<Page>(`${ACCOUNT}/accounts?limit=100`)).accounts).toHaveLength(60);
});

const many = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    chainIndex: '1',
    address: `0x${String(at).padStart(40, '0')}`
  }));
test.each<[string, unknown, string]>([
  ['50 addresses', { addresses: many(50) }, '200 0'],
  ['51 addresses', { addresses: many(51) }, '200 81107'],
  [
    'an address in upper case',
    { addresses: [...many(1), { chainIndex: '1', address: EVM_ADDRESS }] },
    '200 81106'
  ],
  [
    'a Solana address in its own case',
    { addresses: [{ chainIndex: '501', address: SOLANA_ADDRESS }] },
    '200 0'
  ],
  ['a chain that nobody knows', { addresses: [{ chainIndex: '999999', address: EVM }] }, '200 81104'],
  ['a chain of another family', { addresses: [{ chainIndex: '501', address: EVM }] }, '200 81157'],
  ['no address', { addresses: [] }, '200 81001'],
  ['an address that is null', { addresses: [null] }, '200 81104'],
  ['another body', [], '200 81001'],
  ['what is no JSON', '{"addresses":', '200 81001'],
  ['no body', '', '200 81001']
])('making an account of %s', async (_case, body, expected) => {
  expect(verdict(await post('create-wallet-account', body))).toBe(expected);
});

test.each([
  ['a list with too large a limit', 'GET', '/accounts?limit=101', '400 51000'],
  ['a list with a strange cursor', 'GET', '/accounts?cursor=x', '400 51000'],
  ['a list by POST', 'POST', '/accounts', '405 50115'],
  ['the addresses of nobody', 'GET', '/account-detail?accountId=nobody', '200 81001'],
  ['a deletion by GET', 'GET', '/delete-account', '405 50115'],
  ['a change of another kind', 'POST', '/update-wallet-account', '200 81001']
])('asked for %s', async (_case, method, path, expected) => {
  expect(verdict(await ask(server.origin, ACCOUNT + path, { method }))).toBe(expected);
});

test('a body that differs from the signed one by a blank is refused', async () => {
  const addresses = [{ chainIndex: '1', address: EVM }];
  const signed = JSON.stringify({ addresses });
  const target = `${ACCOUNT}/create-wallet-account`;
  const change = { method: 'POST', body: signed };
  const headers = signedHeaders(target, change);
  const sent = { ...change, headers, body: signed.replace(':', ': ') };
  expect(verdict(await ask(server.origin, target, sent))).toBe('401 50113');
});

test('a fault can apply to one account also where it is named in the body', async () => {
  server.injectFault({ kind: 'refuse', code: '81109', accountId: EXAMPLE_ACCOUNT_ID });
  expect(verdict(await post('delete-account', { accountId: 'other' }))).toBe('200 81001');
  expect(verdict(await post('delete-account', { accountId: EXAMPLE_ACCOUNT_ID }))).toBe('200 81109');
});

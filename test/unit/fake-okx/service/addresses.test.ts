// Balances and totals by address, as the current documentation of OKX has them, with the checks that OKX makes.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startServer, type FakeOkx } from '../../../../electron/fake-okx/server';
import {
  BITCOIN_ADDRESS,
  EVERY_KIND_ADDRESSES,
  EVM_ADDRESS,
  SOLANA_ADDRESS
} from '../../../fixtures/okx/every-kind';
import { KEY, ask, verdict } from '../signed-ask';

const BALANCES = '/api/v6/dex/balance/all-token-balances-by-address';
const TOTAL = '/api/v6/dex/balance/total-value-by-address';
const OF_EVM = `${BALANCES}?address=${EVM_ADDRESS}`;

let server: FakeOkx;
beforeEach(async () => {
  server = await startServer({ keys: [KEY], addresses: EVERY_KIND_ADDRESSES });
});
afterEach(() => server.close());

interface Row {
  chainIndex: string;
  tokenContractAddress: string;
  address: string;
}
const envelopeOf = async (target: string) =>
  JSON.parse((await ask(server.origin, target)).text) as { code: unknown; data: { tokenAssets: Row[] }[] };
const rows = async (target: string) =>
  (await envelopeOf(target)).data.flatMap(element => element.tokenAssets);

test('rows have the names of v6: no type, no time, EVM addresses in lower case', async () => {
  const { data } = await envelopeOf(`${OF_EVM}&chains=1,8453`);
  expect(Object.keys(data[0] ?? {})).toEqual(['tokenAssets']);
  expect(data[0]?.tokenAssets).toMatchObject([
    { chainIndex: '1', tokenContractAddress: '', address: EVM_ADDRESS.toLowerCase() },
    { chainIndex: '8453', tokenContractAddress: '0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913' }
  ]);
  expect(Object.keys(data[0]?.tokenAssets[0] ?? {}).sort()).toEqual([
    'address',
    'balance',
    'chainIndex',
    'isRiskToken',
    'rawBalance',
    'symbol',
    'tokenContractAddress',
    'tokenPrice'
  ]);
});

test('an EVM address is found in any case, one of Solana only in its own', async () => {
  expect(await rows(`${OF_EVM.toLowerCase()}&chains=1`)).toHaveLength(1);
  expect(await rows(`${BALANCES}?address=${SOLANA_ADDRESS}&chains=501`)).toMatchObject([
    { address: SOLANA_ADDRESS }
  ]);
  expect(
    await rows(`${BALANCES}?address=${SOLANA_ADDRESS.toLowerCase().replaceAll('l', '1')}&chains=501`)
  ).toEqual([]);
});

test('an address without an entry is empty', async () => {
  expect(await rows(`${BALANCES}?address=0x${'1'.repeat(40)}&chains=1`)).toEqual([]);
});

test('the parameter for risky tokens is inverted: 0 hides, 1 shows, and hiding is the default', async () => {
  const row = { chainIndex: '1', balance: '2', tokenPrice: '3' };
  server.addresses.set(EVM_ADDRESS, () => [
    { ...row, symbol: 'ETH', isRiskToken: false },
    { ...row, symbol: 'SCAM', isRiskToken: true }
  ]);
  const counts = ['', '&excludeRiskToken=', '&excludeRiskToken=0', '&excludeRiskToken=1'].map(
    async change => (await rows(`${OF_EVM}&chains=1${change}`)).length
  );
  expect(await Promise.all(counts)).toEqual([1, 1, 1, 2]);
});

const chains = (count: number) => Array.from({ length: count }, () => '1').join(',');
test.each([
  ['no address', `${BALANCES}?chains=1`, '400 50014'],
  ['no chains', OF_EVM, '400 50014'],
  ['50 chains', `${OF_EVM}&chains=${chains(50)}`, '200 0'],
  ['51 chains', `${OF_EVM}&chains=${chains(51)}`, '400 51000'],
  ['a chain that nobody knows', `${OF_EVM}&chains=1,999999`, '200 81104'],
  ['a chain of another family among good ones', `${OF_EVM}&chains=1,501,8453`, '200 81157'],
  ['Bitcoin for an EVM address', `${OF_EVM}&chains=0`, '200 81157'],
  ['EVM for a Bitcoin address', `${BALANCES}?address=${BITCOIN_ADDRESS}&chains=0,1`, '200 81157'],
  ['Fractal for a Bitcoin address', `${BALANCES}?address=${BITCOIN_ADDRESS}&chains=0,70000061`, '200 0'],
  ['Tron for a Solana address', `${BALANCES}?address=${SOLANA_ADDRESS}&chains=195`, '200 81157'],
  ['a risk switch in words', `${OF_EVM}&chains=1&excludeRiskToken=true`, '400 51000'],
  [
    'a total with a risk switch in numbers',
    `${TOTAL}?address=${EVM_ADDRESS}&chains=1&excludeRiskToken=1`,
    '400 51000'
  ],
  ['a total of another type', `${TOTAL}?address=${EVM_ADDRESS}&chains=1&assetType=3`, '400 51000'],
  ['a total without chains', `${TOTAL}?address=${EVM_ADDRESS}`, '400 50014'],
  ['a total on a chain of another family', `${TOTAL}?address=${EVM_ADDRESS}&chains=1,501`, '200 81157']
])('asked for %s', async (_case, target, expected) => {
  expect(verdict(await ask(server.origin, target))).toBe(expected);
});

// Real addresses, each with a chain that it belongs to and one that it does not.
test.each([
  ['1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', '0', '1'],
  ['TUEZSdKsoDHQMeZwihtdoBiN46zxhGWYdH', '195', '501'],
  ['UQBKgXCNLPexWhs2L79kiARR1phGH1LwXxRbNsCFF9doczSI', '607', '501'],
  [`0x${'ab'.repeat(32)}`, '784', '1'],
  [EVM_ADDRESS, '137', '784']
])('%s belongs to chain %s and not to chain %s', async (address, chain, other) => {
  const target = `${BALANCES}?address=${address}&chains=`;
  expect(verdict(await ask(server.origin, target + chain))).toBe('200 0');
  expect(verdict(await ask(server.origin, target + other))).toBe('200 81157');
});

test('a listed chain that does not work fails balances and totals, with the message that was observed', async () => {
  server.unsupportedChains.add('8453');
  const total = await ask(server.origin, `${TOTAL}?address=${EVM_ADDRESS}&chains=1,8453`);
  expect(verdict(total)).toBe('200 81104');
  expect(total.text).toContain('totalValueByAddress.chains: Chain not support');
  expect(verdict(await ask(server.origin, `${OF_EVM}&chains=1,8453`))).toBe('200 81104');
  expect(verdict(await ask(server.origin, `${OF_EVM}&chains=1`))).toBe('200 0');
});

test('DeFi is in the total of all assets and in that of its own type, and in no token list', async () => {
  server.defi.set(EVM_ADDRESS.toLowerCase(), () => [
    { chainIndex: '1', value: '100.5' },
    { chainIndex: '8453', value: '7' }
  ]);
  const total = async (query: string) =>
    JSON.stringify((await envelopeOf(`${TOTAL}?address=${EVM_ADDRESS}&${query}`)).data);
  expect(await total('chains=1&assetType=2')).toBe('[{"totalValue":"100.5"}]');
  expect(await total('chains=1,8453&assetType=2')).toBe('[{"totalValue":"107.5"}]');
  expect(await total('chains=8453&assetType=1')).toBe('[{"totalValue":"1250.37495"}]');
  expect(await total('chains=8453&assetType=0')).toBe('[{"totalValue":"1257.37495"}]');
  expect(await rows(`${OF_EVM}&chains=1,8453`)).toHaveLength(2);
});

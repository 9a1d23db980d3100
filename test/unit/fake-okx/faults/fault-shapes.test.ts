// The shape faults of a successful balances answer.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EXAMPLE_ACCOUNT_ID, EXAMPLE_ASSETS } from '../../../../electron/fake-okx/service/asset-rows';
import { PHISHING_SYMBOL, type ShapeFault } from '../../../../electron/fake-okx/faults/fault-shapes';
import { startServer, type FakeOkx } from '../../../../electron/fake-okx/server';
import { KEY, ask, verdict } from '../signed-ask';

const PATH = '/api/v5/wallet/asset/wallet-all-token-balances';
const TARGET = `${PATH}?accountId=${EXAMPLE_ACCOUNT_ID}&filter=1`;

let server: FakeOkx;
beforeEach(async () => {
  server = await startServer({ keys: [KEY] });
});
afterEach(() => server.close());

interface Element {
  tokenAssets?: Record<string, unknown>[];
  timeStamp?: string;
}
async function bent(fault: ShapeFault) {
  server.injectFault({ ...fault, times: 1 });
  const { code, data } = JSON.parse((await ask(server.origin, TARGET)).text) as {
    code: unknown;
    data?: Element[];
  };
  return { code, data, rows: data?.flatMap(element => element.tokenAssets ?? []) ?? [] };
}

test('the envelope can have every wrong shape that was observed', async () => {
  expect((await bent({ kind: 'code-as-number' })).code).toBe(0);
  expect((await bent({ kind: 'flat-data' })).data).toEqual(EXAMPLE_ASSETS);
  const several = await bent({ kind: 'several-data', elements: 3 });
  expect(several.data?.map(element => element.tokenAssets?.length)).toEqual([1, 1, 0]);
  expect(several.rows).toEqual(EXAMPLE_ASSETS);
  expect((await bent({ kind: 'empty-data' })).data).toEqual([]);
  expect((await bent({ kind: 'missing-data' })).data).toBeUndefined();
  expect((await bent({ kind: 'no-tokens' })).data?.[0]?.tokenAssets).toEqual([]);
  expect(Object.keys((await bent({ kind: 'no-timestamp' })).data?.[0] ?? {})).toEqual(['tokenAssets']);
});

test('a row can lack fields, or have an odd price or amount', async () => {
  const lacking = await bent({ kind: 'missing-fields', fields: ['rawBalance', 'address'] });
  expect(lacking.rows.map(row => Object.keys(row).length)).toEqual([7, 7]);
  for (const price of ['0', '', null, '1.5e-7']) {
    expect((await bent({ kind: 'price', price })).rows.map(row => row['tokenPrice'])).toEqual([price, price]);
  }
  const negative = await bent({ kind: 'amount', amount: '-1', symbol: 'ETH' });
  expect(negative.rows.map(row => row['balance'])).toEqual(['0.6908810093750312', '-1']);
});

test('a wallet can have many spam tokens, deceptive symbols, duplicates and damaged rows', async () => {
  const many = (await bent({ kind: 'many-tokens' })).rows;
  expect(many).toHaveLength(5002);
  expect(new Set(many.map(row => row['tokenAddress'])).size).toBe(5002);
  expect((await bent({ kind: 'phishing-symbol' })).rows.at(-1)?.['symbol']).toBe(PHISHING_SYMBOL);
  const doubled = (await bent({ kind: 'duplicate-rows' })).rows;
  expect(doubled).toEqual([...EXAMPLE_ASSETS, ...EXAMPLE_ASSETS]);
  const differing = (await bent({ kind: 'duplicate-rows', differing: true })).rows;
  expect(differing.map(row => row['balance'])).toEqual([
    '0.6908810093750312',
    '8',
    '0.69088100937503121',
    '8.1'
  ]);
  expect((await bent({ kind: 'malformed-row' })).rows.at(-1)).toMatchObject({ balance: 'one' });
  expect((await bent({ kind: 'malformed-row', row: null })).rows.at(-1)).toBeNull();
});

test('a refusal keeps its shape under any shape fault', async () => {
  server.injectFault({ kind: 'empty-data' });
  expect(verdict(await ask(server.origin, `${PATH}?accountId=nobody`))).toBe('200 81001');
});

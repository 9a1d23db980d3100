// Faults of the endpoints by address: which calls they apply to, and that they have the shape of v6.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startServer, type FakeOkx } from '../../../../electron/fake-okx/server';
import { EVERY_KIND_ADDRESSES, EVM_ADDRESS, SOLANA_ADDRESS } from '../../../fixtures/okx/every-kind';
import { KEY, ask, verdict } from '../signed-ask';

const BALANCES = '/api/v6/dex/balance/all-token-balances-by-address';
const OF_EVM = `${BALANCES}?address=${EVM_ADDRESS}`;

let server: FakeOkx;
beforeEach(async () => {
  server = await startServer({ keys: [KEY], addresses: EVERY_KIND_ADDRESSES });
});
afterEach(() => server.close());

const envelopeOf = async (target: string) =>
  JSON.parse((await ask(server.origin, target)).text) as { code: unknown; data: { tokenAssets: object[] }[] };
const rows = async (target: string) =>
  (await envelopeOf(target)).data.flatMap(element => element.tokenAssets);

test('one chain can be refused with any code and any message', async () => {
  server.injectFault({
    kind: 'unsupported-chain',
    chainIndex: '8453',
    code: '51000',
    msg: 'x: Chain not support'
  });
  const reply = await ask(server.origin, `${OF_EVM}&chains=1,8453`);
  expect([verdict(reply), reply.text.includes('x: Chain not support')]).toEqual(['400 51000', true]);
  expect(verdict(await ask(server.origin, `${OF_EVM}&chains=1`))).toBe('200 0');
});

test('shape faults apply to rows by address too, in the shape of v6', async () => {
  server.injectFault({ kind: 'flat-data', times: 1 });
  expect((await envelopeOf(`${OF_EVM}&chains=1`)).data).toMatchObject([{ tokenContractAddress: '' }]);
  server.injectFault({ kind: 'many-tokens', count: 10, times: 1 });
  const many = await rows(`${OF_EVM}&chains=1`);
  expect(many).toHaveLength(11);
  expect(many.every(row => 'tokenContractAddress' in row && !('tokenType' in row))).toBe(true);
  server.injectFault({ kind: 'malformed-row', row: null, times: 1 });
  expect((await rows(`${OF_EVM}&chains=1`)).at(-1)).toBeNull();
  server.injectFault({ kind: 'missing-data', times: 1 });
  expect(await envelopeOf(`${OF_EVM}&chains=1`)).toEqual({ code: '0', msg: '' });
});

test('a fault can apply to one address only', async () => {
  server.injectFault({ kind: 'refuse', code: '50001', address: SOLANA_ADDRESS });
  expect(verdict(await ask(server.origin, `${OF_EVM}&chains=1`))).toBe('200 0');
  expect(verdict(await ask(server.origin, `${BALANCES}?address=${SOLANA_ADDRESS}&chains=501`))).toBe(
    '200 50001'
  );
});

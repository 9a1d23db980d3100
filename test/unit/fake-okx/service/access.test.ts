// The fake server accepts only calls that OKX would accept.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startServer, type FakeOkx } from '../../../../electron/fake-okx/server';
import { KEY, ask, verdict, type Change } from '../signed-ask';

const NOW = Date.parse('2024-08-20T11:26:37.342Z');
const TARGET =
  '/api/v5/wallet/asset/wallet-all-token-balances?accountId=31f55853-d430-42c5-b4c6-710d39848cd1&chains=1,56&filter=0';

let server: FakeOkx;
beforeEach(async () => {
  server = await startServer({ keys: [KEY], now: () => NOW });
});
afterEach(() => server.close());

const asks = async (change: Change = {}, target = TARGET) =>
  verdict(await ask(server.origin, target, { at: NOW, ...change }));
const changed = (name: string, value?: string) => asks({ headers: { [name]: value } });

// Signatures computed outside this project for secret TEST-SECRET-0123456789 at 2024-08-20T11:26:37.342Z.
test.each([
  [TARGET, 'SQaoJtQ1vKtIfj9MaJTK94YuKWQcguATX6Lx2Hy5S28='],
  [TARGET.replace(',', '%2C'), 'gobp3dPI05wj+1YmkkXEIxogsnlxfUc32A/W76aarYY='],
  ['/api/v5/wallet/chain/supported-chains', 'impGtBYrsgPck54aPAxaVLE0uRHhlazs1zGZFM3jxbs=']
])('the known signature of %s passes', async (target, signature) => {
  expect(await asks({ headers: { 'OK-ACCESS-SIGN': signature } }, target)).toBe('200 0');
});

test('a comma signed raw and sent escaped is a wrong signature', async () => {
  const signature = 'SQaoJtQ1vKtIfj9MaJTK94YuKWQcguATX6Lx2Hy5S28=';
  expect(await asks({ headers: { 'OK-ACCESS-SIGN': signature } }, TARGET.replace(',', '%2C'))).toBe(
    '401 50113'
  );
});

test.each([
  ['OK-ACCESS-KEY', '401 50103'],
  ['OK-ACCESS-PASSPHRASE', '401 50104'],
  ['OK-ACCESS-SIGN', '401 50106'],
  ['OK-ACCESS-TIMESTAMP', '401 50107'],
  ['Content-Type', '400 50006']
])('a call without %s is refused with %s', async (name, expected) => {
  expect(await changed(name)).toBe(expected);
});

test('an unknown key, a wrong passphrase and a wrong secret cause three different refusals', async () => {
  expect(await asks({ key: { ...KEY, apiKey: 'other' } })).toBe('401 50111');
  expect(await asks({ key: { ...KEY, passphrase: 'other' } })).toBe('401 50105');
  expect(await asks({ key: { ...KEY, secretKey: 'other' } })).toBe('401 50113');
});

test('the body is part of what is signed', async () => {
  const target = '/api/v5/wallet/chain/supported-chains';
  expect(await asks({ body: '{"a":1}' }, target)).toBe('200 0');
  const unsigned = {
    body: '{"a":1}',
    headers: { 'OK-ACCESS-SIGN': 'impGtBYrsgPck54aPAxaVLE0uRHhlazs1zGZFM3jxbs=' }
  };
  expect(await asks(unsigned, target)).toBe('401 50113');
});

test.each([
  '1724153197342',
  '1724153197',
  '2024-08-20T11:26:37Z',
  '2024-08-20 11:26:37.342',
  '2024-13-45T99:26:37.342Z'
])('the timestamp %s has the wrong form', async timestamp => {
  expect(await changed('OK-ACCESS-TIMESTAMP', timestamp)).toBe('401 50112');
});

test('the clock may be off by 30 seconds each way, measured by the clock of the server', async () => {
  expect(await asks({ at: NOW - 30_000 })).toBe('200 0');
  expect(await asks({ at: NOW + 30_000 })).toBe('200 0');
  expect(await asks({ at: NOW - 30_001 })).toBe('401 50102');
  expect(await asks({ at: NOW + 30_001 })).toBe('401 50102');
  server.setNow(() => NOW + 600_000);
  expect(await asks()).toBe('401 50102');
  expect(await asks({ at: NOW + 600_000 })).toBe('200 0');
});

test('the Date header contains the time of the server, also in a refusal', async () => {
  server.setNow(() => NOW + 600_000);
  const refused = await ask(server.origin, TARGET, { at: NOW });
  expect(refused.status).toBe(401);
  expect(refused.headers.date).toBe('Tue, 20 Aug 2024 11:36:37 GMT');
});

test('a project header must be right, and is required only where the key says so', async () => {
  expect(await changed('OK-ACCESS-PROJECT', 'anything')).toBe('200 0');
  server.keys.set(KEY.apiKey, { ...KEY, projectId: 'p1' });
  expect(await asks()).toBe('200 0');
  expect(await changed('OK-ACCESS-PROJECT', 'p1')).toBe('200 0');
  expect(await changed('OK-ACCESS-PROJECT', 'p2')).toBe('401 50114');
  server.keys.set(KEY.apiKey, { ...KEY, projectId: 'p1', isProjectRequired: true });
  expect(await asks()).toBe('401 50114');
});

test('a key without permission to read is refused', async () => {
  server.keys.set(KEY.apiKey, { ...KEY, canRead: false });
  expect(await asks()).toBe('200 50120');
});

test('with a rate limit the second call within a second is refused, for that key only', async () => {
  const other = { ...KEY, apiKey: 'key-2' };
  server.keys.set(other.apiKey, other);
  expect([await asks(), await asks()]).toEqual(['200 0', '200 0']);
  server.limitRate(1);
  server.setNow(() => NOW + 2000);
  expect([await asks(), await asks(), await asks({ key: other })]).toEqual(['200 0', '429 50011', '200 0']);
  server.setNow(() => NOW + 2500);
  expect(await asks()).toBe('429 50011');
  server.setNow(() => NOW + 3000);
  expect(await asks()).toBe('200 0');
});

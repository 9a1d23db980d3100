// Which calls a fault applies to and for how long, and the faults that replace the reply of the service.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EXAMPLE_ACCOUNT_ID } from '../../../../electron/fake-okx/service/asset-rows';
import { ALL_CODES } from '../../../../electron/fake-okx/service/error-codes';
import type { AnyFault } from '../../../../electron/fake-okx/faults/fault-rules';
import { startServer, type FakeOkx } from '../../../../electron/fake-okx/server';
import { KEY, ask, verdict, type Change } from '../signed-ask';

const PATH = '/api/v5/wallet/asset/wallet-all-token-balances';
const TARGET = `${PATH}?accountId=${EXAMPLE_ACCOUNT_ID}&filter=1`;
const CHAINS = '/api/v5/wallet/chain/supported-chains';

let server: FakeOkx;
beforeEach(async () => {
  server = await startServer({ keys: [KEY] });
});
afterEach(() => server.close());

const asks = (target = TARGET, change: Change = {}) => ask(server.origin, target, change);
const verdicts = async (...targets: string[]) => {
  const seen: string[] = [];
  for (const target of targets) seen.push(verdict(await asks(target)));
  return seen;
};

test('a fault applies to the given number of calls, and then the next fault applies', async () => {
  server.injectFault({ kind: 'refuse', code: '50001', times: 2 });
  server.injectFault({ kind: 'refuse', code: '50011', times: 1 });
  expect(await verdicts(TARGET, TARGET, TARGET, TARGET)).toEqual([
    '200 50001',
    '200 50001',
    '429 50011',
    '200 0'
  ]);
});

test('a fault without a number of calls applies until it is cleared, alone or with all others', async () => {
  const clear = server.injectFault({ kind: 'refuse', code: '50001' });
  server.injectFault({ kind: 'refuse', code: '50026' });
  expect(await verdicts(TARGET, TARGET)).toEqual(['200 50001', '200 50001']);
  clear();
  expect(await verdicts(TARGET)).toEqual(['500 50026']);
  server.clearFaults();
  expect(await verdicts(TARGET)).toEqual(['200 0']);
});

test('a fault can apply to one path, one key or one account only', async () => {
  server.injectFault({ kind: 'refuse', code: '50001', path: CHAINS });
  expect(await verdicts(TARGET, CHAINS)).toEqual(['200 0', '200 50001']);
  server.clearFaults();
  server.injectFault({ kind: 'refuse', code: '50001', accountId: 'b' });
  server.accounts.set('b', () => []);
  expect(await verdicts(TARGET, `${PATH}?accountId=b`)).toEqual(['200 0', '200 50001']);
  server.clearFaults();
  const other = { ...KEY, apiKey: 'key-2' };
  server.keys.set(other.apiKey, other);
  server.injectFault({ kind: 'refuse', code: '50001', apiKey: other.apiKey });
  expect([await verdicts(TARGET), verdict(await asks(TARGET, { key: other }))]).toEqual([
    ['200 0'],
    '200 50001'
  ]);
});

test('a call that a fault does not apply to does not count', async () => {
  server.injectFault({ kind: 'empty-data', times: 1 });
  await asks(CHAINS);
  expect((await asks()).text).toContain('"data":[]');
});

test('one call can have an answer with a wrong shape and also a delivery fault', async () => {
  server.injectFault({ kind: 'empty-data' });
  server.injectFault({ kind: 'gzip' });
  const reply = await asks();
  expect(reply.headers['content-encoding']).toBe('gzip');
  expect(reply.bytes.subarray(0, 2).toString('hex')).toBe('1f8b');
});

test.each(ALL_CODES)('code %s can be requested with its HTTP status', async code => {
  server.injectFault({ kind: 'refuse', code });
  const reply = await asks();
  const { msg, data } = JSON.parse(reply.text) as { msg: string; data: unknown };
  expect([verdict(reply).slice(4), data, msg !== '']).toEqual([code, [], true]);
  expect(server.requests.at(-1)).toMatchObject({ status: reply.status, code });
});

test('the status follows from the code, unless another is given', async () => {
  for (const code of ['50005', '50011', '50100', '50111', '50115', '50404', '81104'] as const) {
    server.injectFault({ kind: 'refuse', code, times: 1 });
  }
  server.injectFault({ kind: 'refuse', code: '50001', status: 503, times: 1 });
  expect(await verdicts(...Array<string>(8).fill(TARGET))).toEqual([
    '410 50005',
    '429 50011',
    '400 50100',
    '401 50111',
    '405 50115',
    '404 50404',
    '200 81104',
    '503 50001'
  ]);
});

test.each(['7', 'Wed, 21 Oct 2037 07:28:00 GMT', '99999999999999', '-1', 'soon'])(
  'Retry-After can be %s',
  async retryAfter => {
    server.injectFault({ kind: 'refuse', code: '50011', retryAfter, times: 1 });
    expect((await asks()).headers['retry-after']).toBe(retryAfter);
    server.injectFault({ kind: 'refuse', code: '50011', times: 1 });
    expect((await asks()).headers).not.toHaveProperty('retry-after');
  }
);

test('an unsupported chain fails only the calls that name it', async () => {
  server.injectFault({ kind: 'unsupported-chain', chainIndex: '137' });
  expect(await verdicts(TARGET, `${TARGET}&chains=1`, `${TARGET}&chains=1,137`)).toEqual([
    '200 0',
    '200 0',
    '200 81104'
  ]);
});

test.each<[AnyFault, number, string, RegExp]>([
  [{ kind: 'blocked-page' }, 403, 'text/html; charset=UTF-8', /error code: 1010/],
  [{ kind: 'error-page', status: 502 }, 502, 'text/html; charset=UTF-8', /nginx/],
  [{ kind: 'captive-portal' }, 200, 'text/html; charset=UTF-8', /<form/],
  [{ kind: 'payment-wanted' }, 402, 'application/json', /x402/],
  [{ kind: 'empty-body' }, 200, 'application/json', /^$/],
  [{ kind: 'empty-body', status: 500 }, 500, 'application/json', /^$/],
  [{ kind: 'text', text: 'null' }, 200, 'application/json', /^null$/]
])('%o replaces the reply of the service', async (fault, status, type, text) => {
  server.injectFault(fault);
  const reply = await asks(TARGET, { headers: { 'OK-ACCESS-SIGN': undefined } });
  expect([reply.status, reply.headers['content-type']]).toEqual([status, type]);
  expect(reply.text).toMatch(text);
});

test.each(['/elsewhere', 'https://other.example/', 'http://www.okx.com/'])(
  'a redirect can lead to %s',
  async location => {
    server.injectFault({ kind: 'redirect', location, status: 307 });
    expect(await asks()).toMatchObject({ status: 307, headers: { location } });
  }
);

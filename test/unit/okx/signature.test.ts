import { describe, expect, it } from 'vitest';
import type { PlannedRequest } from '../../../electron/core/ports/ports';
import { planCreateAccount } from '../../../electron/okx/accounts';
import { drivers } from '../../../electron/okx/drivers';
import { sign, signatureOf } from '../../../electron/okx/request';
import { WALLET } from './sample';

const KEY = { id: 'k1', name: 'Key', host: 'https://www.okx.com', keptIn: 'keychain' } as const;
const CREDENTIALS = {
  apiKey: 'key-1',
  secretKey: 'TEST-SECRET-0123456789',
  passphrase: 'pass phrase',
  projectId: null
};
const TIMESTAMP = '2024-08-20T11:26:37.342Z';
const AT = Date.parse(TIMESTAMP);
const BALANCES =
  '/api/v5/wallet/asset/wallet-all-token-balances?accountId=31f55853-d430-42c5-b4c6-710d39848cd1&chains=';

function get(target: string): PlannedRequest {
  return { method: 'GET', target, body: '', chains: null };
}

/** Given in checksum case: the signed text has it in lower case, identical to the known vector. */
const POST = planCreateAccount([
  { chainIndex: '1', address: '0x561815E02BAC6128BBBBC551005DDFD92A5C24DB' }
]).create;

describe('signature', () => {
  it.each([
    ['raw commas', get(`${BALANCES}1,56&filter=0`), 'SQaoJtQ1vKtIfj9MaJTK94YuKWQcguATX6Lx2Hy5S28='],
    ['encoded commas', get(`${BALANCES}1%2C56&filter=0`), 'gobp3dPI05wj+1YmkkXEIxogsnlxfUc32A/W76aarYY='],
    [
      'no query',
      get('/api/v5/wallet/chain/supported-chains'),
      'impGtBYrsgPck54aPAxaVLE0uRHhlazs1zGZFM3jxbs='
    ],
    [
      'the v6 path',
      get(
        '/api/v6/dex/balance/all-token-balances-by-address?address=0xa03400e098f4421b34a3a44a1b4e571419517687&chains=1%2C56&excludeRiskToken=0'
      ),
      'KjHMcYmrHsbbP3xS1X89TW2tDblF8yKz6HLCoq1Hzy4='
    ],
    ['a body', POST, 'FvXJh3OcBzUMG8liPeiXclK8qquNQ+kwl01p0jLkYy8=']
  ])('of a request with %s matches the known vector', (_, request, expected) => {
    expect(signatureOf(request, CREDENTIALS.secretKey, TIMESTAMP)).toBe(expected);
    expect(sign(request, KEY, CREDENTIALS, AT).headers['OK-ACCESS-SIGN']).toBe(expected);
  });
});

describe('sign', () => {
  it('sends the target and the body exactly as they were signed, with the comma in chains', () => {
    const planned = drivers['v5-account'].request(WALLET, ['1', '56']);
    const sent = sign(planned, KEY, CREDENTIALS, AT);
    expect(sent.target).toContain('chains=1,56');
    expect(sent.target).toBe(planned.target);
    const signedBytes = { method: sent.method, target: sent.target, body: sent.body };
    expect(sent.headers['OK-ACCESS-SIGN']).toBe(signatureOf(signedBytes, CREDENTIALS.secretKey, TIMESTAMP));
    expect(sign(POST, KEY, CREDENTIALS, AT)).toMatchObject({ method: 'POST', body: POST.body });
  });

  it('sets the headers of OKX and the origin of the key', () => {
    const sent = sign(get('/a'), KEY, CREDENTIALS, AT);
    expect(sent.origin).toBe('https://www.okx.com');
    expect(sent.headers).toEqual({
      'Content-Type': 'application/json',
      'OK-ACCESS-KEY': 'key-1',
      'OK-ACCESS-SIGN': signatureOf(get('/a'), CREDENTIALS.secretKey, TIMESTAMP),
      'OK-ACCESS-TIMESTAMP': TIMESTAMP,
      'OK-ACCESS-PASSPHRASE': 'pass phrase'
    });
  });

  it('adds the project header only when a project is set, and does not sign it', () => {
    const without = sign(get('/a'), KEY, CREDENTIALS, AT).headers;
    const headers = sign(get('/a'), KEY, { ...CREDENTIALS, projectId: 'p-1' }, AT).headers;
    expect(headers).toEqual({ ...without, 'OK-ACCESS-PROJECT': 'p-1' });
  });

  it('writes milliseconds even when they are zero', () => {
    const sent = sign(get('/a'), KEY, CREDENTIALS, Date.parse('2024-08-20T11:26:37Z'));
    expect(sent.headers['OK-ACCESS-TIMESTAMP']).toBe('2024-08-20T11:26:37.000Z');
  });
});

import { describe, expect, it } from 'vitest';
import { SetupInput } from '../../../../shared/schema/setup-input';

const WALLET = { name: 'Cold', source: 'v5-account', accountId: 'a' };
const INPUT = { apiKey: 'k', secretKey: 's', passphrase: 'my pass', wallets: [WALLET] };

function mistakesIn(change: object): string[] {
  const parsed = SetupInput.safeParse({ ...INPUT, ...change });
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'));
}

describe('what setup reads', () => {
  it('accepts the required fields only, with every chain and the host that OKX documents', () => {
    expect(SetupInput.parse(INPUT)).toMatchObject({
      host: 'https://www.okx.com',
      projectId: null,
      wallets: [{ ...WALLET, chains: [] }]
    });
  });

  it.each([
    ['web3.okx.com', 'https://web3.okx.com'],
    ['https://OKX.example/', 'https://okx.example'],
    ['http://127.0.0.1:40123', 'http://127.0.0.1:40123']
  ])('keeps the host %s as its origin %s', (host, origin) =>
    expect(SetupInput.parse({ ...INPUT, host }).host).toBe(origin)
  );

  it.each([
    ['apiKey', { apiKey: '' }],
    ['apiKey', { apiKey: 'schlüssel' }],
    ['secretKey', { secretKey: 'line\nbreak' }],
    ['passphrase', { passphrase: undefined }],
    ['host', { host: 'http://www.okx.com' }],
    ['host', { host: 'https://www.okx.com/api' }],
    ['wallets', { wallets: [] }],
    ['wallets', { wallets: [WALLET, { ...WALLET, name: ' Cold ', accountId: 'b' }] }],
    ['wallets.0.name', { wallets: [{ ...WALLET, name: 'n'.repeat(41) }] }],
    ['wallets.0.accountId', { wallets: [{ ...WALLET, accountId: ' ' }] }],
    ['wallets.0.chains.0', { wallets: [{ ...WALLET, chains: ['eth'] }] }],
    ['wallets.0', { wallets: [{ ...WALLET, privateKey: 'x' }] }],
    ['', { privateKey: 'x' }]
  ])('names %j as the mistake in %j', (path, change) => expect(mistakesIn(change)).toContain(path));
});

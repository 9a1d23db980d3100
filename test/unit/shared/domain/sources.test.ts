import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { accountIdOf, defaultHostFor, ownAddressOf, ownerOf } from '../../../../shared/domain/sources';
import { sourcesIn } from '../../project/import-graph';

const account = { source: 'v5-account', accountId: 'a-1' } as const;
const address = { source: 'v6-address', address: '0x1' } as const;

describe('a wallet', () => {
  it('of an account has the account as its owner, and no address of its own', () => {
    expect([ownerOf(account), accountIdOf(account), ownAddressOf(account)]).toEqual(['a-1', 'a-1', null]);
  });

  it('of an address has the address as its owner, and no account', () => {
    expect([ownerOf(address), accountIdOf(address), ownAddressOf(address)]).toEqual(['0x1', null, '0x1']);
  });
});

it('the default host is the documented one of the source, and the first one for several sources', () => {
  expect(defaultHostFor(['v5-account'])).toBe('https://www.okx.com');
  expect(defaultHostFor(['v6-address', 'v6-address'])).toBe('https://web3.okx.com');
  expect(defaultHostFor(['v6-address', 'v5-account'])).toBe('https://www.okx.com');
});

it('no code outside of electron/okx compares the name of a source: it asks the table', () => {
  const comparing = sourcesIn(['electron', 'renderer', 'shared'])
    .filter(file => !file.startsWith('electron/okx/'))
    .filter(file =>
      /[!=]==? '(v5-account|v6-address)'|case '(v5-account|v6-address)'/.test(readFileSync(file, 'utf8'))
    );
  expect(comparing).toEqual([]);
});

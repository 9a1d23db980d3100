import { describe, expect, it } from 'vitest';
import { chainName } from '../../../electron/okx/chains';
import { drivers } from '../../../electron/okx/drivers';
import { holdingId } from '../../../shared/domain/holding-id';
import { EVERY_KIND, EVM_ADDRESS } from '../../fixtures/okx/every-kind';
import { ADDRESS_ROW, ADDRESS_WALLET, read, readAddress, ROW, success, WALLET } from './sample';

const ACCOUNT = `/api/v5/wallet/asset/wallet-all-token-balances?accountId=${WALLET.accountId}`;
const ADDRESS = `/api/v6/dex/balance/all-token-balances-by-address?address=${ADDRESS_WALLET.address}`;

function indexes(count: number): string[] {
  return Array.from({ length: count }, (_, index) => String(index));
}

describe('a poll of an account', () => {
  const { request } = drivers['v5-account'];

  it('sends one request for every chain when the wallet names none', () => {
    const expected = { method: 'GET', target: `${ACCOUNT}&filter=1`, body: '', chains: null };
    expect(request(WALLET, null)).toEqual(expected);
  });

  it('lists chains with raw commas and includes risky tokens', () => {
    const chains = ['1', '56', '0'];
    const expected = { method: 'GET', target: `${ACCOUNT}&chains=1,56,0&filter=1`, body: '', chains };
    expect(request(WALLET, chains)).toEqual(expected);
    expect(request({ ...WALLET, chains }, null)).toEqual(expected);
    expect(request({ ...WALLET, chains: ['9', '10'] }, chains)).toEqual(expected);
  });

  it('encodes an account id that would change the query', () => {
    const { target } = request({ ...WALLET, accountId: 'a&chains=1 +/?#,é' }, null);
    expect(target.split('?')[1]).toBe('accountId=a%26chains%3D1%20%2B%2F%3F%23%2C%C3%A9&filter=1');
  });
});

describe('a poll of an address', () => {
  const { request } = drivers['v6-address'];

  it('names address and chains, and includes risky tokens with the inverted parameter', () => {
    const chains = ['1', '8453'];
    const expected = {
      method: 'GET',
      target: `${ADDRESS}&chains=1,8453&excludeRiskToken=1`,
      body: '',
      chains
    };
    expect(request(ADDRESS_WALLET, null)).toEqual(expected);
    expect(request({ ...ADDRESS_WALLET, chains: ['9'] }, chains)).toEqual(expected);
  });

  it('encodes an address that would change the query', () => {
    const { target } = request({ ...ADDRESS_WALLET, address: 'a&chains=5:/+' }, ['1']);
    expect(target.split('?')[1]).toBe('address=a%26chains%3D5%3A%2F%2B&chains=1&excludeRiskToken=1');
  });
});

describe.each([WALLET, ADDRESS_WALLET])('a wallet of $source with many chains', wallet => {
  const { request } = drivers[wallet.source];

  it('names in the request the chains that its query lists', () => {
    const { target, chains } = request(wallet, indexes(50));
    expect(chains).toEqual(indexes(50));
    expect(target).toContain(`&chains=${indexes(50).join(',')}&`);
  });

  it('requests a chain once however often it is listed', () => {
    expect(request({ ...wallet, chains: ['1', '56', '1'] }, null).chains).toEqual(['1', '56']);
    expect(request(wallet, ['1', '56', '1']).chains).toEqual(['1', '56']);
  });
});

describe('a row of an address', () => {
  it('is read like that of an account, but has no time of its own', () => {
    const reading = readAddress(ADDRESS_ROW);
    const [expected] = read(success(ROW)).holdings;
    const { address } = ADDRESS_WALLET;
    const id = holdingId('w6', '1', address, ROW.tokenAddress);
    expect(reading).toEqual({
      holdings: [{ ...expected, id, walletId: 'w6', address, decimals: 18 }],
      unreadable: [],
      takenAt: null
    });
  });

  it.each([ADDRESS_WALLET.address, ADDRESS_WALLET.address.toLowerCase(), '', null, undefined])(
    'belongs to the address of the wallet when it says %j, under one id',
    address => {
      const { holdings, unreadable } = readAddress({ ...ADDRESS_ROW, address }, ADDRESS_ROW);
      expect(unreadable).toEqual([]);
      expect(holdings).toMatchObject([{ address: ADDRESS_WALLET.address, isDuplicate: false }]);
    }
  );

  it('that is the native coin has no token address', () => {
    expect(readAddress({ ...ADDRESS_ROW, tokenContractAddress: '' }).holdings[0]!.tokenAddress).toBe('');
  });

  it.each([{ tokenContractAddress: undefined }, { tokenContractAddress: null }, { balance: '-1' }])(
    'with %o is dropped; the other rows are read',
    change => {
      const reading = readAddress({ ...ADDRESS_ROW, ...change }, { ...ADDRESS_ROW, chainIndex: '8453' });
      expect(reading.unreadable).toHaveLength(1);
      expect(reading.holdings.map(holding => holding.chainIndex)).toEqual(['8453']);
    }
  );

  it('with an amount as a number loses no digit', () => {
    expect(readAddress({ ...ADDRESS_ROW, balance: 0.6908810093750312 }).holdings[0]!.balance).toBe(
      '0.6908810093750312'
    );
  });
});

describe('a holding', () => {
  it.each(EVERY_KIND)('of kind $kind keeps its id, and its type with and without a tokenType', sample => {
    const { tokenAddress, chainIndex } = sample.row;
    const untyped = { ...sample.row, tokenType: undefined };
    const kind = sample.isInscription ? 'inscription' : 'token';
    for (const row of [sample.row, untyped]) {
      expect(read(success(row)).holdings).toMatchObject([{ tokenAddress, chainIndex, kind }]);
    }
    expect(chainName(chainIndex)).toBe(sample.chainName);
  });

  it('has the kind of its tokenType, whatever its id looks like', () => {
    const row = { ...ROW, tokenAddress: 'btc-brc20-ordi', tokenType: '1' };
    expect(read(success(row)).holdings[0]!.kind).toBe('token');
    expect(readAddress({ ...ADDRESS_ROW, tokenContractAddress: 'xbtc-brc20-ordi' }).holdings[0]!.kind).toBe(
      'token'
    );
    expect(EVM_ADDRESS).toBe(ADDRESS_WALLET.address);
  });
});

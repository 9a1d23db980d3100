import { describe, expect, it } from 'vitest';
import {
  planCreateAccount,
  planDeleteAccount,
  planUpdateAccount,
  readCreatedAccount,
  checkSuccess
} from '../../../electron/okx/accounts';
import { dataReply, failureFrom, httpReply, RECEIVED_AT } from './sample';

const CHECKSUMMED = '0x9858EfFD232B4033E47d90003D41EC34EcaEda94';

function many(count: number) {
  return Array.from({ length: count }, (_, at) => ({
    chainIndex: '1',
    address: `0x${String(at).padStart(40, '0')}`
  }));
}

function sent(body: string): { addresses: { chainIndex: string; address: string }[] } {
  return JSON.parse(body) as ReturnType<typeof sent>;
}

describe('planCreateAccount', () => {
  it("writes chain and address in the order of OKX's page, without a blank", () => {
    const { create, remaining } = planCreateAccount([{ chainIndex: '1', address: CHECKSUMMED }]);
    expect(create).toEqual({
      method: 'POST',
      target: '/api/v5/wallet/account/create-wallet-account',
      body: `{"addresses":[{"chainIndex":"1","address":"${CHECKSUMMED.toLowerCase()}"}]}`,
      chains: null
    });
    expect(remaining).toEqual([]);
  });

  it.each([
    'bc1qcr8te4kr609gcawutmrza0j4xv80jy8z306fyu',
    'HAgk14JpMQLgt6rVgv7cBQFJWFto5Dqxi472uT3DKpqk',
    'TUEZSdKsoDHQMeZwihtdoBiN46zxhGWYdH',
    'UQBKgXCNLPexWhs2L79kiARR1phGH1LwXxRbNsCFF9doczSI',
    '0xe2b1DD4D9F1Bc19b7a3c1e7a9e77de2a8a4FEd1b7e4A04b76e98d1f5f86A0A11'
  ])('keeps the case of %s, which is no EVM address', address => {
    expect(sent(planCreateAccount([{ chainIndex: '501', address }]).create.body).addresses[0]!.address).toBe(
      address
    );
  });

  it('sends an address once per chain, in whatever case it was given', () => {
    const addresses = [
      { chainIndex: '1', address: CHECKSUMMED },
      { chainIndex: '1', address: CHECKSUMMED.toLowerCase() },
      { chainIndex: '56', address: CHECKSUMMED }
    ];
    expect(sent(planCreateAccount(addresses).create.body).addresses.map(one => one.chainIndex)).toEqual([
      '1',
      '56'
    ]);
  });

  it('sends 50 addresses at most, and adds the rest 50 at a time afterwards', () => {
    expect(planCreateAccount(many(50)).remaining).toEqual([]);
    const { create, remaining } = planCreateAccount(many(120));
    const updates = planUpdateAccount('a', 'add', remaining);
    const all = [create, ...updates].map(({ body }) => sent(body).addresses);
    expect(all.map(block => block.length)).toEqual([50, 35, 35]);
    expect(all.flat()).toEqual(many(120));
  });
});

describe('changing an account', () => {
  it.each(['add', 'delete'] as const)('sends the update type %s', updateType => {
    expect(planUpdateAccount('a-1', updateType, [{ chainIndex: '1', address: CHECKSUMMED }])).toEqual([
      {
        method: 'POST',
        target: '/api/v5/wallet/account/update-wallet-account',
        body: `{"accountId":"a-1","updateType":"${updateType}","addresses":[{"chainIndex":"1","address":"${CHECKSUMMED.toLowerCase()}"}]}`,
        chains: null
      }
    ]);
    expect(planUpdateAccount('a-1', updateType, [])).toEqual([]);
  });

  it('sends the id of the account to delete', () => {
    expect(planDeleteAccount('a-1')).toEqual({
      method: 'POST',
      target: '/api/v5/wallet/account/delete-account',
      body: '{"accountId":"a-1"}',
      chains: null
    });
  });
});

describe('the answers to account changes', () => {
  it('give the id of a new account, or fail', () => {
    expect(readCreatedAccount(dataReply([{ accountId: 'a-1' }]), RECEIVED_AT)).toBe('a-1');
    for (const data of [[], null, {}, [{}], [{ accountId: '' }], [{ accountId: 7 }]]) {
      expect(failureFrom(dataReply(data), readCreatedAccount).code).toBe('reply-damaged');
    }
  });

  it('succeed when the code is 0, whatever data they contain', () => {
    for (const data of [[], null, undefined, {}]) {
      expect(() => checkSuccess(dataReply(data), RECEIVED_AT)).not.toThrow();
    }
  });

  it.each([
    ['81105', 'wallet-refused'],
    ['81106', 'address-format'],
    ['81107', 'too-many-addresses'],
    ['81108', 'wallet-refused'],
    ['81109', 'service-busy'],
    ['81157', 'chain-mismatch']
  ])('with code %s are the failure %s', (code, expected) => {
    const reply = httpReply(200, JSON.stringify({ code, msg: '', data: [] }));
    expect([failureFrom(reply, checkSuccess).code, failureFrom(reply, readCreatedAccount).code]).toEqual([
      expected,
      expected
    ]);
  });
});

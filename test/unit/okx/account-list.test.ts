import { describe, expect, it } from 'vitest';
import {
  planAccountDetail,
  planListAccounts,
  readAccountDetail,
  readAccounts
} from '../../../electron/okx/accounts';
import { dataReply, failureFrom, httpReply, RECEIVED_AT } from './sample';

const ACCOUNTS = '/api/v5/wallet/account/accounts';
const DETAIL = '/api/v5/wallet/account/account-detail';

describe('planning a page', () => {
  it.each([
    ['the first of accounts', planListAccounts(), `${ACCOUNTS}?limit=100`],
    ['a later one of accounts', planListAccounts('a b&c'), `${ACCOUNTS}?limit=100&cursor=a%20b%26c`],
    ['the first of addresses', planAccountDetail('id 1'), `${DETAIL}?accountId=id%201&limit=100`],
    [
      'a later one of addresses',
      planAccountDetail('id', '100'),
      `${DETAIL}?accountId=id&limit=100&cursor=100`
    ]
  ])('asks for %s', (_, planned, target) => {
    expect(planned).toEqual({ method: 'GET', target, body: '', chains: null });
  });
});

describe('readAccounts', () => {
  const accounts = (data: unknown) => readAccounts(dataReply(data), RECEIVED_AT);

  it('distinguishes accounts from watch-only ones, and gives the cursor of the next page', () => {
    const page = {
      cursor: '2',
      accounts: [
        { accountId: 'a', accountType: '0' },
        { accountId: 'b', accountType: '1' },
        { accountId: 'c', accountType: 1 },
        { accountId: 'd' }
      ]
    };
    expect(accounts([page])).toEqual({
      items: [
        { accountId: 'a', isWatchOnly: false },
        { accountId: 'b', isWatchOnly: true },
        { accountId: 'c', isWatchOnly: true },
        { accountId: 'd', isWatchOnly: false }
      ],
      cursor: '2'
    });
  });

  it.each([
    ['', null],
    [null, null],
    [undefined, null],
    ['7', '7'],
    [7, '7']
  ])('reads the cursor %j as %j', (cursor, expected) => {
    expect(accounts([{ cursor, accounts: [{ accountId: 'a' }] }]).cursor).toBe(expected);
  });

  it('takes an empty page as the last one, whatever its cursor says', () => {
    expect(accounts([{ cursor: '7', accounts: [] }])).toEqual({ items: [], cursor: null });
    expect([accounts([]), accounts(null), accounts([{ accounts: null }])]).toEqual(
      Array(3).fill({ items: [], cursor: null })
    );
  });

  it('leaves out entries without an id, and still goes on to the next page', () => {
    const page = { cursor: '2', accounts: [null, {}, { accountId: '' }, { accountId: 7 }] };
    expect(accounts([page])).toEqual({ items: [], cursor: '2' });
  });

  it.each([[{}], ['none'], [[null]], [[{ accounts: 'none' }]], [[{ accounts: {} }]]])('refuses %j', data => {
    expect(failureFrom(dataReply(data), readAccounts).code).toBe('reply-damaged');
  });
});

describe('readAccountDetail', () => {
  const addresses = [
    { chainIndex: '1', address: '0xab', remark: 'mine' },
    { chainIndex: 501, address: 'So1' },
    { chainIndex: '1' },
    { address: '0xab' }
  ];
  const items = [
    { chainIndex: '1', address: '0xab' },
    { chainIndex: '501', address: 'So1' }
  ];

  it.each([{ cursor: '9' }, { cursur: '9' }, { cursor: '', cursur: '9' }, { cursor: '9', cursur: '8' }])(
    'reads addresses and the cursor of %j',
    spelled => {
      const reply = dataReply([{ ...spelled, addresses }]);
      expect(readAccountDetail(reply, RECEIVED_AT)).toEqual({ items, cursor: '9' });
    }
  );

  it('detects an account that does not exist', () => {
    const reply = httpReply(200, '{"code":"81001","msg":"Wallet not exist","data":[]}');
    expect(failureFrom(reply, readAccountDetail).code).toBe('account-unknown');
  });
});

import { describe, expect, it } from 'vitest';
import { planTotalValue, readTotalValue } from '../../../electron/okx/total-value';
import { ADDRESS_WALLET, dataReply, failureFrom, httpReply, RECEIVED_AT, WALLET } from './sample';

const ACCOUNT = `/api/v5/wallet/asset/total-value?accountId=${WALLET.accountId}`;
const ADDRESS = `/api/v6/dex/balance/total-value-by-address?address=${ADDRESS_WALLET.address}`;

describe('planTotalValue', () => {
  it.each([
    ['all', '0'],
    ['tokens', '1'],
    ['defi', '2']
  ] as const)('asks for %s as type %s, without risky tokens, with a switch in words', (assetType, number) => {
    expect(planTotalValue(WALLET, assetType, null)).toEqual({
      method: 'GET',
      target: `${ACCOUNT}&assetType=${number}&excludeRiskToken=true`,
      body: '',
      chains: null
    });
    expect(planTotalValue(ADDRESS_WALLET, assetType, null)).toEqual({
      method: 'GET',
      target: `${ADDRESS}&chains=1,8453&assetType=${number}&excludeRiskToken=true`,
      body: '',
      chains: ['1', '8453']
    });
  });

  it.each([WALLET, ADDRESS_WALLET])('limits $source to the requested chains', wallet => {
    const planned = planTotalValue(wallet, 'defi', ['8453', '1']);
    expect(planned.target).toContain('&chains=8453,1&');
    expect(planned.chains).toEqual(['8453', '1']);
  });
});

describe('readTotalValue', () => {
  it.each<[unknown, string]>([
    [
      [{ totalValue: '1172.895057177065864522056725846579939398' }],
      '1172.895057177065864522056725846579939398'
    ],
    [[{ totalValue: '0' }], '0'],
    [[{ totalValue: '1.5e-7' }], '0.00000015'],
    [[{ totalValue: '-12.50' }], '-12.5'],
    [[{ totalValue: '0.1' }, { totalValue: '0.2' }], '0.3'],
    [[], '0'],
    [null, '0']
  ])('reads %j as exactly %s', (data, expected) => {
    expect(readTotalValue(dataReply(data), RECEIVED_AT)).toBe(expected);
  });

  it('loses no digit of a value that came as a number', () => {
    const body = '{"code":0,"data":[{"totalValue": 1172.895057177065864522056725846579939398}]}';
    expect(readTotalValue(httpReply(200, body), RECEIVED_AT)).toBe(
      '1172.895057177065864522056725846579939398'
    );
  });

  it.each([
    [[{}]],
    [[{ totalValue: '' }]],
    [[{ totalValue: null }]],
    [[{ totalValue: 'n/a' }]],
    [[{ totalValue: '1e40' }]],
    [[{ totalValue: '9'.repeat(500) }]],
    [[null]],
    [{}],
    ['5']
  ])('refuses %j, because there is no value', data => {
    expect(failureFrom(dataReply(data), readTotalValue).code).toBe('reply-damaged');
  });

  it('recognises the refusal that was observed live', () => {
    const body = '{"code":"51000","msg":"totalValueByAddress.chains: Chain not support"}';
    expect(failureFrom(httpReply(200, body), readTotalValue).code).toBe('chain-unsupported');
  });
});

import { describe, expect, it } from 'vitest';
import { BITCOIN, ETHER, planPrices, planUsdCny, readPrices, readUsdCny } from '../../../electron/okx/rates';
import { dataReply, failureFrom, httpReply, RECEIVED_AT } from './sample';

describe('the rate of the yuan', () => {
  it('is requested without a key, whatever host the keys have', () => {
    const planned = { method: 'GET', target: '/api/v5/market/exchange-rate', headers: {}, body: '' };
    expect(planUsdCny()).toEqual({ ...planned, origin: 'https://www.okx.com' });
    expect(planUsdCny('http://127.0.0.1:1')).toEqual({ ...planned, origin: 'http://127.0.0.1:1' });
  });

  it.each([
    ['{"usdCny":"7.162"}', '7.162'],
    ['{"usdCny":"7.1620"}', '7.162'],
    ['{"usdCny":7.1620000000000000001}', '7.1620000000000000001']
  ])('is read from %s', (element, rate) => {
    expect(readUsdCny(httpReply(200, `{"code":"0","data":[${element}]}`), RECEIVED_AT)).toBe(rate);
  });

  it.each(['0', '', '-7.1', '0.14', '1', '100', '7162', 'n/a', 'NaN', '7,162', null, {}])(
    'is refused as invalid: %j',
    usdCny => {
      expect(failureFrom(dataReply([{ usdCny }]), readUsdCny).code).toBe('reply-damaged');
    }
  );

  it.each([[[]], [null], [{}], [[{}]], [[{ usdEur: '0.9' }]]])('is refused when absent: %j', data => {
    expect(failureFrom(dataReply(data), readUsdCny).code).toBe('reply-damaged');
  });
});

describe('planPrices', () => {
  it('plans a bare list, with the field name of the token that each family uses', () => {
    expect(planPrices('v5-account', [BITCOIN, ETHER])).toEqual({
      method: 'POST',
      target: '/api/v5/wallet/token/current-price',
      body: '[{"chainIndex":"0","tokenAddress":""},{"chainIndex":"1","tokenAddress":""}]',
      chains: null
    });
    expect(planPrices('v6-address', [ETHER])).toMatchObject({
      target: '/api/v6/dex/index/current-price',
      body: '[{"chainIndex":"1","tokenContractAddress":""}]'
    });
  });
});

describe('readPrices', () => {
  const quote = { chainIndex: '0', tokenAddress: '', time: '1724153197342', price: '96450.20' };
  const prices = (...quotes: unknown[]) => readPrices(dataReply(quotes), RECEIVED_AT);

  it('reads both families', () => {
    const { tokenAddress, ...rest } = quote;
    const expected = [{ ...BITCOIN, price: '96450.2', pricedAt: 1724153197342 }];
    expect(prices(quote)).toEqual(expected);
    expect(prices({ ...rest, tokenContractAddress: tokenAddress })).toEqual(expected);
  });

  it('loses no digit of a price that came as a number', () => {
    const body =
      '{"code":0,"data":[{"chainIndex":1,"tokenAddress":"","price":2790.1000000000000000001,"time":1}]}';
    expect(readPrices(httpReply(200, body), RECEIVED_AT)).toEqual([
      { ...ETHER, price: '2790.1000000000000000001', pricedAt: null }
    ]);
  });

  it.each([
    { price: '0' },
    { price: '' },
    { price: null },
    { price: '-1' },
    { price: 'n/a' },
    { price: '1e90' },
    { chainIndex: null },
    { tokenAddress: undefined }
  ])('leaves out a coin with %j and keeps the others', change => {
    expect(prices({ ...quote, ...change }, { ...quote, chainIndex: '1' })).toMatchObject([ETHER]);
  });

  it('finds no price in a success without data, and refuses data that is no list', () => {
    expect([prices(), readPrices(dataReply(null), RECEIVED_AT)]).toEqual([[], []]);
    expect(failureFrom(dataReply({ price: '1' }), readPrices).code).toBe('reply-damaged');
  });
});

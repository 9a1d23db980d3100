import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pastPriceService } from '../../../../electron/okx/prices/historical-prices';
import { Failure } from '../../../../shared/domain/failure';
import { dataReply, failureFrom, httpReply, RECEIVED_AT } from '../sample';

const { plan, read } = pastPriceService;
const ETHER = { chainIndex: '1', tokenAddress: '' };

describe('the request for past prices', () => {
  it('names the coin of a chain by an empty token, and has the most points that a reply holds', () => {
    const hours = { ...ETHER, period: '1h', begin: null, end: null } as const;
    expect(plan('v6-address', hours)).toEqual({
      method: 'GET',
      target: '/api/v6/dex/index/historical-price?chainIndex=1&tokenContractAddress=&limit=200&period=1h',
      body: '',
      chains: null
    });
    expect(plan('v5-account', hours).target).toBe(
      '/api/v5/wallet/token/historical-price?chainIndex=1&tokenAddress=&limit=200&period=1h'
    );
  });

  it('limits the span, lower-cases EVM addresses and encodes others', () => {
    const token = (tokenAddress: string) =>
      plan('v6-address', { chainIndex: '1', tokenAddress, period: '1d', begin: 1, end: 1700040600000 })
        .target;
    const usdc = '0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48';
    expect(token(usdc)).toBe(
      `/api/v6/dex/index/historical-price?chainIndex=1&tokenContractAddress=${usdc.toLowerCase()}&limit=200&begin=1&end=1700040600000&period=1d`
    );
    expect(token('0x2::sui::SUI&x=1')).toContain('=0x2%3A%3Asui%3A%3ASUI%26x%3D1&');
  });
});

describe('the reply with past prices', () => {
  const prices = (...points: unknown[]) => read(dataReply([{ cursor: '31', prices: points }]), RECEIVED_AT);
  const point = (time: unknown, price: unknown) => ({ time, price });

  it("is read from OKX's own sample, oldest first", () => {
    const body =
      '{"code":"0","msg":"","data":[{"cursor":"31","prices":[{"time":"1700040600000","price":"1994.430000000000000000"},{"time":"1700040300000","price":"1994.190000000000000000"}]}]}';
    expect(read(httpReply(200, body), RECEIVED_AT)).toEqual([
      { at: 1700040300000, price: '1994.19' },
      { at: 1700040600000, price: '1994.43' }
    ]);
  });

  it('keeps holes, and of two prices of a minute the later one', () => {
    expect(
      prices(
        point('1700040659000', '5'),
        point('1700040600000', '4'),
        point('1700037000000', ''),
        point('1700033400000', '3')
      )
    ).toEqual([
      { at: 1700033400000, price: '3' },
      { at: 1700040600000, price: '5' }
    ]);
  });

  it.each(['', '0', '-1', 'n/a', '1e90', null, {}, '1'.repeat(41)])('takes %j for no price', price => {
    expect(prices(point('1700040600000', price))).toEqual([]);
  });

  it.each([null, [], [{}], [{ prices: null }], [{ cursor: '31', prices: [] }]])(
    'has no point in %j',
    data => {
      expect(read(dataReply(data), RECEIVED_AT)).toEqual([]);
    }
  );

  it.each([{}, 'x', [null], [{ prices: {} }]])('is damaged when its data is %j', data => {
    expect(failureFrom(dataReply(data), read).code).toBe('reply-damaged');
  });

  it('loses no digit of numbers that are no text', () => {
    const body = '{"code":0,"data":[{"prices":[{"time":1700040600000,"price":0.000000000000000000123}]}]}';
    expect(read(httpReply(200, body), RECEIVED_AT)).toEqual([
      { at: 1700040600000, price: '0.000000000000000000123' }
    ]);
  });

  it('is read or refused, whatever comes', () => {
    const time = fc.oneof(fc.integer({ min: 0, max: 2e12 }), fc.string(), fc.constant('1700040600000'));
    const pointLike = fc.oneof(fc.record({ time, price: fc.oneof(fc.string(), fc.double()) }), fc.anything());
    const data = fc.oneof(
      fc.array(fc.oneof(fc.record({ prices: fc.array(pointLike) }), fc.anything())),
      fc.anything()
    );
    fc.assert(
      fc.property(data, whatever => {
        try {
          const points = read(dataReply(whatever), RECEIVED_AT);
          points.forEach(({ at, price }, index) => {
            expect(at % 60_000).toBe(0);
            expect(at).toBeGreaterThan(points[index - 1]?.at ?? -1);
            expect(Number(price)).toBeGreaterThan(0);
          });
        } catch (thrown) {
          if (!(thrown instanceof Failure)) throw thrown;
        }
      })
    );
  });
});

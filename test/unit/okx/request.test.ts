import { describe, expect, it } from 'vitest';
import { blocksOf, planAccountRequests, targetOf } from '../../../electron/okx/request';
import { WALLET } from './sample';

const PATH = '/api/v5/wallet/asset/wallet-all-token-balances';

function indexes(count: number): string[] {
  return Array.from({ length: count }, (_, index) => String(index));
}

describe('planAccountRequests', () => {
  it('asks once for every chain when the wallet names none', () => {
    expect(planAccountRequests(WALLET)).toEqual([
      { method: 'GET', target: `${PATH}?accountId=${WALLET.accountId}&filter=1`, body: '', chains: null }
    ]);
  });

  it('lists chains with raw commas and asks for risky tokens too', () => {
    const [request] = planAccountRequests({ ...WALLET, chains: ['1', '56', '0'] });
    expect(request).toMatchObject({
      target: `${PATH}?accountId=${WALLET.accountId}&chains=1,56,0&filter=1`,
      chains: ['1', '56', '0']
    });
  });

  it('encodes an account id that would change the query', () => {
    const [request] = planAccountRequests({ ...WALLET, accountId: 'a&chains=1 +/?#,é' });
    expect(request!.target).toBe(`${PATH}?accountId=a%26chains%3D1%20%2B%2F%3F%23%2C%C3%A9&filter=1`);
  });

  it('asks for a chain once however often the wallet lists it', () => {
    expect(planAccountRequests({ ...WALLET, chains: ['1', '56', '1'] })[0]!.chains).toEqual(['1', '56']);
  });

  it('names in each request the chains that its query lists', () => {
    const requests = planAccountRequests({ ...WALLET, chains: indexes(120) });
    expect(requests.flatMap(request => request.chains)).toEqual(indexes(120));
    for (const request of requests) expect(request.target).toContain(`&chains=${request.chains!.join(',')}&`);
  });
});

describe('blocksOf', () => {
  it.each([
    [1, [1]],
    [50, [50]],
    [51, [26, 25]],
    [100, [50, 50]],
    [101, [34, 34, 33]],
    [500, Array(10).fill(50)]
  ])('splits %i chains into the fewest, even blocks', (count, sizes) => {
    const blocks = blocksOf(indexes(count));
    expect(blocks.map(block => block.length).sort((a, b) => b - a)).toEqual(sizes);
    expect(blocks.flat()).toEqual(indexes(count));
  });
});

describe('targetOf', () => {
  it('leaves out empty values, and the question mark when none is left', () => {
    expect(
      targetOf('/p', [
        ['a', '1'],
        ['b', ''],
        ['c', '2']
      ])
    ).toBe('/p?a=1&c=2');
    expect(targetOf('/p', [['b', '']])).toBe('/p');
  });
});

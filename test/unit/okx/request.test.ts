import { describe, expect, it } from 'vitest';
import { planGet, planPost, targetOf } from '../../../electron/okx/request';

describe('get and post', () => {
  it('put the query into the target and the JSON into the body, and leave the other one empty', () => {
    expect(planGet('/p', [['a', '1,2']], ['1', '2'])).toEqual({
      method: 'GET',
      target: '/p?a=1,2',
      body: '',
      chains: ['1', '2']
    });
    expect(planPost('/p', [{ b: 'é"' }])).toEqual({
      method: 'POST',
      target: '/p',
      body: '[{"b":"é\\""}]',
      chains: null
    });
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

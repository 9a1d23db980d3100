import { describe, expect, it } from 'vitest';
import { grouped, unsupportedNotice, unverifiedNotice } from '../../../electron/core/announce';
import { holdingOf, NOW, usdc } from '../../fakes/holdings';

const notice = (title: string, body: string) => ({ at: NOW, title, body, holdingId: null });

describe('the notice of unsupported chains', () => {
  it('names all of them and the wallet', () => {
    expect(unsupportedNotice(['OKTC', 'Kroma'], 'Cold wallet', NOW)).toEqual({
      at: NOW,
      title: 'OKX does not support OKTC, Kroma',
      body: 'Cold wallet · not counted, asked again once a day',
      holdingId: null
    });
  });

  it('is not made of nothing', () => expect(unsupportedNotice([], 'Cold wallet', NOW)).toBe(null));
});

describe('the notice of held-back tokens', () => {
  const held = usdc({ isUnverified: true });
  const other = usdc({ tokenAddress: '0xother', symbol: 'FREE', isUnverified: true });

  it('names the first, counts the others, and leads to it', () => {
    expect(unverifiedNotice([], [holdingOf(), held], NOW)).toMatchObject({
      title: 'USDC not counted yet',
      holdingId: held.id
    });
    expect(unverifiedNotice([], [held, other], NOW)?.title).toBe('USDC and 1 more not counted yet');
  });

  it('is given once for each token', () => {
    expect(unverifiedNotice([held], [held], NOW)).toBe(null);
    expect(unverifiedNotice([held], [held, other], NOW)?.title).toBe('FREE not counted yet');
    expect(unverifiedNotice([], [holdingOf(), usdc()], NOW)).toBe(null);
  });
});

describe('the notices of a round', () => {
  it('become one, with the titles of the others as lines', () => {
    const all = [null, notice('A', 'a'), null, notice('B', 'b'), notice('C', 'c')];
    expect(grouped(all)).toEqual(notice('A', 'a\nB\nC'));
  });

  it('of which there are none are none', () => expect(grouped([null, null])).toBe(null));
});

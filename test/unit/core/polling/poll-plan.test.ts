import { describe, expect, it } from 'vitest';
import { planLook, planPoll, type PollWish } from '../../../../electron/core/polling/poll-plan';
import { nextGroup } from '../../../../electron/core/polling/chain-bisection';
import { chainFamily } from '../../../../electron/okx/chains';
import type { Part } from '../../../../shared/schema/snapshot';
import type { Wallet, WalletOf } from '../../../../shared/schema/wallet';
import { DAY_MS, HOUR_MS, NOW, walletOf } from '../../../fakes/holdings';

const named = (count: number) => Array.from({ length: count }, (_, index) => `${index + 1}`);
const part = (chainIndex: string, unsupportedAt?: number): Part => ({
  chainIndex,
  answeredAt: null,
  failure: null,
  ...(unsupportedAt === undefined ? {} : { unsupportedAt })
});
const byAddress = (chains: string[]): WalletOf<'v6-address'> => ({
  id: 'w6',
  name: 'Address',
  keyId: 'k1',
  source: 'v6-address',
  address: '0xa03400e098f4421b34a3a44a1b4e571419517687',
  chains
});
const plan = (wallet: Wallet, parts: Part[] = [], remaining: string[] | null = null, now = NOW) =>
  planPoll(wallet, { parts, refused: [], familyOf: chainFamily }, { priority: 'round', remaining }, now);
const groups = (...given: Parameters<typeof plan>) => plan(...given).bisection.open;

describe('the poll plan of a wallet', () => {
  it('without chosen chains is one request for every chain', () => {
    expect(groups(walletOf())).toEqual([['*']]);
  });

  it.each([
    [1, [1]],
    [50, [50]],
    [51, [26, 25]],
    [73, [37, 36]],
    [100, [50, 50]],
    [101, [34, 34, 33]]
  ])('with %i chains has groups of %j', (count, sizes) => {
    const polled = groups(walletOf({ chains: named(count) }));
    expect(polled.map(({ length }) => length)).toEqual(sizes);
    expect(polled.flat()).toEqual(named(count));
  });

  it('requests an address by chain family, and an account all at once', () => {
    const chains = ['1', '501', '8453', '0', '999999'];
    expect(groups(byAddress(chains))).toEqual([['1', '8453', '999999'], ['501'], ['0']]);
    expect(groups(walletOf({ chains }))).toEqual([chains]);
  });

  it('contains a chain only once when it is entered twice', () => {
    expect(groups(walletOf({ chains: ['1', '56', '1'] }))).toEqual([['1', '56']]);
  });

  it('may send 16 requests more than it has groups', () => {
    expect(plan(walletOf({ chains: named(73) })).maxRequests).toBe(2 + 16);
  });
});

describe('a chain that OKX does not support', () => {
  const wallet = walletOf({ chains: ['1', '56', '66'] });
  const parts = [part('1'), part('56'), part('66', NOW)];

  it('is not polled for a day', () => {
    expect(groups(wallet, parts, null, NOW + DAY_MS - 1)).toEqual([['1', '56']]);
  });

  it('is polled again after a day, alone, after all others', () => {
    expect(groups(wallet, parts, null, NOW + DAY_MS)).toEqual([['1', '56'], ['66']]);
  });

  it('is polled, alone, when the person refreshes', () => {
    const known = { parts, refused: [], familyOf: chainFamily };
    const wish: PollWish = { priority: 'person', asksUnsupported: true };
    const { bisection, priority } = planPoll(wallet, known, wish, NOW + 1);
    expect(bisection.open).toEqual([['1', '56'], ['66']]);
    expect(priority).toBe('person');
  });

  it('is polled again when the clock was set back to before it was refused', () => {
    expect(groups(wallet, parts, null, NOW - HOUR_MS)).toEqual([['1', '56'], ['66']]);
  });

  it('leaves nothing to poll when it is the only chain', () => {
    const { bisection } = plan(walletOf({ chains: ['66'] }), [part('66', NOW)]);
    expect(nextGroup(bisection)).toBe(null);
  });
});

describe('a chain that was answered before and is refused now', () => {
  const wallet = walletOf({ chains: ['1', '56', '66'] });
  const answeredPart = (chainIndex: string): Part => ({ chainIndex, answeredAt: NOW, failure: null });
  const known = { parts: wallet.chains.map(answeredPart), refused: ['66'], familyOf: chainFamily };

  it('is asked in each poll, alone, so that it makes no other request fail', () => {
    const { bisection } = planPoll(wallet, known, { priority: 'round' }, NOW);
    expect(bisection.open).toEqual([['1', '56'], ['66']]);
  });

  it('is not searched for in the group in which it was found', () => {
    const { bisection } = planPoll(wallet, known, { priority: 'round', remaining: ['56', '66'] }, NOW);
    expect(bisection.failingGroup).toBe(null);
    expect(bisection.open).toEqual([['1'], ['66'], ['56']]);
  });

  it('is asked as any other unsupported chain once it is taken for one', () => {
    const parts = [answeredPart('1'), answeredPart('56'), part('66', NOW)];
    const { bisection } = planPoll(wallet, { ...known, parts }, { priority: 'round' }, NOW);
    expect(bisection.open).toEqual([['1', '56']]);
  });

  it('is asked alone by a look too, which searches for no unsupported chain', () => {
    const look = planLook(wallet, known, ['56', '66', '1']);
    expect(look.bisection.open).toEqual([['56', '1'], ['66']]);
    expect([look.maxRequests, look.priority]).toEqual([2, 'look']);
  });

  it('is a failure of the wallet with all its other chains only where the whole wallet is asked', () => {
    expect(planPoll(wallet, known, { priority: 'round' }, NOW).wholeWallet).toEqual(wallet.chains);
    expect(planLook(wallet, known, ['56', '66', '1']).wholeWallet).toEqual(wallet.chains);
    expect(planLook(wallet, known, ['66']).wholeWallet).toEqual([]);
    expect(plan(wallet, [part('1')]).wholeWallet).toEqual([]);
  });
});

describe('a bisection that the last round did not finish', () => {
  const wallet = walletOf({ chains: named(10) });

  it('continues first, and the other chains of the wallet are polled after it', () => {
    const { bisection } = plan(wallet, [], ['3', '4', '5', '6']);
    expect(bisection.failingGroup).toEqual(['3', '4', '5', '6']);
    expect(bisection.open).toEqual([['1', '2', '7', '8', '9', '10']]);
  });

  it('forgets chains that the wallet no longer has, and chains found to be unsupported meanwhile', () => {
    const { bisection } = plan(wallet, [part('3', NOW)], ['3', '4', '99', '5']);
    expect(bisection.failingGroup).toEqual(['4', '5']);
  });

  it('of one chain is a request like any other, because the failure may have had another cause', () => {
    const { bisection } = plan(wallet, [], ['4', '99']);
    expect(bisection.failingGroup).toBe(null);
    expect(bisection.open.at(-1)).toEqual(['4']);
    expect(bisection.open.flat().sort()).toEqual([...wallet.chains].sort());
  });
});

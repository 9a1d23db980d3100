import { describe, expect, it } from 'vitest';
import {
  updateSnapshot,
  emptySnapshot,
  fitSnapshot
} from '../../../../electron/core/snapshots/update-snapshot';
import { partOf } from '../../../../electron/core/snapshots/chain-parts';
import type { WalletSnapshot } from '../../../../shared/schema/snapshot';
import {
  answered,
  answerOf,
  failed,
  holdingOf,
  MINUTE_MS,
  NOW,
  outcomeOf,
  refusalOf,
  usdc,
  walletOf
} from '../../../fakes/holdings';

const LATER = NOW + MINUTE_MS;
const eth = holdingOf();
const bnb = holdingOf({ chainIndex: '56', symbol: 'BNB' });
const all = walletOf();
const two = walletOf({ chains: ['1', '56'] });
const first = (wallet = all, holdings = [eth, bnb]) =>
  updateSnapshot(
    emptySnapshot(wallet),
    outcomeOf([answerOf(holdings, { chains: wallet.chains.length > 0 ? [...wallet.chains] : null })]),
    NOW
  );
const symbols = ({ holdings }: WalletSnapshot) => holdings.map(({ symbol }) => symbol).sort();
const ageOf = ({ parts }: WalletSnapshot, chainIndex: string) => partOf(parts, chainIndex)?.answeredAt;

describe('an answer', () => {
  it('replaces the previous holdings, and clears the failure', () => {
    const failing = updateSnapshot(first(), failed('timeout'), NOW);
    const next = updateSnapshot(failing, answered([usdc()], LATER), LATER);
    expect(symbols(next)).toEqual(['USDC']);
    expect(next).toMatchObject({
      failure: null,
      parts: [{ chainIndex: '*', answeredAt: LATER, failure: null }]
    });
  });

  it('makes the wallet empty if it is empty', () => {
    expect(updateSnapshot(first(), answered([], LATER), LATER).holdings).toEqual([]);
  });

  it('adds no holding of a chain that was not requested', () => {
    const next = updateSnapshot(first(two), outcomeOf([answerOf([eth, usdc()], { chains: ['1'] })]), LATER);
    expect(symbols(next)).toEqual(['BNB', 'ETH']);
  });

  it('reuses an unknown price by the time of the answer of its own chain, not of another chain', () => {
    const old = first(two);
    const newer = updateSnapshot(old, outcomeOf([answerOf([bnb], { chains: ['56'], at: LATER })]), LATER);
    const unknown = [
      { ...eth, price: null },
      { ...bnb, price: null }
    ];
    const next = updateSnapshot(newer, outcomeOf([answerOf(unknown, { chains: ['1', '56'] })]), LATER + 1);
    expect(next.holdings.map(({ priceKeptSince }) => priceKeptSince)).toEqual([NOW, LATER]);
  });
});

describe('a failure', () => {
  it('keeps every holding with its age, and stores the reason', () => {
    const next = updateSnapshot(first(), failed('timeout'), LATER);
    expect(next.holdings).toEqual(first().holdings);
    expect(next.parts).toEqual([{ chainIndex: '*', answeredAt: NOW, failure: 'timeout' }]);
    expect(next.failure).toMatchObject({ code: 'timeout', since: LATER, at: LATER });
  });

  it('has the time of the first in a row of failures, whatever their codes', () => {
    const one = updateSnapshot(first(), failed('timeout'), NOW);
    const other = updateSnapshot(one, failed('offline'), LATER);
    expect(other.failure).toMatchObject({ code: 'offline', since: NOW, at: LATER });
    const healed = updateSnapshot(other, answered([eth]), LATER);
    expect(updateSnapshot(healed, failed('offline'), LATER + 1).failure?.since).toBe(LATER + 1);
  });

  it('of some chains leaves the other chains fresh', () => {
    const outcome = outcomeOf(
      [answerOf([{ ...eth, balance: '2' }], { chains: ['1'], at: LATER })],
      [refusalOf('timeout', ['56'])]
    );
    const next = updateSnapshot(first(two), outcome, LATER);
    expect(symbols(next)).toEqual(['BNB', 'ETH']);
    expect(next.parts).toEqual([
      { chainIndex: '1', answeredAt: LATER, failure: null },
      { chainIndex: '56', answeredAt: NOW, failure: 'timeout' }
    ]);
    expect(next.failure?.code).toBe('timeout');
  });

  it('that stops polling is shown before one that does not', () => {
    const outcome = outcomeOf([], [refusalOf('chain-unsupported', ['1']), refusalOf('key-unknown', ['56'])]);
    expect(updateSnapshot(first(two), outcome, LATER).failure?.code).toBe('key-unknown');
  });
});

describe('a damaged chain', () => {
  const damaged = outcomeOf([answerOf([eth, { ...bnb, balance: '9' }], { damaged: ['56'], at: LATER })]);

  it('keeps its last holdings unchanged', () => {
    const next = updateSnapshot(first(), damaged, LATER);
    expect(next.holdings.filter(({ chainIndex }) => chainIndex === '56')).toEqual([bnb]);
    expect(next.failure?.code).toBe('reply-damaged');
  });

  it('of a reply for every chain is a separate part, with its own age, until it is answered', () => {
    const next = updateSnapshot(first(), damaged, LATER);
    expect(next.parts).toEqual([
      { chainIndex: '*', answeredAt: LATER, failure: null },
      { chainIndex: '56', answeredAt: NOW, failure: 'reply-damaged' }
    ]);
    const again = updateSnapshot(next, damaged, LATER + 1);
    expect(again.parts).toHaveLength(2);
    expect(ageOf(again, '56')).toBe(NOW);
    const healed = updateSnapshot(again, answered([eth, { ...bnb, balance: '9' }], LATER + 2), LATER + 2);
    expect(healed.parts).toHaveLength(1);
    expect(healed.holdings.find(({ symbol }) => symbol === 'BNB')?.balance).toBe('9');
  });

  it('has no age if it was never answered', () => {
    expect(ageOf(updateSnapshot(emptySnapshot(all), damaged, LATER), '56')).toBe(null);
  });

  it('stays its own part if the wallet names its chains', () => {
    const outcome = outcomeOf([answerOf([eth], { chains: ['1', '56'], damaged: ['56'], at: LATER })]);
    expect(updateSnapshot(first(two), outcome, LATER).parts).toEqual([
      { chainIndex: '1', answeredAt: LATER, failure: null },
      { chainIndex: '56', answeredAt: NOW, failure: 'reply-damaged' }
    ]);
  });
});

describe('a wallet with a changed query', () => {
  it('starts with an empty snapshot when it has another account, or was never polled', () => {
    expect(fitSnapshot(first(), walletOf({ accountId: 'b' }))).toEqual(
      emptySnapshot(walletOf({ accountId: 'b' }))
    );
    expect(fitSnapshot(undefined, all)).toEqual(emptySnapshot(all));
  });

  it('stays as it is when nothing changed', () => {
    const snapshot = updateSnapshot(first(), failed('timeout'), NOW);
    expect(fitSnapshot(snapshot, { ...all, name: 'Other', keyId: 'k2' })).toBe(snapshot);
  });

  it('keeps the chains that remain, and a new chain waits for its first answer', () => {
    const next = fitSnapshot(first(two), walletOf({ chains: ['1', '8453'] }));
    expect(symbols(next)).toEqual(['ETH']);
    expect(next.parts).toEqual([
      { chainIndex: '1', answeredAt: NOW, failure: null },
      { chainIndex: '8453', answeredAt: null, failure: null }
    ]);
  });

  it('keeps the holdings of an answer for every chain when it names single chains', () => {
    const next = fitSnapshot(first(), two);
    expect(symbols(next)).toEqual(['BNB', 'ETH']);
    expect(next.parts.map(({ answeredAt }) => answeredAt)).toEqual([NOW, NOW]);
  });

  it('keeps its single chains with their ages while every chain waits for its first answer', () => {
    const next = fitSnapshot(first(two), all);
    expect(symbols(next)).toEqual(['BNB', 'ETH']);
    expect([ageOf(next, '1'), ageOf(next, '56'), ageOf(next, '8453')]).toEqual([NOW, NOW, null]);
    expect(updateSnapshot(next, answered([eth], LATER), LATER).parts).toEqual([
      { chainIndex: '*', answeredAt: LATER, failure: null }
    ]);
  });
});

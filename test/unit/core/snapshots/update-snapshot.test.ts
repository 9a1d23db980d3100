import { describe, expect, it } from 'vitest';
import {
  updateSnapshot,
  emptySnapshot,
  fitSnapshot
} from '../../../../electron/core/snapshots/update-snapshot';
import { partOf } from '../../../../electron/core/snapshots/chain-parts';
import type { UnreadableRow } from '../../../../electron/core/ports/ports';
import type { Holding } from '../../../../shared/schema/holding';
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

describe('a row that cannot be read', () => {
  const token = usdc({ chainIndex: '1' });
  const held = () => first(all, [eth, token, bnb]);
  const stale = (holding: Holding) => ({ ...holding, isStale: true });
  const next = (rows: readonly Holding[], ...unreadable: UnreadableRow[]) =>
    updateSnapshot(held(), outcomeOf([answerOf(rows, { unreadable, at: LATER })]), LATER);
  const about = { chainIndex: '1', token: token.tokenAddress, address: token.address };

  it('leaves the holding that it is about its last value, stale by itself', () => {
    const { holdings, parts, failure } = next([{ ...eth, balance: '2' }, bnb], about);
    expect(holdings).toEqual([{ ...eth, balance: '2' }, bnb, stale(token)]);
    expect(parts).toEqual([{ chainIndex: '*', answeredAt: LATER, failure: null, unreadableRows: 1 }]);
    expect(failure).toBe(null);
  });

  it('harms no other holding: what is absent beside it is missing', () => {
    expect(next([eth], about).holdings).toEqual([eth, stale(token)]);
  });

  it('changes nothing for a holding with another row that can be read', () => {
    expect(next([eth, { ...token, balance: '7' }, bnb], about).holdings).toEqual([
      eth,
      { ...token, balance: '7' },
      bnb
    ]);
  });

  it.each<[string, UnreadableRow, Holding[]]>([
    ['at an address that is not read', { ...about, address: null }, [token]],
    ['at another address', { ...about, address: '0xb' }, []],
    [
      'at an address, of a chain that is not read',
      { ...about, chainIndex: null, token: null },
      [eth, token, bnb]
    ],
    ['of the coin', { ...about, token: '' }, [eth]],
    ['of a token that is not read', { ...about, token: null }, [eth, token]],
    ['of nothing that is read but the address', { ...about, token: null, address: '0xb' }, []],
    ['on a chain that is not read', { chainIndex: null, token: null, address: null }, [eth, token, bnb]],
    ['on another chain', { chainIndex: '10', token: null, address: null }, []]
  ])('%s keeps what it may be about', (_, row, kept) => {
    expect(next([], row).holdings).toEqual(kept.map(stale));
  });

  it('keeps what is known without an address', () => {
    const unnamed = { ...token, address: '' };
    const answer = answerOf([], { unreadable: [about] });
    expect(updateSnapshot(first(all, [unnamed]), outcomeOf([answer]), LATER).holdings).toEqual([
      stale(unnamed)
    ]);
  });

  it('is about no holding of another address, whatever signs that address has', () => {
    const odd = { ...eth, id: 'w:1:*:', address: '*' };
    const answer = answerOf([], { unreadable: [{ chainIndex: null, token: null, address: 'b' }] });
    expect(updateSnapshot(first(all, [odd]), outcomeOf([answer]), LATER).holdings).toEqual([]);
  });

  it('is told by the part of its chain, or by the first one', () => {
    const rows = [about, { ...about, chainIndex: '56' }, { ...about, chainIndex: null }];
    const answer = answerOf([], { chains: ['1', '56'], unreadable: rows, at: LATER });
    expect(updateSnapshot(first(two), outcomeOf([answer]), LATER).parts).toEqual([
      { chainIndex: '1', answeredAt: LATER, failure: null, unreadableRows: 2 },
      { chainIndex: '56', answeredAt: LATER, failure: null, unreadableRows: 1 }
    ]);
  });

  it('is forgotten with the next answer that can be read', () => {
    const again = updateSnapshot(next([eth, bnb], about), answered([eth, token, bnb], LATER + 1), LATER + 1);
    expect(again.holdings).toEqual([eth, token, bnb]);
    expect(again.parts).toEqual([{ chainIndex: '*', answeredAt: LATER + 1, failure: null }]);
  });

  it('keeps no holding of a chain that was not asked', () => {
    const answer = answerOf([], { chains: ['1'], unreadable: [{ ...about, chainIndex: null, token: null }] });
    expect(updateSnapshot(first(two), outcomeOf([answer]), LATER).holdings).toEqual([bnb, stale(eth)]);
  });
});

describe('a chain that an older version kept as a part of its own', () => {
  it('is part of the next answer for every chain', () => {
    const parts = [
      ...first().parts,
      { chainIndex: '56', answeredAt: NOW, failure: 'reply-damaged' as const }
    ];
    expect(updateSnapshot({ ...first(), parts }, answered([eth], LATER), LATER).parts).toHaveLength(1);
  });
});

describe('an exact amount', () => {
  const exact = holdingOf({ balance: '0.121705246542118738', decimals: 18 });
  const rounded = holdingOf({ balance: '0.12170524654211874' });
  const after = (...answers: Holding[][]) =>
    answers.reduce((last, rows) => updateSnapshot(last, answered(rows), NOW), emptySnapshot(all));

  it('stays while the answers have only its rounding', () => {
    const one = after([exact]);
    expect(updateSnapshot(one, answered([rounded]), NOW).holdings[0]).toBe(one.holdings[0]);
  });

  it('is replaced by another exact one, and by an amount that is not its rounding', () => {
    for (const next of [{ ...exact, balance: '0.121705246542118741' }, holdingOf({ balance: '0.1217' })])
      expect(after([exact], [next]).holdings).toEqual([next]);
  });

  it('takes the place of its rounding', () => {
    expect(after([rounded], [exact]).holdings).toEqual([exact]);
  });

  it('of another size with the same decimals makes them those of the token', () => {
    const other = { ...exact, balance: '3' };
    expect(after([exact], [exact])).not.toHaveProperty('decimals');
    expect(after([exact], [{ ...other, decimals: 6 }])).not.toHaveProperty('decimals');
    expect(after([exact], [other]).decimals).toEqual({ '1/': 18 });
    expect(after([exact], [other], [], [rounded]).decimals).toEqual({ '1/': 18 });
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

// Tests what the portfolio shows of doubts and of what needs the person's OK.
import { describe, expect, it } from 'vitest';
import { emptyRowMemory } from '../../../../electron/core/portfolio/holding-rows';
import { portfolioOf, type PortfolioInput } from '../../../../electron/core/portfolio/portfolio';
import { askedHoldings } from '../../../../electron/core/report/doubts';
import { emptySnapshot, updateSnapshot } from '../../../../electron/core/snapshots/update-snapshot';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../../shared/domain/durations';
import type { Holding } from '../../../../shared/schema/holding';
import type { Part } from '../../../../shared/schema/snapshot';
import type { Statement } from '../../../../shared/schema/verification';
import { doubtedOf, doubtOf, memoryDoubting, memoryOf } from '../../../fakes/doubts';
import { answered, holdingOf, NOW, RULE, usdc, walletOf } from '../../../fakes/holdings';

const eth = holdingOf({ balance: '8', price: '2650' });
const coin = usdc({ balance: '5000' });
const link = usdc({ tokenAddress: '0x1', symbol: 'LINK', balance: '500', price: '14' });

function portfolio(
  change: Partial<PortfolioInput> = {},
  holdings: Holding[] = [eth, coin],
  parts?: Part[],
  now = NOW + MINUTE_MS
) {
  const wallet = walletOf({ chains: parts?.map(({ chainIndex }) => chainIndex) ?? [] });
  const snapshot = updateSnapshot(emptySnapshot(wallet), answered(holdings), NOW);
  return portfolioOf(
    {
      wallets: [wallet],
      snapshots: [{ ...snapshot, ...(parts && { parts }) }],
      rule: RULE,
      staleAfterMs: HOUR_MS,
      baseline: null,
      latest: null,
      ...change
    },
    now
  );
}
const said = (change: Partial<Statement>): Statement => ({
  balance: '0',
  price: '1',
  isRisky: false,
  ...change
});

describe('a doubt', () => {
  it('shows what it is about, its worth, and how long answers agreed', () => {
    const verification = memoryDoubting(coin.id, 'missing', { doubted: { agreedMs: 90_000, worth: '5000' } });
    const { doubts, total, isStale, holdings } = portfolio({ verification });
    expect(doubts).toEqual([
      {
        id: 'd1',
        kind: 'missing',
        walletId: 'w1',
        chainIndex: '8453',
        holdingIds: [coin.id],
        symbols: ['USDC'],
        amount: '5000',
        worth: '5000',
        since: NOW,
        agreedMs: 90_000,
        neededMs: 10 * MINUTE_MS,
        isShown: true
      }
    ]);
    expect(total).toBe('26200');
    expect(isStale).toBe(false);
    expect(holdings.map(row => row.doubtId)).toEqual([undefined, 'd1']);
  });

  it('is about the difference of an amount that changes, also of a token that is not listed yet', () => {
    const leap = { doubted: { last: said({ balance: '5000000000' }), worth: '4999995000' } };
    const [changed] = portfolio({ verification: memoryDoubting(coin.id, 'leap-of-amount', leap) }).doubts;
    expect(changed).toMatchObject({ amount: '4999995000', neededMs: 15_000 });
    const [arrived] = portfolio({
      verification: memoryDoubting('w1/1/a/0xnew', 'leap-of-amount', leap)
    }).doubts;
    expect(arrived).toMatchObject({ amount: '5000000000', chainIndex: '1', holdingIds: ['w1/1/a/0xnew'] });
  });

  it('has no amount where only a price or a mark is in doubt', () => {
    for (const holds of [['price' as const], ['risk' as const]]) {
      const verification = memoryDoubting(coin.id, 'leap-of-price', { doubted: { holds } });
      expect(portfolio({ verification }).doubts[0]).toMatchObject({ amount: null });
    }
  });

  it('about several holdings adds up their worth, names the largest first, and waits for the slowest', () => {
    const verification = memoryOf({
      doubts: { d1: doubtOf() },
      doubted: {
        [coin.id]: doubtedOf({ worth: '5000', agreedMs: 9 * MINUTE_MS }),
        [link.id]: doubtedOf({ symbol: 'LINK', worth: '7000', agreedMs: 5 * MINUTE_MS })
      }
    });
    expect(portfolio({ verification }, [eth, coin, link]).doubts).toMatchObject([
      { symbols: ['LINK', 'USDC'], amount: null, worth: '12000', agreedMs: 5 * MINUTE_MS, chainIndex: '8453' }
    ]);
  });

  it('about something missing and what arrived for it counts the money once, and needs 15 s', () => {
    const verification = memoryOf({
      doubts: { d1: doubtOf({ isPaired: true }) },
      doubted: {
        [link.id]: doubtedOf({
          symbol: 'LINK',
          kind: 'leap-of-amount',
          worth: '4900',
          first: said({ balance: '350' })
        }),
        [coin.id]: doubtedOf({ worth: '5000' })
      }
    });
    expect(portfolio({ verification }).doubts).toMatchObject([
      { worth: '5000', symbols: ['USDC', 'LINK'], holdingIds: [coin.id, link.id], neededMs: 15_000 }
    ]);
  });

  it('is not shown below 1 % of the total, nor when it is quiet', () => {
    const shown = (worth: string, isQuiet = false) =>
      portfolio({
        verification: memoryDoubting(coin.id, 'missing', { doubt: { isQuiet }, doubted: { worth } })
      }).doubts[0]?.isShown;
    expect([shown('262'), shown('261.99'), shown('5000', true)]).toEqual([true, false, false]);
  });

  it('comes in the order of worth, and is left out with its wallet', () => {
    const verification = memoryOf({
      doubts: { small: doubtOf(), other: doubtOf({ walletId: 'w2' }), large: doubtOf() },
      doubted: {
        [coin.id]: doubtedOf({ doubtId: 'small', worth: '5000' }),
        [eth.id]: doubtedOf({ doubtId: 'large', symbol: 'ETH', worth: '21200' }),
        'w2/1/a/': doubtedOf({ doubtId: 'other' })
      }
    });
    expect(portfolio({ verification }).doubts.map(({ id }) => id)).toEqual(['large', 'small']);
  });
});

describe('a chain that OKX says nothing of', () => {
  const since = NOW - 20 * MINUTE_MS;

  it('is stale, and with it the total, as old as the doubt', () => {
    const verification = memoryDoubting(coin.id, 'silent-chain', { doubt: { since } });
    const { isStale, takenAt, chains, wallets, holdings, partsAnswered } = portfolio({ verification });
    expect({ isStale, takenAt, partsAnswered }).toEqual({ isStale: true, takenAt: since, partsAnswered: 0 });
    expect(chains.map(chain => [chain.chainIndex, chain.isStale, chain.takenAt])).toEqual([
      ['1', false, NOW],
      ['8453', true, since]
    ]);
    expect(wallets).toMatchObject([{ isStale: true, takenAt: since }]);
    expect(holdings.map(row => row.isStale)).toEqual([false, true]);
  });

  it('leaves the other chains of a wallet that names its chains answered', () => {
    const parts = ['1', '8453'].map(chainIndex => ({ chainIndex, answeredAt: NOW, failure: null }));
    const verification = memoryDoubting(coin.id, 'silent-chain', { doubt: { since } });
    expect(portfolio({ verification }, [eth, coin], parts)).toMatchObject({
      isStale: true,
      partsAnswered: 1,
      partsExpected: 2
    });
  });

  it('is expected and counted while it is refused, for a day if anything on it counts', () => {
    const parts = [
      { chainIndex: '1', answeredAt: NOW, failure: null },
      { chainIndex: '8453', answeredAt: NOW, failure: null, unsupportedAt: NOW }
    ];
    const verification = memoryOf({
      doubts: { d1: doubtOf({ kind: 'refused-chain', since }) },
      refusedChains: { 'w1/8453': { doubtId: 'd1', agreedMs: 7, answers: 1, answeredAt: NOW, worth: '5000' } }
    });
    const counted = portfolio({ verification }, [eth, coin], parts);
    expect(counted).toMatchObject({ isStale: true, partsAnswered: 1, partsExpected: 2, total: '26200' });
    expect(counted.doubts).toMatchObject([
      {
        kind: 'refused-chain',
        worth: '5000',
        chainIndex: '8453',
        agreedMs: 7,
        neededMs: DAY_MS,
        symbols: ['USDC']
      }
    ]);
    expect(counted.holdings.map(row => [row.doubtId, row.isStale])).toEqual([
      [undefined, false],
      ['d1', true]
    ]);
    const worthless = {
      ...verification,
      refusedChains: { 'w1/8453': { doubtId: 'd1', agreedMs: 7, answers: 1, answeredAt: NOW, worth: '0' } }
    };
    expect(portfolio({ verification: worthless }, [eth], parts).doubts).toMatchObject([
      { worth: '0', neededMs: 10 * MINUTE_MS, chainIndex: '8453', holdingIds: [] }
    ]);
  });
});

it('a row that could not be read is stale by itself: its chain and the total stay fresh', () => {
  const { isStale, chains, holdings } = portfolio({}, [eth, { ...coin, isStale: true }]);
  expect(isStale).toBe(false);
  expect(chains.map(chain => chain.isStale)).toEqual([false, false]);
  expect(holdings.map(row => row.isStale)).toEqual([false, true]);
});

describe('what needs the OK of the person', () => {
  const waits = { ...link, isUnverified: true };

  it('is counted, with all that the answers say of it', () => {
    const verification = memoryOf({
      waiting: { [coin.id]: said({ balance: '9000' }) },
      asked: [eth.id]
    });
    const { waiting, total, holdings } = portfolio({ verification }, [eth, coin, waits]);
    expect(waiting).toEqual({ count: 3, worth: '37200' });
    expect(total).toBe('26200');
    expect(holdings.map(({ isAsked, waiting: more }) => [isAsked, more?.balance])).toEqual([
      [true, undefined],
      [undefined, '9000'],
      [undefined, undefined]
    ]);
  });

  it('is asked once, in the wallet in which it would count', () => {
    const other = { ...waits, id: waits.id.replace('w1', 'w2'), walletId: 'w2' };
    const wallets = [walletOf(), walletOf({ id: 'w2' })];
    const snapshots = wallets.map((wallet, at) =>
      updateSnapshot(emptySnapshot(wallet), answered([at === 0 ? waits : other]), NOW)
    );
    const { waiting, holdings } = portfolio({ wallets, snapshots });
    expect(waiting).toEqual({ count: 1, worth: '7000' });
    expect(askedHoldings(holdings).map(({ row }) => row.walletId)).toEqual(['w1']);
  });

  it('is nothing that the person decided already', () => {
    const verdicts = { [waits.id]: 'keep-out', [coin.id]: 'keep-out' } as const;
    const verification = memoryOf({ waiting: { [coin.id]: said({ balance: '9000' }) }, asked: [coin.id] });
    const { waiting, holdings } = portfolio({ verification, rule: { ...RULE, verdicts } }, [
      eth,
      coin,
      waits
    ]);
    expect(waiting).toEqual({ count: 0, worth: '0' });
    expect(holdings.some(row => row.waiting ?? row.isAsked)).toBe(false);
  });
});

describe('rows', () => {
  it('stay the same objects while the memory says the same, whatever objects it is made of', () => {
    const memory = emptyRowMemory();
    const make = (balance: string) => {
      const verification = {
        ...memoryDoubting(eth.id),
        waiting: { [coin.id]: said({ balance }) }
      };
      return portfolio({ verification, memory, snapshots: [snapshot] }).holdings;
    };
    const snapshot = updateSnapshot(emptySnapshot(walletOf()), answered([eth, coin]), NOW);
    const before = make('9000');
    expect(make('9000').map((row, at) => row === before[at])).toEqual([true, true]);
    const after = make('9001');
    expect(after.map((row, at) => row === before[at])).toEqual([true, false]);
    const cleared = portfolio({ memory, snapshots: [snapshot] }).holdings;
    expect(cleared[0]).not.toHaveProperty('doubtId');
    expect(cleared[1]).not.toHaveProperty('waiting');
  });

  it('have neither doubts nor a question without a memory', () => {
    const { doubts, waiting } = portfolio();
    expect({ doubts, waiting }).toEqual({ doubts: [], waiting: { count: 0, worth: '0' } });
    expect(portfolio({ verification: memoryOf() }).holdings[0]).toEqual(portfolio().holdings[0]);
  });
});

// The line of what is shown: it is the past of what counts now, and ends with the number above it, whatever was added,
// removed, paused, excluded, narrowed or switched.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pointOf } from '../../../../electron/core/history/history-point';
import {
  chartPointsInOrder,
  chartPointsOf,
  chartPointsOfRange
} from '../../../../electron/core/history/ranges';
import { countedNow, restatedPoints } from '../../../../electron/core/history/restated-points';
import { currentValueOf } from '../../../../electron/core/history/subject';
import type { HistoryPoint, WalletPoint } from '../../../../electron/core/ports/history-point';
import { portfolioOf } from '../../../../electron/core/portfolio/portfolio';
import { defiHoldings } from '../../../../electron/core/snapshots/defi';
import { emptySnapshot, updateSnapshot } from '../../../../electron/core/snapshots/update-snapshot';
import { DEFI } from '../../../../shared/domain/defi';
import { decimal, toText } from '../../../../shared/domain/decimal';
import { FIXED_RANGES, type Subject } from '../../../../shared/ipc/history-calls';
import type { Portfolio } from '../../../../shared/schema/app-state';
import type { Holding } from '../../../../shared/schema/holding';
import type { WalletSnapshot } from '../../../../shared/schema/snapshot';
import type { Wallet } from '../../../../shared/schema/wallet';
import { answered, DAY_MS, holdingOf, MINUTE_MS, NOW, RULE } from '../../../fakes/holdings';
import { seededRandom } from '../../../fakes/points';

const CHAINS = ['1', '8453'];
const OWNERS = ['a', 'b'].map(letter => `0x${letter.repeat(40)}`);
const TOKENS = ['', '0xc01'];
type Random = () => number;
const pick = <One>(all: readonly One[], random: Random): One => all[Math.floor(random() * all.length)]!;
const some = <One>(all: readonly One[], share: number, random: Random) => all.filter(() => random() < share);

/** What counts, and what of it is held. */
interface Known {
  readonly wallets: readonly Wallet[];
  readonly snapshots: readonly WalletSnapshot[];
  readonly excludedIds: readonly string[];
  readonly hasDefi: boolean;
}

function drawn({ wallets, snapshots, excludedIds, hasDefi }: Known): Portfolio {
  const verdicts = Object.fromEntries(excludedIds.map(id => [id, 'keep-out' as const]));
  const rule = { ...RULE, countDefi: hasDefi, verdicts };
  return portfolioOf({ wallets, snapshots, rule, staleAfterMs: DAY_MS, baseline: null, latest: null }, NOW);
}

function walletFrom(id: string, random: Random): Wallet {
  const chains = some(CHAINS, 0.8, random);
  return {
    ...{ id, name: id, keyId: 'k1', source: 'v6-address' as const, address: pick(OWNERS, random) },
    chains: chains.length === 0 ? [...CHAINS] : chains
  };
}

/** `worlds`: amounts and prices are those of the address, whoever watches it. */
function snapshotFrom(wallet: Wallet & { address?: string }, held: ReadonlyMap<string, string>, at: number) {
  const address = wallet.address ?? '';
  const holdings = wallet.chains.flatMap(chainIndex =>
    TOKENS.flatMap((tokenAddress): Holding[] => {
      const balance = held.get(`${address}/${chainIndex}/${tokenAddress}`);
      const change = { walletId: wallet.id, chainIndex, tokenAddress, address, symbol: tokenAddress };
      return balance === undefined ? [] : [holdingOf({ ...change, balance, price: held.get(tokenAddress)! })];
    })
  );
  const { answers, ...outcome } = answered(holdings);
  const outcomeOfAll = { ...outcome, answers: answers.map(one => ({ ...one, chains: [...wallet.chains] })) };
  const snapshot = updateSnapshot(emptySnapshot(wallet), outcomeOfAll, at);
  const defi = held.get(`${address}/${DEFI}`);
  if (defi === undefined) return snapshot;
  const part = { chainIndex: DEFI, answeredAt: at, failure: null };
  return {
    ...snapshot,
    parts: [...snapshot.parts, part],
    holdings: [...snapshot.holdings, ...defiHoldings(wallet.id, defi)]
  };
}

function heldFrom(random: Random): Map<string, string> {
  const held = new Map(TOKENS.map(token => [token, (1 + random() * 9).toFixed(3)]));
  for (const owner of OWNERS) {
    for (const chain of CHAINS)
      for (const token of TOKENS)
        if (random() < 0.7) held.set(`${owner}/${chain}/${token}`, (random() * 50).toFixed(6));
    if (random() < 0.5) held.set(`${owner}/${DEFI}`, (random() * 90).toFixed(4));
  }
  return held;
}

interface Past {
  /** As they were polled, oldest first. */
  readonly polls: readonly Known[];
  readonly points: readonly HistoryPoint[];
}

/** Some polls: between them wallets come and go, and tokens do. */
function pastFrom(random: Random): Past {
  const polls: Known[] = [];
  const points: HistoryPoint[] = [];
  let wallets: readonly Wallet[] = [walletFrom('w0', random)];
  const count = 2 + Math.floor(random() * 4);
  for (let i = 0; i < count; i++) {
    if (random() < 0.6) wallets = [...wallets, walletFrom(`w${i + 1}`, random)].slice(0, 4);
    if (random() < 0.2 && wallets.length > 1) wallets = wallets.slice(1);
    const held = heldFrom(random);
    const at = NOW - (count - i) * MINUTE_MS;
    const snapshots = wallets.map(wallet => snapshotFrom(wallet, held, at));
    const poll: Known = { wallets, snapshots, excludedIds: [], hasDefi: true };
    const input = { portfolio: drawn(poll), last: points.at(-1) ?? null, comparisons: [], stale: [] };
    polls.push(poll);
    points.push(pointOf({ ...input, intervalMs: MINUTE_MS }, at));
  }
  return { polls, points };
}

/** What the person does after the last poll. `narrowing`: how often a chain of a wallet is no longer asked for. */
function actFrom({ wallets, snapshots, hasDefi }: Known, random: Random, narrowing = 0.3): Known {
  const left = some(wallets, 0.7, random).map((wallet): Wallet => {
    const chains = random() < narrowing && wallet.chains.length > 1 ? wallet.chains.slice(1) : wallet.chains;
    return { ...wallet, chains, isPaused: random() < 0.3 };
  });
  const ids = snapshots.flatMap(({ holdings }) => holdings.map(({ id }) => id));
  const excludedIds = random() < 0.5 ? some(ids, 0.3, random) : [];
  return { wallets: left, snapshots, excludedIds, hasDefi: hasDefi && random() < 0.7 };
}

const NONE: WalletPoint['chains'] = {};
const SEEDS = { numRuns: 200 };

describe('the line of what is shown', () => {
  it('ends with the number above it, for everything, each chain, wallet and token, in every range', () => {
    fc.assert(
      fc.property(fc.integer(), seed => {
        const random = seededRandom(seed);
        const { polls, points } = pastFrom(random);
        const now = actFrom(polls.at(-1)!, random);
        const portfolio = drawn(now);
        const shown = { portfolio, hasDefi: now.hasDefi };
        const day = chartPointsOf(points, NOW, 240, shown);
        if (day.length > 0) expect(day.at(-1)?.total).toBe(portfolio.total);
        const subjects: Subject[] = [
          {},
          ...[...CHAINS, DEFI].map(chainIndex => ({ chainIndex })),
          ...now.wallets.flatMap(({ id: walletId }) => [{ walletId }, { walletId, chainIndex: '1' }])
        ];
        for (const subject of subjects) {
          const line = chartPointsOfRange(pick(FIXED_RANGES, random), points, NOW, subject, shown);
          if (line.length > 0) expect(line.at(-1)?.total).toBe(currentValueOf(portfolio, subject));
        }
        for (const { id, value } of portfolio.holdings) {
          const line = chartPointsOfRange('1d', points, NOW, { holdingId: id }, shown);
          if (line.length > 0) expect(line.at(-1)?.total).toBe(value);
        }
      }),
      SEEDS
    );
  });

  it('has at each moment what the portfolio of then would be, had only what counts now been counted', () => {
    fc.assert(
      fc.property(fc.integer(), seed => {
        const random = seededRandom(seed);
        const { polls, points } = pastFrom(random);
        // Of DeFi only a sum is known: not what of it a narrowed wallet has, nor which of three wallets had the same.
        const hasDefi = random() < 0.5 && polls.every(({ wallets }) => wallets.length < 3);
        const now = actFrom({ ...polls.at(-1)!, hasDefi }, random, hasDefi ? 0 : 0.3);
        const portfolio = drawn(now);
        const restated = restatedPoints(points, countedNow(portfolio, now.hasDefi));
        const held = new Set(portfolio.holdings.map(({ id }) => id));
        const excludedIds = now.excludedIds.filter(id => held.has(id));
        for (const [i, poll] of polls.entries()) {
          const wallets = now.wallets.filter(({ id }) => poll.wallets.some(one => one.id === id));
          const point = restated.find(({ at }) => at === points[i]!.at);
          expect(point !== undefined).toBe(wallets.length > 0);
          if (!point) continue;
          const then = drawn({ ...now, wallets, snapshots: poll.snapshots, excludedIds });
          expect(toText(decimal(point.total))).toBe(then.total);
          for (const { wallet, value } of then.wallets) expect(point.wallets[wallet.id]?.value).toBe(value);
        }
      }),
      SEEDS
    );
  });

  it('is broken where a wallet was added, and says so; what a wallet sends or receives breaks nothing', () => {
    const wallet = (value: string, moved = '0'): WalletPoint => ({
      ...{ value, prices: '0', transfers: moved },
      chains: value === '0' ? NONE : { '1': value }
    });
    const at = (minutes: number, wallets: HistoryPoint['wallets']): HistoryPoint => ({
      ...{ at: NOW + minutes * MINUTE_MS, total: '1', intervalMs: MINUTE_MS, stale: [], wallets, tokens: [] },
      ledger: { prices: '0', transfers: '0', recounted: '0' }
    });
    const line = chartPointsInOrder(
      [
        at(0, { w1: wallet('10') }),
        at(1, { w1: wallet('10'), w2: wallet('0') }),
        at(2, { w1: wallet('10'), w2: wallet('5') }),
        at(3, { w1: wallet('10'), w2: wallet('0', '-5') }),
        at(4, { w1: wallet('10'), w2: wallet('7', '2') })
      ],
      0
    );
    expect(line.map(({ gapCause }) => gapCause)).toEqual([undefined, undefined, 'wallet-added', undefined, undefined]); // prettier-ignore
    expect(line.map(({ isAfterGap }) => isAfterGap)).toEqual([false, false, true, false, false]);
  });

  it('of a removed wallet and of an excluded token is its whole past', () => {
    const random = seededRandom(5);
    const { polls, points } = pastFrom(random);
    const last = polls.at(-1)!;
    const [gone] = last.wallets;
    const portfolio = drawn({ ...last, wallets: last.wallets.slice(1) });
    const shown = { portfolio, hasDefi: true };
    const whole = points.flatMap(({ wallets }) => wallets[gone!.id]?.value ?? []);
    const line = chartPointsOfRange('1d', points, NOW, { walletId: gone!.id }, shown);
    expect(line.map(({ total }) => total)).toEqual(whole);

    const [token] = points.at(-1)!.tokens;
    const excluding = { portfolio: drawn({ ...last, excludedIds: [token![0]] }), hasDefi: true };
    const own = chartPointsOfRange('1d', points, NOW, { holdingId: token![0] }, excluding);
    expect(own.at(-1)?.total).toBe(token![3]);
  });
});

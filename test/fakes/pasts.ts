// Pasts of wallets: history points made by the app's own code from prices and amounts, step by step, and random ones.
import fc from 'fast-check';
import { pointOf } from '../../electron/core/history/history-point';
import { portfolioOf } from '../../electron/core/portfolio/portfolio';
import type { HistoryPoint } from '../../electron/core/ports/history-point';
import { compareHoldings } from '../../electron/core/snapshots/compare-holdings';
import { emptySnapshot, updateSnapshot } from '../../electron/core/snapshots/update-snapshot';
import { toText } from '../../shared/domain/decimal';
import type { Portfolio } from '../../shared/schema/app-state';
import type { Holding } from '../../shared/schema/holding';
import { answered, DAY_MS, holdingOf, MINUTE_MS, NOW, RULE, walletOf } from './holdings';

export const PAST_WALLETS = [walletOf(), walletOf({ id: 'w2', accountId: 'b' })];
/** Chain and address of each token, in both wallets. */
const TOKENS = [
  ['1', ''],
  ['1', '0xa'],
  ['56', '0xb']
] as const;

/** What a poll found. */
export interface PastStep {
  /** By token. */
  readonly prices: readonly string[];
  /** By wallet, then by token; '0': none. */
  readonly amounts: readonly (readonly string[])[];
}

export function holdingsAt({ prices, amounts }: PastStep): Holding[] {
  return PAST_WALLETS.flatMap((wallet, at) =>
    TOKENS.flatMap(([chainIndex, tokenAddress], token) => {
      const balance = amounts[at]?.[token] ?? '0';
      const price = prices[token] ?? '1';
      return balance === '0'
        ? []
        : [holdingOf({ walletId: wallet.id, chainIndex, tokenAddress, balance, price })];
    })
  );
}

export function portfolioAt(holdings: readonly Holding[], wallets = PAST_WALLETS): Portfolio {
  const snapshots = wallets.map(wallet =>
    updateSnapshot(emptySnapshot(wallet), answered(holdings.filter(one => one.walletId === wallet.id)), NOW)
  );
  const input = { wallets, snapshots, rule: RULE, staleAfterMs: DAY_MS, baseline: null, latest: null };
  return portfolioOf(input, NOW);
}

/** The points of polls, a minute after each other. */
export function pastOf(steps: readonly PastStep[]): HistoryPoint[] {
  const points: HistoryPoint[] = [];
  steps.forEach((step, index) => {
    const before = steps[index - 1];
    const comparisons = PAST_WALLETS.map(({ id }) => {
      const [old, now] = [before ?? step, step].map(one =>
        holdingsAt(one).filter(({ walletId }) => walletId === id)
      );
      return {
        walletId: id,
        comparison: compareHoldings(
          old!,
          now!,
          () => 'counted',
          () => true
        )
      };
    });
    const input = { portfolio: portfolioAt(holdingsAt(step)), comparisons, stale: [], intervalMs: MINUTE_MS };
    points.push(pointOf({ ...input, last: points.at(-1) ?? null }, NOW + index * MINUTE_MS));
  });
  return points;
}

const price = fc.integer({ min: 1, max: 100_000 }).map(units => toText({ units: BigInt(units), scale: 3 }));
const some = fc.integer({ min: 1, max: 1_000_000 }).map(units => toText({ units: BigInt(units), scale: 2 }));
const eachToken = (arbitrary: fc.Arbitrary<string>) =>
  fc.array(arbitrary, { minLength: TOKENS.length, maxLength: TOKENS.length });
export const pastAmounts = fc.array(eachToken(some), { minLength: 2, maxLength: 2 });
export const pastStep = fc.record({ prices: eachToken(price), amounts: pastAmounts });
export const pastSteps = fc.array(pastStep, { minLength: 2, maxLength: 8 });

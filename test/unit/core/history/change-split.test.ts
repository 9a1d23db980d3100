import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareHoldings } from '../../../../electron/core/snapshots/compare-holdings';
import { countingStatusOf, type CountingRule } from '../../../../electron/core/portfolio/counting-rule';
import { holdingValueOf } from '../../../../electron/core/snapshots/holding-values';
import { nextLedger } from '../../../../electron/core/history/history-point';
import type { HistoryPoint } from '../../../../electron/core/ports/history-point';
import { add, decimal, multiply, subtract, sum, toText, ZERO } from '../../../../shared/domain/decimal';
import type { Holding } from '../../../../shared/schema/holding';
import { holdingOf, NOW, RULE } from '../../../fakes/holdings';

const TOKENS = ['', '0xa', '0xb', '0xc'];

const exact = fc
  .tuple(fc.bigInt({ min: 1n, max: 10n ** 12n }), fc.integer({ min: 0, max: 24 }))
  .map(([units, scale]) => toText({ units, scale }));
const token = fc.record({
  balance: exact,
  price: fc.option(exact, { freq: 4 }),
  priceKeptSince: fc.constantFrom(null, null, null, NOW),
  isRisky: fc.constantFrom(false, false, false, true),
  isUnverified: fc.constantFrom(false, false, false, true)
});
const snapshot = fc
  .tuple(...TOKENS.map(() => fc.option(token, { freq: 4 })))
  .map(all =>
    all.flatMap((one, i): Holding[] => (one ? [holdingOf({ ...one, tokenAddress: TOKENS[i]! })] : []))
  );
/** The verdict of the user on each token. */
const verdicts = fc.array(fc.constantFrom(null, null, 'count' as const, 'keep-out' as const), {
  minLength: TOKENS.length,
  maxLength: TOKENS.length
});

function ruleWith(chosen: readonly (null | 'count' | 'keep-out')[]): CountingRule {
  const known = chosen.flatMap((word, i) =>
    word ? [[holdingOf({ tokenAddress: TOKENS[i]! }).id, word] as const] : []
  );
  return { ...RULE, verdicts: Object.fromEntries(known) };
}

function totalOf(holdings: readonly Holding[], rule: CountingRule): string {
  const counted = holdings.filter(holding => countingStatusOf(holding, rule) === 'counted');
  return toText(sum(counted.map(holding => decimal(holdingValueOf(holding).valueText ?? '0'))));
}

/** The recounted amount as the product defines it, holding by holding: no price move and no transfer. */
function recountedOf(before: readonly Holding[], after: readonly Holding[], rule: CountingRule): string {
  let all = ZERO;
  for (const { id } of new Map([...before, ...after].map(holding => [holding.id, holding])).values()) {
    const [old, now] = [before, after].map(side => side.find(holding => holding.id === id));
    const [was, is] = [old, now].map(one => one !== undefined && countingStatusOf(one, rule) === 'counted');
    const valueOf = (one: Holding) => decimal(holdingValueOf(one).valueText ?? '0');
    if (old && now && was && is) {
      const rise = subtract(decimal(now.price!), decimal(old.price!));
      const isKnownAgain = old.priceKeptSince !== null && now.priceKeptSince === null;
      if (isKnownAgain) all = add(all, multiply(decimal(old.balance), rise));
    } else if (old && now) {
      if (is) all = add(all, valueOf(now));
      if (was) all = subtract(all, valueOf(old));
    }
  }
  return toText(all);
}

it('prices + transfers + recounted are the difference of 10,000 random pairs of snapshots, digit for digit', () => {
  fc.assert(
    fc.property(snapshot, snapshot, verdicts, (before, after, chosen) => {
      const rule = ruleWith(chosen);
      const comparison = compareHoldings(
        before,
        after,
        holding => countingStatusOf(holding, rule),
        () => true
      );
      const first = nextLedger(null, [], totalOf(before, rule));
      const last = { ledger: first } as HistoryPoint;
      const next = nextLedger(last, [{ walletId: 'w1', comparison }], totalOf(after, rule));
      const recounted = subtract(decimal(next.recounted), decimal(first.recounted));
      const difference = subtract(decimal(totalOf(after, rule)), decimal(totalOf(before, rule)));
      expect(toText(recounted)).toBe(recountedOf(before, after, rule));
      // All of it has a cause.
      const causes = Object.values(comparison.recounts ?? {});
      expect(toText(sum(causes.map(decimal)))).toBe(toText(recounted));
      expect(toText(sum([decimal(next.prices), decimal(next.transfers), recounted]))).toBe(
        toText(difference)
      );
    }),
    { numRuns: 10_000 }
  );
});

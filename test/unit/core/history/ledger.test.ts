import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeSince } from '../../../../electron/core/history/history-point';
import type { HistoryPoint } from '../../../../electron/core/ports/history-point';
import type { Model } from '../../../../electron/core/state/model';
import { modelPortfolio } from '../../../../electron/core/state/app-state';
import type { Outcome } from '../../../../electron/core/snapshots/poll-outcome';
import { applyRound } from '../../../../electron/core/polling/round';
import {
  add,
  decimal,
  multiply,
  subtract,
  sum,
  toText,
  ZERO,
  type Decimal
} from '../../../../shared/domain/decimal';
import { tokenOf } from '../../../../shared/domain/holding-id';
import type { Holding } from '../../../../shared/schema/holding';
import type { HoldingRow } from '../../../../shared/schema/app-state';
import {
  answerOf,
  chainFacts,
  failed,
  holdingOf,
  HOUR_MS,
  outcomeOf,
  refusalOf,
  unreadRow,
  walletOf
} from '../../../fakes/holdings';
import { fakeWorld, modelOf } from '../../../fakes/world';

const CHAINS = ['1', '56'];
const TOKENS = ['', '0xa', '0xb'];
const wallets = [walletOf(), walletOf({ id: 'w2', accountId: 'b', chains: CHAINS })];

const amount = fc
  .tuple(fc.bigInt({ min: 1n, max: 10n ** 12n }), fc.integer({ min: 0, max: 24 }))
  .map(([units, scale]) => toText({ units, scale }));
/** One token as OKX returns it: absent, or with an amount, perhaps a price, perhaps risky. */
const anyToken = fc.option(
  fc.record({
    balance: amount,
    price: fc.option(amount, { freq: 4 }),
    isRisky: fc.constant(false)
  }),
  { freq: 4 }
);
const risky = fc.option(fc.record({ balance: amount, price: fc.option(amount), isRisky: fc.boolean() }));
const answerPart = fc.array(fc.oneof({ weight: 4, arbitrary: anyToken }, { weight: 1, arbitrary: risky }), {
  minLength: TOKENS.length * CHAINS.length,
  maxLength: TOKENS.length * CHAINS.length
});
/** Per wallet and round: a complete answer, one with a damaged chain, half an answer, or none. */
const kind = fc.constantFrom('whole', 'whole', 'whole', 'unread', 'half', 'failed', 'unpolled');
const round = fc.record({
  hours: fc.integer({ min: 0, max: 30 }),
  w1: fc.tuple(kind, answerPart),
  w2: fc.tuple(kind, answerPart)
});
type Round = typeof round extends fc.Arbitrary<infer Value> ? Value : never;

function holdingsOf(walletId: string, tokens: Round['w1'][1]): Holding[] {
  return tokens.flatMap((token, i) => {
    const chainIndex = CHAINS[i % CHAINS.length]!;
    const tokenAddress = TOKENS[Math.floor(i / CHAINS.length)]!;
    return token ? [holdingOf({ ...token, walletId, chainIndex, tokenAddress })] : [];
  });
}

/** Null: not polled in this round. */
function outcomeOfRound(walletId: string, [how, tokens]: Round['w1'], at: number): Outcome | null {
  const holdings = holdingsOf(walletId, tokens);
  const isSplit = walletId === 'w2';
  const chains = isSplit ? CHAINS : null;
  if (how === 'unpolled') return null;
  if (how === 'failed') return failed('timeout');
  if (how === 'unread') return outcomeOf([answerOf(holdings, { chains, at, unreadable: [unreadRow('56')] })]);
  if (how === 'half' && isSplit)
    return outcomeOf([answerOf(holdings, { chains: ['1'], at })], [refusalOf('timeout', ['56'])]);
  return outcomeOf([answerOf(holdings, { chains, at })]);
}

/** The chains that a poll answered, by the rules of the test, not of the code. */
function answeredChains(how: Round['w1'][0], isSplit: boolean): string[] {
  if (how === 'whole' || how === 'unread' || (how === 'half' && !isSplit)) return CHAINS;
  return how === 'half' ? ['1'] : [];
}

interface Step {
  readonly rows: ReadonlyMap<string, HoldingRow>;
  readonly point: HistoryPoint | null;
  readonly model: Model;
  readonly notification: unknown;
  /** `wallet/chain` that had been answered before this round. */
  readonly before: ReadonlySet<string>;
}

function walk(rounds: readonly Round[]): Step[] {
  const world = fakeWorld();
  let model = modelOf(wallets);
  let answeredBefore = new Set<string>();
  return rounds.map(made => {
    world.at += made.hours * HOUR_MS + 1;
    const before = answeredBefore;
    const polled = wallets.flatMap(wallet => {
      const outcome = outcomeOfRound(wallet.id, made[wallet.id as 'w1' | 'w2'], world.at);
      return outcome ? [{ wallet, key: { id: 'k1' }, outcome }] : [];
    });
    answeredBefore = new Set(before);
    for (const id of ['w1', 'w2'] as const)
      for (const chain of answeredChains(made[id][0], id === 'w2')) answeredBefore.add(`${id}/${chain}`);
    const applied = applyRound(model, polled, world);
    model = applied.model;
    const { holdings } = modelPortfolio(model, chainFacts, world.at);
    return {
      rows: new Map(holdings.map(row => [row.id, row])),
      point: applied.point,
      model,
      notification: applied.notification,
      before
    };
  });
}

/** The three parts of a move as the product defines them, holding by holding. */
function expected(old: Step, now: Step): { prices: string; transfers: string; recounted: string } {
  let [prices, transfers, recounted]: Decimal[] = [ZERO, ZERO, ZERO];
  for (const id of new Set([...old.rows.keys(), ...now.rows.keys()])) {
    const [a, b] = [old.rows.get(id), now.rows.get(id)];
    const place = `${(a ?? b)!.walletId}/${(a ?? b)!.chainIndex}`;
    const wasCounted = a?.countingStatus === 'counted';
    const isCounted = b?.countingStatus === 'counted';
    const valueOf = (row: HoldingRow | undefined) => multiply(decimal(row!.balance), decimal(row!.price!));
    if (now.model.verification.tokens[tokenOf((a ?? b)!)]?.isUninvited) {
      // All that an uninvited token does to the total is recounted.
      if (isCounted) recounted = add(recounted!, valueOf(b));
      if (wasCounted) recounted = subtract(recounted!, valueOf(a));
    } else if (wasCounted && isCounted) {
      const rise = multiply(decimal(a.balance), subtract(decimal(b.price!), decimal(a.price!)));
      const isKnownAgain = a.priceKeptSince !== null && b.priceKeptSince === null;
      if (isKnownAgain) recounted = add(recounted!, rise);
      else prices = add(prices!, rise);
      const more = subtract(decimal(b.balance), decimal(a.balance));
      transfers = add(transfers!, multiply(more, decimal(b.price!)));
    } else if (isCounted && !a && now.before.has(place)) transfers = add(transfers!, valueOf(b));
    else if (wasCounted && !b) transfers = subtract(transfers!, valueOf(a));
    else if (isCounted) recounted = add(recounted!, valueOf(b));
    else if (wasCounted) recounted = subtract(recounted!, valueOf(a));
  }
  return { prices: toText(prices!), transfers: toText(transfers!), recounted: toText(recounted!) };
}

describe('any sequence of complete, partial, damaged and failed rounds', () => {
  const rounds = fc.array(round, { minLength: 2, maxLength: 8 });

  it('splits the move between neighbouring points as the product defines it', () => {
    fc.assert(
      fc.property(rounds, made => {
        const steps = walk(made);
        steps.forEach((step, i) => {
          const last = steps[i - 1];
          if (!step.point || !last?.point) return;
          const { prices, transfers, recounted } = changeSince(
            last.point,
            step.point,
            modelPortfolio(step.model, chainFacts, 0)
          );
          expect({ prices, transfers, recounted }).toEqual(expected(last, step));
        });
      }),
      { numRuns: 60 }
    );
  });

  it('has between any two points parts that add up to the difference, digit for digit', () => {
    fc.assert(
      fc.property(rounds, made => {
        const points = walk(made).flatMap(({ point }) => point ?? []);
        const portfolio = modelPortfolio(modelOf(wallets), chainFacts, 0);
        for (const a of points)
          for (const b of points) {
            const { amount: moved, prices, transfers, recounted } = changeSince(a, b, portfolio);
            expect(toText(sum([prices, transfers, recounted].map(decimal)))).toBe(moved);
            expect(toText(subtract(decimal(b.total), decimal(a.total)))).toBe(moved);
          }
      }),
      { numRuns: 40 }
    );
  });

  it('never lets a failed poll change the total, a holding or the ledger, or notify anything but the failure', () => {
    fc.assert(
      fc.property(
        rounds,
        fc.constantFrom('timeout' as const, 'key-unknown' as const, 'bug' as const),
        (made, code) => {
          const before = walk(made).at(-1)!;
          const world = fakeWorld();
          world.at = before.model.points.at(-1)?.at ?? world.at;
          const polled = wallets.map(wallet => ({ wallet, key: { id: 'k1' }, outcome: failed(code) }));
          const after = applyRound(before.model, polled, world);
          const kinds = (after.notification?.entries ?? []).map(({ kind }) => kind);
          expect(kinds).toEqual(code === 'key-unknown' ? ['key'] : []);
          expect(after.model.snapshots.map(({ holdings }) => holdings)).toEqual(
            wallets.map(
              ({ id }) => before.model.snapshots.find(({ walletId }) => walletId === id)?.holdings ?? []
            )
          );
          if (!before.point) return;
          expect(after.point).toMatchObject({
            total: before.point.total,
            ledger: before.point.ledger
          });
          expect(after.point!.stale.length).toBeGreaterThan(0);
        }
      ),
      { numRuns: 40 }
    );
  });
});

// Evidence of a holding: each rule by which it counts or does not, and what the answers said while it is in doubt or waits.
import { describe, expect, it } from 'vitest';
import { evidenceOf } from '../../../../electron/core/state/evidence';
import { EMPTY_VERIFICATION, type Model } from '../../../../electron/core/state/model';
import { tokenOf } from '../../../../shared/domain/holding-id';
import type { Holding } from '../../../../shared/schema/holding';
import type { VerificationMemory } from '../../../../shared/schema/verification';
import { chainFacts, holdingOf, NOW, usdc } from '../../../fakes/holdings';
import { modelOf } from '../../../fakes/world';

const UNKNOWN = holdingOf({ id: 'w1/1/0xa/0xbeef', tokenAddress: '0xbeef', balance: '10', price: '5' });
const PAST = { amount: '10', price: '5', at: NOW };

function modelWith(
  holding: Holding,
  memory: Partial<VerificationMemory> = {},
  verdict?: 'count' | 'keep-out'
): Model {
  const model = modelOf();
  const part = { chainIndex: '*', answeredAt: NOW - 12_000, failure: null };
  return {
    ...model,
    settings: { ...model.settings, verdicts: verdict ? { [holding.id]: verdict } : {} },
    snapshots: [{ walletId: 'w1', asked: '', parts: [part], holdings: [holding], failure: null }],
    verification: { ...EMPTY_VERIFICATION, ...memory }
  };
}

const read = (...given: Parameters<typeof modelWith>) =>
  evidenceOf(modelWith(...given), chainFacts, given[0].id);
const pastOf = (past: object) => ({ tokens: { [tokenOf(UNKNOWN)]: { ...PAST, ...past } } });

describe('the rule of a holding', () => {
  it.each<[string, Parameters<typeof modelWith>]>([
    ['coin', [holdingOf()]],
    ['contract', [usdc({ chainIndex: '1', tokenAddress: '0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48' })]],
    ['limit', [UNKNOWN]],
    ['included', [UNKNOWN, {}, 'count']],
    ['included', [UNKNOWN, pastOf({ includedWorth: '50' })]],
    ['paid', [UNKNOWN, pastOf({ cost: '40', costAmount: '10' })]],
    ['earlier', [UNKNOWN, { asked: [UNKNOWN.id] }]],
    ['waits', [{ ...UNKNOWN, isUnverified: true }]],
    ['excluded', [UNKNOWN, {}, 'keep-out']],
    ['risky', [{ ...UNKNOWN, isRisky: true }]],
    ['unpriced', [{ ...UNKNOWN, price: null }]]
  ])('is %s', (ground, given) => {
    expect(read(...given)?.ground).toBe(ground);
  });
});

describe('what the answers said', () => {
  it('is what counts, at the time of the answer', () => {
    expect(read(UNKNOWN)).toMatchObject({
      answeredAt: NOW - 12_000,
      counted: { balance: '10', price: '5', isRisky: false }
    });
  });

  it('what was paid lessens as the token leaves', () => {
    expect(read({ ...UNKNOWN, balance: '5' }, pastOf({ cost: '40', costAmount: '10' }))?.cost).toBe('20');
  });

  it('of a doubt is its first and its last answer, and how far they agree', () => {
    const gone = { balance: '0', price: null, isRisky: false };
    const memory: Partial<VerificationMemory> = {
      doubts: {
        d1: { walletId: 'w1', kind: 'missing', since: NOW, looks: 1, toldAt: null, isQuiet: false, takesLooks: true, isPaired: false } // prettier-ignore
      },
      doubted: {
        [UNKNOWN.id]: { doubtId: 'd1', kind: 'missing', symbol: 'X', holds: ['amount'], first: gone, last: gone, agreedMs: 20_000, answers: 2, answeredAt: NOW, worth: '50' } // prettier-ignore
      }
    };
    expect(read(UNKNOWN, memory)).toMatchObject({
      answeredAt: null,
      doubt: { id: 'd1', since: NOW, first: gone, answers: 2, agreedMs: 20_000, neededMs: 600_000 }
    });
  });

  it('of more that needs the OK is what waits', () => {
    const said = { balance: '900', price: '5', isRisky: false };
    expect(read(UNKNOWN, { waiting: { [UNKNOWN.id]: said } })).toMatchObject({
      answeredAt: null,
      waiting: said
    });
  });

  it('is not claimed of a holding that is older than its chain', () => {
    expect(read({ ...UNKNOWN, isStale: true })?.answeredAt).toBeNull();
  });
});

// Memories of the verification for tests: the default case, with what a test changes.
import { EMPTY_VERIFICATION } from '../../electron/core/state/model';
import type { DoubtKind } from '../../shared/domain/doubt-kinds';
import type { DoubtRow } from '../../shared/schema/app-state';
import type { Doubt, DoubtedHolding, Statement, VerificationMemory } from '../../shared/schema/verification';
import type { VerificationEvent } from '../../electron/core/doubts/events';
import { NOW, usdc } from './holdings';

/** Nothing is in doubt and nothing waits, unless changed. */
export function memoryOf(change: Partial<VerificationMemory> = {}): VerificationMemory {
  return { ...EMPTY_VERIFICATION, hasBaseline: true, ...change };
}

export function doubtOf(change: Partial<Doubt> = {}): Doubt {
  return {
    walletId: 'w1',
    kind: 'missing',
    since: NOW,
    looks: 0,
    toldAt: null,
    isQuiet: false,
    takesLooks: true,
    isPaired: false,
    ...change
  };
}

const ABSENT: Statement = { balance: '0', price: null, isRisky: false };

/** A holding that the answers lack, unless changed. */
export function doubtedOf(change: Partial<DoubtedHolding> = {}): DoubtedHolding {
  const last = change.last ?? ABSENT;
  return {
    doubtId: 'd1',
    kind: 'missing',
    symbol: 'USDC',
    holds: ['amount'],
    first: last,
    last,
    agreedMs: 0,
    answers: 1,
    answeredAt: NOW,
    worth: '250',
    ...change
  };
}

/** One doubt, `d1`, about one holding. */
export function memoryDoubting(
  holdingId: string,
  kind: DoubtKind = 'missing',
  of: { readonly doubt?: Partial<Doubt>; readonly doubted?: Partial<DoubtedHolding> } = {}
): VerificationMemory {
  return memoryOf({
    doubts: { d1: doubtOf({ kind, ...of.doubt }) },
    doubted: { [holdingId]: doubtedOf({ kind, ...of.doubted }) }
  });
}

type DoubtEvent = Extract<VerificationEvent, { doubtId: string }>;

/** 80,000 USDC on Base that the answers lack, unless changed. `balance`: what they say. */
export function doubtedHoldingOf({
  id = usdc().id,
  balance = '0',
  ...change
}: Partial<DoubtedHolding> & { id?: string; balance?: string } = {}): DoubtedHolding & { id: string } {
  return {
    id,
    ...doubtedOf({ first: { ...ABSENT, balance }, last: { ...ABSENT, balance }, worth: '80000', ...change })
  };
}

/** What happened to the doubt `d1`, which is about 80,000 USDC unless changed. */
export function doubtEventOf(type: DoubtEvent['type'], change: Partial<DoubtEvent> = {}): DoubtEvent {
  return { type, doubtId: 'd1', doubt: doubtOf(), holdings: [doubtedHoldingOf()], worth: '80000', ...change };
}

/** 5,000 USDC that the answers lack, as it is shown. */
export const DOUBT: DoubtRow = {
  id: 'd1',
  kind: 'missing',
  walletId: 'w1',
  chainIndex: '8453',
  holdingIds: ['w1/8453/a/0xc01'],
  symbols: ['USDC'],
  amount: '5000',
  worth: '5000',
  since: NOW,
  agreedMs: 0,
  neededMs: 600_000,
  isShown: true
};

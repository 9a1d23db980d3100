import { describe, expect, it } from 'vitest';
import { guardSpikes, type GuardInput } from '../../../../electron/core/snapshots/spike-guard';
import { decimal } from '../../../../shared/domain/decimal';
import { DEFAULT_CHOICES } from '../../../../shared/domain/default-settings';
import type { Holding } from '../../../../shared/schema/holding';
import { holdingOf, MINUTE_MS, NOW, usdc } from '../../../fakes/holdings';

const eth = holdingOf();
/** Everything that counted before: 2,000 USD. */
const guarded = (next: Holding[], previous: Holding[] = [eth], change: Partial<GuardInput> = {}) =>
  guardSpikes({
    previous,
    next,
    total: () => decimal('2000'),
    choices: DEFAULT_CHOICES,
    verdicts: {},
    isCompared: () => true,
    now: NOW,
    ...change
  });
const waitingIds = (...given: Parameters<typeof guarded>) =>
  guarded(...given).flatMap(({ id, isUnverified }) => (isUnverified ? [id] : []));

describe('a token that arrived', () => {
  it.each([
    ['1000', false],
    ['1000.0000000000000000000000000000000001', true],
    ['100000', true]
  ])('worth %s with a total of 2,000 waits for the person: %s', (balance, isWaiting) =>
    expect(waitingIds([eth, usdc({ balance })])).toEqual(isWaiting ? [usdc().id] : [])
  );

  it.each([
    ['100', false],
    ['100.01', true]
  ])('worth %s with a total of zero waits only above $100: %s', (balance, isWaiting) =>
    expect(waitingIds([usdc({ balance })], [], { total: () => decimal('0') })).toHaveLength(isWaiting ? 1 : 0)
  );

  it('is measured by the thresholds of the settings', () => {
    const choices = { ...DEFAULT_CHOICES, guardFromUsd: '500', guardFromPercent: 10 };
    expect(waitingIds([eth, usdc({ balance: '500' })], [eth], { choices })).toEqual([]);
    expect(waitingIds([eth, usdc({ balance: '501' })], [eth], { choices })).toHaveLength(1);
  });

  it('is accepted when it is native, risky, without a price, or part of a first snapshot', () => {
    const pol = { tokenAddress: '0x0000000000000000000000000000000000001010', chainIndex: '137' };
    expect(waitingIds([eth, holdingOf({ ...pol, price: '0.5', balance: '100000' })])).toEqual([]);
    const rich = { balance: '1000000' };
    expect(waitingIds([eth, holdingOf({ chainIndex: '56', ...rich })])).toEqual([]);
    expect(waitingIds([eth, usdc({ ...rich, isRisky: true })])).toEqual([]);
    expect(waitingIds([eth, usdc({ ...rich, price: null })])).toEqual([]);
    expect(waitingIds([eth, usdc(rich)], [eth], { isCompared: chain => chain !== '8453' })).toEqual([]);
  });

  it.each(['count', 'keep-out'] as const)('does not wait again after the verdict "%s"', verdict =>
    expect(waitingIds([usdc({ balance: '5000' })], [eth], { verdicts: { [usdc().id]: verdict } })).toEqual([])
  );

  it('stays unverified in later polls at any value, until the person gives a verdict', () => {
    const waiting = usdc({ balance: '5000', isUnverified: true });
    expect(waitingIds([eth, usdc({ balance: '1' })], [eth, waiting])).toHaveLength(1);
    const verdicts = { [waiting.id]: 'count' as const };
    expect(waitingIds([eth, usdc({ balance: '5000' })], [eth, waiting], { verdicts })).toEqual([]);
  });

  it('is not new if it was there before, however much was added', () => {
    expect(waitingIds([eth, usdc({ balance: '1000000' })], [eth, usdc()])).toEqual([]);
  });
});

describe('a price that jumps', () => {
  const priced = (price: string | null, change: Partial<Holding> = {}) => holdingOf({ price, ...change });
  const after = (last: Holding, price: string | null, now = NOW, change: Partial<Holding> = {}) =>
    guarded([priced(price, change)], [last], { now })[0]!;

  it.each([
    ['19999', false],
    ['20000', true],
    ['200.01', false],
    ['200', true]
  ])('from 2000 to %s is doubted: %s', (price, isDoubted) => {
    const got = after(priced('2000'), price);
    expect(got.price).toBe(isDoubted ? '2000' : price);
    expect(got.doubt).toEqual(isDoubted ? { price, since: NOW, polls: 1 } : undefined);
  });

  it('is used after three polls over ten minutes that agree', () => {
    const first = after(priced('1'), '50');
    const second = after(first, '55', NOW + 5 * MINUTE_MS);
    const third = after(second, '52', NOW + 10 * MINUTE_MS);
    expect([first, second, third].map(({ price }) => price)).toEqual(['1', '1', '52']);
    expect(third.doubt).toBe(undefined);
  });

  it('is not used before three polls, nor before ten minutes', () => {
    const first = after(priced('1'), '50');
    expect(after(first, '50', NOW + 60 * MINUTE_MS)).toMatchObject({ price: '1', doubt: { polls: 2 } });
    let last = first;
    for (let minute = 1; minute < 10; minute++) last = after(last, '50', NOW + minute * MINUTE_MS);
    expect(last).toMatchObject({ price: '1', doubt: { polls: 10, since: NOW } });
  });

  it('is doubted from the beginning when the next price does not agree with the doubted one', () => {
    const second = after(after(priced('1'), '50'), '100', NOW + 5 * MINUTE_MS);
    expect(second).toMatchObject({
      price: '1',
      doubt: { price: '100', since: NOW + 5 * MINUTE_MS, polls: 1 }
    });
  });

  it('is no longer in doubt when it falls back', () => {
    const back = after(after(priced('1'), '50'), '1.1', NOW + MINUTE_MS);
    expect([back.price, back.doubt]).toEqual(['1.1', undefined]);
  });

  it('does not count a poll in which its part was not answered', () => {
    const doubted = after(priced('1'), '50');
    expect(guarded([doubted], [doubted], { now: NOW + 60 * MINUTE_MS })).toEqual([doubted]);
  });

  it('is used at once in a first snapshot, after no price, and if the setting allows it', () => {
    expect(guarded([priced('9')], [priced('1')], { isCompared: () => false })[0]?.price).toBe('9');
    expect(after(priced(null), '1000000').price).toBe('1000000');
    const choices = { ...DEFAULT_CHOICES, guardPriceTimes: 1000 };
    expect(guarded([priced('999')], [priced('1')], { choices })[0]?.price).toBe('999');
  });

  it('is not checked when it is only reused', () => {
    const kept = priced('1', { priceKeptSince: NOW - MINUTE_MS });
    expect(guarded([kept], [after(priced('1'), '50')])).toEqual([kept]);
  });
});

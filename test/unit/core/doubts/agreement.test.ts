// Tests when answers agree, what confirms a doubt, and that no sleep, jump of the clock or repeated answer does.
import { describe, expect, it } from 'vitest';
import { isConfirmed, neededFor, nextAgreement } from '../../../../electron/core/doubts/doubt-book';
import { agrees, isMovedPoint, isWithin } from '../../../../electron/core/doubts/statement';
import { decimal } from '../../../../shared/domain/decimal';
import { CONFIRMATIONS, DOUBT_KINDS } from '../../../../shared/domain/doubt-kinds';
import type { DoubtedHolding, Statement } from '../../../../shared/schema/verification';
import { SECOND_MS } from '../../../../shared/domain/durations';
import { HOUR_MS, MINUTE_MS, NOW } from '../../../fakes/holdings';

const said = (balance: string, price: string | null = '1'): Statement => ({ balance, price, isRisky: false });
const record = (change: Partial<DoubtedHolding> = {}): DoubtedHolding => ({
  doubtId: 'a',
  kind: 'missing',
  symbol: 'ETH',
  holds: ['amount'],
  first: said('100'),
  last: said('150'),
  agreedMs: 0,
  answers: 1,
  answeredAt: NOW,
  worth: '100',
  ...change
});
/** Answers at these times after the first one. */
const after = (...times: number[]) =>
  times.reduce((known, at) => ({ ...known, ...nextAgreement(known, NOW + at) }), record());

describe('two amounts', () => {
  it.each([
    ['1', '1.99', true],
    ['1', '2', false],
    ['0.5', '1', false],
    ['0', '0', true],
    ['0', '0.000000000000000001', false],
    ['-1', '1', false],
    ['-1', '-1.5', true]
  ])('%s and %s agree: %s, in both directions', (a, b, isNear) => {
    const times = decimal('2');
    expect([isWithin(a, b, times), isWithin(b, a, times)]).toEqual([isNear, isNear]);
  });

  it('agree with a doubt only when they do with its first and its last answer', () => {
    expect(agrees(said('120'), record())).toBe(true);
    expect(agrees(said('210'), record())).toBe(false);
    expect(agrees(said('70'), record())).toBe(false);
    expect(agrees(said('120', '99'), record())).toBe(true);
    expect(agrees(said('120', '99'), record({ holds: ['amount', 'price'] }))).toBe(false);
  });

  it.each([
    ['1234.5', '0.0012345', true],
    ['1234.5', '1234500000', true],
    ['1234.5', '0.012345', false],
    ['1000', '0.001', true],
    ['1234.5', '0.0012346', false],
    ['123456789012345678', '0.123456789012345', true]
  ])('%s and %s have their point moved: %s', (a, b, isMoved) => {
    expect([isMovedPoint(a, b), isMovedPoint(b, a)]).toEqual([isMoved, isMoved]);
  });
});

describe('a doubt', () => {
  it('counts the time between its answers', () => {
    expect(after(20 * SECOND_MS, 90 * SECOND_MS)).toMatchObject({ answers: 3, agreedMs: 90 * SECOND_MS });
  });

  it('counts five minutes of a longer gap, so that neither sleep nor a jump of the clock confirms it', () => {
    expect(after(8 * HOUR_MS)).toMatchObject({ answers: 2, agreedMs: 5 * MINUTE_MS });
    expect(isConfirmed(after(8 * HOUR_MS, 8 * HOUR_MS + SECOND_MS), CONFIRMATIONS.missing)).toBe(false);
  });

  it('gains nothing from an answer that was given before', () => {
    expect(after(MINUTE_MS, MINUTE_MS, MINUTE_MS)).toMatchObject({ answers: 2, agreedMs: MINUTE_MS });
    expect(after(-MINUTE_MS).agreedMs).toBe(0);
  });

  it('needs as many answers and as much time as its kind says', () => {
    for (const kind of DOUBT_KINDS) {
      const needed = neededFor(record({ kind }), false);
      const { answers, agreedMs } = CONFIRMATIONS[kind];
      expect(needed).toEqual(CONFIRMATIONS[kind]);
      expect(isConfirmed({ answers, agreedMs }, needed)).toBe(true);
      expect(isConfirmed({ answers: answers - 1, agreedMs }, needed)).toBe(false);
      expect(isConfirmed({ answers, agreedMs: agreedMs - 1 }, needed)).toBe(false);
    }
  });

  it('needs two answers 15 s apart where what is missing is answered by what arrived', () => {
    expect(neededFor(record(), true)).toEqual({ answers: 2, agreedMs: 15 * SECOND_MS });
  });

  it('needs the longer confirmation for an amount together with a price', () => {
    const leap = record({ kind: 'leap-of-amount', holds: ['amount', 'price'] });
    expect(neededFor(leap, false)).toEqual(CONFIRMATIONS['leap-of-price']);
  });
});

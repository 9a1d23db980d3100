import { describe, expect, it } from 'vitest';
import { reuseKnown } from '../../../../electron/core/snapshots/update-snapshot';
import type { Holding } from '../../../../shared/schema/holding';
import { DAY_MS, HOUR_MS, holdingOf, NOW } from '../../../fakes/holdings';

const unknown = holdingOf({ price: null });
const known = holdingOf();
const before = NOW - HOUR_MS;

describe('a price that becomes unknown', () => {
  it('is reused, marked with the time when it was last known', () => {
    const [kept] = reuseKnown([known], [unknown], () => before, NOW);
    expect(kept).toEqual({ ...known, priceKeptSince: before });
  });

  it('keeps that time from poll to poll', () => {
    const kept = { ...known, priceKeptSince: before };
    expect(reuseKnown([kept], [unknown], () => NOW - 1, NOW)).toEqual([kept]);
  });

  it.each([
    [DAY_MS, '2000'],
    [DAY_MS + 1, null]
  ])('%d ms ago is reused as %j', (ageMs, price) => {
    const kept = { ...known, priceKeptSince: NOW - ageMs };
    const [next] = reuseKnown([kept], [unknown], () => NOW, NOW);
    expect(next).toMatchObject({ price, priceKeptSince: price && NOW - ageMs });
  });

  it('keeps the amount of the new answer', () => {
    const [kept] = reuseKnown([known], [{ ...unknown, balance: '3' }], () => before, NOW);
    expect(kept?.balance).toBe('3');
  });

  it('is reused from now on when the clock was set back, instead of for years', () => {
    const [kept] = reuseKnown([known], [unknown], () => NOW + 365 * DAY_MS, NOW);
    expect(kept?.priceKeptSince).toBe(NOW);
    const old = { ...known, priceKeptSince: NOW + 365 * DAY_MS };
    expect(reuseKnown([old], [unknown], () => NOW, NOW)[0]?.priceKeptSince).toBe(NOW);
  });

  it('is reused by the age of the answer of its own chain', () => {
    const other = holdingOf({ chainIndex: '56' });
    const ages: Record<string, number> = { '1': NOW - 3 * DAY_MS, '56': before };
    const next = reuseKnown(
      [known, other],
      [unknown, { ...other, price: null }],
      chainIndex => ages[chainIndex] ?? NOW,
      NOW
    );
    expect(next.map(holding => holding.price)).toEqual([null, '2000']);
  });
});

describe('a price that is known', () => {
  it('replaces a reused price, without the mark', () => {
    const kept = { ...known, priceKeptSince: before };
    expect(reuseKnown([kept], [{ ...known, price: '2100' }], () => before, NOW)).toEqual([
      { ...known, price: '2100' }
    ]);
  });

  it('is never used for another holding', () => {
    const other = holdingOf({ address: '0xb', price: null });
    expect(reuseKnown([known], [other], () => before, NOW)).toEqual([other]);
  });
});

describe('an unchanged holding', () => {
  it('is the same object as before, so that it is not parsed again', () => {
    expect(reuseKnown([known, unknown], [{ ...known }], () => before, NOW)[0]).toBe(known);
    const never = holdingOf({ address: '0xb', price: null });
    expect(reuseKnown([known, never], [{ ...never }], () => before, NOW)[0]).toBe(never);
  });

  it.each<[string, Partial<Holding>]>([
    ['amount', { balance: '2' }],
    ['price', { price: '2001' }],
    ['symbol', { symbol: 'WETH' }],
    ['kind', { kind: 'inscription' }],
    ['risk', { isRisky: true }],
    ['rows', { isDuplicate: true }]
  ])('is the new object when its %s differs', (_what, change) => {
    const next = { ...known, ...change };
    expect(reuseKnown([known], [next], () => before, NOW)[0]).toBe(next);
  });

  it.each<[string, Partial<Holding>]>([
    ['a price that was kept', { priceKeptSince: before }],
    ['a value that is stale by itself', { isStale: true }],
    ['a token that waits for the person', { isUnverified: true }]
  ])('is the new object after %s', (_what, mark) => {
    const next = { ...known };
    expect(reuseKnown([{ ...known, ...mark }], [next], () => before, NOW)[0]).toBe(next);
  });
});

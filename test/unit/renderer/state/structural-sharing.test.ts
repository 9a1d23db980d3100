// Unchanged parts of a new state stay the same objects, and changed parts are new.
import { describe, expect, it } from 'vitest';
import { reuseUnchanged } from '../../../../renderer/state/structural-sharing';
import { fresh } from '../../../fakes/states';

const copy = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

describe('a state that was read again', () => {
  const before = fresh(Date.UTC(2026, 10, 22));

  it('the old object stays if unchanged', () => expect(reuseUnchanged(before, copy(before))).toBe(before));

  it('unchanged parts stay the same, and the result equals the new state', () => {
    const after = copy(before);
    after.choices.isHidden = true;
    const next = reuseUnchanged(before, after);
    expect(next).toEqual(after);
    expect(next.portfolio).toBe(before.portfolio);
    expect(next.history).toBe(before.history);
    expect(next.choices).not.toBe(before.choices);
  });

  it('removed and added fields, and lists that grew or shrank, are detected', () => {
    expect(
      reuseUnchanged({ a: 1, b: undefined }, { a: 1 } as { a: number; b: undefined })
    ).not.toHaveProperty('b');
    expect(reuseUnchanged<object>({ a: 1 }, { b: undefined })).toHaveProperty('b');
    expect(reuseUnchanged([1, 2], [1])).toEqual([1]);
    expect(reuseUnchanged<unknown>([1], { 0: 1 })).toEqual({ 0: 1 });
    expect(reuseUnchanged<unknown>(null, {})).toEqual({});
  });
});

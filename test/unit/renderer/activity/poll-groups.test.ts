// Many transfers of one poll are one row of the activity, which says what they are worth and lists the largest first.
import { describe, expect, it } from 'vitest';
import { activityLinesOf } from '../../../../renderer/activity/activity-lines';
import {
  GROUP_STEP,
  GROUPED_FROM,
  groupPolls,
  isGroup,
  largestOf,
  worthOfGroup,
  type PollGroup
} from '../../../../renderer/activity/poll-groups';
import type { Entry } from '../../../../shared/schema/activity';
import { arrived, price } from '../../../fakes/activity';

const NOW = Date.UTC(2026, 10, 22, 10, 32);
const many = (count: number, change: (i: number) => Partial<Entry> = () => ({})): Entry[] =>
  Array.from({ length: count }, (_, i) =>
    arrived(NOW, { id: `e${i}`, worth: `${i}.5`, ...change(i) } as never)
  );

function groupOf(entries: readonly Entry[]): PollGroup {
  const [group] = groupPolls(entries).filter(isGroup);
  if (!group) throw new Error('no group');
  return group;
}

describe('the transfers of one poll', () => {
  it('are one row from twenty on, one for each direction, in their place', () => {
    const sent = many(GROUPED_FROM, i => ({ id: `s${i}`, kind: 'left' }));
    const items = groupPolls([
      price(NOW + 1, { id: 'first' }),
      ...many(9_800),
      price(NOW, { id: 'between' }),
      ...sent,
      arrived(NOW - 1, { id: 'last' })
    ]);
    expect(items.map(({ id }) => id)).toEqual(['first', `${NOW}/arrived`, 'between', `${NOW}/left`, 'last']);
    expect(items.flatMap(item => (isGroup(item) ? [item.entries.length] : []))).toEqual([9_800, 20]);
  });

  it('are rows of their own below twenty, and in polls of different times', () => {
    expect(groupPolls(many(GROUPED_FROM - 1)).filter(isGroup)).toEqual([]);
    expect(groupPolls(many(60, i => ({ at: NOW - (i % 4) }))).filter(isGroup)).toEqual([]);
  });

  it('are worth what counts of them, and nothing where that is not known', () => {
    expect(worthOfGroup(groupOf(many(20, () => ({ worth: '2.5' }))))).toBe('50');
    const spam = many(20, i => ({ worth: '1000000', silence: i === 0 ? null : 'not-counted' }));
    expect(worthOfGroup(groupOf(spam))).toBe('1000000');
    expect(worthOfGroup(groupOf(many(20, () => ({ worth: null }))))).toBeNull();
    expect(worthOfGroup(groupOf(many(20, () => ({ silence: 'switched-off' }))))).toBeNull();
  });

  it('are listed largest first, some at a time', () => {
    const group = groupOf(many(120));
    expect(largestOf(group, 2).map(({ id }) => id)).toEqual(['e119', 'e118']);
    const linesOf = (listed: number) =>
      activityLinesOf([group], NOW, false, { [group.id]: listed }).map(({ kind }) => kind);
    expect(linesOf(0)).toEqual(['day', 'group']);
    expect(linesOf(GROUP_STEP)).toEqual(['day', 'group', ...Array<string>(GROUP_STEP).fill('entry'), 'more']);
    expect(linesOf(150)).toEqual(['day', 'group', ...Array<string>(120).fill('entry')]);
  });
});

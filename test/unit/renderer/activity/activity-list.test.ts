// The list of the activity: what its filters list, and the day heading of each entry.
import { describe, expect, it } from 'vitest';
import { activityLinesOf, dayText } from '../../../../renderer/activity/activity-lines';
import {
  filterEntries,
  entrySubtitle,
  entryValueOf,
  type ActivityFilters
} from '../../../../renderer/activity/activity-list';
import { arrived, entriesOf, price, total } from '../../../fakes/activity';
import { fresh } from '../../../fakes/states';

const NOW = Date.UTC(2026, 10, 22, 10, 32);
const DAY_MS = 24 * 60 * 60_000;
const ALL: ActivityFilters = { topic: 'all', search: '', isOnlyNotified: false, wallets: null, chain: null };
const entries = entriesOf(fresh(NOW), NOW);
const kinds = (sought: Partial<ActivityFilters>): string[] =>
  filterEntries(entries, { ...ALL, ...sought }).map(({ kind }) => kind);

describe('the filters of the activity', () => {
  it.each<[string, Partial<ActivityFilters>, string[]]>([
    [
      'amounts, with what waits for a word',
      { topic: 'amounts' },
      ['unverified', 'arrived', 'left', 'arrived']
    ],
    ['prices, with the total', { topic: 'prices' }, ['total', 'price']],
    ['keys and polls, with dropped chains', { topic: 'polls' }, ['polls', 'key', 'unsupported']],
    ['a symbol', { search: ' ORDI ' }, ['price']],
    ['a chain by name', { search: 'polyg' }, ['arrived']],
    ['a key by name', { search: 'okx read' }, ['key']],
    ['a chain that was dropped', { search: 'zora' }, ['unsupported']],
    ['one wallet', { wallets: new Set(['w2']), topic: 'polls' }, ['polls']],
    ['one chain', { chain: '137' }, ['arrived']],
    ['only what was shown', { isOnlyNotified: true, topic: 'amounts' }, ['unverified', 'left', 'arrived']]
  ])('the filter lists %s', (_, sought, expected) => {
    expect(kinds(sought)).toEqual(expected);
  });
});

describe('the day headings of the activity', () => {
  it.each([
    [NOW, 'Today, 22 November'],
    [NOW - DAY_MS, 'Yesterday, 21 November'],
    [NOW - 3 * DAY_MS, 'Thursday, 19 November'],
    [NOW - 365 * DAY_MS, 'Saturday, 22 November 2025']
  ])('a day heading depends on the distance from today', (at, text) => {
    expect(dayText(at, NOW)).toBe(text);
  });

  it('a day heading comes once above its entries', () => {
    const lines = activityLinesOf([arrived(NOW), arrived(NOW - 1000), arrived(NOW - DAY_MS)], NOW, false);
    expect(lines.map(({ kind }) => kind)).toEqual(['day', 'entry', 'entry', 'day', 'entry']);
    expect(new Set(lines.map(({ id }) => id)).size).toBe(5);
  });
});

describe('the amounts of an entry', () => {
  it('the value of an entry has its sign, and is missing when it is not known', () => {
    expect(entryValueOf(arrived(NOW, { worth: '-139.1' }), false)).toEqual({ text: '−$139.10', sign: -1 });
    expect(entryValueOf(arrived(NOW, { worth: null }), false)).toBeNull();
    expect(entryValueOf(total(NOW), true)?.text).toBe('•••');
  });

  it('the subtitle beside the title contains no amount', () => {
    expect(entrySubtitle(total(NOW), NOW, false)).toBe('since 08:32');
    expect(entrySubtitle(price(NOW), NOW, false)).toBe('Bitcoin · since 09:32 · 2.7\u202f% of the total');
  });
});

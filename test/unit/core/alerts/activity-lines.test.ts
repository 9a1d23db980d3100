import { describe, expect, it } from 'vitest';
import {
  decodeActivity,
  entryLines,
  isEntry,
  deliveryLine
} from '../../../../electron/core/alerts/activity-lines';
import { Entry } from '../../../../shared/schema/activity';
import { SUPPRESSION_REASONS } from '../../../../shared/schema/alert';
import { arrived, EACH_KIND, walletsAdded } from '../../../fakes/entries';
import { NOW } from '../../../fakes/holdings';

const textOf = (entries: readonly Entry[]) =>
  entryLines(entries)
    .map(line => `${line}\n`)
    .join('');
const ids = (text: string) => decodeActivity(text).entries.map(({ id }) => id);

describe('lines of the activity', () => {
  it('give back each kind of entry unchanged', () => {
    expect(decodeActivity(textOf(EACH_KIND))).toEqual({
      entries: EACH_KIND,
      unknown: [],
      isDamaged: false
    });
  });

  it('are read newest first, and in file order within the same moment', () => {
    const all = [arrived({ id: 'a' }), arrived({ id: 'b' }), arrived({ id: 'c', at: NOW + 1 })];
    expect(ids(textOf(all))).toEqual(['c', 'a', 'b']);
  });

  it('take where and when an entry was notified from the last later line', () => {
    const text = [
      textOf([arrived({ id: 'a', silence: 'cooldown' }), arrived({ id: 'b' })]),
      deliveryLine(['a', 'gone'], NOW + 5, 'window'),
      deliveryLine(['a'], NOW + 9, 'desktop')
    ].join('\n');
    expect(decodeActivity(text).entries).toEqual([
      arrived({ id: 'a', silence: 'cooldown', toldAt: NOW + 9, toldIn: 'desktop' }),
      arrived({ id: 'b' })
    ]);
  });

  it('with the same id give one entry, the last one', () => {
    const text = textOf([arrived(), arrived({ symbol: 'DAI' })]);
    expect(decodeActivity(text).entries).toEqual([arrived({ symbol: 'DAI' })]);
  });

  it('that are cut short or are no entry are left out, and no other lines', () => {
    const [first, second] = [textOf([arrived({ id: 'a' })]), textOf([arrived({ id: 'b' })])];
    expect(ids(`${first}${second.slice(0, 40)}\nnull\n7\n[]\n{}\n\n${second}`)).toEqual(['b', 'a'].reverse());
    expect(decodeActivity(`${first}oops`).isDamaged).toBe(false);
  });

  it('of a kind that a newer version knows are no entries, are kept as they are, and are no damage', () => {
    const newer = JSON.stringify({ ...arrived({ id: 'n' }), kind: 'of-tomorrow', walletId: 'w2' });
    const decoded = decodeActivity(`${newer}\n${textOf([arrived()])}`);
    expect(decoded.entries).toEqual([arrived()]);
    expect(decoded.unknown).toEqual([{ line: newer, at: NOW, walletId: 'w2' }]);
    expect(decodeActivity(newer).isDamaged).toBe(false);
  });

  it('of records alone come with one that earlier versions understand, so that they take nothing for damaged', () => {
    expect(entryLines([])).toEqual([]);
    expect(entryLines([walletsAdded(), arrived()])).toHaveLength(2);
    const [, also] = entryLines([walletsAdded()]);
    expect(decodeActivity(also!)).toEqual({ entries: [], unknown: [], isDamaged: false });
    expect(JSON.parse(also!)).toEqual({ told: [], at: NOW, where: 'window' });
  });

  it('are damaged as a whole when no line of the file is a line of the activity', () => {
    expect(decodeActivity('\u0000\u0001\nno lines').isDamaged).toBe(true);
    for (const text of ['', '\n\n']) expect(decodeActivity(text).isDamaged).toBe(false);
  });
});

describe('the check of a line by hand', () => {
  const spoilt = [undefined, null, 7, 'x', [], {}, ['x', 7], true];

  it.each(EACH_KIND.map(entry => [entry.kind, entry] as const))(
    'agrees with the schema on every field of %s, and accepts only amounts as amounts',
    (_kind, entry) => {
      expect(Entry.safeParse(entry).success).toBe(true);
      expect(isEntry(entry)).toBe(true);
      for (const field of Object.keys(entry))
        for (const value of spoilt) {
          const changed: Record<string, unknown> = { ...entry, [field]: value };
          const isAllowed = Entry.safeParse(changed).success;
          if (!isAllowed) expect([field, value, isEntry(changed)]).toEqual([field, value, false]);
          else if (value !== 'x') expect([field, value, isEntry(changed)]).toEqual([field, value, true]);
        }
    }
  );

  it.each(['NaN', '', '1e5', '=1', '1.', '.5', '+1', '1'.repeat(401)])('rejects the amount %j', amount => {
    expect(isEntry(arrived({ amount }))).toBe(false);
    expect(isEntry(arrived({ worth: amount }))).toBe(false);
  });

  it('accepts every suppression reason, and nothing else', () => {
    for (const silence of SUPPRESSION_REASONS) expect(isEntry(arrived({ silence }))).toBe(true);
    expect(isEntry({ ...arrived(), silence: 'toString' })).toBe(false);
  });

  it.each([Infinity, 8.64e15 + 1, -8.64e15 - 1])('rejects a time that no Date can represent: %d', at => {
    expect(isEntry(arrived({ at }))).toBe(false);
  });
});

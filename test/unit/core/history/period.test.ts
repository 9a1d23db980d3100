import { describe, expect, it } from 'vitest';
import {
  lineOf,
  NO_TOKEN_NUMBERS,
  addTokenEntries,
  missingTokenEntries
} from '../../../../electron/core/history/line-format';
import type { Resolution } from '../../../../electron/core/ports/storage';
import { periodSince, type Since } from '../../../../electron/core/history/period';
import { DAY_MS, HOUR_MS, MINUTE_MS, NOW } from '../../../fakes/holdings';
import { pointAt } from '../../../fakes/points';

const tokenNumbers = addTokenEntries(
  NO_TOKEN_NUMBERS,
  missingTokenEntries(NO_TOKEN_NUMBERS, pointAt(NOW).tokens)
);
const line = (at: number) => lineOf(pointAt(at), tokenNumbers);
const DAY: Since = { kind: 'span', ms: DAY_MS };

/** Returns both ends of the period, and the files that were read. */
function ends(since: Since, files: Partial<Record<Resolution, readonly string[]>>) {
  const read: Resolution[] = [];
  const period = periodSince(
    since,
    resolution => {
      read.push(resolution);
      return files[resolution] ?? [''];
    },
    tokenNumbers
  );
  return { from: period?.baseline.at, to: period?.latest.at, read: [...new Set(read)] };
}

describe('the two points of a change', () => {
  const polls = [NOW - DAY_MS - 5, NOW - DAY_MS, NOW - DAY_MS + 5, NOW - 1, NOW].map(line);

  it('are the last poll and the last point that is old enough, found in the polls file alone', () => {
    expect(ends(DAY, { polls })).toEqual({ from: NOW - DAY_MS, to: NOW, read: ['polls'] });
    expect(ends({ kind: 'moment', at: NOW - 2 }, { polls })).toMatchObject({ from: NOW - DAY_MS + 5 });
  });

  it('are the last two polls', () => {
    expect(ends({ kind: 'poll' }, { polls })).toEqual({ from: NOW - 1, to: NOW, read: ['polls'] });
    expect(ends({ kind: 'poll' }, { polls: [line(NOW)] }).to).toBeUndefined();
  });

  it('are in the finest file that reaches back so far', () => {
    const files = {
      polls,
      'five-minutes': [line(NOW - 6 * DAY_MS)],
      hours: [line(NOW - 8 * DAY_MS), line(NOW - 7 * DAY_MS - HOUR_MS), line(NOW - DAY_MS)],
      days: [line(NOW - 7 * DAY_MS - 1)]
    };
    expect(ends({ kind: 'span', ms: 7 * DAY_MS }, files)).toEqual({
      from: NOW - 7 * DAY_MS - HOUR_MS,
      to: NOW,
      read: ['polls', 'five-minutes', 'hours']
    });
  });

  it('of a younger history begin with its first point, in whichever file that is', () => {
    const files = { polls: polls.slice(3), days: [line(NOW - 3 * HOUR_MS), line(NOW - 2 * HOUR_MS)] };
    expect(ends(DAY, files)).toMatchObject({ from: NOW - 3 * HOUR_MS, to: NOW });
    expect(ends(DAY, { polls: polls.slice(3) })).toMatchObject({ from: NOW - 1, to: NOW });
  });

  it('do not exist in a history of one point, or of none', () => {
    for (const files of [{}, { polls: [line(NOW), ''] }, { polls: ['rubbish'] }])
      expect(ends(DAY, files)).toMatchObject({ from: undefined, to: undefined });
  });

  it('are the same point when there was no poll since', () => {
    expect(ends({ kind: 'moment', at: NOW + HOUR_MS }, { polls })).toMatchObject({ from: NOW, to: NOW });
  });

  it('are found in spite of damaged lines', () => {
    const cut = line(NOW + MINUTE_MS).slice(0, -9);
    const spoilt = line(NOW - DAY_MS).replace('"100"', '"=1"');
    expect(ends(DAY, { polls: [line(NOW - DAY_MS - 5), spoilt, 'x', line(NOW), cut] })).toMatchObject({
      from: NOW - DAY_MS - 5,
      to: NOW
    });
  });

  it('end with the poll that arrived last, although a clock that ran ahead wrote a later time before', () => {
    const files = { polls: [line(NOW - DAY_MS), line(NOW + 400 * DAY_MS), line(NOW)] };
    expect(ends(DAY, files)).toMatchObject({ from: NOW - DAY_MS, to: NOW });
  });
});

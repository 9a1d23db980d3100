import { describe, expect, it } from 'vitest';
import { gapCauseOf, NO_INTERRUPTIONS, type BeforeGap } from '../../../../electron/core/history/gap-cause';
import { lineOf, parsePoint, NO_TOKEN_NUMBERS } from '../../../../electron/core/history/line-format';
import { chartPointsInOrder, thinChartPoints } from '../../../../electron/core/history/ranges';
import { addToBuckets, NO_OPEN_BUCKETS } from '../../../../electron/core/history/retention';
import { historyJson, historyRows } from '../../../../electron/core/export/history-rows';
import { HOUR_MS, MINUTE_MS, NOW } from '../../../fakes/holdings';
import { pointAt } from '../../../fakes/points';

const last = pointAt(NOW);
const after = NOW + 3 * HOUR_MS;
const causeOf = (change: Partial<BeforeGap>, now = after) =>
  gapCauseOf(last, now, { ...NO_INTERRUPTIONS, pausedUntil: 0, failures: [], ...change });

describe('the cause of a gap', () => {
  it.each<[string, Partial<BeforeGap>, string | null]>([
    ['a pause that ended by itself', { pausedUntil: NOW + HOUR_MS }, 'paused'],
    ['a pause that lasts, of which one poll was forced', { pausedUntil: after + HOUR_MS }, 'paused'],
    ['a pause that the person ended', { resumedAt: after - 1 }, 'paused'],
    ['a pause over a restart', { openedAt: after - 1, pausedUntil: after }, 'paused'],
    ['an app that did not run', { openedAt: after - 1 }, 'off'],
    [
      'an app that did not run, after a pause and a failure',
      { openedAt: after, pausedUntil: NOW + 1, failures: ['timeout'] },
      'off'
    ],
    ['a computer that slept', { sleptUntil: after - 1, failures: ['timeout'] }, 'asleep'],
    ['polls far apart after failures', { failures: ['timeout'] }, 'unreachable'],
    ['a key that was refused', { failures: ['timeout', 'key-unknown'] }, 'refused'],
    [
      'nothing that is known',
      { openedAt: NOW - 1, sleptUntil: NOW - 1, resumedAt: NOW - 1, pausedUntil: NOW - 1 },
      null
    ]
  ])('is found for %s', (_, facts, cause) => {
    expect(causeOf(facts)).toBe(cause);
  });

  it('is none without a gap, and before the first point', () => {
    expect(causeOf({ failures: ['timeout'] }, NOW + 3 * MINUTE_MS)).toBe(null);
    expect(gapCauseOf(null, after, { ...NO_INTERRUPTIONS, pausedUntil: after, failures: [] })).toBe(null);
  });
});

describe('the point after a gap', () => {
  const point = pointAt(after, { gapCause: 'paused', tokens: [] });

  it('keeps the cause in its line, where versions before see neither a part more nor a value more', () => {
    const line = lineOf(point, NO_TOKEN_NUMBERS);
    expect(parsePoint(line, NO_TOKEN_NUMBERS)).toEqual(point);
    const parts = JSON.parse(line) as unknown[];
    expect(parts).toHaveLength(9);
    expect(parts[7]).toMatchObject({ '/gap=paused': ['0', '0', '0', {}] });
    const newer = line.replace('/gap=paused', '/gap=of-tomorrow');
    expect(parsePoint(newer, NO_TOKEN_NUMBERS)).toEqual(pointAt(after, { tokens: [] }));
  });

  it('gives it to the chart and to JSON', () => {
    expect(chartPointsInOrder([last, point], 0)).toMatchObject([
      { isAfterGap: false },
      { isAfterGap: true, gapCause: 'paused' }
    ]);
    const json = JSON.parse(historyJson(historyRows([last, point], []), [], true)) as object[];
    expect(json[0]).not.toHaveProperty('gapCause');
    expect(json[1]).toMatchObject({ gapCause: 'paused', total: null });
  });

  it('gives it to the point that stays of its hour, also where a coarser file repeats that point', () => {
    const kept = pointAt(after + 20 * MINUTE_MS);
    const next = pointAt(after + 2 * HOUR_MS);
    let folded = addToBuckets(NO_OPEN_BUCKETS, point);
    folded = addToBuckets(folded.open, kept);
    const { hours } = addToBuckets(folded.open, next).closed;
    expect(hours).toMatchObject([{ at: kept.at, gapCause: 'paused' }]);
    expect(chartPointsInOrder([last, ...hours, kept], 0).at(-1)).toMatchObject({ gapCause: 'paused' });
  });

  it('shares a drawn gap with others only when the causes are the same', () => {
    const many = (causes: readonly ('paused' | 'off')[]) =>
      thinChartPoints(
        Array.from({ length: 400 }, (_, i) => {
          const cause = causes[i - 101];
          return {
            at: NOW + i * MINUTE_MS,
            total: i === 50 ? '1' : i === 60 ? '9' : '5',
            isStale: false,
            isAfterGap: cause !== undefined,
            ...(cause && { gapCause: cause })
          };
        }),
        10
      ).filter(({ isAfterGap }) => isAfterGap);
    expect(many(['paused', 'paused'])).toMatchObject([{ gapCause: 'paused' }]);
    expect(many(['paused', 'off'])[0]).not.toHaveProperty('gapCause');
  });
});

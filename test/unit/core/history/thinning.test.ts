import { describe, expect, it } from 'vitest';
import type { HistoryPoint } from '../../../../electron/core/ports/history-point';
import {
  bucketNumberOf,
  COARSE_RESOLUTIONS,
  addToBuckets,
  NO_OPEN_BUCKETS,
  openDayIndex,
  type CoarseResolution
} from '../../../../electron/core/history/retention';
import { compareDecimals, decimal, subtract, sum, toText } from '../../../../shared/domain/decimal';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../fakes/holdings';
import { seededRandom, pointAt, seriesAt, timesFrom } from '../../../fakes/points';

const MIDNIGHT = Date.UTC(2026, 10, 22);

/** The points that were written for each resolution, in order of writing. */
function written(points: readonly HistoryPoint[]): Record<CoarseResolution, HistoryPoint[]> {
  const files: Record<CoarseResolution, HistoryPoint[]> = { 'five-minutes': [], hours: [], days: [] };
  let open = NO_OPEN_BUCKETS;
  for (const point of points) {
    const folded = addToBuckets(open, point);
    open = folded.open;
    for (const resolution of COARSE_RESOLUTIONS) files[resolution].push(...folded.closed[resolution]);
  }
  return files;
}

/** Sequences of points that arrived one after the other in one bucket; the last one is open. */
function sequences(points: readonly HistoryPoint[], resolution: CoarseResolution): HistoryPoint[][] {
  const all: HistoryPoint[][] = [];
  for (const point of points) {
    const last = all.at(-1);
    const isSame = last && bucketNumberOf(last[0]!.at, resolution) === bucketNumberOf(point.at, resolution);
    if (isSame) last.push(point);
    else all.push([point]);
  }
  return all;
}

const lowest = (points: readonly HistoryPoint[]) =>
  points.reduce((a, b) => (compareDecimals(decimal(b.total), decimal(a.total)) < 0 ? b : a));
const highest = (points: readonly HistoryPoint[]) =>
  points.reduce((a, b) => (compareDecimals(decimal(b.total), decimal(a.total)) > 0 ? b : a));

describe('thinning', () => {
  it('closes five minutes, an hour and a day at the UTC boundary, with the last point of each', () => {
    const at = [0, 4, 5, 59, 60, 61, 24 * 60].map(minutes => pointAt(MIDNIGHT + minutes * MINUTE_MS));
    const files = written(at);
    expect(files['five-minutes']).toEqual([at[1], at[2], at[3], at[5]]);
    expect(files.hours).toEqual([at[3], at[5]]);
    expect(files.days.map(point => point.at)).toEqual([at[0]!.at, at[5]!.at]);
  });

  it('keeps the first, the lowest, the highest and the last point of a day, each once', () => {
    const day = ['5', '2.5', '9', '3', '9', '2.50', '4'].map((total, hour) =>
      pointAt(MIDNIGHT + hour * HOUR_MS, { total })
    );
    const next = pointAt(MIDNIGHT + DAY_MS);
    expect(written([...day, next]).days).toEqual([day[0], day[1], day[2], day[6]]);
    expect(written([day[0]!, next]).days).toEqual([day[0]]);
  });

  it('finds the first point of the day that is not closed, in order of arrival', () => {
    const from = (...hours: number[]) => openDayIndex(hours.map(hour => MIDNIGHT + hour * HOUR_MS));
    expect([from(), from(1), from(-1, 0, 23), from(0, 30, 1), from(1, 0.5, -0.1, 3, 2)]).toEqual([
      0, 0, 1, 2, 3
    ]);
  });

  it('does not write points that may still change', () => {
    expect(written([pointAt(MIDNIGHT), pointAt(MIDNIGHT + 1)])).toEqual({
      'five-minutes': [],
      hours: [],
      days: []
    });
  });

  it('loses no point of a clock that was a year ahead for one poll, or of one that was set back', () => {
    for (const wrong of [365 * DAY_MS, -365 * DAY_MS, -2 * DAY_MS]) {
      const [a, b, c, d] = [0, wrong, 1, 2 * DAY_MS].map(after => pointAt(MIDNIGHT + after));
      expect(written([a!, b!, c!, d!])).toEqual({
        'five-minutes': [a, b, c],
        hours: [a, b, c],
        days: [a, b, c]
      });
    }
  });

  it.each(Array.from({ length: 12 }, (_, seed) => seed))(
    'never changes the first, lowest, highest and last point of a day, or the last of an hour (seed %d)',
    seed => {
      const chance = seededRandom(seed);
      const points = seriesAt(timesFrom(MIDNIGHT, 800, chance), chance);
      const files = written(points);
      for (const resolution of ['five-minutes', 'hours'] as const)
        expect(files[resolution]).toEqual(
          sequences(points, resolution).slice(0, -1).map(sequence => sequence.at(-1)) // prettier-ignore
        );
      const days = sequences(points, 'days').slice(0, -1);
      let place = 0;
      for (const day of days) {
        const wanted = new Set([day[0]!, lowest(day), highest(day), day.at(-1)!]);
        const found = files.days.slice(place, (place += wanted.size));
        expect(new Set(found)).toEqual(wanted);
        expect(lowest(found).total).toBe(lowest(day).total);
      }
      expect(files.days).toHaveLength(place);
    }
  );

  it('keeps between any two remaining points parts that add up to the difference, digit for digit', () => {
    for (let seed = 0; seed < 10; seed++) {
      const chance = seededRandom(seed);
      const files = written(seriesAt(timesFrom(MIDNIGHT, 800, chance), chance));
      const kept = COARSE_RESOLUTIONS.flatMap(resolution => files[resolution]);
      for (let pair = 0; pair < 300; pair++) {
        const [a, b] = [0, 1].map(() => kept[Math.floor(chance() * kept.length)]!) as [HistoryPoint, HistoryPoint]; // prettier-ignore
        const parts = (['prices', 'transfers', 'recounted'] as const).map(kind =>
          subtract(decimal(b.ledger[kind]), decimal(a.ledger[kind]))
        );
        expect(toText(sum(parts))).toBe(toText(subtract(decimal(b.total), decimal(a.total))));
      }
    }
  });
});

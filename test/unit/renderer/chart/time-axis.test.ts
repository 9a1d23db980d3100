// The time axis: times of day, dates or months, depending on the period; always round, and never too many ticks.
import { describe, expect, it } from 'vitest';
import { chartMomentText } from '../../../../renderer/chart/chart-point';
import { timeTicks } from '../../../../renderer/chart/axes';

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
const NOW = Date.UTC(2026, 10, 22, 10, 32);

function texts(days: number, most: number): string[] {
  return timeTicks(NOW - days * DAY_MS, NOW, most).map(({ text }) => text);
}

describe('the ticks of the time axis', () => {
  it.each([
    ['an hour', 1 / 24, 4, ['09:45', '10:00', '10:15', '10:30']],
    ['a day', 1, 6, ['12:00', '16:00', '20:00', '00:00', '04:00', '08:00']],
    ['a week', 7, 4, ['16 Nov', '18 Nov', '20 Nov', '22 Nov']],
    ['a month', 30, 5, ['24 Oct', '31 Oct', '7 Nov', '14 Nov', '21 Nov']],
    ['a year', 365, 6, ['2026', 'Apr', 'Jul', 'Oct']],
    ['ten years', 3653, 6, ['2018', '2020', '2022', '2024', '2026']]
  ])('the ticks of %s are round moments', (_, days, most, expected) => {
    expect(texts(days, most)).toEqual(expected);
  });

  it.each([0.01, 0.5, 1.4, 1.6, 3, 9, 29, 61, 200, 800, 5000])(
    'a period of %d days never has too many ticks',
    days => {
      for (const most of [2, 3, 6, 9]) expect(texts(days, most).length).toBeLessThanOrEqual(most + 1);
    }
  );
});

describe('the text of the moment of a point', () => {
  it.each([
    [NOW - HOUR_MS, '09:32'],
    [NOW - 40 * DAY_MS, '13 Oct 10:32'],
    [NOW - 400 * DAY_MS, '18 Oct 2025 10:32']
  ])('day and year are named only where they differ from now', (at, text) => {
    expect(chartMomentText(at, NOW)).toBe(text);
  });
});

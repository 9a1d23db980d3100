import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOldPrices } from '../../../../electron/core/prices/day-old-prices';
import {
  isRefused,
  keptTokens,
  MAX_PRICED_TOKENS,
  nextQuestion,
  NO_PAST_PRICES,
  withAnswer,
  type PriceQuestion,
  type WantedToken
} from '../../../../electron/core/prices/price-plan';
import { seriesOf } from '../../../../electron/core/prices/series';
import type { PastPrice, StoredPastPrices } from '../../../../electron/core/ports/past-prices';
import { DAY_MS, HOUR_MS } from '../../../../shared/domain/durations';

const NOW = Date.parse('2026-11-22T09:30:00Z');
const wantedOf = (count: number): WantedToken[] =>
  Array.from({ length: count }, (_, index) => ({
    token: `1/t${index}`,
    chainIndex: '1',
    tokenAddress: `t${index}`,
    source: 'v6-address',
    keyId: 'k1'
  }));

/** A service with the past of three years: as OKX, the newest 200 points of a span. */
function answer({ request }: PriceQuestion, now: number, sinceMs = 3 * 365 * DAY_MS): PastPrice[] {
  const stepMs = request.period === '1h' ? HOUR_MS : DAY_MS;
  const newest = Math.min(now, request.end ?? now);
  const oldest = Math.max(request.begin ?? 0, now - sinceMs);
  const points: PastPrice[] = [];
  for (let at = newest - (newest % stepMs); at >= oldest && points.length < 200; at -= stepMs)
    points.unshift({ at, price: '2' });
  return points;
}

const none = new Set<string>();

/** Asks as long as there is something to ask. */
function askAll(wanted: WantedToken[], start: StoredPastPrices, now: number, areDaysAllowed = true) {
  let stored = start;
  const asked: string[] = [];
  for (;;) {
    const question = nextQuestion(wanted, () => stored, { skipped: none, areDaysAllowed, opened: none }, now);
    if (!question) return { stored, asked };
    asked.push(`${question.wanted.token} ${question.request.period}`);
    stored = withAnswer(stored, question, answer(question, now), now);
    if (asked.length > 2000) throw new Error('it never ends');
  }
}

describe('the plan of past prices', () => {
  it('asks the last days of every token first, the most valuable first, and then a year in two requests each', () => {
    const { asked, stored } = askAll(wantedOf(3), NO_PAST_PRICES, NOW);
    expect(asked).toEqual([
      '1/t0 1h',
      '1/t1 1h',
      '1/t2 1h',
      '1/t0 1d',
      '1/t0 1d',
      '1/t1 1d',
      '1/t1 1d',
      '1/t2 1d',
      '1/t2 1d'
    ]);
    const { hours, days } = stored.tokens['1/t0']!;
    expect(seriesOf(hours)).toHaveLength(200);
    const year = seriesOf(days);
    expect(NOW - year[0]!.at).toBeGreaterThan(365 * DAY_MS);
    expect(new Set(year.map(({ at }) => at)).size).toBe(year.length);
  });

  it('asks no day by day while the year has to wait', () => {
    expect(askAll(wantedOf(2), NO_PAST_PRICES, NOW, false).asked).toEqual(['1/t0 1h', '1/t1 1h']);
  });

  it('asks no more than 200 tokens', () => {
    const { stored } = askAll(wantedOf(MAX_PRICED_TOKENS + 30), NO_PAST_PRICES, NOW, false);
    expect(Object.keys(stored.tokens)).toHaveLength(200);
  });

  it('asks a token that somebody looks at before all others, however far down it is, and drops none for it', () => {
    const wanted = wantedOf(MAX_PRICED_TOKENS + 30);
    const limits = { skipped: none, areDaysAllowed: false, opened: new Set(['1/t229']) };
    const first = nextQuestion(wanted, () => NO_PAST_PRICES, limits, NOW)!;
    expect(first.wanted.token).toBe('1/t229');
    let stored = NO_PAST_PRICES;
    for (let question: PriceQuestion | null = first; question;) {
      stored = withAnswer(stored, question, answer(question, NOW), NOW);
      question = nextQuestion(wanted, () => stored, limits, NOW);
    }
    expect(Object.keys(stored.tokens)).toHaveLength(MAX_PRICED_TOKENS + 1);
  });

  it('asks a day later only for the end of what it knows', () => {
    const first = askAll(wantedOf(1), NO_PAST_PRICES, NOW).stored;
    expect(askAll(wantedOf(1), first, NOW + 19 * HOUR_MS).asked).toEqual([]);
    const later = NOW + DAY_MS;
    const limits = { skipped: none, areDaysAllowed: true, opened: none };
    const { request } = nextQuestion(wantedOf(1), () => first, limits, later)!;
    expect(request).toMatchObject({ period: '1h', end: null });
    expect(later - request.begin!).toBeLessThan(DAY_MS + 5 * HOUR_MS);
    expect(askAll(wantedOf(1), first, NOW + 4 * DAY_MS).asked).toEqual(['1/t0 1h', '1/t0 1d']);
  });

  it('stops at the beginning of a young token, and at a service that ignores the end of the span', () => {
    const limits = { skipped: none, areDaysAllowed: true, opened: none };
    for (const young of [60 * DAY_MS, 0]) {
      let stored = NO_PAST_PRICES;
      let count = 0;
      for (; count < 10; count++) {
        const question = nextQuestion(wantedOf(1), () => stored, limits, NOW);
        if (!question) break;
        stored = withAnswer(stored, question, young === 0 ? [] : answer(question, NOW, young), NOW);
      }
      expect(count).toBeLessThan(5);
    }
    let stored = askAll(wantedOf(1), NO_PAST_PRICES, NOW, false).stored;
    for (let count = 0; count < 2; count++) {
      const question = nextQuestion(wantedOf(1), () => stored, limits, NOW)!;
      const deaf = { ...question, request: { ...question.request, end: null } };
      stored = withAnswer(stored, question, answer(deaf, NOW), NOW);
    }
    expect(nextQuestion(wantedOf(1), () => stored, limits, NOW)).toBeNull();
  });

  it('asks nothing for a day after it was refused as a whole, also after the clock was set', () => {
    const refused = { ...NO_PAST_PRICES, refusedAt: NOW };
    expect(askAll(wantedOf(2), refused, NOW + DAY_MS - 1).asked).toEqual([]);
    expect(isRefused(refused, NOW + DAY_MS)).toBe(false);
    expect(isRefused(refused, NOW - 1)).toBe(false);
    expect(askAll(wantedOf(1), refused, NOW + DAY_MS).stored.refusedAt).toBeNull();
  });

  it('asks as often when it is killed after any answer and goes on from its file', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 6 }), runs => {
        let file = JSON.stringify(NO_PAST_PRICES);
        let count = 0;
        for (const length of [...runs, 100]) {
          let stored = JSON.parse(file) as StoredPastPrices;
          for (let step = 0; step < length; step++) {
            const limits = { skipped: none, areDaysAllowed: true, opened: none };
            const question = nextQuestion(wantedOf(4), () => stored, limits, NOW);
            if (!question) break;
            count++;
            stored = withAnswer(stored, question, answer(question, NOW), NOW);
          }
          file = JSON.stringify(stored);
        }
        expect(count).toBe(12);
      })
    );
  });

  it('keeps no more than nine days and a year, however long it runs', () => {
    let stored = NO_PAST_PRICES;
    for (let day = 0; day < 500; day += 5) stored = askAll(wantedOf(1), stored, NOW + day * DAY_MS).stored;
    const { hours, days } = stored.tokens['1/t0']!;
    expect(seriesOf(hours).length).toBeLessThanOrEqual(217);
    expect(seriesOf(days).length).toBeLessThanOrEqual(368);
  });

  it('forgets the tokens that nobody holds', () => {
    const { stored } = askAll(wantedOf(2), NO_PAST_PRICES, NOW, false);
    expect(Object.keys(keptTokens(stored, new Set(['1/t1'])).tokens)).toEqual(['1/t1']);
    expect(keptTokens(stored, new Set(['1/t0', '1/t1']))).toBe(stored);
  });
});

describe('the price of a day ago', () => {
  const at = (hoursAgo: number, price: string) =>
    `${(NOW - 1_800_000 - hoursAgo * HOUR_MS) / 60_000}:${price}`;
  const stored = (...points: string[]): StoredPastPrices => ({
    ...NO_PAST_PRICES,
    tokens: { '1/a': { hours: points.join(), days: '', hoursAt: NOW, daysAt: 0, isYearWhole: false } }
  });
  const dayOld = (...points: string[]) => dayOldPrices([stored(...points)], NOW).get('1/a');

  it('is the last one up to then', () => {
    expect(dayOld(at(26, '1'), at(25, '2'), at(24, '3'), at(23, '4'))).toBe('3');
  });

  it('is unknown in a hole, and where a point leaps alone', () => {
    expect(dayOld(at(27, '1'), at(23, '4'))).toBeUndefined();
    expect(dayOld(at(27, '1'), at(26, '1'), at(24, '30'), at(23, '1'))).toBeUndefined();
  });
});

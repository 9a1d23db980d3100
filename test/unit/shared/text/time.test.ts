import { afterEach, describe, expect, it } from 'vitest';
import { durationText, momentText } from '../../../../shared/text/time';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

describe('an age', () => {
  it.each([
    [0, '0 s'],
    [-5 * HOUR_MS, '0 s'],
    [999, '0 s'],
    [59_999, '59 s'],
    [MINUTE_MS, '1 min'],
    [HOUR_MS - 1, '59 min'],
    [HOUR_MS, '1 h'],
    [48 * HOUR_MS - 1, '47 h'],
    [48 * HOUR_MS, '2 days'],
    [400 * 24 * HOUR_MS, '400 days']
  ])('of %d ms is %s, and a clock set back makes none', (ms, text) => expect(durationText(ms)).toBe(text));
});

describe('a moment', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    process.env['TZ'] = zone;
  });

  it.each([
    ['2026-11-22T10:36:00Z', '2026-11-22T23:59:59Z', '10:36'],
    ['2026-11-22T00:00:00Z', '2026-11-22T00:00:01Z', '00:00'],
    ['2026-11-21T23:59:59Z', '2026-11-22T00:00:00Z', '21 Nov 23:59'],
    ['2026-11-23T08:00:00Z', '2026-11-22T23:59:59Z', '23 Nov 08:00'],
    ['2025-11-22T10:36:01Z', '2026-11-22T10:36:00Z', '22 Nov 10:36'],
    ['2025-11-22T10:36:00Z', '2026-11-22T10:36:00Z', '22 Nov 2025 10:36'],
    ['2031-01-01T08:00:00Z', '2026-11-22T23:59:59Z', '1 Jan 2031 08:00']
  ])(
    '%s seen at %s is %s: the date is named when the day is another, the year from a year on',
    (at, now, text) => expect(momentText(Date.parse(at), Date.parse(now))).toBe(text)
  );

  it('is shown in local time, before and after a change to summer time', () => {
    process.env['TZ'] = 'Europe/Berlin';
    const now = Date.parse('2026-03-29T12:00:00Z');
    expect(momentText(Date.parse('2026-03-29T00:30:00Z'), now)).toBe('01:30');
    expect(momentText(Date.parse('2026-03-29T01:30:00Z'), now)).toBe('03:30');
    expect(momentText(Date.parse('2026-03-28T22:30:00Z'), now)).toBe('28 Mar 23:30');
  });
});

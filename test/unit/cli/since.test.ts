import { afterEach, describe, expect, it } from 'vitest';
import { parseSince, sinceOf } from '../../../electron/cli/options';

const HOUR_MS = 3_600_000;

describe('the value of --since', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    process.env['TZ'] = zone;
  });

  it.each([
    ['24h', 24 * HOUR_MS],
    ['1h', HOUR_MS],
    ['7d', 168 * HOUR_MS],
    ['30d', 720 * HOUR_MS]
  ])('may be a span: %s', (text, ms) => expect(parseSince(text)).toEqual({ kind: 'span', ms }));

  it('may be the last poll', () => expect(parseSince('poll')).toEqual({ kind: 'poll' }));

  it.each([
    ['2026-11-22', '2026-11-21T16:00:00Z'],
    ['2026-11-22T09:30', '2026-11-22T01:30:00Z'],
    ['2026-11-22T09:30:05.5', '2026-11-22T01:30:05.500Z'],
    ['2026-11-22T09:30Z', '2026-11-22T09:30:00Z'],
    ['2026-11-22T09:30:00-05:00', '2026-11-22T14:30:00Z'],
    ['2024-02-29', '2024-02-28T16:00:00Z']
  ])('may be a date, of this computer’s zone unless it names one: %s', (text, moment) => {
    process.env['TZ'] = 'Asia/Shanghai';
    expect(parseSince(text)).toEqual({ kind: 'moment', at: Date.parse(moment) });
  });

  it('may be the last look, which is a moment of the profile; any other text is what it is alone', () => {
    expect(sinceOf('looked', 1234)).toEqual({ kind: 'moment', at: 1234 });
    expect(parseSince('looked')).toBe(null);
    expect(sinceOf('7d', 1234)).toEqual(parseSince('7d'));
    expect(sinceOf('seen', 1234)).toBe(null);
  });

  it.each(['', 'yesterday', '0d', '-1d', '1w', '99999d', '2026', '2026-02-30', '2026-13-01', '2025-02-29'])(
    'is refused for any other text: %j',
    text => expect(parseSince(text)).toBe(null)
  );

  it.each(['2026-11-22T25:00', '2026-11-22 09:00', '22.11.2026', '2026-11-22T09:00+25:00'])(
    'is refused for any other form of a time: %j',
    text => expect(parseSince(text)).toBe(null)
  );
});

// The whole tray icon: what it shows in each state, in which colour, and how sharp it is.
import { describe, expect, it } from 'vitest';
import { drawIcon, iconText } from '../../../../electron/core/tray/icon';
import type { IconState } from '../../../../electron/core/tray/icon';

const SIZES = [16, 20, 22, 24, 32, 40, 44, 48, 64];
const STATES: IconState[] = ['normal', 'stale', 'error', 'paused', 'hidden'];
const TEXTS = ['<1k', '1.2k', '42k', '958k', '6.7M', '30M', '888M', '1B', '360B', '1T+'];

/** Rows of alpha. */
function alphaRows(text: string | null, state: IconState, sizePx: number): number[][] {
  const { rgba, widthPx, heightPx } = drawIcon({ text, state, sizePx, ink: 'dark' });
  expect([widthPx, heightPx, rgba.length]).toEqual([sizePx, sizePx, sizePx * sizePx * 4]);
  return Array.from({ length: sizePx }, (_, y) =>
    Array.from({ length: sizePx }, (_, x) => rgba[(y * sizePx + x) * 4 + 3] ?? -1)
  );
}

/** The lowest row with ink; under a number it is the line. '#' is full ink, '.' none, '?' partial. */
function lowestRow(rows: number[][]): string {
  const row = rows.findLast(alphas => alphas.some(alpha => alpha > 0)) ?? [];
  return row.map(alpha => (alpha === 255 ? '#' : alpha === 0 ? '.' : '?')).join('');
}

describe('the text of the icon', () => {
  it.each([
    ['0', '<1k'],
    ['0.5', '<1k'],
    ['999.99', '<1k'],
    ['000999', '<1k'],
    ['1000', '1k'],
    ['1049', '1k'],
    ['1099.999999999999999999999999999999999999', '1k'],
    ['1100', '1.1k'],
    ['9999', '9.9k'],
    ['10000', '10k'],
    ['42070.957650807884827068186800909718217601', '42k'],
    ['99999.99', '99k'],
    ['999999', '999k'],
    ['999999.999999999999999999999999999999999999', '999k'],
    ['1000000', '1M'],
    ['9990000', '9.9M'],
    ['12345678', '12M'],
    ['999999999', '999M'],
    ['1290000000', '1.2B'],
    ['999000000000', '999B'],
    ['999999999999.99', '999B'],
    ['1000000000000', '1T+'],
    ['123456789012345678901234567890.5', '1T+']
  ])('writes %s as %s', (total, text) => expect(iconText(total)).toBe(text));
});

describe('the plain icon', () => {
  it.each(SIZES)('has another shape for every state at %i px, and leaves the edge empty', sizePx => {
    const drawn = STATES.map(state => alphaRows(null, state, sizePx));
    expect(new Set(drawn.map(rows => JSON.stringify(rows))).size).toBe(STATES.length);
    for (const rows of drawn) {
      const edge = [...(rows[0] ?? []), ...(rows.at(-1) ?? []), ...rows.flatMap(row => [row[0], row.at(-1)])];
      expect(new Set(edge)).toEqual(new Set([0]));
    }
  });

  it.each(SIZES)('is symmetric at %i px', sizePx => {
    for (const state of STATES) {
      for (const row of alphaRows(null, state, sizePx)) expect(row.toReversed()).toEqual(row);
    }
  });

  it.each(SIZES)('has a tray with a sharp lower edge at %i px', sizePx => {
    const floor = lowestRow(alphaRows(null, 'normal', sizePx));
    expect(floor).toMatch(/^(\.+\?*)#+\?*\.+$/);
    expect(floor.replaceAll(/[^#]/g, '').length).toBeGreaterThanOrEqual(Math.floor(sizePx * 0.4));
  });

  it.each(['error', 'paused', 'hidden'] as const)('replaces the number when %s', state => {
    expect(alphaRows('42k', state, 22)).toEqual(alphaRows(null, state, 22));
  });

  it('replaces a text that cannot be drawn completely', () => {
    for (const text of ['', '42x', '123456789', '•••']) {
      expect(alphaRows(text, 'normal', 16)).toEqual(alphaRows(null, 'normal', 16));
    }
  });
});

describe('the number in the icon', () => {
  it.each(SIZES)('has a solid line when fresh and four equal dashes when stale at %i px', sizePx => {
    for (const text of TEXTS) {
      expect(lowestRow(alphaRows(text, 'normal', sizePx))).toMatch(/^(\.+)#+\1$/);
      expect(lowestRow(alphaRows(text, 'stale', sizePx))).toMatch(/^\.+(#+)(\.+)\1\2\1\2\1\.+$/);
    }
  });

  it.each(SIZES)('differs between fresh and stale only in the line at %i px', sizePx => {
    const [fresh, stale] = [alphaRows('42k', 'normal', sizePx), alphaRows('42k', 'stale', sizePx)];
    const top = fresh.findIndex(row => row.some(alpha => alpha > 0));
    const foot = fresh.findIndex((row, y) => y > top && row.every(alpha => alpha === 0));
    expect(foot).toBeGreaterThan(sizePx / 2);
    expect(stale.slice(0, foot)).toEqual(fresh.slice(0, foot));
    expect(stale.slice(foot)).not.toEqual(fresh.slice(foot));
  });

  it.each([16, 20, 22, 24])('has no half-covered pixel at %i px', sizePx => {
    for (const text of TEXTS) {
      expect(new Set(alphaRows(text, 'stale', sizePx).flat())).toEqual(new Set([0, 255]));
    }
  });

  it.each(SIZES)('keeps straight strokes on whole pixels at %i px', sizePx => {
    for (const text of ['44', '4.4', '4.44', 'T+', '−4']) {
      expect(new Set(alphaRows(text, 'normal', sizePx).flat())).toEqual(new Set([0, 255]));
    }
    const flanks = alphaRows('000', 'normal', sizePx)[Math.floor(sizePx * 0.35)] ?? [];
    expect(flanks.map(alpha => (alpha === 255 ? '#' : alpha === 0 ? '.' : '?')).join('')).toMatch(
      /^\.*(#+)(\.+)\1\.+\1\2\1\.+\1\2\1\.*$/
    );
  });
});

describe('the ink', () => {
  it.each([
    ['light', [255, 255, 255]],
    ['dark', [29, 28, 26]]
  ] as const)('%s has one colour everywhere, and only alpha differs', (ink, rgb) => {
    const { rgba } = drawIcon({ text: '58k', state: 'normal', sizePx: 32, ink });
    for (let at = 0; at < rgba.length; at += 4) expect([...rgba.subarray(at, at + 3)]).toEqual(rgb);
    expect(rgba.some((value, at) => at % 4 === 3 && value === 255)).toBe(true);
  });
});

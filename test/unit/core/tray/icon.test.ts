// The whole tray icon: what it shows in each state, in which colour, and how sharp it is.
import { describe, expect, it } from 'vitest';
import { drawIcon } from '../../../../electron/core/tray/icon';
import { iconChangeText, iconText } from '../../../../electron/core/tray/icon-text';
import { compactUsd } from '../../../../shared/text/money';
import { contrast, type Rgb } from '../../../wcag-contrast';
import type { IconState } from '../../../../electron/core/tray/icon';

const SIZES = [16, 20, 22, 24, 32, 40, 44, 48, 64];
const STATES: IconState[] = ['normal', 'stale', 'error', 'paused', 'hidden'];
const TEXTS = ['<1k', '1.2k', '42k', '958k', '6.7M', '30M', '888M', '1B', '360B', '1kT+'];

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
    ['1000', '1k'],
    ['1049.99', '1k'],
    ['1050', '1.1k'],
    ['9949', '9.9k'],
    ['9950', '10k'],
    ['41883.2', '42k'],
    ['42499.99', '42k'],
    ['42500', '43k'],
    ['99500', '100k'],
    ['999499.99', '999k'],
    ['999500', '1M'],
    ['1249999', '1.2M'],
    ['9990000', '10M'],
    ['12345678', '12M'],
    ['999499999', '999M'],
    ['1290000000', '1.3B'],
    ['999000000000', '999B'],
    ['999999999999.99', '1T'],
    ['123400000000000', '123T'],
    ['999499999999999', '999T'],
    ['1000000000000000', '1kT+'],
    ['123456789012345678901234567890.5', '1kT+']
  ])('writes %s as %s', (total, text) => expect(iconText(total)).toBe(text));

  it('rounds as the compact form does, which has one digit more', () => {
    for (const total of ['41883', '41950', '999951', '8460000', '1999999999', '64999.5'])
      expect(Number.parseFloat(iconText(total))).toBeCloseTo(
        Number(Number.parseFloat(compactUsd(total).slice(1)).toPrecision(2)),
        5
      );
  });

  it.each([
    ['0', '0.0'],
    ['1.48', '+1.5'],
    ['-1.07', '−1.1'],
    ['9.949', '+9.9'],
    ['9.95', '+10'],
    ['-12.4', '−12'],
    ['345.6', '+346'],
    ['999.5', '>999'],
    ['89999999999999999909900', '>999'],
    ['-100', '−100']
  ])('writes a change of %s percent as %s', (percent, text) => expect(iconChangeText(percent)).toBe(text));
});

describe('the plate', () => {
  it.each(STATES)('lies under and around all ink in the state %s, so that no panel touches it', state => {
    for (const sizePx of [22, 44])
      for (const text of ['42k', '1.2M', null]) {
        const { rgba } = drawIcon({ text, state, sizePx, ink: 'plate' });
        const at = (x: number, y: number) => rgba.subarray((y * sizePx + x) * 4, (y * sizePx + x) * 4 + 4);
        const grounds: Rgb[] = [];
        let inked = 0;
        for (let y = 0; y < sizePx; y++)
          for (let x = 0; x < sizePx; x++) {
            const [red = 0, green = 0, blue = 0, alpha = 0] = at(x, y);
            if (alpha === 255 && green < 255) grounds.push([red, green, blue]);
            if (green < 255) continue;
            inked++;
            for (const [nextX, nextY] of [
              [x - 1, y],
              [x + 1, y],
              [x, y - 1],
              [x, y + 1]
            ] as const) {
              expect(Math.min(nextX, nextY), `${x},${y} is at the edge`).toBeGreaterThanOrEqual(0);
              expect(Math.max(nextX, nextY), `${x},${y} is at the edge`).toBeLessThan(sizePx);
              expect(at(nextX, nextY)[3]).toBe(255);
            }
          }
        expect(inked).toBeGreaterThan(sizePx);
        const [ground] = [...grounds].sort((a, b) => a[1] - b[1]);
        expect(contrast([255, 255, 255], ground!)).toBeGreaterThan(4.5);
      }
  });

  it('holds whatever the icon shows, so that states differ on it as they do without it', () => {
    const drawn = STATES.map(state =>
      [...drawIcon({ text: '42k', state, sizePx: 44, ink: 'plate' }).rgba].join()
    );
    expect(new Set(drawn).size).toBe(STATES.length);
  });
});

describe('the icon of the demo', () => {
  it.each(SIZES)('says DEMO at its foot in every state at %i px, and nothing is over it', sizePx => {
    const foot = 5 * Math.max(1, Math.floor(sizePx / 16));
    const rowsOf = (text: string | null, state: IconState) => {
      const { rgba } = drawIcon({ text, state, sizePx, ink: 'dark', isDemo: true });
      return Array.from({ length: sizePx }, (_, y) =>
        Array.from({ length: sizePx }, (_, x) => rgba[(y * sizePx + x) * 4 + 3] ?? -1)
      );
    };
    const word = rowsOf(null, 'paused').slice(-foot);
    const drawn = STATES.map(state => rowsOf('42k', state));
    for (const rows of drawn) {
      expect(rows.slice(-foot)).toEqual(word);
      expect(rows.at(-foot - 1)!.every(alpha => alpha === 0)).toBe(true);
    }
    expect(new Set(drawn.map(rows => JSON.stringify(rows))).size).toBe(STATES.length);
  });
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

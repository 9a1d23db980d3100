import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanSymbol } from '../../../electron/okx/balance-row';

describe('cleanSymbol', () => {
  it.each([
    ['ETH', 'ETH', 'a usual name'],
    ['USD₮0', 'USD₮0', 'a name beyond ASCII'],
    ['稳定币', '稳定币', 'a Chinese name'],
    ['🐕', '🐕', 'an emoji'],
    ['', '?', 'an empty name'],
    [' \t\n', '?', 'a name of blanks'],
    ['\u200b\u2060\ufeff', '?', 'a name of zero-width characters'],
    ['e\u0301', '\u00e9', 'a decomposed name'],
    ['e\u200b\u0301', '\u00e9', 'a name decomposed around a zero-width space'],
    ['A\u202eBTC\u2066', 'A·BTC·', 'bidirectional marks'],
    ['U\u200bS\u200dD\ufeffC', 'U·S·D·C', 'zero-width characters'],
    ['\u200bUSDC\u200b', '·USDC·', 'zero-width characters around a name'],
    ['A\u00ad\u3164\u115f\u034fB', 'A·B', 'characters without a shape'],
    ['نمی\u200cخواهم', 'نمیخواهم', 'a joiner of another script'],
    ['❤\ufe0f\u200d🔥', '❤🔥', 'an emoji of several parts'],
    ['\u2800\u2800', '?', 'blanks of Braille'],
    ['\u0301', '?', 'a mark without a letter'],
    ['A\u0000\u0007\u001b[31mB\u0085', 'A[31mB', 'control characters'],
    ['A\nVisit\r\nsite\u2028now', 'A Visit site now', 'line breaks'],
    ['  A \u0001 \t\u00a0 B ', 'A B', 'runs of blanks around a control character'],
    ['A\ud800B\udc00', 'AB', 'lone surrogates'],
    ['x'.repeat(32), 'x'.repeat(32), 'exactly 32 characters'],
    ['x'.repeat(33), 'x'.repeat(31) + '…', '33 characters'],
    ['🐕'.repeat(40), '🐕'.repeat(31) + '…', 'long emoji, cut between code points'],
    ['y'.repeat(30) + ' ' + 'z'.repeat(9), 'y'.repeat(30) + '…', 'a cut at a blank'],
    ['🐕'.repeat(500_000), '🐕'.repeat(31) + '…', 'megabytes']
  ])('cleans case %#', (name, expected, what) => {
    expect(cleanSymbol(name), what).toBe(expected);
  });

  it('gives 1 to 32 visible, well-formed code points for any name, and leaves a clean name alone', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.string({ unit: 'grapheme' }),
        (raw, text) => {
          const symbol = cleanSymbol(raw + text);
          expect([...symbol].length).toBeLessThanOrEqual(32);
          expect(symbol).not.toMatch(/^$|\p{C}(?<!\p{Cn})|\p{Zl}|\p{Zp}|\p{Bidi_Control}| {2}|^ | $/u);
          expect(symbol.isWellFormed()).toBe(true);
          expect(cleanSymbol(symbol)).toBe(symbol);
        }
      )
    );
  });
});

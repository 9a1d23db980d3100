import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import wellKnown from '../../../../electron/core/established/well-known-contracts.json';
import { CHAIN_TABLE } from '../../../../electron/okx/chains';
import { symbolMarkOf } from '../../../../shared/names/look-alike-symbols';

const listed = new Set(
  Object.values(wellKnown.contracts).flatMap(tokens =>
    Object.values(tokens).map(([symbol]) => String(symbol))
  )
);
const coins = new Set(CHAIN_TABLE.map(([, , , symbol]) => symbol).filter(symbol => symbol !== ''));

describe('the mark of a symbol', () => {
  it.each<[string, string | null, string]>([
    ['USD\u0421', 'USDC', 'a Cyrillic letter'],
    ['\u0415\u0422\u041d', 'ETH', 'Cyrillic letters alone'],
    ['usd\u0441', 'USDC', 'a small Cyrillic letter'],
    ['\u0392\u03a4C', 'BTC', 'Greek letters'],
    ['\u13da\u13b2L', null, 'a Cherokee letter that looks like none'],
    ['\u13da\u039fL', 'SOL', 'letters of three scripts'],
    ['ＵＳＤＴ', 'USDT', 'wide letters'],
    ['𝐔𝐒𝐃𝐂', 'USDC', 'bold letters of mathematics'],
    ['🅤🅢🅓🅒', 'USDC', 'letters in circles'],
    ['ᴜꜱᴅᴄ', 'USDC', 'small capitals'],
    ['USDC\u0323', 'USDC', 'a dot below'],
    ['U·S·D·C', 'USDC', 'the signs of hidden characters'],
    ['USDC·', 'USDC', 'a hidden character at the end'],
    ['USDC.', 'USDC', 'a point at the end'],
    ['US DC', 'USDC', 'a blank inside'],
    ['S0L', 'SOL', 'a zero'],
    ['L1NK', 'LINK', 'a one'],
    ['LlNK', 'LINK', 'a small L'],
    ['U\u0405DC.e', 'USDC.e', 'a bridged one']
  ])('of %j names %s: %s', (symbol, of) => {
    expect(symbolMarkOf(symbol)).toEqual(of === null ? null : { kind: 'look-alike', of });
  });

  it.each(['?', '', ' ', '\u2800', '\u3164', '\u0301', '\u200b'])(
    'of %j says that nobody can see it',
    symbol => {
      expect(symbolMarkOf(symbol)).toEqual({ kind: 'blank' });
    }
  );

  it.each([
    'USDC',
    'usdc',
    'Usdc',
    'USD₮0',
    'USD₮',
    'USDC.e',
    'axlUSDC',
    'cake',
    'USDI',
    'USDi',
    'USD0',
    'IDO',
    'SOI',
    '0G',
    '稳定币',
    'ВАСЯ',
    'РУБЛЬ',
    'Ω',
    '🐕',
    'W',
    'Ѕ',
    'محفظة',
    'A'.repeat(32),
    'O',
    '1',
    '$WIF',
    'TETHER',
    'ÉTÉ'
  ])('is none for %j', symbol => {
    expect(symbolMarkOf(symbol)).toBeNull();
  });

  it('is none for the symbols of well-known contracts and of coins, so that no genuine token is marked', () => {
    for (const symbol of [...listed, ...coins])
      expect([symbol, symbolMarkOf(symbol)]).toEqual([symbol, null]);
  });

  it('is given to whatever imitates one of them', () => {
    const imitable = [...listed, ...coins].filter(
      symbol =>
        symbol.length > 1 && /[ABCEHKMOPTX]/.test(symbol) && symbol !== 'USD1' && !symbol.includes('₮')
    );
    const twins = new Map([...'ABCEHKMOPTX'].map((letter, index) => [letter, [...'АВСЕНКМОРТХ'][index]!]));
    for (const symbol of imitable) {
      const twin = symbol.replace(/[ABCEHKMOPTX]/, letter => twins.get(letter)!);
      expect([twin, symbolMarkOf(twin)?.kind]).toEqual([twin, 'look-alike']);
    }
  });

  it('fails on no text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), text => {
        expect(() => symbolMarkOf(text)).not.toThrow();
      })
    );
  });
});

// Colours stay with their chains, and masked amounts are masked completely.
import { describe, expect, it } from 'vitest';
import {
  exactText,
  fittedAmount,
  fittedPrice,
  fittedUsd,
  maskedAxisTexts,
  maskedUsdParts
} from '../../../../renderer/portfolio/masked-amounts';
import { nameLetters, symbolLetters } from '../../../../renderer/ui/display/avatar-letters';
import { nextSlots, slotOf } from '../../../../renderer/ui/display/series-colours';

describe('the colour of a chain', () => {
  it('a chain keeps its colour when the order changes', () => {
    const before = nextSlots(new Map(), ['a', 'b', 'c']);
    const after = nextSlots(before, ['b', 'a', 'c']);
    expect([...after].sort()).toEqual([...before].sort());
  });

  it('a new chain gets the colour of a chain that left the first six', () => {
    const before = nextSlots(new Map(), ['a', 'b', 'c', 'd', 'e', 'f']);
    const after = nextSlots(before, ['a', 'b', 'c', 'd', 'e', 'g', 'f']);
    expect(after.get('g')).toBe(before.get('f'));
    expect(after.has('f')).toBe(false);
  });

  it('a chain outside the first six always has the same colour', () => {
    expect(slotOf(new Map(), 'TOK', '1/0xa')).toBe(slotOf(new Map(), 'TOK', '1/0xa'));
    expect(slotOf(new Map(), 'TOK', '1/0xa')).toBeLessThanOrEqual(6);
    expect([slotOf(new Map(), '324'), slotOf(new Map(), '56')]).toEqual([7, 7]);
  });
});

describe('avatar letters', () => {
  it('a name has one letter, or two when the first is taken', () => {
    expect([...nameLetters(['Ethereum', 'Bitcoin', 'Base']).values()]).toEqual(['E', 'B', 'Ba']);
  });

  it.each([
    ['ETH', 'ETH'],
    ['USDC', 'US'],
    ['$WIF', 'WIF'],
    ['🚀', '?']
  ])('the letters of the token %s are %s', (symbol, letters) => {
    expect(symbolLetters(symbol)).toBe(letters);
  });
});

describe('formatted amounts', () => {
  it('an amount is split before the decimal point, and masked completely', () => {
    expect(maskedUsdParts('42070.957', false)).toEqual({ dollars: '$42,070', cents: '.96' });
    expect(maskedUsdParts('42070.957', true)).toEqual({ dollars: '•••', cents: '' });
  });

  it('an exact amount keeps every digit', () => {
    expect(exactText('21203.4647571980138270671868009097182176')).toBe(
      '21,203.4647571980138270671868009097182176'
    );
  });

  it('different values have different labels on the axis', () => {
    expect(maskedAxisTexts(['42200', '41800', '41400'], false)).toEqual(['$42.2k', '$41.8k', '$41.4k']);
    expect(maskedAxisTexts(['42300', '42000', '41700'], false)).toEqual(['$42.3k', '$42.0k', '$41.7k']);
    expect(maskedAxisTexts(['2000', '1000', '0'], false)).toEqual(['$2k', '$1k', '$0']);
    expect(maskedAxisTexts(['42070.04', '42070.02', '42070'], false)).toEqual([
      '$42,070.04',
      '$42,070.02',
      '$42,070.00'
    ]);
    expect(maskedAxisTexts(['4034200', '4034000'], false)).toEqual(['$4,034,200', '$4,034,000']);
  });
});

describe('a text for a place of one width', () => {
  it.each([
    [fittedUsd('999999999999.99', false), { text: '$999,999,999,999.99' }],
    [fittedUsd('1000000000000', false), { text: '$1T', whole: '$1,000,000,000,000.00' }],
    [fittedUsd('-123456789.01', false, 10), { text: '−$123M', whole: '−$123,456,789.01' }],
    [fittedAmount('123456789012', false), { text: '123,456,789,012' }],
    [fittedAmount('123456789012345678.9', false), { text: '123,000T', whole: '123,456,789,012,345,678' }],
    [fittedPrice('1000000000'), { text: '$1B', whole: '$1,000,000,000.00' }],
    [fittedPrice('2650.43'), { text: '$2,650.43' }]
  ])('is compact where it is too long, and whole on hover', (fitted, expected) => {
    expect(fitted).toEqual(expected);
  });

  it('says nothing on hover either while balances are hidden', () => {
    expect(fittedUsd('1000000000000', true)).toEqual({ text: '•••' });
    expect(fittedAmount('123456789012345678', true)).toEqual({ text: '•••' });
  });
});

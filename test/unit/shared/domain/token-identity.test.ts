import { describe, expect, it } from 'vitest';
import {
  canonicalId,
  canonicalTokenKey,
  holdingId,
  tokenOf,
  tokenOfId
} from '../../../../shared/domain/holding-id';
import { canonicalAddress, canonicalToken } from '../../../../shared/domain/token-identity';

const USDC = '0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48';

describe('a token', () => {
  it.each([
    ['1', '0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48', USDC],
    ['1', '0XA0B86991C6218B36C1D19D4A2E9EB0CE3606EB48', USDC],
    ['501', 'EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v', 'EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v'],
    ['0', 'btc-runesMain-840000:2', 'btc-runesMain-840000:2'],
    ['118', 'ibc/27394FB092D2ECCD56123C74F36E4C1F926001CEADA9CA97EA622B25F41E5EB2', null],
    [
      '784',
      '0x002::Sui_Dex::Pool<0x0002::SUI::Sui, 0x0AB::c::C>',
      '0x2::sui_dex::pool<0x2::sui::sui, 0xab::c::c>'
    ],
    ['784', `0x${'0'.repeat(63)}2::a0x01::B`, '0x2::a0x01::b'],
    ['637', '0x0AFF', '0xaff'],
    // Outside of Move chains zeros in front are part of an address of fixed length.
    ['1', '0x00000000000000adc04c56bf30ac9d3c0aaf14dc', null]
  ])('on chain %s written %s is %s', (chain, written, canonical) => {
    expect(canonicalToken(chain, written)).toBe(canonical ?? written);
  });

  it.each([
    ['1', ''],
    ['1', '0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE'],
    ['8453', `0x${'0'.repeat(40)}`],
    ['999999', `0x${'0'.repeat(40)}`],
    ['137', '0x0000000000000000000000000000000000001010'],
    ['42220', '0x471EcE3750Da237f93B8E339c536989b8978a438'],
    ['1088', '0xDeadDeAddeAddEAddeadDEaDDEAdDeaDDeAD0000'],
    ['324', '0x000000000000000000000000000000000000800A'],
    ['1284', '0x0000000000000000000000000000000000000802'],
    ['784', '0x2::sui::SUI'],
    ['784', `0x${'0'.repeat(63)}2::sui::SUI`],
    ['637', '0x1::aptos_coin::AptosCoin'],
    ['637', `0x${'0'.repeat(63)}a`],
    ['501', '1'.repeat(32)]
  ])('on chain %s written %j is the coin of the chain', (chain, written) => {
    expect(canonicalToken(chain, written)).toBe('');
  });

  it.each([
    ['1', '0x0000000000000000000000000000000000001010'],
    ['137', '0x0d500b1d8e8ef31e21c99d1db9a6444d3adf1270'],
    ['501', 'So11111111111111111111111111111111111111112'],
    ['784', '0x3::sui::SUI'],
    ['637', '0xb']
  ])('on chain %s written %s is none', (chain, written) => {
    expect(canonicalToken(chain, written)).not.toBe('');
  });

  it('is the same for all that hold it, however it is written', () => {
    const one = { chainIndex: '1', tokenAddress: USDC };
    expect(tokenOf({ ...one, tokenAddress: USDC.toUpperCase() })).toBe(`1/${USDC}`);
    expect(canonicalTokenKey(`1/${USDC.toUpperCase()}`)).toBe(tokenOf(one));
    expect(canonicalTokenKey('137/0x0000000000000000000000000000000000001010')).toBe('137/');
  });
});

describe('an address', () => {
  it.each([
    ['0x00000000219AB540356cBB839Cbe05303d7705Fa', '0x00000000219ab540356cbb839cbe05303d7705fa'],
    [`0x00${'AB'.repeat(31)}`, `0x${'ab'.repeat(31)}`],
    ['0x1', '0x1'],
    ['bc1Q', 'bc1Q'],
    ['', '']
  ])('written %s is %s', (written, canonical) => {
    expect(canonicalAddress(written)).toBe(canonical);
  });
});

describe('the id of a holding', () => {
  it('that was stored before is the id that it would have now', () => {
    expect(canonicalId('w1/137/0xAB/0x0000000000000000000000000000000000001010')).toBe('w1/137/0xab/');
    const id = holdingId('w1', '784', `0x0${'a'.repeat(63)}`, '0x02::coin::COIN');
    expect(canonicalId(`w1/784/0x0${'a'.repeat(63)}/0x02::coin::coin`)).toBe(id);
    expect(canonicalId(id)).toBe(id);
  });

  it('may have slashes in its token', () => {
    const id = holdingId('w1', '118', 'cosmos1', 'ibc/AB');
    expect(tokenOfId(id)).toMatchObject({ chainIndex: '118', tokenAddress: 'ibc/AB' });
    expect(canonicalId(id)).toBe(id);
  });

  it('is not made of other text', () => {
    for (const text of ['', 'w1', 'w1/1/0xA']) expect(canonicalId(text)).toBe(text);
  });
});

// Tests what is the same coin on several chains: the list, its sources, and what stands apart from it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assetLookup } from '../../../../electron/core/assets/assets';
import sameCoins from '../../../../electron/core/assets/same-coins.json';
import wellKnown from '../../../../electron/core/established/well-known-contracts.json';
import { CHAIN_TABLE, chainFacts, isTestnet, nativeSymbol } from '../../../../electron/okx/chains';
import { canonicalToken } from '../../../../shared/domain/token-identity';
import { assetKeyOf, chainOfAsset } from '../../../../shared/holdings/asset-key';

type Listed = Record<string, Record<string, number[]>>;
interface ListedAsset {
  readonly coins?: Record<string, number[]>;
  readonly contracts?: Listed;
  readonly wrapped?: Listed;
}
const assets = Object.entries(sameCoins.assets as Record<string, ListedAsset>);
const idsOf = (listed: Listed = {}) =>
  Object.entries(listed).flatMap(([chainIndex, contracts]) =>
    Object.entries(contracts).map(([address, sources]) => ({ chainIndex, address, sources }))
  );
const contracts = assets.flatMap(([name, { contracts, wrapped }]) =>
  [...idsOf(contracts), ...idsOf(wrapped)].map(one => ({ name, ...one }))
);
const coins = assets.flatMap(([name, { coins = {} }]) =>
  Object.entries(coins).map(([chainIndex, sources]) => ({ name, chainIndex, address: '', sources }))
);

const assetOf = (chainIndex: string, tokenAddress: string, joinsWrapped = true) =>
  assetLookup(joinsWrapped)({ chainIndex, tokenAddress });

const USDC = '0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48';
const WETH = '0xc02aaa39b223fe8d0a0e5c4f27ead9083c756cc2';

describe('the asset of a token', () => {
  it.each([
    ['1', USDC, 'USDC'],
    ['1', `0x${USDC.slice(2).toUpperCase()}`, 'USDC'],
    ['42161', '0xaf88d065e77c8cc2239327c5edb3a432268e5831', 'USDC'],
    ['501', 'EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v', 'USDC'],
    ['784', '0xdba34672e30cb065b1f93e3ab55318768fd6fef66c15942c9f7cb846e2f900e7::usdc::USDC', 'USDC'],
    ['1', '', 'ETH'],
    ['8453', '', 'ETH'],
    ['42161', '0xeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee', 'ETH'],
    ['10', '0xdeaddeaddeaddeaddeaddeaddeaddeaddead0000', 'ETH'],
    ['204', '', 'BNB'],
    ['10', '0x1f32b1c2345538c0c6f582fcb022739c4a194ebb', 'wstETH']
  ])('of chain %s with the address "%s" is %s', (chainIndex, address, name) => {
    expect(assetOf(chainIndex, address)).toBe(name);
  });

  it.each([
    [
      'USDC that a bridge brought to Arbitrum',
      '42161',
      '0xff970a61a04b1ca14834a43f5de4533ebddb5cc8',
      'USDC.e'
    ],
    ['stETH beside ETH and wstETH', '1', '0xae7ab96520de3a18e5e111b5eaab095312d7fe84', undefined],
    ['USDC of Binance', '56', '0x8ac76a51cc950d9822d68b83fe1ad97b32cd580d', undefined],
    ['USDT0 beside USDT', '42161', '0xfd086bc7cd5c481dcc9c85ebe478a1c0b69fcbb9', 'USDT0'],
    ['BTC of the bridge of Merlin', '4200', '', undefined],
    ['ETH of a test chain', '11155111', '', undefined],
    ['the contract of USDC on another chain', '8453', USDC, undefined],
    ['ids of base58 in other capitals', '501', 'epjfwdd5aufqssqem2qn1xzybapc8g4wegGkzwytdt1v', undefined],
    ['the coin of a chain that nobody knows', '99999999', '', undefined]
  ])('leaves %s apart', (_, chainIndex, address, name) => {
    expect(assetOf(chainIndex, address)).toBe(name);
  });

  it('is that of the coin for a wrapped one, or one of its own, as the person chose', () => {
    expect([assetOf('1', WETH), assetOf('1', WETH, false)]).toEqual(['ETH', 'WETH']);
    expect(assetOf('8453', '0x4200000000000000000000000000000000000006', false)).toBe('WETH');
    expect([assetOf('1', ''), assetOf('1', '', false)]).toEqual(['ETH', 'ETH']);
    expect(assetOf('43114', '0xb31f66aa3c1e785363f0875a1b74e27b85fd66c7')).toBe('AVAX');
  });

  it('follows the id alone: no symbol, name or logo is asked', () => {
    const anyId = fc.constantFrom(...contracts.map(one => [one.chainIndex, one.address] as const), [
      '1',
      '0xf00d'
    ] as const);
    fc.assert(
      fc.property(anyId, fc.string(), ([chainIndex, tokenAddress], symbol) => {
        const token = { chainIndex, tokenAddress };
        const named = { ...token, symbol };
        expect(assetLookup(true)(named)).toBe(assetLookup(true)(token));
      })
    );
  });

  it('keys a token that stands alone by its chain and contract', () => {
    expect(assetKeyOf({ chainIndex: '1', tokenAddress: '0xF00D' })).toBe('1/0xf00d');
    expect(assetKeyOf({ asset: 'USDC', chainIndex: '1', tokenAddress: USDC })).toBe('USDC');
    expect([chainOfAsset('1/0xf00d'), chainOfAsset('USDC')]).toEqual(['1', null]);
  });
});

describe('the list of same coins', () => {
  it('has each coin and contract once, with its sources, on chains that the table knows', () => {
    const all = [...coins, ...contracts];
    expect(all.length).toBeGreaterThan(140);
    for (const { name, chainIndex, address, sources } of all) {
      const id = `${name} ${chainIndex}/${address}`;
      expect(chainFacts(chainIndex), id).not.toHaveProperty('isUnknown');
      expect(isTestnet(chainIndex), id).toBe(false);
      expect(sources.length, id).toBeGreaterThan(0);
      for (const source of sources) expect(sameCoins.sources[source], id).toMatch(/\S/);
    }
    const ids = all.map(one => `${one.chainIndex}/${canonicalToken(one.chainIndex, one.address)}`);
    expect(new Set(ids).size).toBe(ids.length);
    expect(contracts.filter(one => canonicalToken(one.chainIndex, one.address) === '')).toEqual([]);
  });

  it('uses each of its sources, and no slash in a name, which would read as a chain', () => {
    const used = new Set([...coins, ...contracts].flatMap(({ sources }) => sources));
    expect([...used].sort((a, b) => a - b)).toEqual(sameCoins.sources.map((_, index) => index));
    for (const [name] of assets) expect(name).not.toContain('/');
  });

  it('names the coins of chains as the table does, and all chains whose coin is ETH', () => {
    for (const { name, chainIndex } of coins) expect(nativeSymbol(chainIndex)).toBe(name);
    const ofEth = CHAIN_TABLE.filter(([chain, name, , coin]) => coin === 'ETH' && !isTestnet(chain, name));
    const listed = coins.filter(({ name }) => name === 'ETH').map(({ chainIndex }) => chainIndex);
    expect(listed.sort()).toEqual(ofEth.map(([chainIndex]) => chainIndex).sort());
  });

  /** Tether writes its own name in several ways; Circle took over the contract on Sonic. */
  const OTHER_SYMBOLS: Record<string, readonly string[]> = {
    USDT: ['USDt', 'USD₮'],
    USDT0: ['USD₮0', 'USDT'],
    USDC: ['USDC.e'],
    S: ['wS'],
    ETH: ['WETH', 'WETH.e'],
    SOL: ['SOL']
  };

  it('agrees with the symbols of the well-known contracts', () => {
    const known = wellKnown.contracts as unknown as Record<string, Record<string, [string]>>;
    for (const { name, chainIndex, address } of contracts) {
      const symbol = known[chainIndex]?.[address]?.[0];
      const expected = [name, `W${name}`, ...(OTHER_SYMBOLS[name] ?? [])];
      if (symbol !== undefined) expect(expected, `${name} ${chainIndex}/${address}`).toContain(symbol);
    }
  });
});

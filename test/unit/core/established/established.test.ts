// Tests which tokens count without a limit, the list of contracts, and what an amount is backed by.
import { describe, expect, it } from 'vitest';
import { backingOf, establishedBy } from '../../../../electron/core/established/established';
import wellKnown from '../../../../electron/core/established/well-known-contracts.json';
import { chainFacts } from '../../../../electron/okx/chains';
import { decimal, toText } from '../../../../shared/domain/decimal';
import { canonicalToken } from '../../../../shared/domain/token-identity';
import { NOW } from '../../../fakes/holdings';

const isKnownChain = (chain: string) => chainFacts(chain).isUnknown !== true;
const reasonOf = (chainIndex: string, tokenAddress: string) =>
  establishedBy({ chainIndex, tokenAddress }, isKnownChain);
const USDC = '0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48';

describe('a token', () => {
  it.each([
    ['1', '', 'coin'],
    ['1', '0xeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee', 'coin'],
    ['99999999', '', null],
    ['defi', '', 'defi'],
    ['1', USDC, 'contract'],
    ['1', `0x${USDC.slice(2).toUpperCase()}`, 'contract'],
    ['8453', USDC, null],
    ['501', 'EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v', 'contract'],
    ['501', 'epjfwdd5aufqssqem2qn1xzybapc8g4wegGkzwytdt1v', null],
    ['1', '0xf00d', null]
  ])('of chain %s with the address "%s" is established as %s', (chainIndex, tokenAddress, reason) => {
    expect(reasonOf(chainIndex, tokenAddress)).toBe(reason);
  });

  it('is asked anew whether its chain is known: the list of chains may name it later', () => {
    const coin = { chainIndex: '99999999', tokenAddress: '' };
    expect(establishedBy(coin, isKnownChain)).toBe(null);
    expect(establishedBy(coin, () => true)).toBe('coin');
  });
});

describe('the list of contracts', () => {
  const listed = Object.entries(wellKnown.contracts as Record<string, Record<string, unknown[]>>).flatMap(
    ([chainIndex, contracts]) => Object.entries(contracts).map(entry => [chainIndex, ...entry] as const)
  );

  it('has contracts of main chains that the table knows, each with a symbol and its sources', () => {
    expect(listed.length).toBeGreaterThan(300);
    for (const [chainIndex, address, [symbol, ...sources]] of listed) {
      expect(chainFacts(chainIndex), `${chainIndex}/${address}`).not.toHaveProperty('isUnknown');
      expect(chainFacts(chainIndex).isTestnet).toBe(false);
      expect(symbol).toMatch(/\S/);
      expect(sources.length, `${chainIndex}/${address}`).toBeGreaterThan(0);
      for (const source of sources) expect(wellKnown.sources[source as number]).toMatch(/\S/);
    }
  });

  it('names no coin, and no contract twice', () => {
    const ids = listed.map(([chainIndex, address]) => `${chainIndex}/${canonicalToken(chainIndex, address)}`);
    expect(ids.filter(id => id.endsWith('/'))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('an amount', () => {
  const past = { amount: '0', price: null, at: NOW };
  const backing = (change: object, amount: string) =>
    toText(backingOf({ ...past, ...change }, decimal(amount)));

  it('is backed by what was paid for it, in proportion once a part of it left', () => {
    const paid = { cost: '1000', costAmount: '50' };
    expect(backing(paid, '50')).toBe('1000');
    expect(backing(paid, '500')).toBe('1000');
    expect(backing(paid, '5')).toBe('100');
    expect(backing(paid, '0')).toBe('0');
  });

  it('is backed by ten times its worth when the person included it', () => {
    expect(backing({ includedWorth: '20' }, '1')).toBe('200');
    expect(backing({ includedWorth: '20', cost: '5', costAmount: '1' }, '1')).toBe('205');
  });

  it('is backed by nothing where nothing is known of the token', () => {
    expect(toText(backingOf(undefined, decimal('5')))).toBe('0');
  });
});

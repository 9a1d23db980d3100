import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  CHAINS,
  chainFacts,
  chainLookup,
  chainName,
  isTestnet,
  mergeChains,
  nativeSymbol
} from '../../../electron/okx/chains';

const FACTS = readFileSync(new URL('../../fixtures/okx/chains.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map(line => line.replace(/ Mainnet,/, ',').split(',') as [string, string, string, string, string]);

describe('chain table', () => {
  it('contains the 74 chains of the list and no other', () => {
    expect(FACTS).toHaveLength(74);
    expect([...CHAINS.keys()]).toEqual(FACTS.map(([chainIndex]) => chainIndex));
  });

  it.each(FACTS)('lists chain %s as %s', (chainIndex, name, shortName, symbol, family) => {
    expect(CHAINS.get(chainIndex)).toEqual({
      chainIndex,
      name,
      shortName,
      nativeSymbol: symbol,
      family,
      isTestnet: chainIndex === '1952' || chainIndex === '11155111'
    });
    expect(chainName(chainIndex)).toBe(name);
    expect(nativeSymbol(chainIndex)).toBe(symbol);
    expect(chainFacts(chainIndex)).toMatchObject({ name, family });
  });

  it.each(['123', '', '__proto__', 'constructor'])(
    'names the unknown chain "%s" by its number',
    chainIndex => {
      expect(chainName(chainIndex)).toBe(`Chain ${chainIndex}`);
      expect(nativeSymbol(chainIndex)).toBe('');
      expect(chainFacts(chainIndex).family).toBe('evm');
    }
  );

  it.each([
    ['1', 'Ethereum', false],
    ['1952', 'anything', true],
    ['11155111', 'anything', true],
    ['84532', 'Base Sepolia', true],
    ['999', 'Some TESTNET 2', true],
    ['123', undefined, false]
  ])('decides for chain %s named %s: testnet %s', (chainIndex, name, expected) => {
    expect(isTestnet(chainIndex, name)).toBe(expected);
  });
});

describe("OKX's list over the table", () => {
  const listed = { chainIndex: '4242', name: 'Next Testnet', shortName: 'NEXT' };
  const facts = chainLookup(mergeChains([listed, { ...listed, chainIndex: '1', name: 'Main' }]));
  const shown = (chainIndex: string, name: string) =>
    chainLookup(mergeChains([{ chainIndex, name, shortName: '' }]))(chainIndex).name;

  it('gives the names of new chains, and says what is a testnet', () => {
    expect(facts('4242')).toMatchObject({ name: 'Next Testnet', isTestnet: true, family: 'evm' });
    expect(facts('1')).toMatchObject({ name: 'Ethereum', isTestnet: false, family: 'evm' });
  });

  it.each([
    ['70000061', 'Fractal Bitcoin Mainnet', 'Fractal Bitcoin'],
    ['70000061', 'Fractal', 'Fractal Bitcoin'],
    ['56', 'BNB Smart Chain', 'BNB Chain'],
    ['1952', 'X Layer', 'X Layer Testnet'],
    ['10', 'Optimism Testnet', 'Optimism Testnet'],
    ['4242', 'Next Mainnet', 'Next'],
    ['4242', 'Mainnet', 'Mainnet']
  ])('shows chain %s, listed as %s, as %s, as before the list was read', (chainIndex, listedAs, name) => {
    expect(shown(chainIndex, listedAs)).toBe(name);
  });

  it('leaves what it does not name as it is in the table', () => {
    for (const chainIndex of ['501', '11155111', '4243'])
      expect(facts(chainIndex)).toEqual(chainFacts(chainIndex));
  });
});

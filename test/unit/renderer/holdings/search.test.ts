// The search finds holdings by each text that a person knows about them.
import { describe, expect, it } from 'vitest';
import { createFinder } from '../../../../renderer/holdings/filter/search';
import { fresh } from '../../../fakes/states';

const { holdings } = fresh(Date.UTC(2026, 10, 22)).portfolio;
const CHAINS = new Map([
  ['1', 'Ethereum'],
  ['8453', 'Base'],
  ['501', 'Solana']
]);
const WALLETS = new Map([
  ['w1', 'Cold wallet'],
  ['w2', 'Daily']
]);
const own = {
  ...holdings[0],
  id: 'x',
  symbol: 'USDC',
  chainIndex: '8453',
  walletId: 'w2'
} as (typeof holdings)[0];
const row = {
  ...own,
  tokenAddress: '0x833589fcd6edb6e08f4c7c32d4f71b54bda02913',
  address: '0xa03400e098f4421b34a3a44a1b4e571419517687'
};

function finds(search: string): boolean {
  return createFinder(search, CHAINS, WALLETS)(row);
}

describe('the search', () => {
  it.each([
    ['the symbol', 'usdc'],
    ['a part of it', 'SDC'],
    ['a name that people use', 'usd coin'],
    ['the contract', '0x833589fcd6edb6e08f4c7c32d4f71b54bda02913'],
    ['the contract in capitals', '0X833589FCD6EDB6E08F4C7C32D4F71B54BDA02913'],
    ['a part of the contract', 'edb6e08f'],
    ['its own address', '0xA03400E098f4421b34a3a44a1b4e571419517687'],
    ['an address as it is shortened', '0xa034…7687'],
    ['an address shortened with dots', '0x8335...2913'],
    ['the chain', 'base'],
    ['the wallet', 'dail'],
    ['several of them in any order', 'daily usdc base'],
    ['spaces alone', '   ']
  ])('the search finds a holding by %s', (_, search) => expect(finds(search)).toBe(true));

  it.each([
    ['one word fits and another does not', 'usdc solana'],
    ['the ends of two addresses are mixed', '0xa034…2913'],
    ['it runs over from one text into the next', 'usdc0x8335'],
    ['it names another wallet', 'cold'],
    ['it is nothing of this row', 'constructor']
  ])('the search does not find a holding when %s', (_, search) => expect(finds(search)).toBe(false));

  it('a symbol that is also an ordinary word is read as a symbol', () => {
    const named = { ...row, id: 'y', symbol: 'constructor' };
    const hit = (search: string): boolean => createFinder(search, CHAINS, WALLETS)(named);
    expect([hit('constructor'), hit('function')]).toEqual([true, false]);
  });
});

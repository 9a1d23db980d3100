// Addresses are shown unchanged, in files and terminals too: a text with characters that those would interpret is no
// address.
import { expect, it } from 'vitest';
import { LenientRow, UsualRow } from '../../../electron/okx/balance-row';

const row = (change: object) => ({
  chainIndex: '1',
  symbol: 'USDC',
  balance: '1',
  tokenPrice: '1',
  ...change
});

it.each([
  ['an escape sequence', '0x1\u001b[2J'],
  ['the short form of one', '0x1\u009b2J'],
  ['a line end', '0x1\n=cmd'],
  ['a null', '0x1\u0000'],
  ['a mark that turns the direction', '0x1\u202e'],
  ['a mark without a shape', '0x\u200b1'],
  ['half a character', '0x1\ud800']
])('%s makes the row a malformed one', (_what, address) => {
  for (const name of ['tokenAddress', 'tokenContractAddress', 'address'])
    for (const schema of [UsualRow, LenientRow])
      expect(schema.safeParse(row({ [name]: address })).success).toBe(false);
});

it.each([
  '',
  '0x833589fcd6edb6e08f4c7c32d4f71b54bda02913',
  'btc-brc20-ordi',
  'UNCOMMON•GOODS',
  '0x2::coin::Coin<0x5::usdc::USDC>',
  'ibc/27394FB092D2ECCD'
])('%j is a valid token address', tokenAddress => {
  expect(UsualRow.safeParse(row({ tokenAddress })).success).toBe(true);
});

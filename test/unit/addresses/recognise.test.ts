import { describe, expect, it } from 'vitest';
import { recognise } from '../../../electron/addresses/recognise';
import * as mint from './mint';

/** A short result: the families, or the problem. */
const resultOf = (text: string) =>
  recognise(text).map(({ family, problem }) => (problem ? `${family} ${problem}` : family));
const chains = (text: string) => recognise(text)[0]?.chains;
const BITCOIN = ['0', '70000061'];

describe('recognise', () => {
  /**
   * Published addresses: EIP-55, BIP-173, BIP-350, the cashaddr specification, TEP-2, SS58's and the chains'
   * documentation.
   */
  it.each([
    ['0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed', 'evm'],
    ['0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359', 'evm'],
    ['0x52908400098527886E0F7030069857D2E4169EE7', 'evm'],
    ['0xde709f2102306220921060314715629080e2fb77', 'evm'],
    ['1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', 'utxo'],
    ['BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4', 'utxo'],
    ['bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0', 'utxo'],
    ['bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a', 'utxo'],
    ['bitcoincash:ppm2qsznhks23z7629mms6s4cwef74vcwvn0h829pq', 'utxo'],
    ['addr1vx2fxv2umyhttkxyxp8x0dlpdt3k6cwng5pxj3jhsydzers66hrl8', 'utxo'],
    ['TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t', 'tron'],
    ['TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA', 'solana'],
    ['11111111111111111111111111111111', 'solana'],
    ['EQDKbjIcfM6ezt8KjKJJLshZJJSqX7XOA4ff-W72r5gqPrHF', 'ton'],
    ['UQDKbjIcfM6ezt8KjKJJLshZJJSqX7XOA4ff-W72r5gqPuwA', 'ton'],
    ['15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp5', 'substrate']
  ])('recognises %s as %s', (text, family) => {
    expect(resultOf(text)).toEqual([family]);
  });

  it.each([
    ['Bitcoin, key', mint.versioned(0x00, 1), ['0', '70000061', '145']],
    ['Bitcoin, script', mint.versioned(0x05, 2), ['0', '70000061', '145', '2']],
    ['Bitcoin, SegWit', mint.segwit('bc', 0, mint.bytesOf(3, 32)), BITCOIN],
    ['Bitcoin, Taproot', mint.segwit('bc', 1, mint.bytesOf(3, 32)), BITCOIN],
    ['Litecoin, key', mint.versioned(0x30, 4), ['2']],
    ['Litecoin, script', mint.versioned(0x32, 5), ['2']],
    ['Litecoin, SegWit', mint.segwit('ltc', 0, mint.bytesOf(3, 20)), ['2']],
    ['Dogecoin, key', mint.versioned(0x1e, 6), ['3']],
    ['Dogecoin, script', mint.versioned(0x16, 7), ['3']],
    ['Dash, key', mint.versioned(0x4c, 8), ['5']],
    ['Dash, script', mint.versioned(0x10, 9), ['5']],
    ['Bitcoin Cash, long hash', mint.cash('bitcoincash', 1, mint.bytesOf(10, 32)), ['145']],
    ['Cosmos', mint.plainBech32('cosmos', mint.bytesOf(11, 20)), ['118']],
    ['Cardano', mint.plainBech32('addr', Buffer.from([1, ...mint.bytesOf(12, 56)])), ['1815']],
    ['Polkadot', mint.polkadot(13), ['354']]
  ])('gives the chains of %s', (_coin, text, expected) => {
    expect(resultOf(text)).toHaveLength(1);
    expect(chains(text)).toEqual(expected);
  });

  it.each([
    ['Bitcoin', mint.versioned(0x6f, 1)],
    ['Bitcoin, script', mint.versioned(0xc4, 1)],
    ['Bitcoin, SegWit', 'tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx'],
    ['Litecoin', mint.segwit('tltc', 0, mint.bytesOf(1, 20))],
    ['Dogecoin', mint.versioned(0x71, 1)],
    ['Dash', mint.versioned(0x8c, 1)],
    ['Bitcoin Cash', mint.cash('bchtest', 0, mint.bytesOf(1, 20))],
    ['Bitcoin Cash, no prefix', mint.cash('bchtest', 0, mint.bytesOf(1, 20)).slice(8)],
    ['Cardano', mint.plainBech32('addr_test', Buffer.from([0, ...mint.bytesOf(12, 56)]))]
  ])('detects a testnet of %s', (_coin, text) => {
    expect(resultOf(text)).toEqual(['utxo testnet']);
  });

  it("detects TON's testnet by its flag", () => {
    expect([mint.ton(0x91, 1), mint.ton(0xd1, 1)].flatMap(resultOf)).toEqual(['ton testnet', 'ton testnet']);
  });

  it('offers Sui and Aptos for 64 digits, and asks whether the text is a private key', () => {
    const text = mint.hex32(1);
    expect(resultOf(text)).toEqual(['sui', 'move']);
    expect(recognise(text).map(({ caution }) => caution)).toEqual(Array(2).fill('could-be-private-key'));
  });

  it('restores the leading zero of an Aptos address, and reports that', () => {
    const whole = `0x0${'a1b2c3d'.repeat(9)}`;
    expect(recognise(whole.replace('0x0', '0x'))).toMatchObject([
      { family: 'move', address: whole, caution: 'zeros-added' }
    ]);
  });

  it('does not read an EVM address with a digit lost or doubled as one of Sui or Aptos', () => {
    expect([mint.evm(1).slice(0, -1), `${mint.evm(1)}0`].flatMap(resultOf)).toEqual([]);
  });

  it('shows an EVM address with its checksum, however it was typed', () => {
    const address = '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed';
    const typed = [address, address.toLowerCase(), `0X${address.slice(2).toUpperCase()}`];
    expect(typed.flatMap(recognise).map(reading => reading.address)).toEqual(Array(3).fill(address));
  });

  it('recognises all forms of one TON address as the same, and converts the raw one to that of a wallet', () => {
    const raw = `0:${mint.bytesOf(7, 32).toString('hex')}`;
    const [bounceable, plain] = [mint.ton(0x11, 7), mint.ton(0x51, 7)];
    const standard = plain.replaceAll('-', '+').replaceAll('_', '/');
    const found = [raw, bounceable, plain, standard].flatMap(recognise);
    expect(found.map(({ address }) => address)).toEqual([plain, bounceable, plain, plain]);
    expect(new Set(found.map(({ identity }) => identity)).size).toBe(1);
    expect(resultOf(`-1:${mint.bytesOf(7, 32).toString('hex')}`)).toEqual(['ton']);
    expect(resultOf(mint.ton(0x11, 7, 0xff))).toEqual(['ton']);
  });

  it('recognises Bitcoin Cash with and without its prefix as the same', () => {
    const full = mint.cash('bitcoincash', 0, mint.bytesOf(9, 20));
    const found = [full, full.slice(12), full.toUpperCase()].flatMap(recognise);
    expect(found.map(({ address }) => address)).toEqual(Array(3).fill(full.slice(12)));
  });

  it('refuses a text with a right checksum that is no address', () => {
    expect(resultOf(mint.versioned(0x99, 1))).toEqual([]);
    expect(resultOf(mint.polkadot(1, 42))).toEqual([]);
    expect(resultOf(mint.ton(0x33, 1))).toEqual([]);
    expect(resultOf(mint.segwit('bc', 0, mint.bytesOf(1, 21)))).toEqual(['utxo wrong-checksum']);
    expect(resultOf(mint.segwit('abc', 0, mint.bytesOf(1, 20)))).toEqual([]);
    expect(resultOf(mint.cash('bitcoincash', 9, mint.bytesOf(1, 20)))).not.toContain('utxo');
  });

  it('refuses SegWit under the checksum of another version', () => {
    expect(resultOf('bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kemeawh')).toEqual(['utxo wrong-checksum']);
    expect(resultOf('bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd')).toEqual([
      'utxo wrong-checksum'
    ]);
  });
});

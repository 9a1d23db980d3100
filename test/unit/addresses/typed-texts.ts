// What people type, paste or write into files where an address belongs, and what every door must say to it.
import { hex } from '@scure/base';
import type { AddressProblem } from '../../../electron/addresses/fields';
import * as mint from './mint';

export interface TypedText {
  readonly what: string;
  readonly text: string;
  /** The chain that is asked with it, where a door wants one. */
  readonly chain: string;
  /** The address that is saved, or what is wrong. */
  readonly says:
    { readonly address: string } | { readonly problem: AddressProblem; readonly coin?: string | null };
}

const evm = mint.evm(1);
const lower = evm.toLowerCase();
const bitcoin = mint.segwit('bc', 0, mint.bytesOf(3, 20));
const solana = mint.solana(4);
const tron = mint.versioned(0x41, 5);
const ton = mint.ton(0x51, 6);
const rawTon = `0:${hex.encode(Uint8Array.from(mint.bytesOf(6, 32)))}`;
const sui = mint.hex32(7);
const tokenContract = mint.evm(77);

const good = (what: string, text: string, address: string, chain = '1'): TypedText => ({
  what,
  text,
  chain,
  says: { address }
});
const wrong = (what: string, text: string, problem: AddressProblem, chain = '1'): TypedText => ({
  what,
  text,
  chain,
  says: { problem }
});
const coin = (what: string, text: string, name: string | null): TypedText => ({
  what,
  text,
  chain: '1',
  says: { problem: 'other-coin', coin: name }
});

/** BIP-39's own test phrase and one like it: they protect no wallet. */
const PHRASE = 'legal winner thank year wave sausage worth useful legal winner thank yellow';
const LONG_PHRASE = `${PHRASE} letter advice cage absurd amount doctor acoustic avoid letter advice cage above`;
const KEY = mint.bytesOf(11, 32).toString('hex');
const extended = (prefix: string) =>
  `${prefix}${mint.base58(mint.bytesOf(12, 64)).slice(0, 80)}${'A'.repeat(27)}`;

export const GOOD_TEXTS: readonly TypedText[] = [
  good('an EVM address', evm, evm),
  good('one in lower case', lower, evm),
  good('one in capitals', `0x${evm.slice(2).toUpperCase()}`, evm),
  good('blanks and line ends around it', `  ${evm}\r\n`, evm),
  good('an invisible mark in it', `${evm.slice(0, 9)}\u202e${evm.slice(9)}`, evm),
  good('a chain in front, EIP-3770', `base:${evm}`, evm, '8453'),
  good('a chain in front that is not known', `foo:${evm}`, evm),
  good('CAIP-10', `eip155:1:${evm}`, evm),
  good('a payment link, EIP-681', `ethereum:${evm}@137?value=1e18`, evm, '137'),
  good('a payment link for a token', `ethereum:${tokenContract}@1/transfer?address=${evm}&uint256=1`, evm),
  good('a payment link of Bitcoin', `bitcoin:${bitcoin}?amount=0.1&label=x`, bitcoin, '0'),
  good('a page of Etherscan', `https://etherscan.io/address/${evm}#tokentxns`, evm),
  good('a holder of a token at Etherscan', `https://etherscan.io/token/${tokenContract}?a=${evm}`, evm),
  good('a page of Tronscan', `https://tronscan.org/#/address/${tron}/transfers`, tron, '195'),
  good('a page of Solscan', `https://solscan.io/account/${solana}?cluster=mainnet`, solana, '501'),
  good('a page of Tonviewer', `https://tonviewer.com/${ton}`, ton, '607'),
  good('a page of mempool.space', `https://mempool.space/address/${bitcoin}`, bitcoin, '0'),
  good('a page of DeBank', `https://debank.com/profile/${lower}/history`, evm),
  good('a Safe', `https://app.safe.global/home?safe=eth:${evm}`, evm),
  good('a link that MetaMask shares', `https://metamask.app.link/send/${evm}@1`, evm),
  good('a name before it', `Cold wallet: ${evm}`, evm),
  good('quotes around it', `"${evm}"`, evm),
  good('Bitcoin in capitals', bitcoin.toUpperCase(), bitcoin, '0'),
  good('Solana', solana, solana, '501'),
  good('Tron', tron, tron, '195'),
  good('TON', ton, ton, '607'),
  good('TON, raw', rawTon, ton, '607'),
  good('Sui with its chain', sui, sui, '784'),
  good('Polkadot', mint.polkadot(8), mint.polkadot(8), '354')
];

export const SECRET_TEXTS: readonly TypedText[] = [
  wrong('a private key in hexadecimal', KEY, 'private-key'),
  wrong('one with 0x, where no address is written so', `0x${KEY}`, 'private-key'),
  wrong('one in capitals', KEY.toUpperCase(), 'private-key'),
  wrong('WIF', mint.base58check(Buffer.from([0x80, ...mint.bytesOf(2, 32), 1])), 'private-key', '0'),
  wrong('BIP-38', `6PRVWUbkzzsbcVac2qwfssoUJAN1Xhrg6bNk8J7Nzm5H7kxEbn2Nh2ZoGg`, 'private-key', '0'),
  wrong('an extended private key', extended('xprv'), 'private-key', '0'),
  wrong('one of SegWit', extended('zprv'), 'private-key', '0'),
  wrong("Solana's key", mint.base58(mint.bytesOf(6, 64)), 'private-key', '501'),
  wrong("Solana's key as bytes", JSON.stringify([...mint.bytesOf(7, 64)]), 'private-key', '501'),
  wrong(
    "Sui's key",
    mint.plainBech32('suiprivkey', Buffer.from([0, ...mint.bytesOf(1, 32)])),
    'private-key',
    '784'
  ),
  wrong("Aptos's key", `ed25519-priv-0x${KEY}`, 'private-key', '637'),
  wrong("Cardano's key", mint.plainBech32('addr_xsk', mint.bytesOf(9, 64)), 'private-key', '1815'),
  wrong("Tezos's key", `edsk${mint.base58(mint.bytesOf(9, 64)).slice(0, 50)}`, 'private-key'),
  wrong("XRP's seed", `s${mint.base58(mint.bytesOf(10, 24)).slice(0, 28)}`, 'private-key'),
  wrong("Stellar's seed", `S${'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.repeat(2).slice(0, 55)}`, 'private-key'),
  wrong("Nostr's key", mint.plainBech32('nsec', mint.bytesOf(9, 32)), 'private-key'),
  wrong('twelve words', PHRASE, 'private-key'),
  wrong('24 words', LONG_PHRASE, 'private-key'),
  wrong('24 words on lines', LONG_PHRASE.replaceAll(' ', '\n'), 'private-key'),
  wrong('words in Chinese', '的 一 是 在 不 了 有 和 人 这 中 大', 'private-key'),
  wrong('a key beside an address', `${evm} ${KEY}`, 'private-key'),
  wrong(
    'a key in PEM',
    `-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEIAABAgMEBQYHCAkKCwwN\n-----END EC PRIVATE KEY-----`,
    'private-key'
  )
];

export const OTHER_TEXTS: readonly TypedText[] = [
  wrong(
    'a changed letter',
    evm.replace(/[a-f]/, letter => letter.toUpperCase()),
    'wrong-checksum'
  ),
  wrong(
    'a changed letter of Bitcoin',
    `${bitcoin.slice(0, -1)}${bitcoin.endsWith('q') ? 'p' : 'q'}`,
    'wrong-checksum',
    '0'
  ),
  wrong('a test network', mint.segwit('tb', 0, mint.bytesOf(3, 20)), 'testnet', '0'),
  wrong('a chain that does not fit', bitcoin, 'wrong-chain'),
  wrong('an EVM address with the chain of Solana', evm, 'wrong-chain', '501'),
  wrong('an extended public key', extended('xpub'), 'extended-public-key', '0'),
  wrong('one of SegWit', extended('zpub'), 'extended-public-key', '0'),
  wrong(
    'one in a descriptor',
    `wpkh([d34db33f/84h/0h/0h]${extended('xpub')}/0/*)`,
    'extended-public-key',
    '0'
  ),
  wrong('a name of ENS', 'vitalik.eth', 'domain-name'),
  wrong('a name below another', 'pay.jesse.base.eth', 'domain-name'),
  wrong('a name of Solana', 'toly.sol', 'domain-name', '501'),
  wrong('a transaction', `https://etherscan.io/tx/0x${KEY}`, 'transaction'),
  wrong('a transaction of Bitcoin', `https://mempool.space/tx/${KEY}`, 'transaction', '0'),
  wrong('a page of a token', `https://etherscan.io/token/${tokenContract}`, 'token-page'),
  wrong('a page of a pool', `https://dexscreener.com/ethereum/${tokenContract}`, 'token-page'),
  wrong('a script', 'javascript:alert(1)', 'not-an-address'),
  wrong('another page', 'https://example.org/', 'not-an-address'),
  wrong('half an address', evm.slice(0, 24), 'not-an-address'),
  wrong('words', 'my cold wallet', 'not-an-address'),
  wrong('two addresses', `${evm} ${mint.evm(2)}`, 'not-an-address'),
  wrong('a null character', '\u0000', 'not-an-address'),
  wrong('10,000 lines', 'x\n'.repeat(10_000), 'not-an-address'),
  coin('XRP', 'rN7n7otQDd6FczFgLdSqtcsAUxDkw6fzRH', 'XRP'),
  coin('Stellar', `G${'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.repeat(2).slice(0, 55)}`, 'Stellar'),
  coin('Monero', `4${mint.base58(mint.bytesOf(20, 64)).concat('A'.repeat(20)).slice(0, 94)}`, 'Monero'),
  coin('Osmosis', mint.plainBech32('osmo', mint.bytesOf(21, 20)), 'Osmosis'),
  coin('Kusama', mint.polkadot(22, 2), 'Kusama'),
  coin('eCash', mint.cash('ecash', 0, mint.bytesOf(23, 20)), 'eCash'),
  coin('eCash without its prefix', mint.cash('ecash', 0, mint.bytesOf(23, 20)).slice(6), 'eCash'),
  coin('Zcash', `t1${mint.base58(mint.bytesOf(24, 32)).slice(0, 33)}`, 'Zcash'),
  coin('Tezos', `tz1${mint.base58(mint.bytesOf(25, 32)).slice(0, 33)}`, 'Tezos'),
  coin('Qtum', mint.versioned(0x3a, 26), 'Qtum'),
  coin('a coin that nobody knows', mint.versioned(0x99, 27), null),
  coin('NEAR', 'alice.near', 'NEAR'),
  coin('Hedera', '0.0.123456', 'Hedera'),
  coin('MultiversX', mint.plainBech32('erd', mint.bytesOf(28, 32)), 'MultiversX'),
  coin('XDC', `xdc${evm.slice(2)}`, 'XDC Network')
];

export const TYPED_TEXTS: readonly TypedText[] = [...GOOD_TEXTS, ...SECRET_TEXTS, ...OTHER_TEXTS];

/** Parts that must appear nowhere: long runs of letters and digits, and the words of a phrase. */
export function telltales({ text }: TypedText): string[] {
  return [...(text.match(/[\w+/]{20,}/g) ?? []), ...(text.split(/\s+/).length > 11 ? [text] : [])].filter(
    part => !evm.includes(part)
  );
}

// Texts that no report, log or export may contain: addresses of every family, amounts, dollars, credentials, folders
// of a person.
import * as mint from '../unit/addresses/mint';

export interface Planted {
  /** The secret as it appears in a text. */
  readonly planted: string;
  /** The part that must not remain of it. */
  readonly never: string;
}

const whole = (value: string): Planted => ({ planted: value, never: value });
const part = (planted: string, never: string): Planted => ({ planted, never });

export const ADDRESSES: Readonly<Record<string, string>> = {
  evm: mint.evm(1),
  'evm, small letters': mint.evm(2).toLowerCase(),
  'sui or move': mint.hex32(3),
  bitcoin: mint.versioned(0x00, 4),
  segwit: mint.segwit('bc', 0, mint.bytesOf(5, 20)),
  taproot: mint.segwit('bc', 1, mint.bytesOf(6, 32)),
  litecoin: mint.segwit('ltc', 0, mint.bytesOf(7, 20)),
  dogecoin: mint.versioned(0x1e, 8),
  'bitcoin cash': mint.cash('bitcoincash', 0, mint.bytesOf(9, 20)),
  cardano: mint.plainBech32('addr', Buffer.from([1, ...mint.bytesOf(10, 56)])),
  cosmos: mint.plainBech32('cosmos', mint.bytesOf(11, 20)),
  tron: mint.versioned(0x41, 12),
  solana: mint.solana(13),
  ton: mint.ton(0x11, 14),
  'ton, raw': `0:${mint.bytesOf(15, 32).toString('hex')}`,
  substrate: mint.polkadot(16),
  'account at OKX': '13886e05-1265-4b79-8ac3-b7ab46211001'
};

export const SECRETS: Readonly<Record<string, Planted>> = {
  ...Object.fromEntries(Object.entries(ADDRESSES).map(([family, address]) => [family, whole(address)])),
  'short form of an address': part('0x5aAe…BeAed', 'BeAed'),
  'name of an address': whole('maxine.eth'),
  'exact amount': whole('21203.4647571980138270671868009097182176'),
  'amount with its token': part('250 USDC', '250 '),
  'amount in the least unit': whole('7250000000000000000'),
  dollars: part('$42,070.96', '42,070'),
  'dollars, short': part('$42k', '42k'),
  'small fraction': whole('0.00000712'),
  'power of ten': whole('1.5e+21'),
  'API key': part('apiKey: 7f3d-9c', '7f3d-9c'),
  'secret key': part('"secretKey":"BQ7x"', 'BQ7x'),
  passphrase: part('passphrase=correct horse', 'correct'),
  signature: whole('w1kVf0GkzFvJr3b7gG5Jx2zqzR8xKyq5S4s1X0m0wYc='),
  header: part('OK-ACCESS-SIGN: abc', ' abc'),
  'secret of hex': whole('9D2C6F0E4B1A8C7D3E5F60718293A4B5'),
  'password of a proxy': part('http://max:hunter2@proxy.corp:3128', 'hunter2'),
  'person at a proxy': part('http://maxine:hunter2@proxy.corp:3128', 'maxine'),
  'home of Linux': part('/home/maxine/.config/Tokentray', 'maxine'),
  'home of macOS': part('/Users/maxine/Library', 'maxine'),
  'home of Windows': part('C:\\Users\\maxine\\AppData', 'maxine'),
  'address of a letter': part('maxine@example.org', 'maxine'),
  'address of the network': whole('203.0.113.77'),
  'rest of a URL': part('https://www.okx.com/api/v5/x?accountId=zq1', 'zq1')
};

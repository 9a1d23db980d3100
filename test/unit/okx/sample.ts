// Replies, rows and a wallet for the tests of okx/: the usual shape, with what a test changes.
import { Failure } from '../../../shared/domain/failure';
import type { WalletOf } from '../../../shared/schema/wallet';
import type { HttpReply, Reading } from '../../../electron/core/ports/ports';
import { drivers } from '../../../electron/okx/drivers';

export const RECEIVED_AT = Date.parse('2026-11-22T09:00:00.000Z');

export const WALLET: WalletOf<'v5-account'> = {
  id: 'w1',
  name: 'Cold wallet',
  keyId: 'k1',
  source: 'v5-account',
  accountId: '31f55853-d430-42c5-b4c6-710d39848cd1',
  chains: []
};

/** In checksum case, as people paste it. */
export const ADDRESS_WALLET: WalletOf<'v6-address'> = {
  id: 'w6',
  name: 'Daily',
  keyId: 'k1',
  source: 'v6-address',
  address: '0x9858EfFD232B4033E47d90003D41EC34EcaEda94',
  chains: ['1', '8453']
};

export const ROW = {
  chainIndex: '1',
  tokenAddress: '0xf4d2888d29d722226fafa5d9b24f9164c092421e',
  symbol: 'LOOKS',
  balance: '0.5',
  rawBalance: '',
  tokenPrice: '2',
  tokenType: '1',
  isRiskToken: false,
  address: '0xa03400e098f4421b34a3a44a1b4e571419517687'
};

/** The same row as v6 gives it: another name for the token's id, no type, the address in lower case. */
export const ADDRESS_ROW = {
  chainIndex: '1',
  tokenContractAddress: '0xf4d2888d29d722226fafa5d9b24f9164c092421e',
  address: '0x9858effd232b4033e47d90003d41ec34ecaeda94',
  symbol: 'LOOKS',
  balance: '0.5',
  rawBalance: '500000000000000000',
  tokenPrice: '2',
  isRiskToken: false
};

export function httpReply(status: number, body: string, headers: Record<string, string> = {}): HttpReply {
  return { status, headers, body };
}

/** A success that holds these rows. */
export function success(...rows: unknown[]): string {
  return JSON.stringify({
    code: '0',
    msg: 'success',
    data: [{ tokenAssets: rows, timeStamp: '1724153197342' }]
  });
}

/** What the driver reads from a reply with status 200. */
export function read(body: string): Reading {
  return drivers['v5-account'].read(httpReply(200, body), WALLET, RECEIVED_AT);
}

/** A success whose data are these elements. */
export function dataReply(data: unknown): HttpReply {
  return httpReply(200, JSON.stringify({ code: '0', msg: '', data }));
}

/** What the driver of addresses reads from a reply with these rows. */
export function readAddress(...rows: unknown[]): Reading {
  return drivers['v6-address'].read(dataReply([{ tokenAssets: rows }]), ADDRESS_WALLET, RECEIVED_AT);
}

type Reader = (reply: HttpReply, receivedAt: number) => unknown;
const balances: Reader = (reply, receivedAt) => drivers['v5-account'].read(reply, WALLET, receivedAt);

/** The Failure that the reader throws; any other outcome throws an error. */
export function failureFrom(reply: HttpReply, read: Reader = balances): Failure {
  try {
    read(reply, RECEIVED_AT);
  } catch (thrown) {
    if (thrown instanceof Failure) return thrown;
    throw thrown;
  }
  throw new Error('the reply was understood');
}

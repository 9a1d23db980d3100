// Makes, changes and deletes accounts at OKX: watch lists of addresses, which move nothing.
import { z } from 'zod';
import { Failure } from '../../shared/domain/failure';
import { blocksOf } from '../../shared/domain/chunks';
import { AccountId } from '../../shared/schema/wallet';
import type { HttpReply, PlannedRequest } from '../core/ports/ports';
import type { AccountAddress } from './accounts';
import { dataOf } from './envelope';
import { inWantedCase } from './evm-case';
import { post } from './request';

const CREATE = '/api/v5/wallet/account/create-wallet-account';
const UPDATE = '/api/v5/wallet/account/update-wallet-account';
const DELETE = '/api/v5/wallet/account/delete-account';

/** OKX's own limit for one call; more are refused with 81107. */
const MOST_ADDRESSES = 50;

/** An account is made with its first addresses; the rest is added once its id is known. */
export interface PlannedAccount {
  readonly create: PlannedRequest;
  /** For planUpdateAccount. */
  readonly left: readonly AccountAddress[];
}

/** `addresses`: at least one. Each is sent once, EVM addresses in lower case. */
export function planCreateAccount(addresses: readonly AccountAddress[]): PlannedAccount {
  const all = wanted(addresses);
  return {
    create: post(CREATE, { addresses: all.slice(0, MOST_ADDRESSES) }),
    left: all.slice(MOST_ADDRESSES)
  };
}

/** One request per 50 addresses, to be sent one after the other; none for no address. */
export function planUpdateAccount(
  accountId: string,
  updateType: 'add' | 'delete',
  addresses: readonly AccountAddress[]
): PlannedRequest[] {
  return blocksOf(wanted(addresses), MOST_ADDRESSES).map(block =>
    post(UPDATE, { accountId, updateType, addresses: block })
  );
}

export function planDeleteAccount(accountId: string): PlannedRequest {
  return post(DELETE, { accountId });
}

const Created = z.array(z.object({ accountId: AccountId })).min(1);

/** The id of the new account. Throws Failure. */
export function readCreatedAccount(reply: HttpReply, receivedAt: number): string {
  const created = Created.safeParse(dataOf(reply, receivedAt));
  if (!created.success) throw new Failure('reply-damaged', { httpStatus: reply.status });
  return created.data[0]!.accountId;
}

/** For updating and deleting, whose success carries nothing. Throws Failure for anything else. */
export function readDone(reply: HttpReply, receivedAt: number): void {
  dataOf(reply, receivedAt);
}

function wanted(addresses: readonly AccountAddress[]): AccountAddress[] {
  const once = new Map<string, AccountAddress>();
  for (const { chainIndex, address } of addresses) {
    const sent = { chainIndex, address: inWantedCase(address) };
    once.set(`${chainIndex}/${sent.address}`, sent);
  }
  return [...once.values()];
}

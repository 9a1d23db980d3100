// Plans and reads the requests for accounts and their addresses: list, detail, create, change and delete.
import { z } from 'zod';
import { chunksOf } from '../../shared/domain/chunks';
import { Failure } from '../../shared/domain/failure';
import { AccountId, Address } from '../../shared/schema/wallet';
import type { HttpReply, PlannedRequest } from '../core/ports/ports';
import { AnyChainIndex } from './balance-row';
import { dataOf } from './envelope';
import { planGet, planPost, normaliseCase } from './request';

const ACCOUNTS = '/api/v5/wallet/account/accounts';
const DETAIL = '/api/v5/wallet/account/account-detail';

/** OKX's maximum; the default is 50. */
const PAGE_SIZE = '100';

/** One page of a list. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Requests the next page; null: this was the last one. */
  readonly cursor: string | null;
}

export interface ListedAccount {
  readonly accountId: string;
  readonly isWatchOnly: boolean;
}

/** The same EVM address is listed once per chain. */
export interface AccountAddress {
  readonly chainIndex: string;
  readonly address: string;
}

/** `cursor`: the cursor of the page before; null for the first page. */
export function planListAccounts(cursor: string | null = null): PlannedRequest {
  return planGet(ACCOUNTS, [
    ['limit', PAGE_SIZE],
    ['cursor', encodeURIComponent(cursor ?? '')]
  ]);
}

export function planAccountDetail(accountId: string, cursor: string | null = null): PlannedRequest {
  return planGet(DETAIL, [
    ['accountId', encodeURIComponent(accountId)],
    ['limit', PAGE_SIZE],
    ['cursor', encodeURIComponent(cursor ?? '')]
  ]);
}

const Account = z
  .object({ accountId: AccountId, accountType: z.union([z.string(), z.number()]).optional() })
  .transform(({ accountId, accountType }) => ({ accountId, isWatchOnly: String(accountType) === '1' }));
const ListedAddress = z.object({ chainIndex: AnyChainIndex, address: Address });

/** Entries that cannot be read are left out. Throws Failure. */
export function readAccounts(reply: HttpReply, receivedAt: number): Page<ListedAccount> {
  return readPage(reply, receivedAt, 'accounts', Account);
}

/** Entries that cannot be read are left out. Throws Failure: account-unknown among others. */
export function readAccountDetail(reply: HttpReply, receivedAt: number): Page<AccountAddress> {
  return readPage(reply, receivedAt, 'addresses', ListedAddress);
}

const Cursor = z.union([z.string(), z.number()]).transform(String).catch('');

/** `cursur` is how OKX's own example of the detail spells it. */
const DataElement = z.looseObject({ cursor: Cursor, cursur: Cursor });
const DataElements = z.array(DataElement).nullish();

/**
 * An empty page is the last one, whatever its cursor says: a cursor that never ends must not cause endless requests.
 */
function readPage<Item>(
  reply: HttpReply,
  receivedAt: number,
  field: string,
  schema: z.ZodType<Item>
): Page<Item> {
  const elements = DataElements.safeParse(dataOf(reply, receivedAt)).data;
  const lists = elements?.map(element => z.array(z.unknown()).nullish().safeParse(element[field]));
  if (elements === undefined || lists?.some(list => !list.success)) {
    throw new Failure('reply-damaged', { httpStatus: reply.status });
  }
  const entries = (lists ?? []).flatMap(list => list.data ?? []);
  const last = elements?.at(-1);
  return {
    items: entries.flatMap(entry => schema.safeParse(entry).data ?? []),
    cursor: entries.length === 0 ? null : last?.cursor || last?.cursur || null
  };
}

const CREATE = '/api/v5/wallet/account/create-wallet-account';
const UPDATE = '/api/v5/wallet/account/update-wallet-account';
const DELETE = '/api/v5/wallet/account/delete-account';

/** OKX's own limit for one call; more are refused with 81107. */
const MAX_ADDRESSES = 50;

/** An account is made with its first addresses; the rest is added once its id is known. */
export interface PlannedAccount {
  readonly create: PlannedRequest;
  /** For planUpdateAccount. */
  readonly remaining: readonly AccountAddress[];
}

/** `addresses`: at least one. Each is sent once, EVM addresses in lower case. */
export function planCreateAccount(addresses: readonly AccountAddress[]): PlannedAccount {
  const all = normaliseAddresses(addresses);
  return {
    create: planPost(CREATE, { addresses: all.slice(0, MAX_ADDRESSES) }),
    remaining: all.slice(MAX_ADDRESSES)
  };
}

/** One request per 50 addresses, to be sent one after the other; none for no address. */
export function planUpdateAccount(
  accountId: string,
  updateType: 'add' | 'delete',
  addresses: readonly AccountAddress[]
): PlannedRequest[] {
  return chunksOf(normaliseAddresses(addresses), MAX_ADDRESSES).map(block =>
    planPost(UPDATE, { accountId, updateType, addresses: block })
  );
}

export function planDeleteAccount(accountId: string): PlannedRequest {
  return planPost(DELETE, { accountId });
}

const Created = z.array(z.object({ accountId: AccountId })).min(1);

/** The id of the new account. Throws Failure. */
export function readCreatedAccount(reply: HttpReply, receivedAt: number): string {
  const created = Created.safeParse(dataOf(reply, receivedAt));
  if (!created.success) throw new Failure('reply-damaged', { httpStatus: reply.status });
  return created.data[0]!.accountId;
}

/** Checks the replies to update and delete, whose success contains no data. Throws Failure for anything else. */
export function checkSuccess(reply: HttpReply, receivedAt: number): void {
  dataOf(reply, receivedAt);
}

function normaliseAddresses(addresses: readonly AccountAddress[]): AccountAddress[] {
  const distinct = new Map<string, AccountAddress>();
  for (const { chainIndex, address } of addresses) {
    const normalised = { chainIndex, address: normaliseCase(address) };
    distinct.set(`${chainIndex}/${normalised.address}`, normalised);
  }
  return [...distinct.values()];
}

// Asks for and reads the accounts of a key and the addresses of an account, page by page.
import { z } from 'zod';
import { Failure } from '../../shared/domain/failure';
import { AccountId, Address } from '../../shared/schema/wallet';
import type { HttpReply, PlannedRequest } from '../core/ports/ports';
import { dataOf } from './envelope';
import { get } from './request';
import { AnyChainIndex } from './balance-row';

const ACCOUNTS = '/api/v5/wallet/account/accounts';
const DETAIL = '/api/v5/wallet/account/account-detail';

/** OKX's own most; 50 unless told. */
const PAGE = '100';

/** One page. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Asks for the next page; null: this was the last. */
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

/** `cursor`: of the page before; null for the first. */
export function planListAccounts(cursor: string | null = null): PlannedRequest {
  return get(ACCOUNTS, [
    ['limit', PAGE],
    ['cursor', encodeURIComponent(cursor ?? '')]
  ]);
}

export function planAccountDetail(accountId: string, cursor: string | null = null): PlannedRequest {
  return get(DETAIL, [
    ['accountId', encodeURIComponent(accountId)],
    ['limit', PAGE],
    ['cursor', encodeURIComponent(cursor ?? '')]
  ]);
}

const Account = z
  .object({ accountId: AccountId, accountType: z.union([z.string(), z.number()]).optional() })
  .transform(({ accountId, accountType }) => ({ accountId, isWatchOnly: String(accountType) === '1' }));
const Located = z.object({ chainIndex: AnyChainIndex, address: Address });

/** Entries that cannot be read are left out. Throws Failure. */
export function readAccounts(reply: HttpReply, receivedAt: number): Page<ListedAccount> {
  return readPage(reply, receivedAt, 'accounts', Account);
}

/** Entries that cannot be read are left out. Throws Failure: account-unknown among others. */
export function readAccountDetail(reply: HttpReply, receivedAt: number): Page<AccountAddress> {
  return readPage(reply, receivedAt, 'addresses', Located);
}

const Cursor = z.union([z.string(), z.number()]).transform(String).catch('');

/** `cursur` is how OKX's own example of the detail spells it. */
const Part = z.looseObject({ cursor: Cursor, cursur: Cursor });
const Parts = z.array(Part).nullish();

/** An empty page is the last, whatever its cursor says: a cursor that never ends must not keep us asking. */
function readPage<Item>(
  reply: HttpReply,
  receivedAt: number,
  field: string,
  schema: z.ZodType<Item>
): Page<Item> {
  const parts = Parts.safeParse(dataOf(reply, receivedAt)).data;
  const lists = parts?.map(part => z.array(z.unknown()).nullish().safeParse(part[field]));
  if (parts === undefined || lists?.some(list => !list.success)) {
    throw new Failure('reply-damaged', { httpStatus: reply.status });
  }
  const entries = (lists ?? []).flatMap(list => list.data ?? []);
  const last = parts?.at(-1);
  return {
    items: entries.flatMap(entry => schema.safeParse(entry).data ?? []),
    cursor: entries.length === 0 ? null : last?.cursor || last?.cursur || null
  };
}

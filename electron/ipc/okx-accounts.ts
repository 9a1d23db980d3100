// The calls about accounts at OKX (v5): the watch lists that a key's project keeps there. Read, made, changed and deleted on request.
import type { Request, Response } from '../../shared/ipc/contract';
import { Failure } from '../../shared/domain/failure';
import type { Engine } from '../core/engine/engine';
import { sendSigned } from '../core/polling/signed-request';
import type { HttpReply, PlannedRequest } from '../core/ports/ports';
import { callFailureOf } from '../core/keys/form-failure';
import {
  planAccountDetail,
  planListAccounts,
  readAccountDetail,
  readAccounts,
  planCreateAccount,
  planDeleteAccount,
  planUpdateAccount,
  readCreatedAccount,
  checkSuccess,
  type Page
} from '../okx/accounts';
import { sign } from '../okx/request';

type Answered<
  Name extends 'accounts:list' | 'accounts:detail' | 'accounts:create' | 'accounts:change' | 'accounts:delete'
> = Promise<Response<Name>>;
type Read<Content> = (reply: HttpReply, receivedAt: number) => Content;

/** Against a service that never ends its pages. */
const MOST_PAGES = 50;

/** Throws Failure. */
async function ask<Content>(
  app: Engine,
  keyId: string,
  request: PlannedRequest,
  read: Read<Content>
): Promise<Content> {
  const key = app.model.settings.keys.find(({ id }) => id === keyId);
  if (!key) throw new Failure('key-not-in-keychain');
  const asked = await sendSigned({ key, request, sign, read }, app.world, app.model.clockOffsets[keyId] ?? 0);
  if (asked.failure) throw asked.failure;
  return asked.content;
}

async function askAll<Item>(
  app: Engine,
  keyId: string,
  plan: (cursor: string | null) => PlannedRequest,
  read: Read<Page<Item>>
): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer: Page<Item> = await ask(app, keyId, plan(cursor), read);
    items.push(...answer.items);
    cursor = answer.cursor;
    if (cursor === null) break;
  }
  return items;
}

/** A failure is part of the answer; anything else is a bug and rejects. */
async function orRefused<Answer>(
  answer: Promise<Answer>
): Promise<Answer | ReturnType<typeof callFailureOf>> {
  try {
    return await answer;
  } catch (thrown) {
    if (thrown instanceof Failure) return callFailureOf(thrown);
    throw thrown;
  }
}

export function listAccounts(app: Engine, { keyId }: Request<'accounts:list'>): Answered<'accounts:list'> {
  const asked = askAll(app, keyId, planListAccounts, readAccounts);
  return orRefused(asked.then(accounts => ({ outcome: 'answered' as const, accounts })));
}

export function readAccount(
  app: Engine,
  { keyId, accountId }: Request<'accounts:detail'>
): Answered<'accounts:detail'> {
  const asked = askAll(app, keyId, cursor => planAccountDetail(accountId, cursor), readAccountDetail);
  return orRefused(asked.then(addresses => ({ outcome: 'answered' as const, addresses })));
}

/** At most 50 addresses a call: the rest is added to the account that the first call made. */
export function createAccount(
  app: Engine,
  { keyId, addresses }: Request<'accounts:create'>
): Answered<'accounts:create'> {
  const made = async () => {
    const { create, remaining: left } = planCreateAccount(addresses);
    const accountId = await ask(app, keyId, create, readCreatedAccount);
    for (const request of planUpdateAccount(accountId, 'add', left))
      await ask(app, keyId, request, checkSuccess);
    return { outcome: 'answered' as const, accountId };
  };
  return orRefused(made());
}

export function changeAccount(app: Engine, asked: Request<'accounts:change'>): Answered<'accounts:change'> {
  const { keyId, accountId, change, addresses } = asked;
  const done = async () => {
    for (const request of planUpdateAccount(accountId, change, addresses))
      await ask(app, keyId, request, checkSuccess);
    return { outcome: 'answered' as const };
  };
  return orRefused(done());
}

export function deleteAccount(
  app: Engine,
  { keyId, accountId }: Request<'accounts:delete'>
): Answered<'accounts:delete'> {
  const done = ask(app, keyId, planDeleteAccount(accountId), checkSuccess);
  return orRefused(done.then(() => ({ outcome: 'answered' as const })));
}

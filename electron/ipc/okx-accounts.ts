// Handles the window's calls about accounts at OKX (API v5): list, read, create, change and delete them.
import type { Request, Response } from '../../shared/ipc/contract';
import { Failure } from '../../shared/domain/failure';
import { judgeAddress } from '../addresses/fields';
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
import type { CallContext, Calls } from './call-types';

type AccountsAnswer<
  Name extends 'accounts:list' | 'accounts:detail' | 'accounts:create' | 'accounts:change' | 'accounts:delete'
> = Promise<Response<Name>>;
type ReadReply<Content> = (reply: HttpReply, receivedAt: number) => Content;

/** Limit for a service whose pages never end. */
const MAX_PAGES = 50;

export function handlers({ engine }: CallContext) {
  return {
    'accounts:list': request => listAccounts(engine, request),
    'accounts:detail': request => readAccount(engine, request),
    'accounts:create': request => createAccount(engine, request),
    'accounts:change': request => changeAccount(engine, request),
    'accounts:delete': request => deleteAccount(engine, request)
  } satisfies Partial<Calls>;
}

/** Throws Failure. */
async function callService<Content>(
  engine: Engine,
  keyId: string,
  request: PlannedRequest,
  read: ReadReply<Content>
): Promise<Content> {
  const key = engine.model.settings.keys.find(({ id }) => id === keyId);
  if (!key) throw new Failure('key-not-in-keychain');
  const result = await sendSigned(
    { key, plan: () => request, priority: 'person', sign, read },
    engine.world,
    engine.model.clockOffsets[keyId] ?? 0
  );
  if (result.failure) throw result.failure;
  return result.content;
}

async function callAllPages<Item>(
  engine: Engine,
  keyId: string,
  plan: (cursor: string | null) => PlannedRequest,
  read: ReadReply<Page<Item>>
): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < MAX_PAGES; page++) {
    const answer: Page<Item> = await callService(engine, keyId, plan(cursor), read);
    items.push(...answer.items);
    cursor = answer.cursor;
    if (cursor === null) break;
  }
  return items;
}

/** A Failure becomes part of the answer; any other error is an internal error and rejects. */
async function catchFailure<Answer>(
  answer: Promise<Answer>
): Promise<Answer | ReturnType<typeof callFailureOf>> {
  try {
    return await answer;
  } catch (thrown) {
    if (thrown instanceof Failure) return callFailureOf(thrown);
    throw thrown;
  }
}

function listAccounts(engine: Engine, { keyId }: Request<'accounts:list'>): AccountsAnswer<'accounts:list'> {
  const result = callAllPages(engine, keyId, planListAccounts, readAccounts);
  return catchFailure(result.then(accounts => ({ outcome: 'answered' as const, accounts })));
}

function readAccount(
  engine: Engine,
  { keyId, accountId }: Request<'accounts:detail'>
): AccountsAnswer<'accounts:detail'> {
  const result = callAllPages(
    engine,
    keyId,
    cursor => planAccountDetail(accountId, cursor),
    readAccountDetail
  );
  return catchFailure(result.then(addresses => ({ outcome: 'answered' as const, addresses })));
}

/** Throws Failure for a text that is sent nowhere, because it is no address or none of its chain. */
function checkAddresses(engine: Engine, addresses: Request<'accounts:create'>['addresses']): void {
  const known = [...engine.world.chainList.entries()];
  for (const { address, chainIndex } of addresses) {
    const judged = judgeAddress(address, [chainIndex], known);
    if ('problem' in judged)
      throw new Failure(judged.problem === 'wrong-chain' ? 'chain-mismatch' : 'address-format');
  }
}

/** At most 50 addresses per call: the others are added to the account that the first call created. */
function createAccount(
  engine: Engine,
  { keyId, addresses }: Request<'accounts:create'>
): AccountsAnswer<'accounts:create'> {
  const createAll = async () => {
    checkAddresses(engine, addresses);
    const { create, remaining } = planCreateAccount(addresses);
    const accountId = await callService(engine, keyId, create, readCreatedAccount);
    for (const request of planUpdateAccount(accountId, 'add', remaining))
      await callService(engine, keyId, request, checkSuccess);
    return { outcome: 'answered' as const, accountId };
  };
  return catchFailure(createAll());
}

function changeAccount(engine: Engine, input: Request<'accounts:change'>): AccountsAnswer<'accounts:change'> {
  const { keyId, accountId, change, addresses } = input;
  const done = async () => {
    if (change === 'add') checkAddresses(engine, addresses);
    for (const request of planUpdateAccount(accountId, change, addresses))
      await callService(engine, keyId, request, checkSuccess);
    return { outcome: 'answered' as const };
  };
  return catchFailure(done());
}

function deleteAccount(
  engine: Engine,
  { keyId, accountId }: Request<'accounts:delete'>
): AccountsAnswer<'accounts:delete'> {
  const done = callService(engine, keyId, planDeleteAccount(accountId), checkSuccess);
  return catchFailure(done.then(() => ({ outcome: 'answered' as const })));
}

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Engine } from '../../../electron/core/engine/engine';
import { callsOf } from '../../fakes/call-context';
import type { Calls } from '../../../electron/ipc/call-types';
import { EXAMPLE_ACCOUNT_ID, EXAMPLE_ASSETS } from '../../../electron/fake-okx/service/asset-rows';
import { CONTRACT, type Request } from '../../../shared/ipc/contract';
import { startWorld, type AppWorld } from '../../fakes/app-world';

type Tool = 'accounts:list' | 'accounts:detail' | 'accounts:create' | 'accounts:change' | 'accounts:delete';

let around: AppWorld;
let calls: Calls;
beforeEach(async () => {
  around = await startWorld();
  const app = new Engine(around.world);
  calls = callsOf(app);
  await app.load();
});
afterEach(() => around.close());

/** Calls as the window does: the request and the response go through the contract. */
async function call<Name extends Tool>(name: Name, request: Request<Name>) {
  const give = calls[name] as (request: unknown) => Promise<unknown>;
  return CONTRACT[name].response.parse(await give(CONTRACT[name].request.parse(request))) as {
    outcome: string;
    accountId?: string;
    accounts?: { accountId: string }[];
    addresses?: unknown[];
  };
}
const members = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => ({
    chainIndex: '1',
    address: `0x${(from + index + 1).toString(16).padStart(40, '0')}`
  }));
const sent = () => around.server.requests.map(({ target }) => target.split(/[/?]/)[5]);
const create = async (count: number) => {
  const { accountId } = await call('accounts:create', { keyId: 'k1', addresses: members(count) });
  return accountId ?? 'none';
};
const detail = async (accountId: string) =>
  (await call('accounts:detail', { keyId: 'k1', accountId })).addresses ?? [];

describe('the accounts of a key', () => {
  it('are listed up to the last page', async () => {
    for (let index = 0; index < 249; index++) around.server.accounts.set(`account-${index}`, () => []);
    const { outcome, accounts } = await call('accounts:list', { keyId: 'k1' });
    expect([outcome, accounts?.length]).toEqual(['answered', 250]);
    expect(new Set(accounts?.map(({ accountId }) => accountId)).size).toBe(250);
    expect(around.server.requests).toHaveLength(3);
  });

  it('are created with more addresses than one call accepts', async () => {
    const accountId = await create(120);
    expect(sent()).toEqual(['create-wallet-account', 'update-wallet-account', 'update-wallet-account']);
    expect(await detail(accountId)).toEqual(members(120));
    expect((await call('accounts:list', { keyId: 'k1' })).accounts?.map(one => one.accountId)).toContain(
      accountId
    );
  });

  it('are changed by more addresses than one call accepts, added and removed', async () => {
    const accountId = await create(1);
    const change = (what: 'add' | 'delete', addresses: ReturnType<typeof members>) =>
      call('accounts:change', { keyId: 'k1', accountId, change: what, addresses });
    expect(await change('add', members(70, 1))).toEqual({ outcome: 'answered' });
    expect(await detail(accountId)).toHaveLength(71);
    expect(await change('delete', members(60))).toEqual({ outcome: 'answered' });
    expect(await detail(accountId)).toEqual(members(11, 60));
  });

  it('are deleted, and the wallets that watch them stay', async () => {
    const accountId = EXAMPLE_ACCOUNT_ID;
    expect(await call('accounts:delete', { keyId: 'k1', accountId })).toEqual({ outcome: 'answered' });
    expect(around.server.accounts.has(accountId)).toBe(false);
    expect(around.files.settings?.wallets).toHaveLength(1);
  });

  it('list their addresses', async () => {
    expect(await detail(EXAMPLE_ACCOUNT_ID)).toEqual([
      { chainIndex: '1', address: EXAMPLE_ASSETS[0]!.address }
    ]);
  });
});

describe('a failed call', () => {
  it('gives an answer with its code and the facts for its sentence', async () => {
    const accountId = 'no-such-account';
    const host = around.server.origin.replace('http://', '');
    expect(await call('accounts:delete', { keyId: 'k1', accountId })).toMatchObject({
      outcome: 'failed',
      code: 'account-unknown',
      serviceCode: '81001',
      host
    });
  });

  it.each([
    ['50111', 'key-unknown'],
    ['50120', 'key-lacks-permission'],
    ['50050', 'source-retired'],
    ['50011', 'rate-limited']
  ] as const)('%s reads %s in every tool', async (serviceCode, code) => {
    around.server.injectFault({ kind: 'refuse', code: serviceCode });
    const accountId = EXAMPLE_ACCOUNT_ID;
    const refused = { outcome: 'failed', code, serviceCode };
    expect(await call('accounts:list', { keyId: 'k1' })).toMatchObject(refused);
    expect(await call('accounts:detail', { keyId: 'k1', accountId })).toMatchObject(refused);
    expect(await call('accounts:create', { keyId: 'k1', addresses: members(60) })).toMatchObject(refused);
    const change = { keyId: 'k1', accountId, change: 'add' as const, addresses: members(60) };
    expect(await call('accounts:change', change)).toMatchObject(refused);
    expect(await call('accounts:delete', { keyId: 'k1', accountId })).toMatchObject(refused);
    expect(around.server.requests).toHaveLength(5);
  });

  it('in the middle of many addresses stops there: the addresses added before stay added', async () => {
    const accountId = await create(1);
    const path = '/api/v5/wallet/account/update-wallet-account';
    const clear = around.server.injectFault({ kind: 'refuse', code: '50001', path });
    const change = { keyId: 'k1', accountId, change: 'add' as const, addresses: members(60, 1) };
    expect(await call('accounts:change', change)).toMatchObject({ code: 'service-busy' });
    clear();
    expect(await call('accounts:change', change)).toEqual({ outcome: 'answered' });
    expect(await detail(accountId)).toHaveLength(61);
  });

  it('names an unsupported chain, and a key that does not exist', async () => {
    const addresses = [{ chainIndex: '501', address: members(1)[0]!.address }];
    expect(await call('accounts:create', { keyId: 'k1', addresses })).toMatchObject({
      code: 'chain-mismatch'
    });
    const before = around.server.requests.length;
    expect(await call('accounts:list', { keyId: 'none' })).toMatchObject({ code: 'key-not-in-keychain' });
    expect(around.server.requests).toHaveLength(before);
  });
});

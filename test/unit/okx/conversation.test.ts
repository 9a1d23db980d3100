// What is planned, signed and read here, said to the stand-in server over real HTTP, which checks it as OKX does.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  planCreateAccount,
  planDeleteAccount,
  planUpdateAccount,
  readCreatedAccount,
  readDone
} from '../../../electron/okx/account-change';
import {
  planAccountDetail,
  planListAccounts,
  readAccountDetail,
  readAccounts,
  type Page
} from '../../../electron/okx/account-list';
import { drivers } from '../../../electron/okx/drivers';
import { planChainList, readChainList } from '../../../electron/okx/listed-chains';
import { BITCOIN, ETHER, planPrices, planUsdCny, readPrices, readUsdCny } from '../../../electron/okx/rates';
import { sign } from '../../../electron/okx/sign';
import { planTotalValue, readTotalValue } from '../../../electron/okx/total-value';
import type { HttpReply, PlannedRequest, SignedRequest } from '../../../electron/core/ports';
import { valueOf } from '../../../electron/core/counted';
import { startServer, type StandIn } from '../../../electron/demo/server';
import type { Holding } from '../../../shared/holding';
import type { Wallet } from '../../../shared/wallet';
import {
  BITCOIN_ADDRESS,
  EVERY_KIND,
  EVERY_KIND_ACCOUNT_ID,
  EVERY_KIND_ADDRESSES,
  EVERY_KIND_ROWS,
  EVM_ADDRESS,
  SOLANA_ADDRESS
} from '../../fixtures/okx/every-kind';
import { ADDRESS_WALLET, failureFrom, RECEIVED_AT, WALLET } from './sample';

const CREDENTIALS = { apiKey: 'key-1', secretKey: 'secret', passphrase: 'pass phrase', projectId: null };
const ACCOUNT: Wallet = { ...WALLET, accountId: EVERY_KIND_ACCOUNT_ID };

let server: StandIn;
beforeEach(async () => {
  server = await startServer({
    keys: [CREDENTIALS],
    accounts: [[EVERY_KIND_ACCOUNT_ID, () => EVERY_KIND_ROWS]],
    addresses: EVERY_KIND_ADDRESSES
  });
});
afterEach(() => server.close());

async function send({ origin, target, method, headers, body }: SignedRequest): Promise<HttpReply> {
  const reply = await fetch(origin + target, { method, headers, ...(body === '' ? {} : { body }) });
  return { status: reply.status, headers: Object.fromEntries(reply.headers), body: await reply.text() };
}
async function ask<T>(
  planned: PlannedRequest,
  read: (reply: HttpReply, receivedAt: number) => T
): Promise<T> {
  const key = { id: 'k1', name: 'Key', host: server.origin, keptIn: 'session' } as const;
  return read(await send(sign(planned, key, CREDENTIALS, Date.now())), RECEIVED_AT);
}
async function poll(wallet: Wallet): Promise<Holding[]> {
  const { plan, read } = drivers[wallet.source];
  const readings = plan(wallet).map(planned => ask(planned, reply => read(reply, wallet, RECEIVED_AT)));
  return (await Promise.all(readings)).flatMap(reading => reading.holdings);
}
async function allOf<Item>(turn: (cursor: string | null) => Promise<Page<Item>>): Promise<Item[]> {
  const { items, cursor } = await turn(null);
  const all = [...items];
  for (let next = cursor; next !== null;) {
    const page = await turn(next);
    all.push(...page.items);
    next = page.cursor;
  }
  return all;
}

describe('a holding of every kind', () => {
  const arrived = (holdings: Holding[]) =>
    holdings.map(one => [one.chainIndex, one.tokenAddress, one.kind === 'inscription', valueOf(one)]);
  const expected = EVERY_KIND.map(({ row, isInscription, value }) => [
    row.chainIndex,
    row.tokenAddress,
    isInscription,
    value
  ]);

  it('arrives from an account with its id, type and value', async () => {
    expect(arrived(await poll(ACCOUNT))).toEqual(expected);
  });

  it.each([
    [EVM_ADDRESS, ['1', '8453']],
    [BITCOIN_ADDRESS, ['0', '70000061']],
    [SOLANA_ADDRESS, ['501']]
  ])('arrives from the address %s with its id, type and value', async (address, chains) => {
    const holdings = await poll({ ...ADDRESS_WALLET, address, chains });
    expect(arrived(holdings)).toEqual(expected.filter(([chain]) => chains.includes(String(chain))));
    expect(new Set(holdings.map(one => one.address))).toEqual(new Set([address]));
  });
});

describe('a refusal', () => {
  const asked = async (wallet: Wallet, chains: string[]) => {
    const { request, read } = drivers[wallet.source];
    return ask(request(wallet, chains), reply =>
      failureFrom(reply, (one, receivedAt) => read(one, wallet, receivedAt))
    );
  };

  it.each([ACCOUNT, ADDRESS_WALLET])('of one chain of $source fails the whole request', async wallet => {
    server.unsupportedChains.add('8453');
    expect((await asked(wallet, ['1', '8453'])).code).toBe('chain-unsupported');
  });

  it('of a chain of another family fails the whole request', async () => {
    expect((await asked(ADDRESS_WALLET, ['1', '501'])).code).toBe('chain-mismatch');
  });
});

describe('the list of chains', () => {
  it.each(['v5-account', 'v6-address'] as const)('comes from %s', async source => {
    const chains = await ask(planChainList(source), readChainList);
    expect(chains).toHaveLength(74);
    expect(chains).toContainEqual({ chainIndex: '8453', name: 'Base', shortName: 'BASE_ETH' });
  });
});

describe('the DeFi part', () => {
  it.each([
    [ACCOUNT, EVERY_KIND_ACCOUNT_ID],
    [ADDRESS_WALLET, EVM_ADDRESS]
  ])('of $source is apart from the tokens', async (wallet, owner) => {
    server.defi.set(owner, () => [{ chainIndex: '1', value: '0.000000000000000000000000000000000001' }]);
    const total = (type: 'all' | 'tokens' | 'defi') =>
      ask(planTotalValue(wallet, type, ['1', '8453']), readTotalValue);
    expect([await total('tokens'), await total('defi'), await total('all')]).toEqual([
      '6830.5749500000000027901',
      '0.000000000000000000000000000000000001',
      '6830.574950000000002790100000000000000001'
    ]);
  });
});

describe('rates', () => {
  it('of the yuan need no key', async () => {
    const reply = await send(planUsdCny(server.origin));
    expect(readUsdCny(reply, RECEIVED_AT)).toBe('7.162');
    expect(server.requests.at(-1)?.headers).not.toHaveProperty('ok-access-key');
  });

  it.each(['v5-account', 'v6-address'] as const)('of Bitcoin and ether come from %s', async source => {
    expect(await ask(planPrices(source, [BITCOIN, ETHER]), readPrices)).toMatchObject([
      { ...BITCOIN, price: '96450.2' },
      { ...ETHER, price: '2790.1' }
    ]);
  });
});

describe('an account', () => {
  const own = (chains: string[]) => chains.map(chainIndex => ({ chainIndex, address: EVM_ADDRESS }));

  it('is made of 120 pasted addresses in any case, shrinks, and goes', async () => {
    const addresses = Array.from({ length: 120 }, (_, at) => ({
      chainIndex: at % 2 === 0 ? '1' : '56',
      address: `0xAB${String(at).padStart(38, '0')}`
    }));
    const { create, left } = planCreateAccount([...addresses, ...addresses, ...own(['8453'])]);
    const accountId = await ask(create, readCreatedAccount);
    for (const planned of planUpdateAccount(accountId, 'add', left)) await ask(planned, readDone);
    const detail = () => allOf(cursor => ask(planAccountDetail(accountId, cursor), readAccountDetail));
    expect((await detail()).length).toBe(121);
    expect(await poll({ ...WALLET, accountId })).toMatchObject([{ symbol: 'USDC', chainIndex: '8453' }]);
    for (const planned of planUpdateAccount(accountId, 'delete', addresses)) await ask(planned, readDone);
    expect(await detail()).toEqual([{ chainIndex: '8453', address: EVM_ADDRESS.toLowerCase() }]);
    await ask(planDeleteAccount(accountId), readDone);
    expect(await ask(planAccountDetail(accountId), reply => failureFrom(reply, readAccountDetail).code)).toBe(
      'account-unknown'
    );
  });

  it('is listed with all others, page by page', async () => {
    for (let count = 0; count < 230; count++) server.accounts.set(`a${count}`, () => []);
    const listed = await allOf(cursor => ask(planListAccounts(cursor), readAccounts));
    expect(listed.map(({ accountId }) => accountId)).toEqual([...server.accounts.keys()]);
    expect(server.requests).toHaveLength(3);
  });
});

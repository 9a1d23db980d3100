// An account from its creation to its deletion, over real HTTP with a server that keeps state.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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
} from '../../../electron/okx/accounts';
import { EVM_ADDRESS } from '../../fixtures/okx/every-kind';
import { openLine, type Line } from './real-request';
import { failureFrom, WALLET } from './sample';

let line: Line;
beforeEach(async () => {
  line = await openLine();
});
afterEach(() => line.server.close());

async function allOf<Item>(pageAt: (cursor: string | null) => Promise<Page<Item>>): Promise<Item[]> {
  const { items, cursor } = await pageAt(null);
  const all = [...items];
  for (let next = cursor; next !== null;) {
    const page = await pageAt(next);
    all.push(...page.items);
    next = page.cursor;
  }
  return all;
}

describe('an account', () => {
  const own = (chains: string[]) => chains.map(chainIndex => ({ chainIndex, address: EVM_ADDRESS }));

  it('is created from 120 pasted addresses in any case, reduced, and deleted', async () => {
    const addresses = Array.from({ length: 120 }, (_, at) => ({
      chainIndex: at % 2 === 0 ? '1' : '56',
      address: `0xAB${String(at).padStart(38, '0')}`
    }));
    const { create, remaining } = planCreateAccount([...addresses, ...addresses, ...own(['8453'])]);
    const accountId = await line.ask(create, readCreatedAccount);
    for (const planned of planUpdateAccount(accountId, 'add', remaining))
      await line.ask(planned, checkSuccess);
    const detail = () => allOf(cursor => line.ask(planAccountDetail(accountId, cursor), readAccountDetail));
    expect((await detail()).length).toBe(121);
    expect(await line.poll({ ...WALLET, accountId })).toMatchObject([{ symbol: 'USDC', chainIndex: '8453' }]);
    for (const planned of planUpdateAccount(accountId, 'delete', addresses))
      await line.ask(planned, checkSuccess);
    expect(await detail()).toEqual([{ chainIndex: '8453', address: EVM_ADDRESS.toLowerCase() }]);
    await line.ask(planDeleteAccount(accountId), checkSuccess);
    expect(
      await line.ask(planAccountDetail(accountId), reply => failureFrom(reply, readAccountDetail).code)
    ).toBe('account-unknown');
  });

  it('is listed with all others, page by page', async () => {
    for (let count = 0; count < 230; count++) line.server.accounts.set(`a${count}`, () => []);
    const listed = await allOf(cursor => line.ask(planListAccounts(cursor), readAccounts));
    expect(listed.map(({ accountId }) => accountId)).toEqual([...line.server.accounts.keys()]);
    expect(line.server.requests).toHaveLength(3);
  });
});

// Handles the account endpoints of v5: list, detail, create, change and delete.
import { randomUUID } from 'node:crypto';
import {
  includesMember,
  memberOf,
  membersOf,
  rowsOf,
  withoutDuplicates,
  type ServiceState,
  type Member
} from './service-state';
import { isOnChain, checkChains } from './chains';
import { isEvm } from './asset-rows';
import { refusal, type Code } from './error-codes';
import { objectOf, success, type FakeReply, type Call } from './http-message';

/** The limit for one call, from OKX's pages. */
const MAX_ADDRESSES = 50;
const [DEFAULT_LIMIT, MAX_LIMIT] = [50, 100];

type Route = (call: Call, state: ServiceState) => FakeReply;

function refuseUnknownAccount(state: ServiceState): FakeReply {
  return refusal(state.unknownAccountCode, { msg: 'Wallet not exist' });
}

/** One page of the items, and the cursor of the next; the cursor of the last page is empty. */
function pageOf<Item>(call: Call, items: readonly Item[]): { page: Item[]; next: string } | FakeReply {
  const limit = call.query.get('limit') || String(DEFAULT_LIMIT);
  const cursor = call.query.get('cursor') || '0';
  if (!/^\d{1,3}$/.test(limit) || Number(limit) < 1 || Number(limit) > MAX_LIMIT) {
    return refusal('51000', { msg: 'Parameter limit error' });
  }
  if (!/^\d{1,9}$/.test(cursor)) return refusal('51000', { msg: 'Parameter cursor error' });
  const end = Number(cursor) + Number(limit);
  return { page: items.slice(Number(cursor), end), next: end < items.length ? String(end) : '' };
}

export const listAccounts: Route = (call, state) => {
  const found = pageOf(call, [...state.accounts.keys()]);
  if ('envelope' in found) return found;
  const accounts = found.page.map(accountId => ({ accountId, accountType: '0' }));
  return success([{ cursor: found.next, accounts }]);
};

/** Names the cursor field as OKX's example does. */
export const getAccountDetail: Route = (call, state) => {
  const members = membersOf(call.query.get('accountId') ?? '', state);
  if (!members) return refuseUnknownAccount(state);
  const chain = call.query.get('chainIndex') || null;
  const found = pageOf(
    call,
    members.filter(({ chainIndex }) => chain === null || chainIndex === chain)
  );
  if ('envelope' in found) return found;
  return success([{ cursur: found.next, addresses: found.page }]);
};

export const createAccount: Route = (call, state) => {
  const members = membersIn(call, state);
  if ('envelope' in members) return members;
  const accountId = randomUUID();
  state.accounts.set(accountId, () => rowsOf(members, state));
  state.members.set(accountId, members);
  return success([{ accountId }]);
};

export const updateAccount: Route = (call, state) => {
  const { accountId, updateType } = objectOf(call) ?? {};
  if (updateType !== 'add' && updateType !== 'delete') return refusal('81001');
  const id = String(accountId);
  const [before, known] = [state.accounts.get(id), membersOf(id, state)];
  if (!before || !known) return refuseUnknownAccount(state);
  const changed = membersIn(call, state);
  if ('envelope' in changed) return changed;
  if (updateType === 'add') {
    const added = changed.filter(member => !includesMember(member, known));
    state.members.set(id, [...known, ...added]);
    state.accounts.set(id, () => [...before(), ...rowsOf(added, state)]);
  } else {
    state.members.set(
      id,
      known.filter(member => !includesMember(member, changed))
    );
    state.accounts.set(id, () => before().filter(row => !includesMember(memberOf(row), changed)));
  }
  return success([]);
};

export const deleteAccount: Route = (call, state) => {
  const accountId = String(objectOf(call)?.['accountId']);
  state.members.delete(accountId);
  return state.accounts.delete(accountId) ? success([]) : refuseUnknownAccount(state);
};

/** The addresses of a body, each once; or the refusal of the whole call, when a single address is invalid. */
function membersIn(call: Call, state: ServiceState): Member[] | FakeReply {
  const addresses = objectOf(call)?.['addresses'];
  if (!Array.isArray(addresses) || addresses.length === 0) return refusal('81001');
  if (addresses.length > MAX_ADDRESSES) return refusal('81107');
  const members = addresses.map((address: unknown) => memberOf(Object(address) as Record<string, unknown>));
  const chains = [...new Set(members.map(({ chainIndex }) => chainIndex))];
  const code = members.map(checkMember).find(found => found !== null);
  return checkChains(chains, call, state) ?? (code ? refusal(code) : withoutDuplicates(members));
}

function checkMember({ chainIndex, address }: Member): Code | null {
  if (isEvm(address) && address !== address.toLowerCase()) return '81106';
  return isOnChain(address, chainIndex) ? null : '81157';
}

// Accounts as v5 keeps them: made of addresses, listed in pages, changed and deleted, with a state that lasts.
import { randomUUID } from 'node:crypto';
import { isAmong, memberOf, membersOf, rowsOf, withoutTwins, type Books, type Member } from './service-state';
import { isOnChain, judgeChains } from './chains';
import { isEvm } from './asset-rows';
import { refusal, type Code } from './error-codes';
import { objectOf, success, type Answer, type Call } from './http-message';

/** For one call, by OKX's pages. */
const MOST_ADDRESSES = 50;
const [USUAL_LIMIT, MOST_LIMIT] = [50, 100];

type Route = (call: Call, books: Books) => Answer;

function noAccount(books: Books): Answer {
  return refusal(books.unknownAccountCode, { msg: 'Wallet not exist' });
}

/** A page of these, and the cursor to the next; the last page has an empty one. */
function pageOf<Item>(call: Call, items: readonly Item[]): { page: Item[]; next: string } | Answer {
  const limit = call.query.get('limit') || String(USUAL_LIMIT);
  const cursor = call.query.get('cursor') || '0';
  if (!/^\d{1,3}$/.test(limit) || Number(limit) < 1 || Number(limit) > MOST_LIMIT) {
    return refusal('51000', { msg: 'Parameter limit error' });
  }
  if (!/^\d{1,9}$/.test(cursor)) return refusal('51000', { msg: 'Parameter cursor error' });
  const end = Number(cursor) + Number(limit);
  return { page: items.slice(Number(cursor), end), next: end < items.length ? String(end) : '' };
}

export const listAccounts: Route = (call, books) => {
  const found = pageOf(call, [...books.accounts.keys()]);
  if ('envelope' in found) return found;
  const accounts = found.page.map(accountId => ({ accountId, accountType: '0' }));
  return success([{ cursor: found.next, accounts }]);
};

/** Spells its cursor as OKX's example does. */
export const tellAccount: Route = (call, books) => {
  const members = membersOf(call.query.get('accountId') ?? '', books);
  if (!members) return noAccount(books);
  const chain = call.query.get('chainIndex') || null;
  const found = pageOf(
    call,
    members.filter(({ chainIndex }) => chain === null || chainIndex === chain)
  );
  if ('envelope' in found) return found;
  return success([{ cursur: found.next, addresses: found.page }]);
};

export const createAccount: Route = (call, books) => {
  const members = membersIn(call, books);
  if ('envelope' in members) return members;
  const accountId = randomUUID();
  books.accounts.set(accountId, () => rowsOf(members, books));
  books.members.set(accountId, members);
  return success([{ accountId }]);
};

export const updateAccount: Route = (call, books) => {
  const { accountId, updateType } = objectOf(call) ?? {};
  if (updateType !== 'add' && updateType !== 'delete') return refusal('81001');
  const id = String(accountId);
  const [before, known] = [books.accounts.get(id), membersOf(id, books)];
  if (!before || !known) return noAccount(books);
  const changed = membersIn(call, books);
  if ('envelope' in changed) return changed;
  if (updateType === 'add') {
    const added = changed.filter(member => !isAmong(member, known));
    books.members.set(id, [...known, ...added]);
    books.accounts.set(id, () => [...before(), ...rowsOf(added, books)]);
  } else {
    books.members.set(
      id,
      known.filter(member => !isAmong(member, changed))
    );
    books.accounts.set(id, () => before().filter(row => !isAmong(memberOf(row), changed)));
  }
  return success([]);
};

export const deleteAccount: Route = (call, books) => {
  const accountId = String(objectOf(call)?.['accountId']);
  books.members.delete(accountId);
  return books.accounts.delete(accountId) ? success([]) : noAccount(books);
};

/** The addresses of a body, each once, or the refusal that a single bad one brings on the whole call. */
function membersIn(call: Call, books: Books): Member[] | Answer {
  const addresses = objectOf(call)?.['addresses'];
  if (!Array.isArray(addresses) || addresses.length === 0) return refusal('81001');
  if (addresses.length > MOST_ADDRESSES) return refusal('81107');
  const members = addresses.map((address: unknown) => memberOf(Object(address) as Record<string, unknown>));
  const chains = [...new Set(members.map(({ chainIndex }) => chainIndex))];
  const code = members.map(judgeMember).find(found => found !== null);
  return judgeChains(chains, call, books) ?? (code ? refusal(code) : withoutTwins(members));
}

function judgeMember({ chainIndex, address }: Member): Code | null {
  if (isEvm(address) && address !== address.toLowerCase()) return '81106';
  return isOnChain(address, chainIndex) ? null : '81157';
}

// Defines the data of the fake server: accounts, addresses and their rows, DeFi, prices, the USD/CNY rate.
import { isEvm, type Account, type AssetRow } from './asset-rows';
import type { Code } from './error-codes';

/** One entry of an account: OKX lists the same EVM address once per chain. */
export interface Member {
  readonly chainIndex: string;
  readonly address: string;
}

/** A DeFi position: included in totals, but in no list of tokens. */
export interface Position {
  readonly chainIndex: string;
  /** USD. */
  readonly value: string;
}

/** All keys belong to one project, so each sees all accounts. */
export interface ServiceState {
  /** By accountId. */
  readonly accounts: Map<string, Account>;
  /**
   * Members of accounts that were created or changed over the API; the members of other accounts are those of their
   * rows.
   */
  readonly members: Map<string, readonly Member[]>;
  /** By address, in the shape of v5's rows: the endpoint converts them. An address without an entry is empty. */
  readonly addresses: Map<string, Account>;
  /** By accountId or address. */
  readonly defi: Map<string, () => readonly Position[]>;
  /** USD, by `chainIndex/tokenAddress`: `0/` is Bitcoin. */
  readonly prices: Map<string, () => string>;
  /** USD at a moment (ms), by coin; "" a point without a price, null no point. Default: a wave around the current price. */
  readonly pastPrices: Map<string, (at: number) => string | null>;
  /** Yuan for one dollar. */
  usdCny: string;
  /** Chains that are in the list and yet refused, as happens at OKX. */
  readonly unsupportedChains: Set<string>;
  /** Clients report only the message "Wallet not exist"; its code is not known. */
  readonly unknownAccountCode: Code;
  now(): number;
}

/** The case of EVM addresses has no meaning; all others are case-sensitive. */
function comparableAddress(address: string): string {
  return isEvm(address) ? address.toLowerCase() : address;
}

/** The entry of an address or accountId. */
export function entryOf<Value>(entries: ReadonlyMap<string, Value>, owner: string): Value | undefined {
  const sought = comparableAddress(owner);
  return entries.get(owner) ?? [...entries].find(([name]) => comparableAddress(name) === sought)?.[1];
}

/** The rows of these addresses on these chains. */
export function rowsOf(members: readonly Member[], state: ServiceState): AssetRow[] {
  return members.flatMap(({ chainIndex, address }) => {
    const rows = entryOf(state.addresses, address)?.() ?? [];
    return rows.filter(row => row['chainIndex'] === chainIndex);
  });
}

/** Null: this account does not exist. */
export function membersOf(accountId: string, state: ServiceState): readonly Member[] | null {
  const account = state.accounts.get(accountId);
  if (!account) return null;
  return state.members.get(accountId) ?? withoutDuplicates(account().map(memberOf));
}

export function memberOf(row: AssetRow): Member {
  return { chainIndex: String(row['chainIndex']), address: String(row['address']) };
}

export function includesMember(member: Member, members: readonly Member[]): boolean {
  const address = comparableAddress(member.address);
  return members.some(
    one => one.chainIndex === member.chainIndex && comparableAddress(one.address) === address
  );
}

export function withoutDuplicates(members: readonly Member[]): Member[] {
  return members.filter((member, index) => !includesMember(member, members.slice(0, index)));
}

// Ports: the interfaces that core needs from outside: service drivers, HTTP, keychain, files, rate limiter, clock.
import type { DecimalText } from '../../../shared/domain/decimal';
import type { Credentials, Key } from '../../../shared/schema/key';
import type { Holding } from '../../../shared/schema/holding';
import type { Settings } from '../../../shared/schema/settings';
import type { StoredSnapshots, WalletSnapshot } from '../../../shared/schema/snapshot';
import type { RequestPriority } from '../../../shared/domain/limits';
import type { SourceId } from '../../../shared/domain/sources';
import type { Wallet } from '../../../shared/schema/wallet';
import type { ChainEntry } from '../../../shared/ipc/wallet-calls';
import type { ChainLookup } from './chain-facts';
import type { Loaded } from './storage';

/** One request of a poll, before it is signed. The query is built once: what is signed is what is sent. */
export interface PlannedRequest {
  readonly method: 'GET' | 'POST';
  /** Path with query, exactly as it goes on the wire. */
  readonly target: string;
  readonly body: string;
  /** The chains that this request asks for; null: every chain of the wallet. */
  readonly chains: readonly string[] | null;
}

export interface SignedRequest {
  readonly method: 'GET' | 'POST';
  readonly origin: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface HttpReply {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body as decoded text. */
  readonly body: string;
}

/** A row that could not be read, and what is known of it all the same; null: that could not be read either. */
export interface UnreadableRow {
  readonly chainIndex: string | null;
  /** The canonical id of its token. */
  readonly token: string | null;
  /** The canonical form of the address that it is about; null: also when the row names none. */
  readonly address: string | null;
}

/** What was read from a valid reply. */
export interface Reading {
  readonly holdings: readonly Holding[];
  /** Rows that are left out. What they may be about keeps its last value; everything else is answered. */
  readonly unreadable: readonly UnreadableRow[];
  /** The service's own time of the data, ms; null: the reply has none. */
  readonly takenAt: number | null;
}

/** What was known of a wallet before a reply: its holdings, and the decimals that its tokens have. */
export interface KnownBefore extends Pick<WalletSnapshot, 'decimals'> {
  readonly holdings: readonly Holding[];
}

/** One way to request the holdings of a wallet from OKX. */
export interface Driver {
  /**
   * Makes one request for these chains, at most 50; null: every chain of the wallet. Throws Failure for a wallet of which
   * nothing may be sent, as `planDefi` does.
   */
  request(wallet: Wallet, chains: readonly string[] | null): PlannedRequest;
  /** Requests the value of the DeFi positions on these chains; the holdings do not contain them. */
  planDefi(wallet: Wallet, chains: readonly string[] | null): PlannedRequest;
  /** Gives exact USD, below zero when the loans are larger than the deposits. Throws Failure. */
  readDefi(reply: HttpReply, receivedAt: number): DecimalText;
  planPrice(coin: CoinCode): PlannedRequest;
  /** Throws Failure: also `reply-damaged` when the coin has no price. */
  readPrice(reply: HttpReply, coin: CoinCode, receivedAt: number): CoinPrice;
  /** A public request without data of the key. It goes to the key's host, or to the exchange if that serves none. */
  requestYuan(key: Key): SignedRequest;
  /** Gives the yuan for one dollar. Throws Failure. */
  readYuan(reply: HttpReply, receivedAt: number): DecimalText;
  planChains(): PlannedRequest;
  /** Throws Failure. */
  readChains(reply: HttpReply, receivedAt: number): ListedChain[];
  /** Called after the wait for the rate limiter, and again for each try. `at`: ms, corrected by the clock offset. */
  sign(request: PlannedRequest, key: Key, credentials: Credentials, at: number): SignedRequest;
  /**
   * Throws Failure for anything but a valid success reply. `receivedAt`: ms, for Retry-After dates. A holding of
   * `last` that the reply repeats is given back as the same object.
   */
  read(reply: HttpReply, wallet: Wallet, receivedAt: number, last?: KnownBefore): Reading;
}

export type CoinCode = 'BTC' | 'ETH';

export interface CoinPrice {
  /** USD for one coin, above zero. */
  readonly price: DecimalText;
  /** The service's own time of the price, ms; null: the reply has none. */
  readonly pricedAt: number | null;
}

export type Drivers = Readonly<Record<SourceId, Driver>>;

export interface Http {
  /** Resolves with any HTTP status. Throws Failure for every network error. */
  send(request: SignedRequest): Promise<HttpReply>;
}

export interface Keychain {
  /** Throws Failure: keychain-missing, keychain-locked, keychain-denied, key-not-in-keychain. */
  read(keyId: string): Promise<Credentials>;
  /** `session`: kept in memory only until the app quits; nothing is written to the keychain. */
  write(keyId: string, credentials: Credentials, keptIn: Key['keptIn']): Promise<void>;
  forget(keyId: string): Promise<void>;
}

export interface RateLimiter {
  /** Resolves when this key may send again: at most one request per second, the most urgent of those that wait first. */
  acquire(keyId: string, priority: RequestPriority): Promise<void>;
}

export type { Loaded };

export interface Snapshots {
  read(): Promise<Loaded<StoredSnapshots>>;
  /** Atomic: the old file stays complete until the new file is complete. */
  write(snapshots: StoredSnapshots): Promise<unknown>;
}

export interface SettingsFile {
  read(): Promise<Loaded<Settings>>;
  /** Rejects while the file must not be written. Resolves with the new path if it moved a damaged file. */
  write(settings: Settings): Promise<unknown>;
}

/** The known chains: the list that OKX gave last, which overrides the built-in table. */
export interface ChainList {
  /** Loads the list into this object; the result only says what happened to a file that cannot be read. */
  load(): Promise<Loaded<null>>;
  readonly facts: ChainLookup;
  entries(): readonly ChainEntry[];
  /** When the list of the service was read last, ms; null: never. */
  readAt(): number | null;
  /** Called when the list could not be read: it is requested again a day later, or after the next start. */
  postponeRefresh(now: number): void;
  /** Stores a list that the service gave; the next start uses it. */
  storeList(listed: readonly ListedChain[], now: number): Promise<void>;
}

/** A chain that OKX lists as supported; requests for some listed chains fail nevertheless. */
export interface ListedChain {
  readonly chainIndex: string;
  readonly name: string;
  /** "" when OKX gives no short name. */
  readonly shortName: string;
}

export interface Clock {
  /** ms since 1970, by the clock of this computer. */
  now(): number;
  /** 0 inclusive to 1 exclusive, for jitter. */
  random(): number;
  newId(): string;
  /** The local time of day at `at`, minutes since midnight. */
  minuteOfDay(at: number): number;
  /** Moved by hand, for pictures: ages are told as of `now`, and nothing ticks. */
  readonly isFixed?: true;
  /** It goes so many times as fast as this computer's, for tests of what takes hours: delays are as much shorter. */
  readonly times?: number;
}

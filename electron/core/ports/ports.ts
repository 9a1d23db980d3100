// Ports: the interfaces that core needs from outside: drivers of the service, HTTP, keychain, files, rate limiter, clock.
import type { DecimalText } from '../../../shared/domain/decimal';
import type { Credentials, Key } from '../../../shared/schema/key';
import type { Holding } from '../../../shared/schema/holding';
import type { Settings } from '../../../shared/schema/settings';
import type { StoredSnapshots } from '../../../shared/schema/snapshot';
import type { SourceId, Wallet } from '../../../shared/schema/wallet';
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
  /** Decoded text. */
  readonly body: string;
}

/** A reply that was understood. */
export interface Reading {
  readonly holdings: readonly Holding[];
  /** Chains with a row that could not be read: they count as not answered. */
  readonly damagedChains: readonly string[];
  /** The service's own time of the data, ms; null when it gave none. */
  readonly takenAt: number | null;
}

/** One way to ask OKX for a wallet's holdings. */
export interface Driver {
  /** One request for these chains, at most 50; null: every chain of the wallet. */
  request(wallet: Wallet, chains: readonly string[] | null): PlannedRequest;
  /** Asks what the DeFi positions on these chains are worth, which are in no holdings. */
  planDefi(wallet: Wallet, chains: readonly string[] | null): PlannedRequest;
  /** Exact USD, below zero where loans outweigh. Throws Failure. */
  readDefi(reply: HttpReply, receivedAt: number): DecimalText;
  planPrice(coin: CoinCode): PlannedRequest;
  /** Throws Failure: reply-damaged also when the coin has no price. */
  readPrice(reply: HttpReply, coin: CoinCode, receivedAt: number): CoinPrice;
  /** Public: without anything of the key. Sent to the exchange, or to the key's own host when that is none of OKX's. */
  requestYuan(key: Key): SignedRequest;
  /** Yuan for one dollar. Throws Failure. */
  readYuan(reply: HttpReply, receivedAt: number): DecimalText;
  planChains(): PlannedRequest;
  /** Throws Failure. */
  readChains(reply: HttpReply, receivedAt: number): ListedChain[];
  /** Called last, after the wait for our turn, and anew for every try. `at`: ms, already corrected by the clock offset. */
  sign(request: PlannedRequest, key: Key, credentials: Credentials, at: number): SignedRequest;
  /**
   * Throws Failure for anything but an understood success. `receivedAt`: ms, for Retry-After dates. `last`: the wallet's
   * holdings of before; those that the reply repeats are these very objects in what it gives.
   */
  read(reply: HttpReply, wallet: Wallet, receivedAt: number, last?: readonly Holding[]): Reading;
}

export type CoinCode = 'BTC' | 'ETH';

export interface CoinPrice {
  /** USD for one, above zero. */
  readonly price: DecimalText;
  /** The service's own time of the price, ms; null when it gave none. */
  readonly pricedAt: number | null;
}

export type Drivers = Readonly<Record<SourceId, Driver>>;

export interface Http {
  /** Resolves with any HTTP status. Throws Failure for everything of the network. */
  send(request: SignedRequest): Promise<HttpReply>;
}

export interface Keychain {
  /** Throws Failure: keychain-missing, keychain-locked, keychain-denied, key-not-in-keychain. */
  read(keyId: string): Promise<Credentials>;
  /** `session`: held in memory, gone at quit; nothing reaches the system. */
  write(keyId: string, credentials: Credentials, keptIn: Key['keptIn']): Promise<void>;
  forget(keyId: string): Promise<void>;
}

export interface RateLimiter {
  /** Resolves when this key may send again: at most one request a second. */
  acquire(keyId: string): Promise<void>;
}

export type { Loaded };

export interface Snapshots {
  read(): Promise<Loaded<StoredSnapshots>>;
  /** Atomic: the old file stays whole until the new one is. */
  write(snapshots: StoredSnapshots): Promise<unknown>;
}

export interface SettingsFile {
  read(): Promise<Loaded<Settings>>;
  /** Rejects while the file is left alone. Resolves with the new path of a file that was nonsense by then, or with none. */
  write(settings: Settings): Promise<unknown>;
}

/** The chains that are known: OKX's own list as read last, above the built-in table. */
export interface ChainList {
  /** Its content stays in the book; what became of a file that cannot be read is told. */
  load(): Promise<Loaded<null>>;
  readonly facts: ChainLookup;
  entries(): readonly ChainEntry[];
  /** When the service's list was read last, ms; null: never. */
  readAt(): number | null;
  /** The list could not be read: it is asked for again a day later, or after the next start. */
  postponeRefresh(now: number): void;
  /** Keeps a list that the service gave; the next start has it. */
  storeList(listed: readonly ListedChain[], now: number): Promise<void>;
}

/** A chain that OKX says it supports; some that it lists fail all the same. */
export interface ListedChain {
  readonly chainIndex: string;
  readonly name: string;
  /** "" when OKX gives none. */
  readonly shortName: string;
}

export interface Clock {
  /** ms since 1970, as this computer believes. */
  now(): number;
  /** 0 inclusive to 1 exclusive, for jitter. */
  random(): number;
  newId(): string;
  /** The local time of day at that moment, minutes since midnight. */
  minuteOfDay(at: number): number;
  /** Moved by hand, for pictures: ages are told as of `now`, and nothing ticks. */
  readonly isFixed?: true;
}

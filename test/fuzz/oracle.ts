// Calculates from the accepted rows what must be shown after each reply: total, parts of its change, what is stale.
import type { Wallet } from '../../shared/schema/wallet';
import type { Accepted, PlainRow, UnreadRow } from './accepted';
import { addressName, nameOf, tokenName } from './identity';

const DAY_MS = 24 * 60 * 60_000;
/** Two intervals of five minutes, and a minute for the poll. */
const STALE_AFTER_MS = 11 * 60_000;
const TESTNETS = ['1952', '11155111'];
/** Stands for all chains of a wallet that come in one reply. */
const ALL = '*';

export interface Held extends PlainRow {
  /** The rows received for the holding differed in amount. */
  isFlagged: boolean;
  /** The price is the last known one; the time since when, ms. */
  keptSince: number | null;
  /** Its row could not be read: the value is the last one. */
  isStale: boolean;
}

interface PlainPart {
  answeredAt: number | null;
  isFailed: boolean;
}

export class Oracle {
  held = new Map<string, Held>();
  readonly parts = new Map<string, PlainPart>();
  /** In units of dollars: how much prices and transfers have changed the total since the beginning. */
  prices = 0n;
  transfers = 0n;

  constructor(
    readonly wallet: Wallet,
    readonly countRisky: boolean
  ) {
    const polled = wallet.chains.length > 0 ? wallet.chains : [ALL];
    for (const chain of polled) this.parts.set(chain, { answeredAt: null, isFailed: false });
  }

  counts(row: Held): boolean {
    return row.price !== null && (this.countRisky || !row.isRisky) && !TESTNETS.includes(row.chain);
  }

  valueOf(row: Held): bigint {
    return this.counts(row) ? row.amount * row.price! : 0n;
  }

  get total(): bigint {
    return [...this.held.values()].reduce((total, row) => total + this.valueOf(row), 0n);
  }

  isStale(chain: string, now: number): boolean {
    const part = this.#part(chain);
    if (!part || part.isFailed || part.answeredAt === null) return true;
    return now - part.answeredAt > STALE_AFTER_MS;
  }

  isPartial(now: number): boolean {
    return [...this.parts.keys()].some(chain => this.isStale(chain, now));
  }

  apply(accepted: Accepted, now: number): void {
    if (accepted === 'failure') {
      for (const part of this.parts.values()) part.isFailed = true;
      return;
    }
    const isAsked = (chain: string) => this.#part(chain) !== undefined;
    const fresh = this.#merged(accepted.rows.filter(({ chain }) => isAsked(chain)));
    for (const row of fresh.values()) this.#carry(row, now);
    const before = this.held;
    const kept = [...before].flatMap(([name, row]): [string, Held][] => {
      if (!isAsked(row.chain)) return [[name, row]];
      const isUnread = !fresh.has(name) && accepted.unread.some(unread => mayBe(unread, row));
      return isUnread ? [[name, { ...row, isStale: true }]] : [];
    });
    this.held = new Map([...fresh, ...kept]);
    this.#split(before);
    this.#settle(Math.min(accepted.takenAt ?? now, now));
  }

  #part(chain: string): PlainPart | undefined {
    return this.parts.get(chain) ?? this.parts.get(ALL);
  }

  /** Rows of one token are one holding: never added up. */
  #merged(rows: readonly PlainRow[]): Map<string, Held> {
    const groups = new Map<string, PlainRow[]>();
    for (const row of rows) {
      const name = nameOf(row.chain, row.address, row.token);
      groups.set(name, [...(groups.get(name) ?? []), row]);
    }
    const merged = new Map<string, Held>();
    for (const [name, group] of groups) {
      const held = heldOf(group);
      if (held.amount !== 0n) merged.set(name, held);
    }
    return merged;
  }

  /** The last known price of a token stays in use for a day after the price has become unknown. */
  #carry(row: Held, now: number): void {
    const last = this.held.get(nameOf(row.chain, row.address, row.token));
    if (row.price !== null || !last || last.price === null) return;
    const since = Math.min(last.keptSince ?? this.#part(row.chain)?.answeredAt ?? now, now);
    if (now - since > DAY_MS) return;
    row.price = last.price;
    row.keptSince = since;
  }

  /**
   * Compares only parts that were answered before and now; holdings that start or stop being counted are in neither
   * sum.
   */
  #split(before: ReadonlyMap<string, Held>): void {
    for (const name of new Set([...before.keys(), ...this.held.keys()])) {
      const [old, now] = [before.get(name), this.held.get(name)];
      if (old === now || this.#part((old ?? now)!.chain)?.answeredAt == null) continue;
      if (old && now) {
        if (!this.counts(old) || !this.counts(now)) continue;
        const isKnownAgain = old.keptSince !== null && now.keptSince === null;
        if (!isKnownAgain) this.prices += old.amount * (now.price! - old.price!);
        this.transfers += (now.amount - old.amount) * now.price!;
      } else this.transfers += now ? this.valueOf(now) : -this.valueOf(old!);
    }
  }

  #settle(answeredAt: number): void {
    for (const chain of this.parts.keys()) this.parts.set(chain, { answeredAt, isFailed: false });
  }
}

/** The row of the coin stands for all, else the largest; equal is what agrees in 15 digits. */
function heldOf(group: readonly PlainRow[]): Held {
  const largest = largestOf(group);
  const coins = group.filter(({ token }) => token === '');
  const base = coins.length > 0 ? largestOf(coins) : largest;
  const isSame = ({ amount }: PlainRow) => {
    const digits = String(largest.amount).length;
    return largest.amount - amount < (digits > 15 ? 10n ** BigInt(digits - 15) : 1n);
  };
  return {
    ...base,
    amount: isSame(base) ? base.amount : largest.amount,
    price: cheapestOf(coins) ?? cheapestOf(group),
    isRisky: group.every(({ isRisky }) => isRisky),
    isFlagged: !group.every(isSame),
    keptSince: null,
    isStale: false
  };
}

function largestOf(rows: readonly PlainRow[]): PlainRow {
  return rows.reduce((largest, row) => (row.amount > largest.amount ? row : largest));
}

function cheapestOf(rows: readonly PlainRow[]): bigint | null {
  const prices = rows.flatMap(({ price }) => (price === null ? [] : [price]));
  return prices.length === 0 ? null : prices.reduce((least, price) => (price < least ? price : least));
}

/** What a row does not say may be anything, and so may an address that a holding lacks. */
function mayBe({ chainIndex, token, address }: UnreadRow, row: Held): boolean {
  return (
    (chainIndex === null || chainIndex === row.chain) &&
    (token === null || token === tokenName(row.chain, row.token)) &&
    (address === null || row.address === '' || address === addressName(row.address))
  );
}

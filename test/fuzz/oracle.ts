// Calculates from the accepted rows what must be shown after each reply: total, parts of its change, what is stale.
import type { Wallet } from '../../shared/schema/wallet';
import type { Accepted, PlainRow } from './accepted';
import { writeJson } from './json-text';

const DAY_MS = 24 * 60 * 60_000;
/** Two intervals of five minutes, and a minute for the poll. */
const STALE_AFTER_MS = 11 * 60_000;
const TESTNETS = ['1952', '11155111'];
/** Stands for all chains of a wallet that come in one reply. */
const ALL = '*';

export interface Held extends PlainRow {
  /** The rows received for the holding differed in amount, price or risk. */
  isFlagged: boolean;
  /** The rows received for the holding differed in any field: then a flag is allowed. */
  mayBeFlagged: boolean;
  /** The price is the last known one; the time since when, ms. */
  keptSince: number | null;
}

interface PlainPart {
  answeredAt: number | null;
  isFailed: boolean;
}

const sameCase = (address: string) => (/^0x/i.test(address) ? address.toLowerCase() : address);

/** Identifies one token of one address on one chain. */
export const nameOf = (chain: string, address: string, token: string) =>
  JSON.stringify([chain, sameCase(address), sameCase(token)]);

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
    const isFresh = (chain: string) => this.#part(chain) !== undefined && !accepted.damaged.has(chain);
    const fresh = this.#merged(accepted.rows.filter(({ chain }) => isFresh(chain)));
    for (const row of fresh.values()) this.#carry(row, now);
    const before = this.held;
    const kept = [...before].filter(([, { chain }]) => !isFresh(chain));
    this.held = new Map([...kept, ...fresh]);
    this.#split(before);
    this.#settle(accepted.damaged, Math.min(accepted.takenAt ?? now, now));
  }

  #part(chain: string): PlainPart | undefined {
    return this.parts.get(chain) ?? this.parts.get(ALL);
  }

  /**
   * Of several rows for one token, the one with the larger amount stays, flagged when the rows differed; amounts are
   * never added up.
   */
  #merged(rows: readonly PlainRow[]): Map<string, Held> {
    const merged = new Map<string, Held>();
    for (const row of rows) {
      const address = this.wallet.source === 'v6-address' ? this.wallet.address : row.address;
      const name = nameOf(row.chain, address, row.token);
      const other = merged.get(name);
      const differs =
        other && (other.amount !== row.amount || other.price !== row.price || other.isRisky !== row.isRisky);
      const isFlagged = (other?.isFlagged ?? false) || differs === true;
      const best = other && other.amount >= row.amount ? other : row;
      const mayBeFlagged =
        other !== undefined && (other.mayBeFlagged || writeJson(other.raw) !== writeJson(row.raw));
      merged.set(name, { ...best, address, isFlagged, mayBeFlagged, keptSince: null });
    }
    for (const [name, { amount }] of merged) if (amount === 0n) merged.delete(name);
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

  #settle(damaged: ReadonlySet<string>, answeredAt: number): void {
    const before = new Map(this.parts);
    const isOfAll = before.has(ALL);
    if (isOfAll) this.parts.clear();
    for (const chain of isOfAll ? [ALL] : before.keys()) {
      const last = before.get(chain)!;
      this.parts.set(
        chain,
        damaged.has(chain) ? { ...last, isFailed: true } : { answeredAt, isFailed: false }
      );
    }
    if (!isOfAll) return;
    for (const chain of damaged) {
      const last = before.get(chain) ?? before.get(ALL);
      this.parts.set(chain, { answeredAt: last?.answeredAt ?? null, isFailed: true });
    }
  }
}

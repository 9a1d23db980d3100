// The oracle: which amounts and prices the app may believe, from the truth and from what each answer said of it.
import { digitsOf, DOLLAR, isWithin, larger } from './exact';
import type { Said, Sent } from './service';
import type { Truth } from './truth';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** A longer gap between two answers counts for this. */
const MAX_GAP_MS = 5 * MINUTE_MS;

interface Needed {
  readonly answers: number;
  readonly ms: number;
}
const AT_ONCE: Needed = { answers: 1, ms: 0 };
const QUICK: Needed = { answers: 2, ms: 15 * SECOND_MS };
const TEN_MINUTES: Needed = { answers: 3, ms: 10 * MINUTE_MS };
const AN_HOUR: Needed = { answers: 3, ms: HOUR_MS };

/** A lie that is kept up: from the time that its confirmation takes on, it may be believed until it ends. */
interface Run<Value> {
  readonly first: Value;
  last: Value;
  lastAt: number;
  agreedMs: number;
  answers: number;
  needed: Needed;
}

/** Of one amount or price. */
export interface Beliefs<Value> {
  /** What was true at the last answer that told the truth, or later, and lies kept up for long enough. */
  may: Set<Value>;
  /** What ever may have been believed. */
  readonly ever: Set<Value>;
  run: Run<Value> | null;
  /** When the truth was told last, by the service's time; 0: never. */
  cleanAt: number;
  /** The truth that was told last. */
  said: Value | null;
  /** For how long answers have told it as it is now, ms; a gap counts as in a doubt. */
  cleanMs: number;
}

function beliefs<Value>(truth: Value): Beliefs<Value> {
  return { may: new Set([truth]), ever: new Set([truth]), run: null, cleanAt: 0, said: null, cleanMs: 0 };
}

export interface Known {
  readonly amount: Beliefs<bigint>;
  readonly price: Beliefs<bigint | null>;
  readonly risk: Beliefs<boolean>;
  /** What the last answer said of the amount. */
  said: bigint;
  /** Rows of the chain in the last answer that had any. */
  chainRows: number;
}

/** What counted of a token before a round. */
export interface Believed {
  readonly amount: bigint;
  readonly price: bigint | null;
  readonly worth: bigint;
  /** Less than what needs a confirmation to be gone. */
  readonly isSmall: boolean;
  /** Of all that counted. */
  readonly total: bigint;
}

export class Oracle {
  readonly #known = new Map<string, Known>();
  readonly #newest: number[] = [];
  /** What grew in this round: place and amount. */
  readonly #grown = new Set<string>();
  /** Whether any lie was kept up for so long that it counts as the truth. */
  wasFooled = false;
  hasClockJumped = false;

  /** `hasTime`: whether the answers of a wallet carry the service's time. `believed`: null for what does not count. */
  constructor(
    readonly truth: Truth,
    readonly hasTime: (wallet: number) => boolean,
    readonly believed: (wallet: number, place: number) => Believed | null
  ) {}

  of(wallet: number, place: number): Known {
    const key = `${wallet}/${place}`;
    let known = this.#known.get(key);
    if (!known) {
      const price = beliefs<bigint | null>(null);
      known = { amount: beliefs(0n), price, risk: beliefs(false), said: 0n, chainRows: 0 };
      this.#known.set(key, known);
    }
    return known;
  }

  /** Whether the price may have been believed of the token in any wallet. */
  everPriced(place: number, price: bigint | null): boolean {
    return [...this.truth.amounts.keys()].some(wallet => this.of(wallet, place).price.ever.has(price));
  }

  /** Whether the price may be believed of the token in any wallet. */
  mayBePriced(place: number, price: bigint | null): boolean {
    return [...this.truth.amounts.keys()].some(wallet => this.of(wallet, place).price.may.has(price));
  }

  /** After the deeds of a step: what is true now may be believed from now on. */
  see(): void {
    for (const wallet of this.truth.amounts.keys())
      for (const place of this.truth.tokens.keys()) {
        const { amount, price } = this.of(wallet, place);
        allow(amount, this.truth.amountOf(wallet, place));
        const now = this.truth.priceOf(place);
        if (now !== null) allow(price, now);
      }
  }

  /** Whether the app may learn from it: a failed poll teaches nothing, nor does an answer that says it is old. */
  isNews(sent: Sent): boolean {
    return sent.reply !== null && (this.#isNew(sent) || !this.hasTime(sent.wallet));
  }

  /** What was asked and lost is new when it is sent again. */
  #isNew({ wallet, at }: Sent): boolean {
    return at > (this.#newest[wallet] ?? 0);
  }

  #isSame({ wallet, at }: Sent): boolean {
    return this.hasTime(wallet) && at === this.#newest[wallet];
  }

  /** All answers of a round. */
  hear(all: readonly Sent[]): void {
    const news = all.filter(one => this.isNews(one));
    this.#grown.clear();
    for (const sent of all) if (sent.reply && this.#isSame(sent)) this.#hearAgain(sent);
    const grown = news.reduce((sum, one) => sum + this.#grownWorth(one), 0n);
    for (const sent of news) {
      if (this.#isNew(sent)) this.#hearNew(sent, grown);
      else this.#hearOld(sent);
    }
    this.#allowEarlierMoves(news);
  }

  /** What another wallet lacks since an earlier answer went to where as much came now. */
  #allowEarlierMoves(news: readonly Sent[]): void {
    if (this.#grown.size === 0) return;
    for (const wallet of this.truth.amounts.keys()) {
      if (news.some(one => one.wallet === wallet)) continue;
      for (const place of this.truth.tokens.keys()) {
        const { said, amount } = this.of(wallet, place);
        if (said === 0n && this.#grown.has(`${place} ${this.believed(wallet, place)?.amount}`))
          allow(amount, 0n);
      }
    }
  }

  #hearNew(sent: Sent, grown: bigint): void {
    this.#newest[sent.wallet] = sent.at;
    const rows = this.#chainRows(sent);
    for (const [place, said] of sent.said.entries()) {
      const known = this.of(sent.wallet, place);
      if (!said) continue;
      this.#hearAmount(known, sent.wallet, place, said, sent.at, grown);
      this.#hearPrice(known, sent.wallet, place, said, sent.at);
      this.#hearRisk(known, sent.wallet, place, said, sent.at);
      const { chain } = this.truth.tokens[place]!;
      known.chainRows = rows.get(chain) ?? known.chainRows;
      if (said.amount !== null) known.said = said.amount;
    }
  }

  /** The same answer again teaches nothing, but what it gives no price of may have had the last one for a day now. */
  #hearAgain({ wallet, said, at }: Sent): void {
    for (const [place, one] of said.entries())
      if (one?.amount && one.price === null) this.#hearPrice(this.of(wallet, place), wallet, place, one, at);
  }

  /** How many rows each chain has in an answer. */
  #chainRows({ said }: Sent): Map<string, number> {
    const rows = new Map<string, number>();
    for (const [place, one] of said.entries()) {
      const { chain } = this.truth.tokens[place]!;
      if (one?.amount) rows.set(chain, (rows.get(chain) ?? 0) + 1);
    }
    return rows;
  }

  /** Without a time of its own an old answer cannot be told from a new one. */
  #hearOld({ wallet, said }: Sent): void {
    for (const place of this.truth.tokens.keys()) {
      const { amount, price, risk } = this.of(wallet, place);
      const one = said[place] ?? { amount: 0n, price: null, isRisky: false };
      allow(risk, one.isRisky);
      if (one.amount !== null) allow(amount, one.amount);
      allow(price, one.price);
    }
  }

  /** What an answer says to have grown, in all; it may stand for something that is missing beside it. */
  #grownWorth({ wallet, said }: Sent): bigint {
    return said.reduce((all, one, place) => {
      const before = this.#saidOrBelieved(wallet, place);
      const more = one?.amount && one.amount > before ? one.amount - before : 0n;
      if (more > 0n) this.#grown.add(`${place} ${more}`);
      const price = one?.price ?? this.#lastPrice(wallet, place) ?? this.truth.tokens[place]!.price;
      return all + more * price;
    }, 0n);
  }

  /** What is given without a price has the believed one, else the highest that another wallet lends it. */
  #lastPrice(wallet: number, place: number): bigint | null {
    const own = this.believed(wallet, place)?.price;
    if (own != null) return own;
    const lent = [...this.truth.amounts.keys()].flatMap(other => this.believed(other, place)?.price ?? []);
    return lent.length === 0 ? null : lent.reduce(larger);
  }

  /** What came and is in doubt still arrives with each answer that names it. */
  #saidOrBelieved(wallet: number, place: number): bigint {
    const { said } = this.of(wallet, place);
    if (!this.truth.tokens[place]!.isEstablished) return said;
    const believed = this.believed(wallet, place)?.amount ?? 0n;
    return believed < said ? believed : said;
  }

  #hearAmount(known: Known, wallet: number, place: number, said: Said, now: number, grown: bigint): void {
    if (said.amount === null) return;
    const truth = this.truth.amountOf(wallet, place);
    const { amount } = known;
    if (said.amount === truth) return clean(amount, truth, now);
    const believed = this.believed(wallet, place);
    const isPaired = believed !== null && grown * 2n >= believed.worth;
    const { isEstablished, price } = this.truth.tokens[place]!;
    const added = (said.amount - (believed?.amount ?? 0n)) * (said.price ?? believed?.price ?? price);
    const isLeap = isEstablished && added > 100n * DOLLAR && 2n * added > (believed?.total ?? 0n);
    // As much of the token in another own wallet stands for it at once.
    const isMoved = said.amount === 0n && this.#grown.has(`${place} ${believed?.amount}`);
    const needed =
      isMoved || isExchanged(believed, said)
        ? AT_ONCE
        : neededFor(said.amount, believed, said.isChainSilent && known.chainRows > 1, isPaired, isLeap);
    this.#lie(
      amount,
      said.amount,
      now,
      needed,
      (a, b) => a === b || (a > 0n && b > 0n && isWithin(2n, a, b))
    );
  }

  #hearPrice({ price }: Known, wallet: number, place: number, said: Said, now: number): void {
    // Of a row without a readable amount nothing is used.
    if (said.amount === null) return;
    const truth = this.truth.priceOf(place);
    if (said.amount === 0n) {
      // What is not there needs no price, and begins without one.
      if (this.truth.amountOf(wallet, place) === 0n) allow(price, null);
      // A price in doubt is forgotten with what is missing: until one is given again, the believed one is used.
      const believed = this.believed(wallet, place);
      if (believed) allow(price, believed.price);
      return;
    }
    if (said.price !== null && said.price === truth) return clean(price, truth, now);
    if (said.price === null) {
      // The last known price is used for a day, by this computer's clock.
      if (!this.believed(wallet, place) || this.hasClockJumped || now - price.cleanAt > DAY_MS - HOUR_MS)
        allow(price, null);
      return;
    }
    const believed = this.believed(wallet, place);
    const isOrdinary = believed?.price != null && isWithin(10n, believed.price, said.price);
    const isFirst = price.cleanAt === 0 || believed === null || isOrdinary || isExchanged(believed, said);
    this.#lie(price, said.price, now, isFirst ? AT_ONCE : TEN_MINUTES, (a, b) => {
      return a !== null && b !== null && isWithin(2n, a, b);
    });
  }

  /** A flag of what counts is believed after ten minutes, also when it is true. */
  #hearRisk({ risk }: Known, wallet: number, place: number, said: Said, now: number): void {
    if (said.amount === null || said.amount === 0n) return;
    if (!said.isRisky) return clean(risk, false, now);
    const needed = this.believed(wallet, place) ? TEN_MINUTES : AT_ONCE;
    this.#keepUp(risk, true, now, needed, (a, b) => a === b);
  }

  #lie<Value>(
    of: Beliefs<Value>,
    said: Value,
    now: number,
    needed: Needed,
    agrees: (a: Value, b: Value) => boolean
  ): void {
    if (this.#keepUp(of, said, now, needed, agrees)) this.wasFooled = true;
  }

  /** Whether it was said for long enough to be believed. */
  #keepUp<Value>(
    of: Beliefs<Value>,
    said: Value,
    now: number,
    needed: Needed,
    agrees: (a: Value, b: Value) => boolean
  ): boolean {
    const { run } = of;
    if (run && agrees(run.first, said) && agrees(run.last, said)) {
      run.agreedMs += Math.min(MAX_GAP_MS, Math.max(0, now - run.lastAt));
      run.answers++;
      run.last = said;
      run.lastAt = now;
      if (needed.ms < run.needed.ms) run.needed = needed;
    } else of.run = { first: said, last: said, lastAt: now, agreedMs: 0, answers: 1, needed };
    const { agreedMs, answers, needed: least } = of.run!;
    if (answers < least.answers || agreedMs < least.ms) return false;
    allow(of, said);
    return true;
  }
}

function allow<Value>({ may, ever }: Beliefs<Value>, value: Value): void {
  may.add(value);
  ever.add(value);
}

function clean<Value>(of: Beliefs<Value>, truth: Value, now: number): void {
  const isSame = of.run === null && of.cleanAt > 0 && of.said === truth;
  of.cleanMs = isSame ? of.cleanMs + Math.min(MAX_GAP_MS, Math.max(0, now - of.cleanAt)) : 0;
  of.said = truth;
  of.may = new Set([truth]);
  of.ever.add(truth);
  of.run = null;
  of.cleanAt = now;
}

/** Amount and price leap against each other: a token was exchanged for another unit of itself. */
function isExchanged(believed: Believed | null, { amount, price }: Said): boolean {
  if (!believed?.price || !amount || !price) return false;
  const areNear = isWithin(2n, believed.amount, amount) || isWithin(2n, believed.price, price);
  return !areNear && isWithin(2n, believed.worth, amount * price);
}

/** The same digits, six places or more away. */
function isPointMoved(a: bigint, b: bigint): boolean {
  return digitsOf(a) === digitsOf(b) && !isWithin(10n ** 6n, a, b);
}

/** What does not count needs no confirmation, nor does what hardly counts; what was not there is compared with nothing. */
function neededFor(
  amount: bigint,
  believed: Believed | null,
  isSilent: boolean,
  isPaired: boolean,
  isLeap: boolean
): Needed {
  if (!believed) return AT_ONCE;
  if (amount === 0n) {
    if (believed.isSmall) return AT_ONCE;
    if (isPaired) return QUICK;
    return isSilent ? AN_HOUR : TEN_MINUTES;
  }
  if (isPointMoved(amount, believed.amount)) return TEN_MINUTES;
  return isLeap && amount >= 10n * believed.amount ? QUICK : AT_ONCE;
}

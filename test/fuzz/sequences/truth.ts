// The truth of a sequence: what each wallet has, and what each token is worth.
import { cut, ONE, parse } from './exact';
import type { Deed, Sequence } from './sequence';

export interface Token {
  readonly chain: string;
  /** "" is the coin of the chain. */
  readonly contract: string;
  readonly symbol: string;
  /** The coin of a known chain, or in every list of well-known contracts. */
  readonly isEstablished: boolean;
  readonly isScam: boolean;
  price: bigint;
  isPriced: boolean;
  isRisky: boolean;
}

const contract = (digit: string, place: number) => `0x${digit.repeat(36)}${String(place).padStart(4, '0')}`;

const keyOf = (chain: string, address: string) => `${chain} ${address}`;

function token(chain: string, at: string, symbol: string, price: string, isEstablished: boolean): Token {
  return {
    chain,
    contract: at,
    symbol,
    isEstablished,
    isScam: false,
    price: parse(price),
    isPriced: true,
    isRisky: false
  };
}

export const CHAINS = ['1', '8453', '137'];
/** Tokens of the owner; those of the scammer come after them. */
export const OWN_TOKENS = 8;

function ownTokens(): Token[] {
  return [
    token('1', '', 'ETH', '2650', true),
    token('1', '0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48', 'USDC', '1', true),
    token('1', '0x514910771af9ca656af840dff83e8264ecf986ca', 'LINK', '14', true),
    token('8453', '', 'ETH', '2650', true),
    token('8453', '0x833589fcd6edb6e08f4c7c32d4f71b54bda02913', 'USDC', '1', true),
    token('137', '', 'POL', '0.5', true),
    token('1', contract('5', 1), 'MMM', '3', false),
    token('8453', contract('5', 2), 'NNN', '0.02', false)
  ];
}

interface OnTheWay {
  readonly wallet: number;
  readonly token: number;
  readonly amount: bigint;
  stepsLeft: number;
}

/** A token's price stays within this factor of its first one, so that no invented price can be taken for a real one. */
const PRICE_RANGE = 100n;
const AMOUNT_DIGITS = 6;

export class Truth {
  readonly tokens: Token[] = ownTokens();
  /** The places of tokens by chain and contract. */
  readonly #places = new Map(this.tokens.map((one, place) => [keyOf(one.chain, one.contract), place]));
  readonly #firstPrices = this.tokens.map(({ price }) => price);
  /** By wallet and token. */
  readonly amounts: bigint[][];
  #onTheWay: OnTheWay[] = [];
  readonly #scams = new Map<number, number>();

  constructor({ holds }: Sequence) {
    this.amounts = holds.map(dollars =>
      this.tokens.map(({ price }, at) => cut((BigInt(dollars[at] ?? 0) * ONE * ONE) / price, AMOUNT_DIGITS))
    );
  }

  /** Undefined: no token is named so. */
  placeOf(chain: string, contract: string): number | undefined {
    return this.#places.get(keyOf(chain, contract));
  }

  amountOf(wallet: number, place: number): bigint {
    return this.amounts[wallet]?.[place] ?? 0n;
  }

  /** What the service gives when it tells the truth. */
  priceOf(place: number): bigint | null {
    const { price, isPriced } = this.tokens[place]!;
    return isPriced && price > 0n ? price : null;
  }

  /** What the owner has, without the scammer's tokens. */
  get worth(): bigint {
    return this.amounts.reduce(
      (all, own) =>
        own.slice(0, OWN_TOKENS).reduce((sum, amount, at) => sum + amount * this.tokens[at]!.price, all),
      0n
    );
  }

  /** What is on the way comes nearer. Gives the wallets and tokens where something arrived. */
  arrive(): (readonly [wallet: number, token: number])[] {
    for (const one of this.#onTheWay) one.stepsLeft--;
    const here = this.#onTheWay.filter(({ stepsLeft }) => stepsLeft <= 0);
    this.#onTheWay = this.#onTheWay.filter(({ stepsLeft }) => stepsLeft > 0);
    for (const { wallet, token: place, amount } of here) this.#add(wallet, place, amount);
    return here.map(({ wallet, token: place }) => [wallet, place]);
  }

  do(deed: Deed): void {
    if (deed.do === 'receive') this.#receive(deed);
    if (deed.do === 'send') this.#take(deed);
    if (deed.do === 'move') this.#add(deed.to % this.amounts.length, deed.token, this.#take(deed));
    if (deed.do === 'swap') this.#swap(deed);
    if (deed.do === 'price') this.#setPrice(deed);
    if (deed.do === 'list') this.tokens[deed.token]!.isPriced = deed.isPriced;
    if (deed.do === 'scam') this.#scam(deed);
    if (deed.do === 'take-back') this.#takeBack(deed);
  }

  #add(wallet: number, place: number, amount: bigint): void {
    const own = this.amounts[wallet];
    if (own) own[place] = (own[place] ?? 0n) + amount;
  }

  #take({ wallet, token: place, share }: { wallet: number; token: number; share: number }): bigint {
    const there = this.amountOf(wallet, place);
    const taken = share === 100 ? there : cut((there * BigInt(share)) / 100n, AMOUNT_DIGITS);
    this.#add(wallet, place, -taken);
    return taken;
  }

  #takeBack({ wallet, scam, share, to }: Extract<Deed, { do: 'take-back' }>): void {
    const place = this.#scams.get(scam);
    if (place === undefined) return;
    const taken = this.#take({ wallet, token: place, share });
    if (to !== null) this.#add(to % this.amounts.length, place, taken);
  }

  #receive({ wallet, token: place, percent }: Extract<Deed, { do: 'receive' }>): void {
    const dollars = (this.worth * BigInt(percent)) / 100n;
    this.#add(wallet, place, cut(dollars / this.tokens[place]!.price, AMOUNT_DIGITS));
  }

  #swap({ wallet, token: place, to, share, kept, steps }: Extract<Deed, { do: 'swap' }>): void {
    if (to === place) return;
    const taken = this.#take({ wallet, token: place, share });
    const worth = (taken * this.tokens[place]!.price * BigInt(kept)) / 100n;
    const amount = cut(worth / this.tokens[to]!.price, AMOUNT_DIGITS);
    if (steps === 0) this.#add(wallet, to, amount);
    else this.#onTheWay.push({ wallet, token: to, amount, stepsLeft: steps });
  }

  #setPrice({ token: place, permille }: Extract<Deed, { do: 'price' }>): void {
    const one = this.tokens[place]!;
    const first = this.#firstPrices[place]!;
    const price = cut((one.price * BigInt(permille)) / 1000n, 8);
    if (price * PRICE_RANGE >= first && price <= first * PRICE_RANGE) one.price = price;
  }

  #scam({ wallet, scam, amount, price, isRisky }: Extract<Deed, { do: 'scam' }>): void {
    const known = this.#scams.get(scam);
    const place = known ?? this.tokens.length;
    this.#scams.set(scam, place);
    const chain = CHAINS[scam % 2]!;
    const address = contract('6', scam);
    if (known === undefined)
      this.tokens.push({ ...token(chain, address, `SCAM${scam}`, '0', false), isScam: true });
    this.#places.set(keyOf(chain, address), place);
    const one = this.tokens[place]!;
    Object.assign(one, { price: parse(price ?? '0'), isPriced: price !== null, isRisky });
    this.#add(wallet, place, parse(amount));
  }
}

// Plans and reads the requests for the USD/CNY rate and for token prices.
import { z } from 'zod';
import { compareDecimals, decimal } from '../../shared/domain/decimal';
import type { DecimalText } from '../../shared/domain/decimal';
import { Failure } from '../../shared/domain/failure';
import type { SourceId } from '../../shared/domain/sources';
import type { OkxOrigin } from '../../shared/domain/host';
import type { CoinCode, CoinPrice, HttpReply, PlannedRequest, SignedRequest } from '../core/ports/ports';
import { AnyChainIndex, Milliseconds, amountOf } from './balance-row';
import { planPost, normaliseCase } from './request';
import { exactDataOf } from './envelope';

const EXCHANGE_ORIGIN: OkxOrigin = 'https://www.okx.com';

const WALLET_API_ORIGIN: OkxOrigin = 'https://web3.okx.com';

/**
 * The origin that is asked for the public rate when the key belongs to `host`: that host itself, such as that of a
 * region or of the demo on this computer. Only the host of the Wallet API is known to serve no rates.
 */
export function publicOriginFor(host: string): string {
  return host === WALLET_API_ORIGIN ? EXCHANGE_ORIGIN : host;
}

/** A public endpoint without a key: nothing is signed, and the answer is the same for everyone. */
export function planUsdCny(origin: string = EXCHANGE_ORIGIN): SignedRequest {
  return { method: 'GET', origin, target: '/api/v5/market/exchange-rate', headers: {}, body: '' };
}

/** The rate was between 1.5 and 8.8 since 1980: a value far outside is a mistake of the service. */
const [MIN_YUAN, MAX_YUAN] = [decimal('1'), decimal('100')];

const Yuan = z
  .string()
  .transform(text => amountOf(text) ?? '0')
  .refine(rate => compareDecimals(decimal(rate), MIN_YUAN) > 0)
  .refine(rate => compareDecimals(decimal(rate), MAX_YUAN) < 0);
const UsdCny = z.array(z.object({ usdCny: Yuan })).min(1);

/** Yuan for one dollar; OKX averages it over two weeks. Throws Failure: reply-damaged for an invalid value. */
export function readUsdCny(reply: HttpReply, receivedAt: number): DecimalText {
  const rates = UsdCny.safeParse(exactDataOf(reply, receivedAt, ['usdCny']));
  if (!rates.success) throw new Failure('reply-damaged', { httpStatus: reply.status });
  return rates.data[0]!.usdCny;
}

export interface Coin {
  readonly chainIndex: string;
  /** "" is the native coin. */
  readonly tokenAddress: string;
}

export const BITCOIN: Coin = { chainIndex: '0', tokenAddress: '' };
export const ETHER: Coin = { chainIndex: '1', tokenAddress: '' };

const PRICES: Readonly<Record<SourceId, readonly [path: string, tokenField: string]>> = {
  'v5-account': ['/api/v5/wallet/token/current-price', 'tokenAddress'],
  'v6-address': ['/api/v6/dex/index/current-price', 'tokenContractAddress']
};

/** Requests index prices of at most 100 coins; an older page of v5 says 20. The body is a bare list. */
export function planPrices(source: SourceId, coins: readonly Coin[]): PlannedRequest {
  const [path, tokenField] = PRICES[source];
  const body = coins.map(({ chainIndex, tokenAddress }) => ({
    chainIndex,
    [tokenField]: normaliseCase(tokenAddress)
  }));
  return planPost(path, body);
}

export interface Price extends Coin {
  /** USD for one coin, never zero. */
  readonly price: DecimalText;
  /** OKX's own time of the price, ms; null when it gave none. */
  readonly pricedAt: number | null;
}

const Quote = z.object({
  chainIndex: AnyChainIndex,
  tokenAddress: z.string().optional(),
  tokenContractAddress: z.string().optional(),
  price: z.string(),
  time: Milliseconds.nullable().catch(null)
});

/** Coins without a price, or with an invalid one, are left out. Throws Failure for anything but a success. */
export function readPrices(reply: HttpReply, receivedAt: number): Price[] {
  const quotes = z
    .array(z.unknown())
    .nullish()
    .safeParse(exactDataOf(reply, receivedAt, ['price']));
  if (!quotes.success) throw new Failure('reply-damaged', { httpStatus: reply.status });
  return (quotes.data ?? []).flatMap(raw => {
    const quote = Quote.safeParse(raw).data;
    const tokenAddress = quote?.tokenAddress ?? quote?.tokenContractAddress;
    const price = amountOf(quote?.price ?? '') ?? '0';
    if (!quote || tokenAddress === undefined || price === '0') return [];
    return [{ chainIndex: quote.chainIndex, tokenAddress, price, pricedAt: quote.time }];
  });
}

const COINS: Readonly<Record<CoinCode, Coin>> = { BTC: BITCOIN, ETH: ETHER };

export function planCoinPrice(source: SourceId, code: CoinCode): PlannedRequest {
  return planPrices(source, [COINS[code]]);
}

/** Throws Failure: reply-damaged also when the coin has no price. */
export function readCoinPrice(reply: HttpReply, code: CoinCode, receivedAt: number): CoinPrice {
  const coin = COINS[code];
  const quote = readPrices(reply, receivedAt).find(
    ({ chainIndex, tokenAddress }) => chainIndex === coin.chainIndex && tokenAddress === coin.tokenAddress
  );
  if (!quote) throw new Failure('reply-damaged', { httpStatus: reply.status });
  return { price: quote.price, pricedAt: quote.pricedAt };
}

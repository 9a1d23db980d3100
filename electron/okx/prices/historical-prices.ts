// Plans and reads the requests for the past prices of one token.
import { z } from 'zod';
import { MINUTE_MS } from '../../../shared/domain/durations';
import { Failure } from '../../../shared/domain/failure';
import type { SourceId } from '../../../shared/domain/sources';
import type { PastPrice, PastPriceRequest, PastPriceService } from '../../core/ports/past-prices';
import type { HttpReply, PlannedRequest } from '../../core/ports/ports';
import { amountOf, Milliseconds } from '../balance-row';
import { exactDataOf } from '../envelope';
import { normaliseCase } from '../request';

const PATHS: Readonly<Record<SourceId, readonly [path: string, tokenField: string]>> = {
  'v5-account': ['/api/v5/wallet/token/historical-price', 'tokenAddress'],
  'v6-address': ['/api/v6/dex/index/historical-price', 'tokenContractAddress']
};

/** The most that one reply holds. */
const MAX_POINTS = 200;
/** OKX prints 18 decimals. What is far longer is no price. */
const MAX_PRICE_LENGTH = 40;

/**
 * The parameter of the token is sent also when it is empty, which means the chain's coin. Older pages are asked by
 * `end` and not by OKX's cursor, so that the next one can be asked hours later and after a restart.
 */
function planPastPrices(
  source: SourceId,
  { chainIndex, tokenAddress, period, begin, end }: PastPriceRequest
): PlannedRequest {
  const [path, tokenField] = PATHS[source];
  const query = [
    `chainIndex=${encodeURIComponent(chainIndex)}`,
    `${tokenField}=${encodeURIComponent(normaliseCase(tokenAddress))}`,
    `limit=${MAX_POINTS}`,
    ...(begin === null ? [] : [`begin=${begin}`]),
    ...(end === null ? [] : [`end=${end}`]),
    `period=${period}`
  ];
  return { method: 'GET', target: `${path}?${query.join('&')}`, body: '', chains: null };
}

const Pages = z.array(z.object({ prices: z.array(z.unknown()).nullish() })).nullish();
const Point = z.object({ time: Milliseconds, price: z.string() });

function readPastPrices(reply: HttpReply, receivedAt: number): PastPrice[] {
  const pages = Pages.safeParse(exactDataOf(reply, receivedAt, ['price', 'time']));
  if (!pages.success) throw new Failure('reply-damaged', { httpStatus: reply.status });
  const prices = new Map<number, string>();
  for (const raw of (pages.data ?? []).flatMap(page => page.prices ?? [])) {
    const point = Point.safeParse(raw).data;
    const price = amountOf(point?.price ?? '') ?? '0';
    if (!point || price === '0' || price.length > MAX_PRICE_LENGTH) continue;
    const at = point.time - (point.time % MINUTE_MS);
    // Newest first: of two prices of one minute the first is the later one.
    if (!prices.has(at)) prices.set(at, price);
  }
  return [...prices].map(([at, price]) => ({ at, price })).sort((a, b) => a.at - b.at);
}

export const pastPriceService: PastPriceService = { plan: planPastPrices, read: readPastPrices };

// Index prices of coins, and the rate of the yuan, which the exchange tells everybody.
import type { Books } from './service-state';
import { refusal } from './error-codes';
import { bodyOf, success, type Answer, type Call } from './http-message';

const MOST_COINS = 100;

/** The token's id is called otherwise in each family. Coins without a known price are left out of the answer. */
export function answerPrices(call: Call, books: Books, tokenField: string): Answer {
  const coins = bodyOf(call);
  if (!Array.isArray(coins) || coins.length === 0) return refusal('81001');
  if (coins.length > MOST_COINS) return refusal('51000', { msg: 'Parameter error: at most 100' });
  const asked = coins.map((coin: unknown) => Object(coin) as Record<string, unknown>);
  if (asked.some(coin => typeof coin[tokenField] !== 'string')) return refusal('81001');
  const quotes = asked.flatMap(coin => {
    const [chainIndex, token] = [String(coin['chainIndex']), String(coin[tokenField])];
    const price = books.prices.get(`${chainIndex}/${token}`)?.();
    return price === undefined ? [] : [{ chainIndex, [tokenField]: token, time: String(books.now()), price }];
  });
  const answer = success(quotes);
  // A number, as OKX's price examples print it.
  return { ...answer, envelope: { ...answer.envelope, code: 0 } };
}

export function answerRate(_call: Call, books: Books): Answer {
  return success([{ usdCny: books.usdCny }]);
}

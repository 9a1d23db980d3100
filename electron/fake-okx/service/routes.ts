// Lists the endpoints of the fake server, each with its method, its handler and whether it needs a key.
import { LISTED_CHAINS } from './chains';
import { refusal, type Code } from './error-codes';
import { success, bodyOf, type FakeReply, type Call } from './http-message';
import {
  createAccount,
  deleteAccount,
  listAccounts,
  getAccountDetail,
  updateAccount
} from './routes-accounts';
import { answerBalances, answerTotal, findByAccount, findByAddress } from './routes-balances';
import { answerPastPrices } from './routes-past-prices';
import type { ServiceState } from './service-state';

export const ACCOUNT_BALANCES_PATH = '/api/v5/wallet/asset/wallet-all-token-balances';
export const ADDRESS_BALANCES_PATH = '/api/v6/dex/balance/all-token-balances-by-address';

interface Route {
  readonly method: 'GET' | 'POST';
  readonly isPublic?: boolean;
  answer(call: Call, state: ServiceState): FakeReply;
}

const get = (answer: Route['answer']): Route => ({ method: 'GET', answer });
const post = (answer: Route['answer']): Route => ({ method: 'POST', answer });
const chainList = get(() => success(LISTED_CHAINS));

const ROUTES: ReadonlyMap<string, Route> = new Map([
  [ACCOUNT_BALANCES_PATH, get((call, state) => answerBalances(call, state, findByAccount, 'filter'))],
  [
    ADDRESS_BALANCES_PATH,
    get((call, state) => answerBalances(call, state, findByAddress, 'excludeRiskToken'))
  ],
  ['/api/v5/wallet/asset/total-value', get((call, state) => answerTotal(call, state, findByAccount))],
  [
    '/api/v6/dex/balance/total-value-by-address',
    get((call, state) => answerTotal(call, state, findByAddress))
  ],
  ['/api/v5/wallet/chain/supported-chains', chainList],
  ['/api/v6/dex/balance/supported/chain', chainList],
  ['/api/v5/wallet/account/accounts', get(listAccounts)],
  ['/api/v5/wallet/account/account-detail', get(getAccountDetail)],
  ['/api/v5/wallet/account/create-wallet-account', post(createAccount)],
  ['/api/v5/wallet/account/update-wallet-account', post(updateAccount)],
  ['/api/v5/wallet/account/delete-account', post(deleteAccount)],
  ['/api/v5/wallet/token/current-price', post((call, state) => answerPrices(call, state, 'tokenAddress'))],
  [
    '/api/v6/dex/index/current-price',
    post((call, state) => answerPrices(call, state, 'tokenContractAddress'))
  ],
  [
    '/api/v5/wallet/token/historical-price',
    get((call, state) => answerPastPrices(call, state, 'tokenAddress'))
  ],
  [
    '/api/v6/dex/index/historical-price',
    get((call, state) => answerPastPrices(call, state, 'tokenContractAddress'))
  ],
  ['/api/v5/market/exchange-rate', { method: 'GET', isPublic: true, answer: answerRate }]
]);

/** Null: the path and method are right, and the key is checked next; a wrong path or method is refused before that. */
export function checkPath(call: Call): Code | null {
  const route = ROUTES.get(call.path);
  if (!route) return '50404';
  return call.method === route.method ? null : '50115';
}

/** Whether a call of this path needs no key. */
export function isPublic(call: Call): boolean {
  return ROUTES.get(call.path)?.isPublic === true;
}

export function isBalances(path: string): boolean {
  return path === ACCOUNT_BALANCES_PATH || path === ADDRESS_BALANCES_PATH;
}

/** Answers a call that passed the checks. */
export function route(call: Call, state: ServiceState): FakeReply {
  return ROUTES.get(call.path)?.answer(call, state) ?? refusal('50404');
}

const MAX_COINS = 100;

/**
 * The field of the token's id has another name in each family. Coins without a known price are left out of the answer.
 */
function answerPrices(call: Call, state: ServiceState, tokenField: string): FakeReply {
  const coins = bodyOf(call);
  if (!Array.isArray(coins) || coins.length === 0) return refusal('81001');
  if (coins.length > MAX_COINS) return refusal('51000', { msg: 'Parameter error: at most 100' });
  const requested = coins.map((coin: unknown) => Object(coin) as Record<string, unknown>);
  if (requested.some(coin => typeof coin[tokenField] !== 'string')) return refusal('81001');
  const quotes = requested.flatMap(coin => {
    const [chainIndex, token] = [String(coin['chainIndex']), String(coin[tokenField])];
    const price = state.prices.get(`${chainIndex}/${token}`)?.();
    return price === undefined ? [] : [{ chainIndex, [tokenField]: token, time: String(state.now()), price }];
  });
  const answer = success(quotes);
  // The code is a number, as in OKX's price examples.
  return { ...answer, envelope: { ...answer.envelope, code: 0 } };
}

function answerRate(_call: Call, state: ServiceState): FakeReply {
  return success([{ usdCny: state.usdCny }]);
}

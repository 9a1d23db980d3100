// The endpoints that the stand-in knows: balances and total of an account, and the list of chains.
import { ZERO, add, multiply, parseDecimal, toText } from '../../shared/decimal';
import type { Account, AssetRow } from './asset';
import { LISTED_CHAINS } from './chain-list';
import { refusal, type Code } from './codes';
import { chainsOf, type Answer, type Call } from './exchange';

export const BALANCES_PATH = '/api/v5/wallet/asset/wallet-all-token-balances';
export const TOTAL_PATH = '/api/v5/wallet/asset/total-value';
export const CHAINS_PATH = '/api/v5/wallet/chain/supported-chains';

/** OKX's own cap for one request. */
const MOST_CHAINS = 50;

export interface Books {
  readonly accounts: ReadonlyMap<string, Account>;
  /** Listed, and refused all the same, as happens at OKX. */
  readonly unsupportedChains: ReadonlySet<string>;
  /** Clients report only the words "Wallet not exist"; the code that carries them is not known. */
  readonly unknownAccountCode: Code;
  now(): number;
}

type Route = (call: Call, books: Books) => Answer;

function success(data: unknown): Answer {
  return { status: 200, envelope: { code: '0', msg: 'success', data } };
}

/** The account's rows on the chains asked for, or the refusal that one bad chain brings on the whole request. */
function findRows(call: Call, books: Books): AssetRow[] | Answer {
  const accountId = call.query.get('accountId') ?? '';
  if (accountId === '') return refusal('50014', { msg: 'Parameter accountId can not be empty' });
  const chains = chainsOf(call);
  if (chains.length > MOST_CHAINS) return refusal('51000', { msg: 'Parameter chains error: at most 50' });
  const isKnown = (chain: string) => LISTED_CHAINS.some(listed => listed.chainIndex === chain);
  if (chains.some(chain => !isKnown(chain) || books.unsupportedChains.has(chain)))
    return refusal('81104', { msg: 'walletAllTokenBalances.chains: Chain not support' });
  const account = books.accounts.get(accountId);
  if (!account) return refusal(books.unknownAccountCode, { msg: 'Wallet not exist' });
  return account().filter(row => chains.length === 0 || chains.includes(String(row['chainIndex'])));
}

const answerBalances: Route = (call, books) => {
  const filter = call.query.get('filter') || '0';
  if (!/^[01]$/.test(filter)) return refusal('51000', { msg: 'Parameter filter error' });
  const rows = findRows(call, books);
  if (!Array.isArray(rows)) return rows;
  const tokenAssets = rows.filter(row => filter === '1' || row['isRiskToken'] !== true);
  return success([{ tokenAssets, timeStamp: String(books.now()) }]);
};

const answerTotal: Route = (call, books) => {
  const rows = findRows(call, books);
  if (!Array.isArray(rows)) return rows;
  const withRisky = call.query.get('excludeRiskToken') === 'false';
  let total = ZERO;
  for (const row of rows) {
    const balance = parseDecimal(String(row['balance']));
    const price = parseDecimal(String(row['tokenPrice']));
    if (balance && price && (withRisky || row['isRiskToken'] !== true)) {
      total = add(total, multiply(balance, price));
    }
  }
  return success([{ totalValue: toText(total) }]);
};

const ROUTES: ReadonlyMap<string, Route> = new Map([
  [BALANCES_PATH, answerBalances],
  [TOTAL_PATH, answerTotal],
  [CHAINS_PATH, () => success(LISTED_CHAINS)]
]);

/** Null lets the call go on to its key; a wrong address or method is refused before any key is looked at. */
export function judgeAddress(call: Call): Code | null {
  if (!ROUTES.has(call.path)) return '50404';
  return call.method === 'GET' ? null : '50115';
}

/** Answers a call that was let through. */
export function route(call: Call, books: Books): Answer {
  return ROUTES.get(call.path)?.(call, books) ?? refusal('50404');
}

// Plans the requests of a poll: path and query are built once, here, and never touched again.
import type { Wallet } from '../../shared/wallet';
import type { PlannedRequest } from '../core/ports';

/** OKX's own limit for `chains`. */
const MOST_CHAINS = 50;

const ACCOUNT_BALANCES = '/api/v5/wallet/asset/wallet-all-token-balances';

/**
 * GET `wallet-all-token-balances`, one request per 50 chains, or a single one for every chain of the account.
 * `filter=1` brings the risky tokens too: they are split off here, so that people can look at them.
 */
export function planAccountRequests(wallet: Wallet): PlannedRequest[] {
  const plan = (chains: readonly string[] | null): PlannedRequest => ({
    method: 'GET',
    target: targetOf(ACCOUNT_BALANCES, [
      ['accountId', encodeURIComponent(wallet.accountId)],
      ['chains', chains?.join(',') ?? ''],
      ['filter', '1']
    ]),
    body: '',
    chains
  });
  const chains = [...new Set(wallet.chains)];
  return chains.length === 0 ? [plan(null)] : blocksOf(chains).map(plan);
}

/** Values must be encoded already; empty ones are left out. Commas may stay: the server checks the raw target. */
export function targetOf(path: string, query: readonly (readonly [name: string, value: string])[]): string {
  const given = query.filter(([, value]) => value !== '').map(([name, value]) => `${name}=${value}`);
  return given.length === 0 ? path : `${path}?${given.join('&')}`;
}

/** The fewest blocks that the limit allows, as equal as can be: 51 chains are 26 and 25, not 50 and 1. */
export function blocksOf(chains: readonly string[]): string[][] {
  const count = Math.ceil(chains.length / MOST_CHAINS);
  const startOf = (block: number) => Math.ceil((block * chains.length) / count);
  return Array.from({ length: count }, (_, block) => chains.slice(startOf(block), startOf(block + 1)));
}

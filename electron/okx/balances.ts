// Plans and reads the balance requests of a wallet, for accounts (v5) and addresses (v6).
import type { Wallet, WalletOf } from '../../shared/schema/wallet';
import type { HttpReply, KnownBefore, PlannedRequest, Reading } from '../core/ports/ports';
import { holdingsOf } from './holdings';
import { readRows } from './balance-reply';
import { createRowReuse } from './reuse-rows';
import { planGet } from './request';

const ACCOUNT_BALANCES = '/api/v5/wallet/asset/wallet-all-token-balances';
const ADDRESS_BALANCES = '/api/v6/dex/balance/all-token-balances-by-address';

/** The chains that a request names; null when the wallet covers every chain of its account. */
export function chainsToRequest(wallet: Wallet, chains: readonly string[] | null): string[] | null {
  const named = new Set(chains ?? wallet.chains);
  return named.size === 0 ? null : [...named];
}

/** `filter=1` includes the risky tokens: the app separates them itself, so that people can look at them. */
export function requestAccountBalances(
  wallet: WalletOf<'v5-account'>,
  chains: readonly string[] | null
): PlannedRequest {
  const requestedChains = chainsToRequest(wallet, chains);
  const query = [
    ['accountId', encodeURIComponent(wallet.accountId)],
    ['chains', requestedChains?.join(',') ?? ''],
    ['filter', '1']
  ] as const;
  return planGet(ACCOUNT_BALANCES, query, requestedChains);
}

/** The meaning of `excludeRiskToken` is inverted: 0 hides the risky tokens, 1 includes them. */
export function requestAddressBalances(
  wallet: WalletOf<'v6-address'>,
  chains: readonly string[] | null
): PlannedRequest {
  const requestedChains = chainsToRequest(wallet, chains);
  const query = [
    ['address', encodeURIComponent(wallet.address)],
    ['chains', requestedChains?.join(',') ?? ''],
    ['excludeRiskToken', '1']
  ] as const;
  return planGet(ADDRESS_BALANCES, query, requestedChains);
}

/** v6 gives neither type nor time; every row of its reply belongs to the one address. */
export function readBalances(
  reply: HttpReply,
  wallet: Wallet,
  receivedAt: number,
  last: KnownBefore
): Reading {
  const owner = { walletId: wallet.id, address: wallet.source === 'v6-address' ? wallet.address : null };
  const read = readRows(reply, receivedAt, owner, createRowReuse(last, owner));
  const { holdings, unreadable } = holdingsOf(read.rows, owner, read.reused, last.decimals);
  return { holdings, unreadable: [...read.unreadable, ...unreadable], takenAt: read.takenAt };
}

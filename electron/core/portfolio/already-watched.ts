// Already watched: finds the wallets that watch an address, or the addresses of an answer, before another wallet is added.
import { holdingId } from '../../../shared/domain/holding-id';
import { ownAddressOf } from '../../../shared/domain/sources';
import type { Holding } from '../../../shared/schema/holding';
import type { WalletSnapshot } from '../../../shared/schema/snapshot';
import type { Wallet } from '../../../shared/schema/wallet';
import { ownerIn, ownersOf } from './counted-once';

/** Of these wallets those that watch the same, in their order. */
export interface Watchers {
  /** With this address, in any spelling, as their own, or with tokens at it in their last answer. */
  ofAddress(address: string): Wallet[];
  /** With any of the addresses that these holdings name. */
  ofHoldings(holdings: readonly Holding[]): Wallet[];
}

export function watchersAmong(wallets: readonly Wallet[], snapshots: readonly WalletSnapshot[]): Watchers {
  const byWallet = new Map(snapshots.map(({ walletId, holdings }) => [walletId, holdings]));
  const byOwner = new Map<string, Set<Wallet>>();
  for (const wallet of wallets) {
    const address = ownAddressOf(wallet);
    const owners =
      address === null ? ownersOf(byWallet.get(wallet.id) ?? []) : new Set([ownerOfAddress(address)]);
    for (const owner of owners) {
      const watchers = byOwner.get(owner) ?? new Set();
      byOwner.set(owner, watchers.add(wallet));
    }
  }
  // A row without an address may be of any.
  byOwner.delete('');
  return {
    ofAddress: address => [...(byOwner.get(ownerOfAddress(address)) ?? [])],
    ofHoldings(holdings) {
      const found = new Set([...ownersOf(holdings)].flatMap(owner => [...(byOwner.get(owner) ?? [])]));
      return wallets.filter(wallet => found.has(wallet));
    }
  };
}

/** The address as the ids of its holdings have it. */
function ownerOfAddress(address: string): string {
  return ownerIn(holdingId('', '', address, ''));
}

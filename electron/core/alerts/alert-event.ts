// Alert event: the type of something that happened, before the notification policy decides about it.
import { groupScopeOf } from '../../../shared/alerts/alert-rules';
import type { AlertEntry } from '../../../shared/schema/activity';
import type { SuppressionReason } from '../../../shared/schema/alert';
import type { Settings } from '../../../shared/schema/settings';
import type { ChainLookup } from '../ports/chain-facts';

export interface AlertEvent {
  /** Its id is still empty; the notification policy sets it. */
  readonly entry: AlertEntry;
  /** Why the event is suppressed at any time of day; null: the event itself gives no reason to suppress it. */
  readonly suppressionReason: SuppressionReason | null;
}

/** The current names of chains and wallets; a group of wallets may stand for a wallet. */
export interface Names {
  chain(chainIndex: string): string;
  wallet(walletId: string): string;
}

export function namesOf(
  { wallets, groups = [] }: Pick<Settings, 'wallets' | 'groups'>,
  chains: ChainLookup
): Names {
  return {
    chain: chainIndex => chains(chainIndex).name,
    wallet: walletId =>
      wallets.find(({ id }) => id === walletId)?.name ??
      groups.find(({ id }) => groupScopeOf(id) === walletId)?.name ??
      ''
  };
}

interface EventLocation {
  readonly walletId: string;
  readonly chainIndex: string;
  readonly id: string;
  readonly symbol: string;
}

/** The fields that all entries have, for no particular wallet, chain or holding. */
export function entryAt(at: number) {
  return {
    id: '',
    at,
    walletId: null,
    wallet: '',
    chainIndex: null,
    chain: '',
    holdingId: null,
    symbol: '',
    silence: null,
    toldAt: null,
    toldIn: null
  };
}

export function entryOfWallet(at: number, walletId: string, names: Names) {
  return { ...entryAt(at), walletId, wallet: names.wallet(walletId) };
}

export function entryOfHolding(
  at: number,
  { walletId, chainIndex, id, symbol }: EventLocation,
  names: Names
) {
  const chain = names.chain(chainIndex);
  return { ...entryOfWallet(at, walletId, names), chainIndex, chain, holdingId: id, symbol };
}

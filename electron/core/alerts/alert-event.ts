// Alert event: the type of something that happened, before the notification policy decides about it.
import type { Entry } from '../../../shared/schema/activity';
import type { SuppressionReason } from '../../../shared/schema/alert';
import type { Settings } from '../../../shared/schema/settings';
import type { ChainLookup } from '../ports/chain-facts';

export interface AlertEvent {
  /** Its id is still to be given. */
  readonly entry: Entry;
  /** Why it would be silent at any time; null: nothing of its own speaks against telling. */
  readonly suppressionReason: SuppressionReason | null;
}

/** Names as they are at this time. */
export interface Names {
  chain(chainIndex: string): string;
  wallet(walletId: string): string;
}

export function namesOf({ wallets }: Pick<Settings, 'wallets'>, chains: ChainLookup): Names {
  return {
    chain: chainIndex => chains(chainIndex).name,
    wallet: walletId => wallets.find(({ id }) => id === walletId)?.name ?? ''
  };
}

interface EventLocation {
  readonly walletId: string;
  readonly chainIndex: string;
  readonly id: string;
  readonly symbol: string;
}

/** What all entries have, of nothing in particular. */
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

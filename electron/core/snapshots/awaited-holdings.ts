// Awaited holdings: what answers named or lacked that is not believed yet, or was gone, of one wallet.
import { partsOfId } from '../../../shared/domain/holding-id';
import type { Holding } from '../../../shared/schema/holding';
import type { VerificationMemory } from '../../../shared/schema/verification';

/** Where the next answer may name them without their address, each of them is the same as before. */
export function awaitedHoldings({ doubted, gone }: VerificationMemory, walletId: string): Holding[] {
  const isOfWallet = (id: string) => id.startsWith(`${walletId}/`);
  const arrived = Object.entries(doubted).flatMap(([id, record]) =>
    isOfWallet(id) && record.arrived ? record.arrived : []
  );
  const left = Object.entries(gone)
    .filter(([id]) => isOfWallet(id))
    .map(([id, { balance, price }]) => goneHolding(id, balance, price));
  return [...arrived, ...left];
}

function goneHolding(id: string, balance: string, price: string | null): Holding {
  const { walletId, chainIndex, address, tokenAddress } = partsOfId(id);
  return {
    id,
    walletId,
    chainIndex,
    tokenAddress,
    address,
    symbol: '',
    balance,
    price,
    priceKeptSince: null,
    kind: 'token',
    isRisky: false,
    isDuplicate: false
  };
}

// DeFi part of a snapshot: all DeFi positions of a wallet as one holding with their value as its price.
// Every change of the value is therefore a price move.
import { DEFI, DEFI_NAME, isDefi } from '../../../shared/domain/defi';
import { decimal, isZero, type DecimalText } from '../../../shared/domain/decimal';
import { holdingId } from '../../../shared/domain/holding-id';
import type { Holding } from '../../../shared/schema/holding';
import type { WalletSnapshot } from '../../../shared/schema/snapshot';
import type { Wallet } from '../../../shared/schema/wallet';

/** `value`: exact USD, below zero when loans exceed deposits. No holding for zero: most wallets have no DeFi. */
export function defiHoldings(walletId: string, value: DecimalText): Holding[] {
  if (isZero(decimal(value))) return [];
  const holding: Holding = {
    id: holdingId(walletId, DEFI, '', ''),
    walletId,
    chainIndex: DEFI,
    tokenAddress: '',
    address: '',
    symbol: DEFI_NAME,
    balance: '1',
    price: value,
    priceKeptSince: null,
    kind: 'token',
    isRisky: false,
    isDuplicate: false
  };
  return [holding];
}

/** Recognises DeFi by the id of a holding: the history stores no chain with it. */
export function isDefiId(id: string): boolean {
  return id.endsWith(holdingId('', DEFI, '', ''));
}

/**
 * The snapshot with or without a DeFi part. There is no DeFi part when DeFi is switched off, or when it was never
 * answered and the wallet is paused. The query fingerprint does not contain DeFi, so the switch makes no new baseline
 * of the balances.
 */
export function withDefi(snapshot: WalletSnapshot, wallet: Wallet, isCounted: boolean): WalletSnapshot {
  const own = snapshot.parts.find(isDefi);
  const isPartExpected = isCounted && (!wallet.isPaused || own?.answeredAt != null);
  if (isPartExpected === (own !== undefined)) return snapshot;
  const parts = snapshot.parts.filter(part => !isDefi(part));
  if (!isPartExpected) {
    return { ...snapshot, parts, holdings: snapshot.holdings.filter(holding => !isDefi(holding)) };
  }
  return { ...snapshot, parts: [...parts, { chainIndex: DEFI, answeredAt: null, failure: null }] };
}

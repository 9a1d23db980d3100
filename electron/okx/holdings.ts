// Makes holdings of rows: exact amounts, unknown prices, clean names, one holding per token and address.
import { compareDecimals, decimal } from '../../shared/decimal';
import { holdingId } from '../../shared/holding';
import type { Holding } from '../../shared/holding';
import { amountOf } from './amount';
import type { Row } from './row';
import { cleanSymbol } from './symbol';

export interface HoldingReading {
  readonly holdings: Holding[];
  /** Chains with a row whose amounts make no sense; the row itself is left out. */
  readonly damagedChains: string[];
}

export function holdingsOf(rows: readonly Row[], walletId: string): HoldingReading {
  const holdings = new Map<string, Holding>();
  const damagedChains = new Set<string>();
  for (const row of rows) {
    const balance = amountOf(row.balance);
    const price = priceOf(row);
    if (balance === null || price === null) damagedChains.add(row.chainIndex);
    else if (balance !== '0') {
      const next = holdingOf(row, walletId, balance, price);
      const kept = holdings.get(next.id);
      holdings.set(next.id, kept ? oneOf(kept, next) : next);
    }
  }
  return { holdings: [...holdings.values()], damagedChains: [...damagedChains] };
}

/** "0" for every way in which OKX says that it knows none; null for what is no price at all. */
function priceOf(row: Row): string | null {
  const price = row.tokenPrice?.trim() ?? '';
  return price === '' ? '0' : amountOf(price);
}

function holdingOf(row: Row, walletId: string, balance: string, price: string): Holding {
  const { chainIndex, tokenAddress } = row;
  const address = row.address ?? '';
  return {
    id: holdingId(walletId, chainIndex, address, tokenAddress),
    walletId,
    chainIndex,
    tokenAddress,
    address,
    symbol: cleanSymbol(row.symbol),
    balance,
    price: price === '0' ? null : price,
    priceKeptSince: null,
    kind: row.tokenType === '2' ? 'inscription' : 'token',
    isRisky: row.isRiskToken ?? false,
    isDuplicate: false
  };
}

/** Never the sum: two rows for one token are two opinions about the same coins. */
function oneOf(kept: Holding, next: Holding): Holding {
  const isSame =
    kept.balance === next.balance &&
    kept.price === next.price &&
    kept.kind === next.kind &&
    kept.isRisky === next.isRisky;
  if (isSame) return kept;
  const isNextLarger = compareDecimals(decimal(next.balance), decimal(kept.balance)) > 0;
  return { ...(isNextLarger ? next : kept), isDuplicate: true };
}

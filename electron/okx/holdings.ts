// Makes holdings of rows: exact amounts, unknown prices, clean names, one holding per token and address.
import { compareDecimals, decimal } from '../../shared/decimal';
import { holdingId } from '../../shared/holding-id';
import type { Holding } from '../../shared/holding';
import { amountOf } from './amount';
import { tokenOf } from './row';
import type { Row } from './row';
import { cleanSymbol } from './symbol';

export interface HoldingReading {
  readonly holdings: Holding[];
  /** Chains with a row whose amounts make no sense, or that names no token; the row itself is left out. */
  readonly damagedChains: string[];
}

/** Of whom the rows are. */
export interface Owner {
  readonly walletId: string;
  /**
   * The one address that was asked for, which then is that of every row: OKX answers it in other letters, or not at
   * all, and one token must not become two. Null: each row names its own.
   */
  readonly address: string | null;
}

export function holdingsOf(rows: readonly Row[], owner: Owner): HoldingReading {
  const holdings = new Map<string, Holding>();
  const damagedChains = new Set<string>();
  for (const row of rows) {
    const balance = amountOf(row.balance);
    const price = priceOf(row);
    const tokenAddress = tokenOf(row);
    if (balance === null || price === null || tokenAddress === undefined) damagedChains.add(row.chainIndex);
    else {
      const next = holdingOf(row, tokenAddress, owner, balance, price);
      const kept = holdings.get(next.id);
      holdings.set(next.id, kept ? oneOf(kept, next) : next);
    }
  }
  // Not before the end: a row that says "nothing" about a token with an amount is another opinion.
  const held = [...holdings.values()].filter(({ balance }) => balance !== '0');
  return { holdings: held, damagedChains: [...damagedChains] };
}

/** "0" for every way in which OKX says that it knows none; null for what is no price at all. */
function priceOf(row: Row): string | null {
  const price = row.tokenPrice?.trim() ?? '';
  return price === '' ? '0' : amountOf(price);
}

function holdingOf(row: Row, tokenAddress: string, owner: Owner, balance: string, price: string): Holding {
  const { chainIndex } = row;
  const { walletId } = owner;
  const address = owner.address ?? row.address ?? '';
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
    kind: kindOf(row.tokenType, tokenAddress),
    isRisky: row.isRiskToken ?? false,
    isDuplicate: false
  };
}

/** The ids that OKX gives to BRC-20, ARC-20, Runes, SRC-20 and Fractal BRC-20. */
const INSCRIPTION = /^(?:btc-(?:brc20|arc20|runesMain|src20)-|fbtc_fbrc20_)/;

/** v6 gives no type: then the form of the id tells. */
function kindOf(tokenType: string | undefined, tokenAddress: string): Holding['kind'] {
  const isInscription = tokenType === undefined ? INSCRIPTION.test(tokenAddress) : tokenType === '2';
  return isInscription ? 'inscription' : 'token';
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

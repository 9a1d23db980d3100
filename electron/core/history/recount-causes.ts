// Finds out why an amount of the total is neither price nor transfer: a wallet or a token was added, or removed, or DeFi moved.
// What it finds is certain; other causes, such as a setting, are not found.
import { DEFI, isDefi } from '../../../shared/domain/defi';
import {
  add,
  compareDecimals,
  decimal,
  isZero,
  smallerOf,
  subtract,
  sum,
  toText,
  type Decimal,
  type DecimalText
} from '../../../shared/domain/decimal';
import type { HoldingRow, Portfolio, RecountCause, RecountPart } from '../../../shared/schema/app-state';
import type { Verdict } from '../../../shared/schema/settings';
import type { HistoryPoint } from '../ports/history-point';
import { repeatedPartsOf } from './repeated-parts';

export type Verdicts = Readonly<Record<string, Verdict>>;

export interface RecountedInput {
  readonly baseline: HistoryPoint;
  /** The last point: it knows what prices and transfers did to a wallet since that was added. */
  readonly latest: HistoryPoint;
  /** What is shown. */
  readonly portfolio: Portfolio;
  /** What is neither price nor transfer since the baseline, exact USD. */
  readonly recounted: DecimalText;
  /** The person's, by holding id. */
  readonly verdicts?: Verdicts | undefined;
}

/**
 * The parts add up to what is recounted. What added wallets brought with their first answers is known, and so is what
 * DeFi did; the rest belongs to all other causes together. Empty: no cause is known.
 */
export function recountedBy(input: RecountedInput): RecountPart[] {
  const brought = broughtByWallets(input);
  const ofDefi = movedByDefi(input);
  const rest = subtract(decimal(input.recounted), add(brought, ofDefi));
  const parts: { causes: RecountCause[]; amount: Decimal }[] = [
    { causes: ['wallet-added'], amount: brought },
    { causes: ['defi'], amount: ofDefi },
    { causes: otherCauses(input), amount: rest }
  ];
  const moved = parts.filter(({ amount }) => !isZero(amount));
  if (moved.every(({ causes }) => causes.length === 0)) return [];
  return moved.map(({ causes, amount }) => ({ causes, amount: toText(amount) }));
}

/** The first answers of wallets that were added since: what they are worth, without what prices and transfers did then. */
function broughtByWallets({ baseline, latest, portfolio }: RecountedInput): Decimal {
  const added = portfolio.wallets.filter(({ wallet }) => !(wallet.id in baseline.wallets));
  const repeats = added.length === 0 ? [] : repeatedPartsOf(portfolio);
  return sum(
    added.map(({ wallet: { id }, value }) => {
      const elsewhere = repeats.filter(({ walletId }) => walletId === id);
      const own = latest.wallets[id];
      const since = (['prices', 'transfers'] as const).map(kind =>
        subtract(decimal(own?.[kind] ?? '0'), decimal(own?.elsewhere?.[kind] ?? '0'))
      );
      const counted = elsewhere.flatMap(({ chains }) => Object.values(chains)).map(decimal);
      return subtract(decimal(value), sum([...counted, ...since]));
    })
  );
}

/** In the wallets that were there then and are there now. */
function movedByDefi({ baseline, portfolio }: RecountedInput): Decimal {
  const kept = portfolio.wallets.map(({ wallet }) => wallet.id).filter(id => id in baseline.wallets);
  const now = portfolio.holdings.filter(
    row => isDefi(row) && row.countingStatus === 'counted' && kept.includes(row.walletId)
  );
  const before = kept.map(id => decimal(baseline.wallets[id]?.chains[DEFI] ?? '0'));
  return subtract(sum(now.map(({ value }) => decimal(value ?? '0'))), sum(before));
}

/** In the order in which they are named. */
function otherCauses({ baseline, portfolio, verdicts = {} }: RecountedInput): RecountCause[] {
  const shown = new Set(portfolio.wallets.map(({ wallet }) => wallet.id));
  const before = new Set(baseline.tokens.map(([id]) => id));
  const decided =
    Object.keys(verdicts).length === 0 ? [] : portfolio.holdings.filter(({ id }) => id in verdicts);
  // A point has the largest tokens alone: a smaller one may have counted without being in it.
  const values = decided.length === 0 ? [] : baseline.tokens.map(([, , , value]) => decimal(value));
  const least = values.length === 0 ? null : values.reduce(smallerOf);
  const isLarge = (value: string) => least === null || compareDecimals(decimal(value), least) > 0;
  const isNew = ({ id, walletId, value }: HoldingRow) =>
    walletId in baseline.wallets && !before.has(id) && isLarge(value ?? '0');
  const isIncluded = (row: HoldingRow) =>
    verdicts[row.id] === 'count' && row.countingStatus === 'counted' && isNew(row);
  const isExcluded = (row: HoldingRow) => row.countingStatus === 'kept-out' && before.has(row.id);
  return [
    ...(Object.keys(baseline.wallets).some(id => !shown.has(id)) ? (['wallet-removed'] as const) : []),
    ...(decided.some(isIncluded) ? (['token-included'] as const) : []),
    ...(decided.some(isExcluded) ? (['token-excluded'] as const) : [])
  ];
}

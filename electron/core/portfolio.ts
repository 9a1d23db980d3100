// Snapshots -> what is shown: rows, sums and shares. Rows always add up to their group, and the groups to the total.
import {
  compareDecimals,
  decimal,
  percentOf,
  subtract,
  sum,
  toText,
  type DecimalText
} from '../../shared/decimal';
import type { WalletSnapshot } from '../../shared/snapshot';
import type { ChainRow, HoldingRow, Portfolio, WalletRow } from '../../shared/state';
import type { Wallet } from '../../shared/wallet';
import { fitted } from './apply';
import { standingOf, valueOf, type Rule } from './counted';
import { withDefi } from './defi';
import { chainValueAt, type HistoryPoint } from './history';
import { isExpected, isStalePart, partOf } from './parts';

export interface PortfolioInput {
  readonly wallets: readonly Wallet[];
  readonly snapshots: readonly WalletSnapshot[];
  readonly rule: Rule;
  readonly staleAfterMs: number;
  /** What the changes are told against; null on the first day. */
  readonly baseline: HistoryPoint | null;
}

/** Every wallet has its place, answered or not; snapshots of others are left out. */
export function portfolioOf(given: PortfolioInput, now: number): Portfolio {
  const input = { ...given, snapshots: fittedSnapshots(given) };
  const holdings = holdingRows(input, now);
  const total = valueSum(holdings);
  const parts = input.snapshots.flatMap(snapshot => snapshot.parts).filter(isExpected);
  const stale = parts.filter(part => isStalePart(part, now, input.staleAfterMs));
  const taken = parts.map(part => part.answeredAt).filter(at => at !== null);
  const count = (standing: HoldingRow['standing']) =>
    holdings.filter(row => row.standing === standing).length;
  return {
    total,
    takenAt: taken.length === 0 ? null : Math.min(...taken),
    isStale: stale.length > 0,
    partsAnswered: parts.length - stale.length,
    partsExpected: parts.length,
    chains: chainRows(holdings, total, input, now),
    wallets: walletRows(holdings, total, input, now),
    holdings,
    notCounted: {
      risky: count('risky'),
      unpriced: count('unpriced'),
      unverified: count('unverified'),
      keptOut: count('kept-out'),
      testnet: count('testnet')
    },
    change: null
  };
}

function fittedSnapshots({ wallets, snapshots, rule }: PortfolioInput): WalletSnapshot[] {
  return wallets.map(wallet => {
    const last = snapshots.find(({ walletId }) => walletId === wallet.id);
    return withDefi(fitted(last, wallet), wallet, rule.countDefi);
  });
}

function holdingRows({ snapshots, rule, staleAfterMs, baseline }: PortfolioInput, now: number): HoldingRow[] {
  const prices = new Map(baseline?.tokens.map(([id, , price]) => [id, price]));
  return snapshots.flatMap(({ parts, holdings }) =>
    holdings.map(holding => ({
      ...holding,
      value: valueOf(holding),
      standing: standingOf(holding, rule),
      isStale: isStalePart(partOf(parts, holding.chainIndex), now, staleAfterMs),
      changePercent: changePercent(prices.get(holding.id), holding.price)
    }))
  );
}

/** The sum of what counts, exact. */
function valueSum(rows: readonly HoldingRow[]): DecimalText {
  return toText(sum(rows.filter(row => row.standing === 'counted').map(row => decimal(row.value ?? '0'))));
}

function changePercent(before: DecimalText | undefined, now: DecimalText | null): string | null {
  if (before === undefined || now === null) return null;
  return percentOf(subtract(decimal(now), decimal(before)), decimal(before), 2);
}

function chainRows(
  holdings: HoldingRow[],
  total: DecimalText,
  input: PortfolioInput,
  now: number
): ChainRow[] {
  const groups = new Map<string, HoldingRow[]>();
  for (const row of holdings) {
    const group = groups.get(row.chainIndex);
    if (group) group.push(row);
    else groups.set(row.chainIndex, [row]);
  }
  const rows = [...groups].map(([chainIndex, group]): ChainRow => {
    const value = valueSum(group);
    const parts = input.snapshots
      .filter(snapshot => group.some(row => row.walletId === snapshot.walletId))
      .map(snapshot => partOf(snapshot.parts, chainIndex))
      .filter(part => part !== undefined);
    return {
      chainIndex,
      ...input.rule.chains(chainIndex),
      value,
      share: percentOf(decimal(value), decimal(total), 2),
      changePercent: changePercent(
        input.baseline ? chainValueAt(input.baseline, chainIndex) : undefined,
        value
      ),
      holdings: group.length,
      isStale: parts.some(part => isStalePart(part, now, input.staleAfterMs)),
      takenAt: oldest(parts.map(part => part.answeredAt))
    };
  });
  return rows.sort(
    (a, b) => compareDecimals(decimal(b.value), decimal(a.value)) || (a.name < b.name ? -1 : 1)
  );
}

function walletRows(
  holdings: HoldingRow[],
  total: DecimalText,
  input: PortfolioInput,
  now: number
): WalletRow[] {
  return input.wallets.map(wallet => {
    const snapshot = input.snapshots.find(({ walletId }) => walletId === wallet.id);
    const value = valueSum(holdings.filter(row => row.walletId === wallet.id));
    const parts = (snapshot?.parts ?? []).filter(isExpected);
    return {
      wallet,
      value,
      share: percentOf(decimal(value), decimal(total), 2),
      isStale: parts.some(part => isStalePart(part, now, input.staleAfterMs)),
      takenAt: oldest(parts.map(part => part.answeredAt)),
      failure: snapshot?.failure ?? null
    };
  });
}

function oldest(moments: readonly (number | null)[]): number | null {
  const known = moments.filter(at => at !== null);
  return known.length === 0 ? null : Math.min(...known);
}

// The rows of the table, one a holding: the same object as long as nothing that it shows differs.
import { decimal, percentOf, subtract, type Decimal, type DecimalText } from '../../shared/decimal';
import type { Holding } from '../../shared/holding';
import type { WalletSnapshot } from '../../shared/snapshot';
import type { HoldingRow } from '../../shared/state';
import { standingOf, type Rule } from './counted';
import type { HistoryPoint } from './history';
import { isStalePart, partOf } from './parts';
import { shareWorth, worthOf } from './worth';

export interface RowsInput {
  readonly snapshots: readonly WalletSnapshot[];
  readonly rule: Rule;
  readonly staleAfterMs: number;
  /** What the changes are told against; null on the first day. */
  readonly baseline: HistoryPoint | null;
}

/** The rows of a wallet, and at the same places what each adds to the total, exact USD; null: it does not count. */
export interface Sheet {
  readonly rows: readonly HoldingRow[];
  readonly values: readonly (Decimal | null)[];
}

type Known = Sheet & { readonly holdings: readonly Holding[] };

/**
 * The last sheet of each wallet: replies keep their order, so an unchanged row is found at its place without a search. What
 * a wallet that is gone held is not kept.
 */
let lastSheets: ReadonlyMap<string, Known> = new Map();

export function sheetsOf({ snapshots, rule, staleAfterMs, baseline }: RowsInput, now: number): Sheet[] {
  const prices = new Map(baseline?.tokens.map(([id, , price]) => [id, price]));
  const sheets = new Map<string, Known>();
  for (const { walletId, parts, holdings } of snapshots) {
    const stale = new Map<string, boolean>();
    const isStaleChain = (chainIndex: string): boolean => {
      let found = stale.get(chainIndex);
      if (found === undefined)
        stale.set(chainIndex, (found = isStalePart(partOf(parts, chainIndex), now, staleAfterMs)));
      return found;
    };
    const last = lastSheets.get(walletId);
    const rows: HoldingRow[] = [];
    const values: (Decimal | null)[] = [];
    for (const [place, holding] of holdings.entries()) {
      const standing = standingOf(holding, rule);
      const isStale = isStaleChain(holding.chainIndex);
      const old = prices.size === 0 ? undefined : prices.get(holding.id);
      const percent = old === undefined ? null : changePercent(old, holding.price);
      const known = last?.holdings[place] === holding ? last.rows[place] : undefined;
      const isSame =
        known?.standing === standing && known.isStale === isStale && known.changePercent === percent;
      const row = isSame ? known : rowOf(holding, { standing, isStale, changePercent: percent });
      rows.push(row);
      const isCounted = standing === 'counted';
      values.push(isSame ? (last?.values[place] ?? null) : isCounted ? worthOf(row).value : null);
    }
    sheets.set(walletId, { holdings, rows, values });
  }
  lastSheets = sheets;
  return [...sheets.values()];
}

function rowOf(
  holding: Holding,
  shown: Pick<HoldingRow, 'standing' | 'isStale' | 'changePercent'>
): HoldingRow {
  const row = { ...holding, value: worthOf(holding).valueText, ...shown };
  shareWorth(row, holding);
  return row;
}

/** Of a price or a value since the baseline, two places; null when there is nothing to compare with. */
export function changePercent(before: DecimalText | undefined, now: DecimalText | null): string | null {
  if (before === undefined || now === null) return null;
  return percentOf(subtract(decimal(now), decimal(before)), decimal(before), 2);
}

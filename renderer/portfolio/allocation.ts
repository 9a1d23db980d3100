// Computes the shares of chains, tokens or wallets in the total; small shares are summed as others.
import {
  compareDecimals,
  decimal,
  divide,
  isZero,
  percentOf,
  subtract,
  sum,
  toText,
  ZERO,
  type Decimal,
  type DecimalText
} from '../../shared/domain/decimal';
import type { AppState, HoldingRow } from '../../shared/schema/app-state';
import { localChainName, tokenName } from '../../shared/text/names';
import { assetName, symbolOf } from './asset-names';
import { addsInScope, walletsOf, type ScopeFilters } from './groups';
import { chainNames, walletNames } from './names';
import { groupBy } from '../ui/list/group-by';
import { countedValue, holdingItemOf } from './holding-item';
import { slotOf, type Slot } from '../ui/display/series-colours';
import { othersText } from '../text/overview';

export type ShareBy = 'chains' | 'tokens' | 'wallets';

export interface Share {
  readonly key: string;
  readonly label: string;
  /** Exact USD. */
  readonly value: DecimalText;
  /** Percent with one digit, as exact text. */
  readonly percent: string;
  /** Width in thousandths of the bar. */
  readonly weight: number;
  readonly slot: Slot;
}

interface Portion {
  readonly key: string;
  readonly label: string;
  readonly value: Decimal;
  /** Of a token: the symbol in `label`. */
  readonly symbol?: string;
}

const MAX_NAMED = 5;
const ONE_PERCENT: Decimal = { units: 1n, scale: 2 };

/** All portions of the total, largest first. */
export function portions(app: AppState, by: ShareBy): Portion[] {
  const { chains, wallets, holdings } = app.portfolio;
  const all =
    by === 'chains'
      ? chains.map(chain => ({
          key: chain.chainIndex,
          label: localChainName(chain.name),
          value: decimal(chain.value)
        }))
      : by === 'wallets'
        ? wallets.map(row => ({
            key: row.wallet.id,
            label: row.wallet.name,
            value: subtract(decimal(row.value), decimal(row.elsewhere ?? '0'))
          }))
        : keptTokenPortions(holdings);
  return by === 'tokens' ? all : largestFirst(all);
}

/** Those of the wallets that are shown; all portions where all of them are. */
function portionsIn(app: AppState, by: ShareBy, scope: Pick<ScopeFilters, 'wallet' | 'group'>): Portion[] {
  const { portfolio } = app;
  const wallets = walletsOf(portfolio, scope);
  if (!wallets) return portions(app, by);
  const adds = addsInScope(portfolio, scope);
  const rows = portfolio.holdings.filter(row => wallets.has(row.walletId) && adds(row));
  if (by === 'tokens') return tokenPortions(rows, row => decimal(row.value ?? '0'));
  const names = by === 'chains' ? chainNames(app) : walletNames(app);
  const keyOf = ({ chainIndex, walletId }: HoldingRow): string => (by === 'chains' ? chainIndex : walletId);
  return largestFirst(
    [...groupBy(rows, keyOf)].map(([key, own]) => ({
      key,
      label: names.get(key) ?? key,
      value: sum(own.map(({ value }) => decimal(value ?? '0')))
    }))
  );
}

interface ApproximatePortion {
  readonly portion: Portion;
  /** Rounded, only for comparing. */
  readonly approximate: number;
}

/** Far more than the rounding error; values that are closer are compared exactly. */
const ROUNDING_TOLERANCE = 1e-9;

function comparePortions(a: ApproximatePortion, b: ApproximatePortion): number {
  const gap = b.approximate - a.approximate;
  const isFar =
    Math.abs(gap) > ROUNDING_TOLERANCE * Math.max(Math.abs(a.approximate), Math.abs(b.approximate));
  return isFar ? gap : compareDecimals(b.portion.value, a.portion.value);
}

function compareNames(a: Portion, b: Portion): number {
  return a.label.localeCompare(b.label) || (a.key < b.key ? -1 : 1);
}

function largestFirst(all: readonly Portion[]): Portion[] {
  return all
    .filter(({ value }) => !isZero(value))
    .map(portion => ({ portion, approximate: Number(portion.value.units) / 10 ** portion.value.scale }))
    .sort((a, b) => comparePortions(a, b) || compareNames(a.portion, b.portion))
    .map(({ portion }) => portion);
}

/** Cached, because each state is asked for its portions several times, and there may be thousands of tokens. */
const portionsCache = new WeakMap<readonly HoldingRow[], Portion[]>();

function keptTokenPortions(holdings: readonly HoldingRow[]): Portion[] {
  const portions = portionsCache.get(holdings) ?? tokenPortions(holdings, countedValue);
  portionsCache.set(holdings, portions);
  return portions;
}

function tokenPortions(
  holdings: readonly HoldingRow[],
  valueOf: (row: HoldingRow) => Decimal | null
): Portion[] {
  const sums = [...groupBy(holdings, row => holdingItemOf(row).assetKey)].map(([key, rows]) => {
    const symbol = symbolOf(key, rows);
    const value = sum(rows.flatMap(row => valueOf(row) ?? []));
    return { key, symbol, label: tokenName(symbol), value };
  });
  return largestFirst(sums);
}

/** Shares under one percent, and those after the fifth, are summed into one. Empty when the total is zero. */
export function sharesOf(
  app: AppState,
  by: ShareBy,
  slots: ReadonlyMap<string, Slot>,
  scope: Pick<ScopeFilters, 'wallet' | 'group'> = { wallet: null, group: null }
): Share[] {
  const all = portionsIn(app, by, scope);
  const total = sum(all.map(({ value }) => value));
  const ratio = (value: Decimal): Decimal => divide(value, total, 4) ?? ZERO;
  const weight = (value: Decimal): number => Math.max(1, Number(ratio(value).units) / 10);
  const percent = (value: Decimal): string => percentOf(value, total, 1) ?? '0';
  const named = all.filter(
    ({ value }, index) => index < MAX_NAMED && compareDecimals(ratio(value), ONE_PERCENT) >= 0
  );
  // One name for two tokens would hide that they are not the same.
  const shown = all.slice(0, named.length + 1);
  const nameOf = ({ key, label, symbol }: Portion): string =>
    symbol !== undefined && shown.some(other => other.key !== key && other.label === label)
      ? assetName(key, symbol, chainNames(app))
      : label;
  const shareOf = (portion: Portion, slot: Slot): Share => ({
    ...{ key: portion.key, label: nameOf(portion), slot, value: toText(portion.value) },
    percent: percent(portion.value),
    weight: weight(portion.value)
  });
  const shares = named.map(portion => shareOf(portion, slotOf(slots, portion.key)));
  const rest = all.slice(named.length);
  const [only] = rest;
  if (!only) return shares;
  if (rest.length === 1) return [...shares, shareOf(only, slotOf(slots, only.key))];
  const others = { key: '', label: othersText(rest.length), value: sum(rest.map(({ value }) => value)) };
  return [...shares, shareOf(others, 7)];
}

// A portfolio for tests of the window, built from balances and prices alone, so that every sum in it is exact.
import {
  compareDecimals,
  decimal,
  multiply,
  percentOf,
  subtract,
  sum,
  toText,
  type Decimal
} from '../../shared/domain/decimal';
import { assetLookup } from '../../electron/core/assets/assets';
import { holdingId } from '../../shared/domain/holding-id';
import type {
  ChainRow,
  DoubtRow,
  HoldingRow,
  Portfolio,
  CountingStatus,
  WalletRow
} from '../../shared/schema/app-state';
import type { Statement } from '../../shared/schema/verification';
import type { Wallet } from '../../shared/schema/wallet';

export interface Part {
  readonly chainIndex: string;
  readonly name: string;
  readonly changePercent: string | null;
  /** Age, ms. */
  readonly ageMs: number;
  readonly isStale: boolean;
}

export interface Held {
  readonly wallet: string;
  readonly chain: string;
  readonly symbol: string;
  readonly balance: string;
  readonly price: string | null;
  readonly change?: string | null;
  readonly tokenAddress?: string;
  readonly address?: string;
  readonly isRisky?: boolean;
  readonly isUnverified?: boolean;
  readonly priceKeptSince?: number;
  readonly doubtId?: string;
  readonly waiting?: Statement;
  readonly isAsked?: boolean;
  readonly isExcluded?: boolean;
  /** The wallet in which the same counts. */
  readonly alsoIn?: string;
}

const ADDRESS = '0xa03400e098f4421b34a3a44a1b4e571419517687';

function countingStatusOf(held: Held, countRisky: boolean): CountingStatus {
  if (held.isExcluded) return 'kept-out';
  if (held.isRisky && !countRisky) return 'risky';
  if (held.price === null) return 'unpriced';
  return held.isUnverified ? 'unverified' : 'counted';
}

export function holdingRow(held: Held, part: Part | undefined, countRisky: boolean): HoldingRow {
  const tokenAddress = held.tokenAddress ?? '';
  const address = held.address ?? ADDRESS;
  const asset = assetLookup(true)({ chainIndex: held.chain, tokenAddress });
  return {
    id: holdingId(held.wallet, held.chain, address, tokenAddress),
    walletId: held.wallet,
    chainIndex: held.chain,
    tokenAddress,
    address,
    symbol: held.symbol,
    balance: held.balance,
    price: held.price,
    priceKeptSince: held.priceKeptSince ?? null,
    kind: 'token',
    isRisky: held.isRisky ?? false,
    isDuplicate: false,
    ...(held.isUnverified ? { isUnverified: true } : {}),
    ...(asset === undefined ? {} : { asset }),
    ...(held.alsoIn ? { alsoIn: held.alsoIn } : {}),
    ...(held.doubtId ? { doubtId: held.doubtId } : {}),
    ...(held.waiting ? { waiting: held.waiting } : {}),
    ...(held.isAsked ? { isAsked: true } : {}),
    value: held.price === null ? null : toText(multiply(decimal(held.balance), decimal(held.price))),
    countingStatus: countingStatusOf(held, countRisky),
    isStale: part?.isStale ?? false,
    changePercent: held.change ?? null
  };
}

/** Each unit once. */
function totalSum(rows: readonly HoldingRow[]): Decimal {
  return countedSum(rows.filter(row => row.alsoIn === undefined));
}

/** What needs the person's OK, with its worth as the answers have it. */
export function waitingOf(rows: readonly HoldingRow[]): Portfolio['waiting'] {
  const asked = rows.filter(row => row.countingStatus === 'unverified' || row.waiting || row.isAsked);
  const worth = sum(
    asked.map(row => {
      const { balance, price } = row.waiting ?? row;
      return multiply(decimal(balance), decimal(price ?? '0'));
    })
  );
  return { count: asked.length, worth: toText(worth) };
}

export function countedSum(rows: readonly HoldingRow[]): Decimal {
  return sum(
    rows.flatMap(row => (row.countingStatus === 'counted' && row.value ? [decimal(row.value)] : []))
  );
}

function largestFirst<Row extends { value: string }>(rows: Row[]): Row[] {
  return rows.sort((a, b) => compareDecimals(decimal(b.value), decimal(a.value)));
}

function chainRow(part: Part, rows: HoldingRow[], total: Decimal, now: number): ChainRow {
  const own = rows.filter(row => row.chainIndex === part.chainIndex);
  const value = totalSum(own);
  return {
    chainIndex: part.chainIndex,
    name: part.name,
    value: toText(value),
    share: percentOf(value, total, 2),
    changePercent: part.changePercent,
    holdings: own.length,
    isStale: part.isStale,
    isTestnet: false,
    takenAt: now - part.ageMs
  };
}

function walletRow(wallet: Wallet, rows: HoldingRow[], total: Decimal, takenAt: number): WalletRow {
  const own = rows.filter(row => row.walletId === wallet.id);
  const [value, counted] = [countedSum(own), totalSum(own)];
  const elsewhere = toText(subtract(value, counted));
  const isStale = rows.some(row => row.walletId === wallet.id && row.isStale);
  return {
    wallet,
    value: toText(value),
    ...(elsewhere === '0' ? {} : { elsewhere }),
    share: percentOf(counted, total, 2),
    isStale,
    takenAt,
    failure: null
  };
}

export interface PortfolioSpec {
  readonly wallets: readonly Wallet[];
  readonly parts: readonly Part[];
  readonly held: readonly Held[];
  readonly now: number;
  readonly countRisky?: boolean;
  readonly doubts?: readonly DoubtRow[];
}

/** The whole portfolio of the held holdings; the caller sets the change. */
export function portfolioOf({
  wallets,
  parts,
  held,
  now,
  countRisky = false,
  doubts = []
}: PortfolioSpec): Portfolio {
  const partOf = new Map(parts.map(part => [part.chainIndex, part]));
  const rows = held.map(one => holdingRow(one, partOf.get(one.chain), countRisky));
  const total = totalSum(rows);
  const takenAt = Math.min(...parts.map(part => now - part.ageMs));
  const count = (countingStatus: CountingStatus): number =>
    rows.filter(row => row.countingStatus === countingStatus).length;
  return {
    total: toText(total),
    countedOnce: toText(subtract(total, countedSum(rows))),
    takenAt,
    isStale: parts.some(part => part.isStale),
    partsAnswered: parts.filter(part => !part.isStale).length,
    partsExpected: parts.length,
    chains: largestFirst(parts.map(part => chainRow(part, rows, total, now))),
    wallets: largestFirst(wallets.map(wallet => walletRow(wallet, rows, total, takenAt))),
    holdings: rows,
    notCounted: {
      risky: count('risky'),
      unpriced: count('unpriced'),
      unverified: count('unverified'),
      keptOut: count('kept-out'),
      testnet: count('testnet')
    },
    doubts: [...doubts],
    waiting: waitingOf(rows),
    change: null
  };
}

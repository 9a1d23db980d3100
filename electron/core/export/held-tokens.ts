// Held tokens: what a history point knows of the holdings of its moment, as rows, CSV and JSON.
import {
  compareDecimals,
  decimal,
  divide,
  isZero,
  multiply,
  subtract,
  sum,
  toText,
  type DecimalText
} from '../../../shared/domain/decimal';
import { isDefi } from '../../../shared/domain/defi';
import { partsOfId, unitOf } from '../../../shared/domain/holding-id';
import type { Subject } from '../../../shared/ipc/history-calls';
import type { Portfolio, WalletRow } from '../../../shared/schema/app-state';
import type { Wallet } from '../../../shared/schema/wallet';
import type { ChainLookup } from '../ports/chain-facts';
import { chainValueAt, type HistoryPoint, type TokenPoint } from '../ports/history-point';
import { csv, flagCell, isoTime, numberCell, PLAIN_CSV, textCell, timeCell, type CsvStyle } from './csv';
import { HOLDING_COLUMNS } from './holding-rows';
import { jsonLines } from './json-output';

/** One of the holdings that a point has by name, each unit once. */
export interface HeldToken {
  readonly id: string;
  readonly walletId: string;
  readonly chainIndex: string;
  readonly address: string;
  readonly tokenAddress: string;
  readonly symbol: string;
  /** Worth by price; null: of DeFi, and where the two do not give an exact amount. */
  readonly balance: DecimalText | null;
  readonly price: DecimalText;
  readonly value: DecimalText;
  /** Its part had not answered for long: the value is older than the point. */
  readonly isStale: boolean;
}

/** Enough for any amount: a product has at most as many digits as its factors. */
const AMOUNT_DIGITS = 36;

/** The holdings that a point has by name, largest first, and what they and all others were worth together, USD. */
export interface HeldBalance {
  readonly total: DecimalText;
  readonly tokens: readonly HeldToken[];
  readonly rest: DecimalText;
}

/** What a subject is narrowed to: a chain or a wallet; without a field all. */
export type HeldSubject = Omit<Subject, 'holdingId'>;

export function heldAt(point: HistoryPoint, subject: HeldSubject = {}): HeldBalance {
  const stale = new Set(point.stale);
  const units = new Set<string>();
  const tokens = point.tokens.flatMap(([id, symbol, price, value]): HeldToken[] => {
    const { walletId, chainIndex, address, tokenAddress } = partsOfId(id);
    if (!isAmong(walletId, subject.walletId) || !isAmong(chainIndex, subject.chainIndex)) return [];
    const unit = unitOf({ id });
    // The rows that other wallets have of it come after it.
    if (units.has(unit)) return [];
    units.add(unit);
    const isStale = stale.has(`${walletId}/${chainIndex}`) || stale.has(`${walletId}/*`);
    const balance = isDefi({ chainIndex }) ? null : amountOf(value, price);
    return [{ id, walletId, chainIndex, address, tokenAddress, symbol, balance, price, value, isStale }];
  });
  tokens.sort((a, b) => compareDecimals(decimal(b.value), decimal(a.value)));
  const named = sum(tokens.map(({ value }) => decimal(value)));
  const total = totalAt(point, subject);
  return { total, tokens, rest: toText(subtract(decimal(total), named)) };
}

/**
 * The point with every holding by name, where the holdings of its moment are still there: all wallets are worth to the last
 * digit what they were. Any other point as it is, with its largest ones.
 */
export function wholePoint(
  point: HistoryPoint,
  { total, wallets, holdings }: Pick<Portfolio, 'total' | 'wallets' | 'holdings'>
): HistoryPoint {
  const isSame = ({ wallet, value }: WalletRow) => point.wallets[wallet.id]?.value === value;
  const isOfNow =
    total === point.total && wallets.length === Object.keys(point.wallets).length && wallets.every(isSame);
  if (!isOfNow) return point;
  const known = new Set(point.tokens.map(([id]) => id));
  const others = holdings
    .filter(({ id, countingStatus }) => countingStatus === 'counted' && !known.has(id))
    // Where it counts comes before where it counts as well.
    .sort((a, b) => Number(a.alsoIn !== undefined) - Number(b.alsoIn !== undefined))
    .map(({ id, symbol, price, value }): TokenPoint => [id, symbol, price ?? '0', value ?? '0']);
  return { ...point, tokens: [...point.tokens, ...others] };
}

const isAmong = (id: string, wanted: string | undefined): boolean => wanted === undefined || id === wanted;

function totalAt(point: HistoryPoint, { walletId, chainIndex }: HeldSubject): DecimalText {
  if (walletId === undefined)
    return chainIndex === undefined ? point.total : (chainValueAt(point, chainIndex) ?? '0');
  const wallet = point.wallets[walletId];
  return (chainIndex === undefined ? wallet?.value : wallet?.chains[chainIndex]) ?? '0';
}

function amountOf(value: DecimalText, price: DecimalText): DecimalText | null {
  const [worth, by] = [decimal(value), decimal(price)];
  const amount = isZero(by) ? null : divide(worth, by, AMOUNT_DIGITS);
  return amount && compareDecimals(multiply(amount, by), worth) === 0 ? toText(amount) : null;
}

/** What gives the names of rows. */
export interface NameFacts {
  readonly wallets: readonly Pick<Wallet, 'id' | 'name'>[];
  readonly chains: ChainLookup;
}

/** A wallet that is no longer there has its id. */
export function walletName(walletId: string, { wallets }: Pick<NameFacts, 'wallets'>): string {
  return wallets.find(({ id }) => id === walletId)?.name ?? walletId;
}

/** The columns of exported holdings, with the time of the point. The sum of the values is the total. */
export function heldCsv(point: HistoryPoint, facts: NameFacts, style: CsvStyle = PLAIN_CSV): string {
  const { tokens, rest } = heldAt(point);
  const rows = tokens.map(token => [
    ...[
      walletName(token.walletId, facts),
      facts.chains(token.chainIndex).name,
      token.address,
      token.tokenAddress,
      token.symbol
    ].map(textCell),
    ...[token.balance, token.price, token.value].map(exact => numberCell(exact, style)),
    textCell('counted'),
    flagCell(token.isStale),
    timeCell(point.at)
  ]);
  const others = [
    ...['', '', '', '', 'all others'].map(textCell),
    ...[null, null, rest].map(exact => numberCell(exact, style)),
    textCell('counted'),
    flagCell(point.stale.length > 0),
    timeCell(point.at)
  ];
  const hasOthers = !isZero(decimal(rest));
  return csv([...HOLDING_COLUMNS, 'time'], hasOthers ? [...rows, others] : rows, style);
}

export function heldJson(point: HistoryPoint, facts: NameFacts): string {
  const { tokens, rest } = heldAt(point);
  const rows = tokens.map(({ walletId, isStale, ...token }) => ({
    ...token,
    wallet: walletName(walletId, facts),
    chain: facts.chains(token.chainIndex).name,
    stale: isStale,
    time: isoTime(point.at)
  }));
  const others = { symbol: null, value: rest, stale: point.stale.length > 0, time: isoTime(point.at) };
  return jsonLines(isZero(decimal(rest)) ? rows : [...rows, others]);
}

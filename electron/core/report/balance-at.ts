// Balance at a moment: what counted at the last point of the history until then, as lines, JSON or CSV, with what is
// known of each figure.
import {
  compareDecimals,
  decimal,
  divide,
  isZero,
  multiply,
  toText,
  type Decimal,
  type DecimalText
} from '../../../shared/domain/decimal';
import { isDefi } from '../../../shared/domain/defi';
import { isolateName } from '../../../shared/names/isolated-name';
import { amountText, MASK, percentText, priceUsd, usd } from '../../../shared/text/money';
import { tokenName } from '../../../shared/text/names';
import { durationText, momentText } from '../../../shared/text/time';
import { isoTime } from '../export/csv';
import { heldAt, walletName, type NameFacts } from '../export/held-tokens';
import { jsonText } from '../export/json-output';
import type { AskedMoment } from '../history/period';
import { chainValueAt, type HistoryPoint } from '../ports/history-point';
import { EXIT_CODES, type Report, type ReportKind } from './output-formats';

const HUNDRED: Decimal = { units: 100n, scale: 0 };

export interface BalanceFacts extends NameFacts {
  /** The last one until then; null: there is none. */
  readonly point: HistoryPoint | null;
  /** When the history begins, ms; null: it is empty. */
  readonly firstAt: number | null;
  readonly asked: AskedMoment;
  readonly isHidden: boolean;
  readonly now: number;
}

interface ChainValue {
  readonly chainIndex: string;
  readonly name: string;
  readonly value: DecimalText;
}

/** Largest first; each unit once. */
function chainsAt(point: HistoryPoint, { chains }: BalanceFacts): ChainValue[] {
  const indexes = new Set(Object.values(point.wallets).flatMap(wallet => Object.keys(wallet.chains)));
  return [...indexes]
    .map(chainIndex => ({
      chainIndex,
      name: chains(chainIndex).name,
      value: chainValueAt(point, chainIndex) ?? '0'
    }))
    .sort((a, b) => compareDecimals(decimal(b.value), decimal(a.value)));
}

/** Exit status 3: some of it is older than what was asked for; 4: nothing had been recorded yet. */
export function reportBalanceAt(kind: ReportKind, format: string, facts: BalanceFacts): Report {
  const { point } = facts;
  const text =
    format === 'json'
      ? jsonText(jsonOf(kind, facts))
      : point === null
        ? nothingThen(facts)
        : linesOf(kind, point, facts).join('\n');
  return { text, exitCode: EXIT_CODES[stateOf(facts)] };
}

export function stateOf({ point, asked }: BalanceFacts): 'fresh' | 'stale' | 'none' {
  if (point === null) return 'none';
  return point.stale.length > 0 || point.at < asked.from ? 'stale' : 'fresh';
}

/** Why there is no balance of then. */
export function nothingThen({ firstAt, now }: BalanceFacts): string {
  if (firstAt === null) return 'No data yet';
  return `No data of then: your history begins ${momentText(firstAt, now)}`;
}

function jsonOf(kind: ReportKind, facts: BalanceFacts): object {
  const { point, asked, isHidden } = facts;
  const amount = (exact: DecimalText | null) => (isHidden ? null : exact);
  const held = point && kind === 'tokens' ? heldAt(point) : null;
  return {
    total: amount(point?.total ?? null),
    currency: 'USD',
    at: isoTime(asked.until),
    recordedAt: point && isoTime(point.at),
    secondsBefore: point && Math.floor((asked.until - point.at) / 1000),
    state: stateOf(facts),
    complete: point?.stale.length === 0,
    hidden: isHidden,
    ...(held && {
      tokens: held.tokens.map(({ walletId, balance, value, isStale, ...token }) => ({
        ...token,
        wallet: walletName(walletId, facts),
        balance: amount(balance),
        value: amount(value),
        stale: isStale
      })),
      rest: amount(held.rest)
    }),
    ...(kind !== 'tokens' && {
      chains: (point ? chainsAt(point, facts) : []).map(chain => ({ ...chain, value: amount(chain.value) }))
    })
  };
}

function linesOf(kind: ReportKind, point: HistoryPoint, facts: BalanceFacts): string[] {
  const money = (exact: DecimalText) => (facts.isHidden ? MASK : usd(exact));
  const total = `${money(point.total)}  (${recordedText(point, facts)})`;
  if (kind === 'total') return [total];
  if (kind === 'chains')
    return [
      total,
      ...chainsAt(point, facts).map(({ name, value }) => {
        const share = divide(multiply(decimal(value), HUNDRED), decimal(point.total), 6);
        return [isolateName(name), money(value), share ? percentText(toText(share), 1, false) : ''].join(
          '\t'
        );
      })
    ];
  const { tokens, rest } = heldAt(point);
  const rows = tokens.map(token => [
    tokenName(token.symbol),
    isolateName(facts.chains(token.chainIndex).name),
    money(token.value),
    facts.isHidden ? MASK : token.balance === null ? '' : amountText(token.balance),
    isDefi(token) ? '' : priceUsd(token.price),
    isolateName(walletName(token.walletId, facts)),
    ...(token.isStale ? ['stale'] : [])
  ]);
  const others = isZero(decimal(rest)) ? [] : [['All others', '', money(rest)]];
  return [total, ...[...rows, ...others].map(cells => cells.join('\t'))];
}

/** "recorded 31 Dec 23:58, 2 min before the end of that day; 1 part was stale" */
export function recordedText({ at, stale }: HistoryPoint, { asked, now }: BalanceFacts): string {
  const end = asked.until === now ? 'now' : asked.isDay ? 'the end of that day' : 'then';
  const older =
    stale.length === 0 ? '' : `; ${stale.length} ${stale.length === 1 ? 'part was' : 'parts were'} stale`;
  return `recorded ${momentText(at, now)}, ${durationText(asked.until - at)} before ${end}${older}`;
}

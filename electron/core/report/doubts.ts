// Makes the command line's report of doubts and of what needs the person's OK, with the ids for accept and exclude.
import { compareDecimals, toText, type Decimal } from '../../../shared/domain/decimal';
import type { HoldingRow } from '../../../shared/schema/app-state';
import { isolateName } from '../../../shared/names/isolated-name';
import { HEADLINE_TEXT } from '../../../shared/text/headline';
import { MASK, usd } from '../../../shared/text/money';
import { tokenName } from '../../../shared/text/names';
import { momentText } from '../../../shared/text/time';
import { shortIdOf } from '../doubts/short-id';
import { isoTime } from '../export/csv';
import { symbolMarkField } from '../export/holding-rows';
import { jsonText } from '../export/json-output';
import { askedWorthOf } from '../portfolio/doubt-rows';
import { doubtJson, doubtReason } from './doubt-reason';
import {
  ageSuffix,
  EXIT_CODES,
  NO_DATA,
  walletNameOf,
  type PortfolioFacts,
  type Report
} from './output-formats';

const NOTHING = 'Nothing is in doubt, and nothing needs your OK.';

export function reportDoubts(format: string, facts: PortfolioFacts): Report {
  const text = format === 'json' ? jsonText(jsonOf(facts)) : linesOf(facts).join('\n');
  return { text, exitCode: EXIT_CODES[facts.state] };
}

/** A token that needs the person's OK; `worth`: all that the answers say of it, exact USD. */
export interface AskedHolding {
  readonly shortId: string;
  readonly row: HoldingRow;
  readonly worth: Decimal;
}

/** The most valuable first. */
export function askedHoldings(rows: readonly HoldingRow[]): AskedHolding[] {
  return rows
    .flatMap(row => {
      const worth = askedWorthOf(row);
      return worth ? [{ shortId: shortIdOf(row.id), row, worth }] : [];
    })
    .sort((a, b) => compareDecimals(b.worth, a.worth));
}

function jsonOf(facts: PortfolioFacts): object {
  const { portfolio, state, isHidden } = facts;
  const amount = (exact: string) => (isHidden ? null : exact);
  return {
    takenAt: portfolio.takenAt === null ? null : isoTime(portfolio.takenAt),
    currency: 'USD',
    state,
    hidden: isHidden,
    doubts: portfolio.doubts.map(doubt => ({ ...doubtJson(doubt, facts), holdings: doubt.holdingIds })),
    waiting: {
      count: portfolio.waiting.count,
      worth: amount(portfolio.waiting.worth),
      tokens: askedHoldings(portfolio.holdings).map(({ shortId, row, worth }) => ({
        id: shortId,
        holding: row.id,
        wallet: walletNameOf(row, facts),
        chainIndex: row.chainIndex,
        tokenAddress: row.tokenAddress,
        symbol: row.symbol,
        ...symbolMarkField(row),
        worth: amount(toText(worth)),
        counted: amount(row.countingStatus === 'counted' ? (row.value ?? '0') : '0')
      }))
    }
  };
}

/** Columns are separated by tabs. */
function linesOf(facts: PortfolioFacts): string[] {
  const { portfolio, isHidden, now } = facts;
  if (portfolio.takenAt === null) return [NO_DATA];
  const amount = (exact: string) => (isHidden ? MASK : usd(exact));
  const doubts = portfolio.doubts.map(doubt =>
    [doubt.id, amount(doubt.worth), `since ${momentText(doubt.since, now)}`, doubtReason(doubt, facts)].join(
      '\t'
    )
  );
  const { count, worth } = portfolio.waiting;
  const tokens = askedHoldings(portfolio.holdings).map(({ shortId, row, worth: all }) =>
    [
      shortId,
      tokenName(row.symbol),
      isolateName(facts.chains(row.chainIndex).name),
      isolateName(walletNameOf(row, facts) ?? ''),
      amount(toText(all)),
      countedText(row, amount)
    ].join('\t')
  );
  if (doubts.length + tokens.length === 0) return [NOTHING + ageSuffix(facts)];
  const title = `${HEADLINE_TEXT.needOk(count)}: ${amount(worth)} in all`;
  return [
    ...doubts,
    ...(doubts.length > 0 && tokens.length > 0 ? [''] : []),
    ...(tokens.length > 0 ? [title, ...tokens] : [])
  ];
}

function countedText(row: HoldingRow, amount: (exact: string) => string): string {
  if (row.countingStatus !== 'counted') return 'not counted';
  return row.waiting ? `counted with ${amount(row.value ?? '0')}` : 'counted';
}

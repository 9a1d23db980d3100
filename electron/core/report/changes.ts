// Makes the command line's report of changes: the move of the total, its causes, and the activity since then.
import type { Entry } from '../../../shared/schema/activity';
import type { Change } from '../../../shared/schema/app-state';
import { MASK, percentText, signedUsd } from '../../../shared/text/money';
import { tokenName } from '../../../shared/text/names';
import { entryDetail, entryTitle } from '../../../shared/text/notification-text';
import { momentText } from '../../../shared/text/time';
import { isoTime } from '../export/csv';
import { entryJson } from '../export/holding-rows';
import { changeSince, nextLedger } from '../history/history-point';
import type { Period } from '../history/period';
import { ageSuffix, NO_DATA, EXIT_CODES, type PortfolioFacts, type Report } from './output-formats';

/** `entries`: newest first; only those since the baseline are printed. `period` null: the history has no two points. */
export function reportChanges(
  format: string,
  facts: PortfolioFacts,
  period: Period | null,
  entries: readonly Entry[]
): Report {
  const hasNoData = facts.state === 'none' || period === null;
  const change = hasNoData ? null : changeOf(period, facts);
  const recent = change ? entries.filter(({ at }) => at > change.since) : [];
  const text =
    format === 'json'
      ? JSON.stringify(jsonOf(change, recent, facts))
      : (change ? changeLines(change, recent, facts) : [NO_DATA]).join('\n');
  return { text, exitCode: hasNoData ? EXIT_CODES.none : EXIT_CODES[facts.state] };
}

/** The change as in the tray, up to the shown total: what counts differently since the last point is recounted. */
export function changeOf({ baseline, latest }: Period, { portfolio }: PortfolioFacts): Change {
  const ledger = nextLedger(latest, [], portfolio.total);
  return changeSince(baseline, { ...latest, total: portfolio.total, ledger }, portfolio);
}

function jsonOf(change: Change | null, entries: readonly Entry[], facts: PortfolioFacts): unknown {
  const { isHidden, portfolio } = facts;
  const amount = (exact: string | undefined) => (isHidden ? null : (exact ?? null));
  return {
    since: change && isoTime(change.since),
    takenAt: portfolio.takenAt === null ? null : isoTime(portfolio.takenAt),
    currency: 'USD',
    state: change ? facts.state : 'none',
    hidden: isHidden,
    amount: amount(change?.amount),
    percent: change?.percent ?? null,
    prices: amount(change?.prices),
    transfers: amount(change?.transfers),
    recounted: amount(change?.recounted),
    movers: (change?.movers ?? []).map(mover => ({ ...mover, amount: amount(mover.amount) })),
    activity: entries.map(entry => entryJson(entry, isHidden))
  };
}

/** The lines of the report; columns are separated by tabs. */
export function changeLines(change: Change, entries: readonly Entry[], facts: PortfolioFacts): string[] {
  const { isHidden, now } = facts;
  const amount = (exact: string) => (isHidden ? MASK : signedUsd(exact));
  const percent = (text: string | null) => (text === null ? '' : percentText(text, 1, true));
  return [
    [amount(change.amount), percent(change.percent), `since ${momentText(change.since, now)}`].join('\t') +
      ageSuffix(facts),
    `Prices\t${amount(change.prices)}`,
    `Transfers\t${amount(change.transfers)}`,
    `Recounted\t${amount(change.recounted)}`,
    ...section(
      'Movers',
      change.movers.map(mover => [tokenName(mover.symbol), amount(mover.amount), percent(mover.percent)])
    ),
    ...section(
      'Activity',
      entries.map(entry => [
        momentText(entry.at, now),
        entryTitle(entry, isHidden),
        entryDetail(entry, isHidden),
        deliveryText(entry)
      ])
    )
  ];
}

function section(title: string, rows: readonly (readonly string[])[]): string[] {
  return rows.length === 0 ? [] : ['', title, ...rows.map(cells => cells.map(oneLine).join('\t'))];
}

/** Removes control characters: a tab or an escape code in a name would break the line or the terminal. */
function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ');
}

function deliveryText({ silence, toldAt, toldIn }: Entry): string {
  if (silence === null) return toldAt === null ? '' : toldIn === null ? 'not shown' : 'told';
  return `${toldAt === null ? 'not told' : 'told later'}: ${silence.replaceAll('-', ' ')}`;
}

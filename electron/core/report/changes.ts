// What changed since a moment, for the command line: the move of the total, what made it, and what happened meanwhile.
import type { Entry } from '../../../shared/schema/activity';
import type { Change } from '../../../shared/schema/app-state';
import { MASK, percentText, signedUsd } from '../../../shared/text/money';
import { entryDetail, entryTitle } from '../../../shared/text/notification-text';
import { momentText } from '../../../shared/text/time';
import { isoTime } from '../export/csv';
import { entryJson } from '../export/holding-rows';
import { changeSince, nextLedger } from '../history/history-point';
import type { Period } from '../history/period';
import { ageNote, NO_DATA, STATUS, type Facts, type Report } from './totals';

/** `entries`: newest first; those since the baseline are told. Null: the history has no two points yet. */
export function reportChanges(
  format: string,
  facts: Facts,
  stretch: Period | null,
  entries: readonly Entry[]
): Report {
  const isNone = facts.state === 'none' || stretch === null;
  const change = isNone ? null : changeOf(stretch, facts);
  const recent = change ? entries.filter(({ at }) => at > change.since) : [];
  const text =
    format === 'json'
      ? JSON.stringify(jsonOf(change, recent, facts))
      : (change ? plainOf(change, recent, facts) : [NO_DATA]).join('\n');
  return { text, status: isNone ? STATUS.none : STATUS[facts.state] };
}

/** As in the tray, against the total that is shown: what is counted differently since the last point is recounted. */
export function changeOf({ baseline, latest }: Period, { portfolio }: Facts): Change {
  const ledger = nextLedger(latest, [], portfolio.total);
  return changeSince(baseline, { ...latest, total: portfolio.total, ledger }, portfolio);
}

function jsonOf(change: Change | null, entries: readonly Entry[], facts: Facts): unknown {
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

/** Columns parted by tabs. */
export function plainOf(change: Change, entries: readonly Entry[], facts: Facts): string[] {
  const { isHidden, now } = facts;
  const amount = (exact: string) => (isHidden ? MASK : signedUsd(exact));
  const percent = (text: string | null) => (text === null ? '' : percentText(text, 1, true));
  return [
    [amount(change.amount), percent(change.percent), `since ${momentText(change.since, now)}`].join('\t') +
      ageNote(facts),
    `Prices\t${amount(change.prices)}`,
    `Transfers\t${amount(change.transfers)}`,
    `Recounted\t${amount(change.recounted)}`,
    ...titled(
      'Movers',
      change.movers.map(mover => [mover.symbol, amount(mover.amount), percent(mover.percent)])
    ),
    ...titled(
      'Activity',
      entries.map(entry => [
        momentText(entry.at, now),
        entryTitle(entry, isHidden),
        entryDetail(entry, isHidden),
        tellingOf(entry)
      ])
    )
  ];
}

function titled(title: string, rows: readonly (readonly string[])[]): string[] {
  return rows.length === 0 ? [] : ['', title, ...rows.map(cells => cells.map(oneLine).join('\t'))];
}

/** A name with a tab or an escape code in it would break the line, or the terminal. */
function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ');
}

function tellingOf({ silence, toldAt, toldIn }: Entry): string {
  if (silence === null) return toldAt === null ? '' : toldIn === null ? 'not shown' : 'told';
  return `${toldAt === null ? 'not told' : 'told later'}: ${silence.replaceAll('-', ' ')}`;
}

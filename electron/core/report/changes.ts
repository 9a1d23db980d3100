// Makes the command line's report of changes: the move of the total, its causes, and the activity since then.
import { ENTRY_KIND_FACTS, isRecord, usdOfEntry } from '../../../shared/alerts/alert-kinds';
import { absolute, compareDecimals, decimal } from '../../../shared/domain/decimal';
import type { Entry } from '../../../shared/schema/activity';
import type { Change, Portfolio, RecountPart } from '../../../shared/schema/app-state';
import { recountedText } from '../../../shared/text/headline';
import { groupThousands, MASK, percentText, signedUsd } from '../../../shared/text/money';
import { tokenName } from '../../../shared/text/names';
import { entryDetail, entryTitle } from '../../../shared/text/notification-text';
import { momentText } from '../../../shared/text/time';
import { isoTime } from '../export/csv';
import { entryJson } from '../export/holding-rows';
import { jsonText } from '../export/json-output';
import { changeSince, nextLedger, priceChangeSince } from '../history/history-point';
import type { Period } from '../history/period';
import type { HistoryPoint } from '../ports/history-point';
import { tokenMovesOf, transferPartsOf } from '../portfolio/transfer-parts';
import {
  ageSuffix,
  groupField,
  NO_DATA,
  EXIT_CODES,
  type PortfolioFacts,
  type Report
} from './output-formats';

/** What is known of the time since the baseline. */
export interface ChangesInput {
  /** Null: the history has no two points. */
  readonly period: Period | null;
  /** Newest first; only those since the baseline are printed. */
  readonly entries: readonly Entry[];
  /** The most entries that are printed. */
  readonly limit: number;
}

export function reportChanges(
  format: string,
  facts: PortfolioFacts,
  { period, entries, limit }: ChangesInput
): Report {
  const hasNoData = facts.state === 'none' || period === null;
  const change = hasNoData ? null : changeOf(period, facts);
  const recent = change ? entries.filter(({ at }) => at > change.since) : [];
  const text =
    format === 'json'
      ? jsonText(jsonOf(change, recent, facts, limit))
      : (change ? changeLines(change, recent, facts, limit) : [NO_DATA]).join('\n');
  return { text, exitCode: hasNoData ? EXIT_CODES.none : EXIT_CODES[facts.state] };
}

/** The change as in the tray, up to the shown total: what counts differently since the last point is recounted. */
export function changeOf(period: Period, { portfolio, verdicts }: PortfolioFacts): Change {
  return changeSince(period.baseline, shownPoint(period, portfolio), portfolio, verdicts);
}

/** What the total's bar shows of the change. */
export type PriceChange = Pick<Change, 'since' | 'prices' | 'percent'>;

/** The same as `changeOf` says, without its causes: they need a look at every holding. */
export function priceChangeOf(period: Period, { portfolio }: PortfolioFacts): PriceChange {
  return priceChangeSince(period.baseline, shownPoint(period, portfolio));
}

function shownPoint({ latest }: Period, { total }: Portfolio): HistoryPoint {
  return { ...latest, total, ledger: nextLedger(latest, [], total) };
}

function jsonOf(
  change: Change | null,
  entries: readonly Entry[],
  facts: PortfolioFacts,
  limit: number
): object {
  const { isHidden, portfolio, tokens = {} } = facts;
  const polls = pollsOf(entries);
  const amount = (exact: string | undefined) => (isHidden ? null : (exact ?? null));
  return {
    ...groupField(facts),
    since: change && isoTime(change.since),
    takenAt: portfolio.takenAt === null ? null : isoTime(portfolio.takenAt),
    currency: 'USD',
    state: change ? facts.state : 'none',
    hidden: isHidden,
    amount: amount(change?.amount),
    percent: change?.percent ?? null,
    prices: amount(change?.prices),
    transfers: amount(change?.transfers),
    transfersBy: (change ? transferPartsOf(tokenMovesOf(entries, { tokens }), change) : []).map(part => ({
      ...part,
      amount: amount(part.amount),
      worth: amount(part.worth)
    })),
    recounted: amount(change?.recounted),
    recountedBy: (change?.recountedBy ?? []).map(part => ({ ...part, amount: amount(part.amount) })),
    movers: (change?.movers ?? []).map(mover => ({ ...mover, amount: amount(mover.amount) })),
    activity: polls
      .flatMap(poll => poll.entries)
      .slice(0, limit)
      .map(entry => entryJson(entry, isHidden)),
    activityCount: entries.length,
    activityByPoll: polls
      .slice(0, limit)
      .map(poll => ({ time: isoTime(poll.at), count: poll.entries.length, kinds: countKinds(poll.entries) }))
  };
}

/** The lines of the report; columns are separated by tabs. */
export function changeLines(
  change: Change,
  entries: readonly Entry[],
  facts: PortfolioFacts,
  limit: number
): string[] {
  const { isHidden, now } = facts;
  const amount = (exact: string) => (isHidden ? MASK : signedUsd(exact));
  const percent = (text: string | null) => (text === null ? '' : percentText(text, 1, true));
  return [
    [amount(change.amount), `since ${momentText(change.since, now)}`].join('\t') + ageSuffix(facts),
    ['Prices', amount(change.prices), percent(change.percent)].filter(Boolean).join('\t'),
    `Transfers\t${amount(change.transfers)}`,
    ...recountedRows(change).map(part => `${recountedText(part.causes)}\t${amount(part.amount)}`),
    ...section(
      'Movers',
      change.movers.map(mover => [tokenName(mover.symbol), amount(mover.amount), percent(mover.percent)])
    ),
    ...section('Activity', activityRows(pollsOf(entries), facts, limit))
  ];
}

/** One row for each known cause; one of nothing where nothing is recounted. */
function recountedRows({ recounted, recountedBy }: Change): readonly RecountPart[] {
  return recountedBy ?? [{ causes: [], amount: recounted }];
}

/** What one poll found. */
interface PollEntries {
  readonly at: number;
  /** What needs an action first, then the larger values. */
  readonly entries: readonly Entry[];
}

/** `entries`: newest first, as the polls are afterwards. */
function pollsOf(entries: readonly Entry[]): PollEntries[] {
  const byPoll = new Map<number, Entry[]>();
  for (const entry of entries) {
    const found = byPoll.get(entry.at);
    if (found) found.push(entry);
    else byPoll.set(entry.at, [entry]);
  }
  return [...byPoll].map(([at, found]) => ({ at, entries: largestFirst(found) }));
}

function largestFirst(entries: readonly Entry[]): Entry[] {
  return entries
    .map(entry => ({
      entry,
      weight: ENTRY_KIND_FACTS[entry.kind].weight,
      size: absolute(decimal(usdOfEntry(entry) ?? '0'))
    }))
    .sort((a, b) => a.weight - b.weight || compareDecimals(b.size, a.size))
    .map(({ entry }) => entry);
}

/** A poll that found thousands must not hide the polls before it: of one poll, as many as these are shown at least. */
const LEAST_OF_POLL = 10;

/** The time stands once for each poll, and what is left out is counted. */
function activityRows(polls: readonly PollEntries[], facts: PortfolioFacts, limit: number): string[][] {
  const mostOfPoll = Math.max(LEAST_OF_POLL, Math.ceil(limit / 5));
  const rows: string[][] = [];
  let room = limit;
  let older = 0;
  for (const { at, entries } of polls) {
    const shown = entries.slice(0, Math.min(mostOfPoll, room));
    room -= shown.length;
    if (shown.length === 0) {
      older += entries.length;
      continue;
    }
    const texts = shown.map(entry => entryCells(entry, facts));
    const rest = entries.slice(shown.length);
    if (rest.length > 0) texts.push([`and ${countText(rest.length)} more: ${kindsText(rest)}`]);
    rows.push(...texts.map((cells, index) => [index === 0 ? momentText(at, facts.now) : '', ...cells]));
  }
  if (older > 0) rows.push(['', `${countText(older)} older: use a larger --limit, or a shorter --since`]);
  return rows;
}

function entryCells(entry: Entry, { isHidden }: PortfolioFacts): string[] {
  return [entryTitle(entry, isHidden), entryDetail(entry, isHidden), deliveryText(entry)];
}

function countKinds(entries: readonly Entry[]): Partial<Record<Entry['kind'], number>> {
  const counts: Partial<Record<Entry['kind'], number>> = {};
  for (const { kind } of entries) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

/** `9,800 received, 1,200 sent, 3 others`. */
function kindsText(entries: readonly Entry[]): string {
  const { arrived = 0, left = 0, price = 0 } = countKinds(entries);
  const others = entries.length - arrived - left - price;
  return [
    arrived > 0 ? `${countText(arrived)} received` : '',
    left > 0 ? `${countText(left)} sent` : '',
    price > 0 ? `${countText(price)} ${price === 1 ? 'price' : 'prices'} moved` : '',
    others > 0 ? `${countText(others)} ${others === 1 ? 'other' : 'others'}` : ''
  ]
    .filter(text => text !== '')
    .join(', ');
}

const countText = (count: number) => groupThousands(String(count));

function section(title: string, rows: readonly (readonly string[])[]): string[] {
  return rows.length === 0 ? [] : ['', title, ...rows.map(cells => cells.map(oneLine).join('\t'))];
}

/** Removes control characters: a tab or an escape code in a name would break the line or the terminal. */
function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ');
}

function deliveryText(entry: Entry): string {
  if (isRecord(entry)) return '';
  const { silence, toldAt, toldIn } = entry;
  if (silence === null) return toldAt === null ? '' : toldIn === null ? 'not notified: refused' : 'notified';
  return `${toldAt === null ? 'not notified' : 'notified later'}: ${silence.replaceAll('-', ' ')}`;
}

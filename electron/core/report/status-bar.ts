// Formats each command's result for status bars (waybar, polybar, xbar): a short text and detail rows.
// It uses the same rules as tray and window.
import { isolateName } from '../../../shared/names/isolated-name';
import { compactUsd, MASK, percentText, signedUsd, usd } from '../../../shared/text/money';
import { tokenName } from '../../../shared/text/names';
import { HEADLINE_TEXT, shownDoubts } from '../../../shared/text/headline';
import { momentText } from '../../../shared/text/time';
import { jsonText } from '../export/json-output';
import type { Period } from '../history/period';
import type { HistoryPoint } from '../ports/history-point';
import { changeOf, changeLines, priceChangeOf, type ChangesInput, type PriceChange } from './changes';
import { sparkline } from './history';
import {
  ageWords,
  largestFirst,
  NO_DATA,
  reportLines,
  type PortfolioFacts,
  type ReportKind
} from './output-formats';

const MAX_ROWS = 20;
/** Shown when there is no number yet, or no number to show. */
const NO_NUMBER = '–';

/** The bar of a profile that cannot be read: the issue is a row, since bars show nothing of a failed command. */
export function barOfIssue(sentence: string): Bar {
  return {
    text: NO_NUMBER,
    state: 'error',
    isChecking: false,
    isHidden: false,
    direction: null,
    rows: [sentence]
  };
}

/** The short total, with change, age and chains as rows. `period`: the last 24 h; null: not known. */
export function barOfTotal(facts: PortfolioFacts, period: Period | null): Bar {
  const { portfolio, state } = facts;
  if (state === 'none') return createBar(facts, NO_NUMBER, null, [NO_DATA]);
  const change = period && priceChangeOf(period, facts);
  const { risky, unpriced } = portfolio.notCounted;
  const notCounted = [
    risky > 0 ? `${risky} risky` : '',
    unpriced > 0 ? `${unpriced} without a price` : ''
  ].filter(part => part !== '');
  return createBar(facts, maskAmount(facts, compactUsd(portfolio.total)), change, [
    named(facts, maskAmount(facts, usd(portfolio.total))),
    ...(change ? [changeRow(change, facts)] : []),
    ...stateRows(facts),
    '',
    ...limitRows(reportLines('chains', facts)),
    ...(notCounted.length > 0 ? ['', `Not counted: ${notCounted.join(', ')}`] : []),
    ...(portfolio.waiting.count > 0 ? ['', HEADLINE_TEXT.needOk(portfolio.waiting.count)] : [])
  ]);
}

/** The bar of `facts` at a later moment, at which only its state and its age are others. */
export function laterBar(bar: Bar, facts: PortfolioFacts, later: PortfolioFacts): Bar {
  const row = ageRow(facts);
  const rows = bar.rows.map(each => (each === row ? ageRow(later) : each));
  return { ...bar, state: later.state, rows };
}

/** The largest chain or holding, with all of them as rows. */
export function barOfRows(subject: Exclude<ReportKind, 'total'>, facts: PortfolioFacts): Bar {
  const { chains, total } = facts.portfolio;
  if (facts.state === 'none') return createBar(facts, NO_NUMBER, null, [NO_DATA]);
  const chain = chains[0];
  const largest =
    subject === 'chains'
      ? chain &&
        `${isolateName(chain.name)} ${chain.share === null ? '' : percentText(chain.share, 1, false)}`
      : largestToken(facts);
  const rows = [
    named(facts, `Total  ${maskAmount(facts, usd(total))}`),
    ...stateRows(facts),
    '',
    ...limitRows(reportLines(subject, facts))
  ];
  return createBar(facts, largest?.trimEnd() ?? NO_NUMBER, null, rows);
}

function largestToken(facts: PortfolioFacts): string | undefined {
  const token = largestFirst(facts.portfolio.holdings).find(
    ({ countingStatus }) => countingStatus === 'counted'
  );
  return token && `${tokenName(token.symbol)} ${maskAmount(facts, compactUsd(token.value ?? '0'))}`;
}

/** The change in percent, with its causes as rows. */
export function barOfChanges(facts: PortfolioFacts, { period, entries, limit }: ChangesInput): Bar {
  if (facts.state === 'none' || period === null)
    return createBar({ ...facts, state: 'none' }, NO_NUMBER, null, [NO_DATA]);
  const change = changeOf(period, facts);
  const recent = entries.filter(({ at }) => at > change.since);
  const checking = checkingRows(facts);
  const size =
    change.percent === null
      ? maskAmount(facts, signedUsd(change.prices))
      : percentText(change.percent, 1, true);
  return createBar(facts, `${sign(change)} ${size}`, change, [
    ...limitRows(changeLines(change, recent, facts, limit), 2 * MAX_ROWS),
    ...(checking.length > 0 ? ['', ...checking] : [])
  ]);
}

/** The sparkline of eight block heights, with the first and the last point as rows. `points`: oldest first. */
export function barOfHistory(facts: PortfolioFacts, points: readonly HistoryPoint[]): Bar {
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last) return createBar({ ...facts, state: 'none' }, NO_NUMBER, null, [NO_DATA]);
  const row = (point: HistoryPoint) =>
    `${momentText(point.at, facts.now)}  ${maskAmount(facts, usd(point.total))}`;
  const totals = points.map(({ total }) => total);
  // The shape of the line alone would show how large the changes are.
  return createBar(facts, facts.isHidden ? MASK : sparkline(totals), null, [
    row(first),
    row(last),
    ...stateRows(facts)
  ]);
}

/** With the name of a group, so that nobody takes its total for all. */
function named({ group }: PortfolioFacts, text: string): string {
  return group === undefined ? text : `${text} · ${isolateName(group)}`;
}

function createBar(
  facts: PortfolioFacts,
  text: string,
  change: PriceChange | null,
  rows: readonly string[]
): Bar {
  const direction =
    change === null || change.prices === '0' ? null : change.prices.startsWith('-') ? 'down' : 'up';
  const spacedRows = rows.map(row => row.replaceAll('\t', '  ').trimEnd());
  const isChecking = facts.state !== 'none' && shownDoubts(facts.portfolio) > 0;
  return { text, state: facts.state, isChecking, isHidden: facts.isHidden, direction, rows: spacedRows };
}

function sign({ prices }: PriceChange): string {
  return prices === '0' ? '–' : prices.startsWith('-') ? '▼' : '▲';
}

function changeRow(change: PriceChange, facts: PortfolioFacts): string {
  const percent = change.percent === null ? '' : ` (${percentText(change.percent, 2, true)})`;
  const since = momentText(change.since, facts.now, facts.localText);
  return `Prices ${sign(change)} ${maskAmount(facts, signedUsd(change.prices))}${percent} since ${since}`;
}

/** Its age, and what is being checked. */
function stateRows(facts: PortfolioFacts): string[] {
  return [ageRow(facts), ...checkingRows(facts)];
}

function checkingRows({ portfolio }: PortfolioFacts): string[] {
  const count = shownDoubts(portfolio);
  return count > 0 ? [HEADLINE_TEXT.checking(count)] : [];
}

/** `Updated 12 s ago · all answered`, `Stale, 24 min old · 6 of 7 answered`. */
function ageRow(facts: PortfolioFacts): string {
  const { portfolio, state } = facts;
  const { partsAnswered, partsExpected } = portfolio;
  const age = ageWords(facts);
  const ageText = {
    fresh: `Updated ${age} ago`,
    stale: `Stale, ${age} old`,
    error: `Failing, ${age} old`,
    none: ''
  };
  const completeness =
    partsAnswered === partsExpected ? 'all answered' : `${partsAnswered} of ${partsExpected} answered`;
  return `${ageText[state]} · ${completeness}`;
}

function limitRows(rows: readonly string[], maxRows = MAX_ROWS): string[] {
  if (rows.length <= maxRows) return [...rows];
  return [...rows.slice(0, maxRows), `and ${rows.length - maxRows} more`];
}

function maskAmount({ isHidden }: PortfolioFacts, text: string): string {
  return isHidden ? MASK : text;
}

export type BarFormat = 'waybar' | 'polybar' | 'xbar';
export type BarState = 'fresh' | 'stale' | 'error' | 'none';

export interface Bar {
  /** The short text, without the sign of the state. */
  readonly text: string;
  readonly state: BarState;
  /** A change is in doubt that is worth showing. */
  readonly isChecking: boolean;
  readonly isHidden: boolean;
  /** The direction of the total; null: nothing to compare with, or no change. */
  readonly direction: 'up' | 'down' | null;
  /** The detail rows; an empty row separates two groups. */
  readonly rows: readonly string[];
}

export interface BarAction {
  readonly label: string;
  /** The program and all its arguments. */
  readonly words: readonly string[];
}

/** `program`: the words that start this app on this profile; empty: the menu contains no commands. */
export function barActions(program: readonly string[], isHidden: boolean): BarAction[] {
  if (program.length === 0) return [];
  const hide = isHidden ? ['Show balances', 'show'] : ['Hide balances', 'hide'];
  return [['Open Tokentray', 'open'], ['Refresh now', 'refresh'], hide].map(([label = '', word = '']) => ({
    label,
    words: [...program, word]
  }));
}

/** Signs of different shape, for people who cannot see colours; the sign of `stale` is also in the tray's text. */
const STATE_SIGNS: Readonly<Record<BarState, string>> = { fresh: '', stale: ' ·', error: ' !', none: '' };
/** The sign of a fresh total while a change is being checked. */
const CHECKING_SIGN = ' ?';
const COLOURS: Readonly<Record<BarState, string | null>> = {
  fresh: null,
  stale: '#d19a2e',
  error: '#e06c5f',
  none: '#8a8f98'
};

/** `actions`: for the menu of xbar; waybar and polybar bind commands to clicks in their own settings. */
export function barText(format: BarFormat, bar: Bar, actions: readonly BarAction[]): string {
  if (format === 'waybar') return waybar(bar);
  return format === 'polybar' ? polybar(bar) : xbar(bar, actions);
}

function withStateSign({ text, state, isChecking }: Bar): string {
  return oneLine(text + (state === 'fresh' && isChecking ? CHECKING_SIGN : STATE_SIGNS[state]));
}

/** One object on one line; `text` and `tooltip` are Pango markup. `class` may be a list. */
function waybar(bar: Bar): string {
  const { state, isChecking, isHidden, direction, rows } = bar;
  return jsonText({
    text: pango(withStateSign(bar)),
    alt: isHidden ? 'hidden' : state,
    tooltip: pango(rows.map(oneLine).join('\n')),
    class: [
      state,
      ...(isChecking ? ['checking'] : []),
      ...(isHidden ? ['hidden'] : []),
      ...(direction ? [direction] : [])
    ]
  });
}

function pango(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;'
  };
  return text.replace(/[&<>"]/g, sign => entities[sign] ?? '').replaceAll("'", '&apos;');
}

/** The colour ends before the next module. Polybar cannot escape a literal `%{`: a blank separates the two signs. */
function polybar(bar: Bar): string {
  const text = withStateSign(bar).replaceAll('%{', '% {');
  const colour = COLOURS[bar.state];
  return colour === null ? text : `%{F${colour}}${text}%{F-}`;
}

/** xbar must not turn text of a name into emoji, symbols or colours. */
const NO_MARKUP = 'emojize=false symbolize=false ansi=false';

function xbar(bar: Bar, actions: readonly BarAction[]): string {
  const rows = bar.rows.map(row => (row === '' ? '---' : menuLine(row, NO_MARKUP)));
  const actionRows = actions.flatMap(({ label, words }) => {
    const command = commandOf(words);
    return command === null ? [] : [menuLine(label, `${command} terminal=false refresh=true`)];
  });
  return [
    menuLine(withStateSign(bar), NO_MARKUP),
    '---',
    ...rows,
    ...(actionRows.length > 0 ? ['---', ...actionRows] : [])
  ].join('\n');
}

/** A vertical bar would begin parameters; dashes at the start would make a submenu or a separator. */
function menuLine(text: string, parameters: string): string {
  const safe = oneLine(text)
    .trimStart()
    .replaceAll('|', '¦')
    .replace(/^[-~]+/, signs => '‐'.repeat(signs.length));
  return `${safe || '‐'} | ${parameters}`;
}

/** The command of an action; null if a word contains characters that cannot be quoted. */
function commandOf(words: readonly string[]): string | null {
  if (words.length === 0 || words.some(word => /["|\\\p{Cc}]/u.test(word))) return null;
  return words.map((word, index) => `${index === 0 ? 'bash' : `param${index}`}="${word}"`).join(' ');
}

/** Removes characters that would break the line, or change the direction of its text; isolated names stay isolated. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').replace(/(?![\u2068\u2069])\p{Bidi_Control}/gu, '');
}

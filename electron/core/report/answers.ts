// Answers laid ready: what total and chains would print in each format, until when it holds, and where its age goes.
// The launcher of the command line prints them without starting the app.
import { DAY_MS } from '../../../shared/domain/durations';
import type { WalletSnapshot } from '../../../shared/schema/snapshot';
import type { Period } from '../history/period';
import { CLOCK_SLACK_MS, staleMoments } from '../snapshots/staleness';
import { reportOf, type PortfolioFacts, type Report } from './output-formats';
import { barActions, barOfRows, barOfTotal, barText, laterBar, type Bar, type BarFormat } from './status-bar';

export interface ReadyAnswer {
  readonly command: Answered;
  readonly format: 'plain' | 'json' | BarFormat;
  readonly exitCode: Report['exitCode'];
  /** It holds from the first moment on, and no longer from the second on, ms. */
  readonly from: number;
  readonly until: number;
  /** When the total was taken, ms; null: never. */
  readonly takenAt: number | null;
  /** What stands between the two texts: the age in words, in seconds, or nothing. */
  readonly age: 'words' | 'seconds' | 'none';
  readonly before: string;
  readonly after: string;
}

export type Answered = 'total' | 'chains';

/** How long the answers about `facts` hold: `from` to `until`, ms. */
export interface Hold {
  readonly from: number;
  readonly until: number;
}

/** A noncharacter, which no name has. */
const AGE_MARK = '\uFDD0';
const JSON_AGE = '"ageSeconds":';
/** Nothing is believed for so long; what is stale already says how old it is. */
const MAX_HOLD_MS = DAY_MS;
const MAX_STALE_HOLD_MS = 7 * DAY_MS;
/** Later moments are left to the app: wallets that were asked one by one turn stale one by one. */
const MAX_STEPS = 4;

/** Until a part turns stale, or one from a clock that was ahead no longer is. */
export function holdOf(snapshots: readonly WalletSnapshot[], staleAfterMs: number, now: number): Hold {
  const ahead = snapshots
    .flatMap(({ parts }) => parts)
    .flatMap(({ answeredAt }) => (answeredAt !== null && answeredAt > now ? answeredAt - CLOCK_SLACK_MS : []))
    .filter(at => at > now);
  const [staleAt = Infinity] = staleMoments(snapshots, now, staleAfterMs);
  return { from: now, until: Math.min(staleAt, now + MAX_HOLD_MS, ...ahead) };
}

/** What will hold when nobody asks any more: how many parts are not stale, from a moment on. */
export interface StaleStep {
  readonly hold: Hold;
  readonly partsAnswered: number;
}

/** The steps in which all turns stale, from the end of `hold` on. `answeredAt`: how many parts are not stale then. */
export function staleSteps(
  hold: Hold,
  moments: readonly number[],
  answeredAt: (at: number) => number
): StaleStep[] {
  if (moments[0] !== hold.until) return [];
  return moments.slice(0, MAX_STEPS).map((from, index) => ({
    hold: { from, until: moments[index + 1] ?? from + MAX_STALE_HOLD_MS },
    partsAnswered: answeredAt(from)
  }));
}

/** For texts with a time of day: another day writes the date beside it, and a year later the year. */
export function holdOfMoments({ from, until }: Hold, since: number): Hold {
  const midnight = new Date(from);
  midnight.setHours(24, 0, 0, 0);
  const nextYear = since + 365 * DAY_MS;
  return { from, until: Math.min(until, midnight.getTime(), nextYear > from ? nextYear : Infinity) };
}

export interface AnswersInput {
  /** The last 24 h, as the bars show it; null: there are none; undefined: not certain, so bars have no answer. */
  readonly period: Period | null | undefined;
  /** The words that start this app on this profile; null: they are not the same for each start, so no menu is laid ready. */
  readonly program: readonly string[] | null;
  readonly hold: Hold;
  /** What will hold after that, when the app is gone; for the total only. */
  readonly steps: readonly StaleStep[];
}

const FORMATS: readonly ReadyAnswer['format'][] = ['plain', 'polybar', 'waybar', 'json', 'xbar'];

/** The most often asked ones first: a reader stops at the one it wants. What will hold later comes last. */
export function answersOf(facts: PortfolioFacts, input: AnswersInput): ReadyAnswer[] {
  // A name with the mark would be taken for the age.
  if (facts.portfolio.chains.some(({ name }) => name.includes(AGE_MARK))) return [];
  const { period } = input;
  const bar = period === undefined ? null : barOfTotal({ ...facts, ageMark: AGE_MARK }, period);
  const now = [...answersAbout('total', facts, input, bar), ...answersAbout('chains', facts, input, null)];
  return [...inOrder(now), ...inOrder(input.steps.flatMap(step => laterAnswers(facts, input, bar, step)))];
}

function inOrder(answers: readonly ReadyAnswer[]): ReadyAnswer[] {
  return [...answers].sort((a, b) => FORMATS.indexOf(a.format) - FORMATS.indexOf(b.format));
}

/** `totalBar`: null where bars have no answer about the total. */
function answersAbout(
  command: Answered,
  facts: PortfolioFacts,
  { period, program, hold }: AnswersInput,
  totalBar: Bar | null
): ReadyAnswer[] {
  const marked = { ...facts, ageMark: AGE_MARK };
  const about = { command, facts, hold };
  const texts = textsOf(about);
  const bar = command === 'total' ? totalBar : barOfRows('chains', marked);
  if (bar === null) return texts;
  const barHold = command === 'total' && period ? holdOfMoments(hold, period.baseline.at) : hold;
  const actions = program ? barActions(program, facts.isHidden) : [];
  const formats = (['polybar', 'waybar', 'xbar'] as const).filter(
    format => format !== 'xbar' || program !== null
  );
  const barIn = (format: BarFormat) =>
    answerOf(format, { text: barText(format, bar, actions), exitCode: 0 }, { ...about, hold: barHold });
  return [...texts, ...formats.flatMap(barIn)];
}

/** The total once some of it turned stale. A menu is left to the app. */
function laterAnswers(
  facts: PortfolioFacts,
  { period }: AnswersInput,
  bar: Bar | null,
  { hold, partsAnswered }: StaleStep
): ReadyAnswer[] {
  const portfolio = {
    ...facts.portfolio,
    partsAnswered,
    isStale: partsAnswered < facts.portfolio.partsExpected
  };
  const state = facts.state === 'fresh' && portfolio.isStale ? 'stale' : facts.state;
  const later = { ...facts, portfolio, state, now: hold.from } as const;
  const about = { command: 'total', facts: later, hold } as const;
  const texts = textsOf(about);
  if (bar === null) return texts;
  const barHold = period ? holdOfMoments(hold, period.baseline.at) : hold;
  const marked = { ...facts, ageMark: AGE_MARK };
  const shown = laterBar(bar, marked, { ...marked, ...later });
  const barIn = (format: BarFormat) =>
    answerOf(format, { text: barText(format, shown, []), exitCode: 0 }, { ...about, hold: barHold });
  return [...texts, ...barIn('polybar'), ...barIn('waybar')];
}

function textsOf(about: AnswerFacts): ReadyAnswer[] {
  const { command, facts } = about;
  return [
    ...answerOf('plain', reportOf(command, 'plain', { ...facts, ageMark: AGE_MARK }), about),
    ...answerOf('json', reportOf(command, 'json', facts), about)
  ];
}

interface AnswerFacts {
  readonly command: Answered;
  readonly facts: PortfolioFacts;
  readonly hold: Hold;
}

/** None when it does not hold even now, or when the place of the age is not certain. */
function answerOf(
  format: ReadyAnswer['format'],
  { text, exitCode }: Report,
  { command, facts: { portfolio }, hold: { from, until } }: AnswerFacts
): ReadyAnswer[] {
  const isJson = format === 'json';
  const [before = '', after, ...others] = text.split(isJson ? JSON_AGE : AGE_MARK);
  if (others.length > 0 || until <= from) return [];
  const facts = { command, format, exitCode, from, until, takenAt: portfolio.takenAt };
  if (after === undefined) return [{ ...facts, age: 'none', before, after: '' }];
  if (!isJson) return [{ ...facts, age: 'words', before, after }];
  return [{ ...facts, age: 'seconds', before: before + JSON_AGE, after: after.replace(/^\d+/, '') }];
}

/** The version of the file; another one is not read. */
export const ANSWERS_VERSION = 2;

export interface AnswersHeader {
  /** The version of the app, and where its clock is set to, which the reader has to share. */
  readonly version: string;
  readonly zone: string;
  /** The file of the system's time zone, absolute; "": it is not known, and a change of its folder is one of the zone. */
  readonly zoneFile: string;
  /** The words that start the app on this profile, between blanks; "": none. */
  readonly program: string;
  /** When this computer started by the clock of now, ms: a reader that knows for how long it runs needs no clock. */
  readonly bootAt: number | null;
}

/**
 * The file, line by line for a shell: the header, then for each answer its facts, the text before the
 * age, the text after it, and a full stop, without which it is not complete. Null: a text cannot be written so.
 */
export function answersText(header: AnswersHeader, answers: readonly ReadyAnswer[]): string | null {
  const { version, zone, zoneFile, program, bootAt } = header;
  const lines = answers.flatMap(({ command, format, exitCode, from, until, takenAt, age, before, after }) => [
    `${command} ${format} ${exitCode} ${from} ${until} ${takenAt ?? 0} ${age}`,
    escaped(before),
    escaped(after),
    '.'
  ]);
  const text = [
    `tokentray-answers ${ANSWERS_VERSION} ${version}`,
    zone,
    zoneFile,
    program,
    String(bootAt ?? ''),
    ...lines,
    ''
  ].join('\n');
  const isOneLine = [version, zone, zoneFile, program].every(word => !/[\n\r]/.test(word));
  return isOneLine && !text.includes('\0') ? text : null;
}

/** As the `%b` of printf reads it. */
function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
}

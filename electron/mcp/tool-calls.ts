// Calls a tool of `tokentray mcp`: reads the files of the profile, and gives the report that the command prints.
import { portfolioFactsOf, reportOf, type PortfolioFacts } from '../core/report/output-formats';
import { reportChanges } from '../core/report/changes';
import { reportDoubts } from '../core/report/doubts';
import { rangePoints, reportHistory } from '../core/report/history';
import { reportActivity, reportWallets } from '../core/report/wallets';
import type { Since } from '../core/history/period';
import type { HistoryPoint } from '../core/ports/history-point';
import { valueWithout } from '../core/mcp/addresses';
import type { Params } from '../core/mcp/messages';
import type { ToolResult } from '../core/mcp/protocol';
import { argumentProblem } from '../core/mcp/tool-arguments';
import { factsOfTool, UNTRUSTED, type ToolName } from '../core/mcp/tools';
import { parseSince } from '../cli/options';
import { comparedWith, filesOf, unreadableReason } from '../commands/read';
import { storedFiles, type StoredFiles } from '../commands/stored-files';
import type { FixedRange } from '../../shared/ipc/history-calls';

export interface ToolContext {
  /** Of the profile. */
  readonly folder: string;
  readonly hasAddresses: boolean;
  readonly now: number;
}

/** A sentence for the assistant, which can ask again in another way. */
class WrongArgument extends Error {}

/** The files are read anew by each call, so that an answer is as true as that of the command, and as hidden. */
export function callTool(name: ToolName, given: Params, context: ToolContext): ToolResult {
  const { input, withAddress } = factsOfTool(name);
  const problem = argumentProblem(given, input);
  if (problem !== null) return failure(problem);
  try {
    const asked = given['group'];
    const files = filesOf(storedFiles(context.folder), typeof asked === 'string' ? asked : null);
    const compared = name === 'holdings' ? comparedWith(files) : undefined;
    const all = portfolioFactsOf(files.snapshots, files.settings, files.chains, context.now, compared);
    const facts = files.group === undefined ? all : { ...all, group: files.group };
    const answer = ANSWERS[name]({ ...standardOf(input), ...given }, files, facts);
    const report = context.hasAddresses ? answer.report : valueWithout(answer.report, new Set(withAddress));
    const { count } = answer;
    const content = { about: aboutOf(facts), ...(count !== undefined && { count }), [name]: report };
    return {
      content: [{ type: 'text', text: JSON.stringify(content) }],
      structuredContent: content,
      isError: false
    };
  } catch (thrown) {
    return failure(thrown instanceof WrongArgument ? thrown.message : sentence(unreadableReason(thrown)));
  }
}

function failure(text: string): ToolResult {
  return { content: [{ type: 'text', text }], isError: true };
}

const sentence = (reason: string) => reason.charAt(0).toUpperCase() + reason.slice(1);

function standardOf(input: Readonly<Record<string, Readonly<Record<string, unknown>>>>): Params {
  const standards = Object.entries(input).filter(([, schema]) => 'default' in schema);
  return Object.fromEntries(standards.map(([name, schema]) => [name, schema['default']]));
}

function aboutOf({ portfolio, state, isHidden, now }: PortfolioFacts) {
  const { takenAt } = portfolio;
  return {
    untrusted: UNTRUSTED,
    notes: [
      ...(isHidden ? ['The person hid the balances: all amounts are null. Do not guess them.'] : []),
      ...(state === 'none' ? ['There is no data yet.'] : []),
      ...(state === 'stale' ? ['A part of these figures has not been updated for a while.'] : []),
      ...(state === 'error' ? ['The key is refused, so these figures are no longer updated.'] : [])
    ],
    state,
    takenAt: takenAt === null ? null : new Date(takenAt).toISOString(),
    ageSeconds: takenAt === null ? null : Math.max(0, Math.floor((now - takenAt) / 1000)),
    hidden: isHidden
  };
}

interface ToolAnswer {
  readonly report: unknown;
  /** Of a list: how many rows there are in all. */
  readonly count?: number;
}

type Answering = (given: Params, files: StoredFiles, facts: PortfolioFacts) => ToolAnswer;

const parsed = ({ text }: { readonly text: string }): unknown => JSON.parse(text);
const rowsOf = (report: { readonly text: string }) => parsed(report) as Readonly<Record<string, unknown>>[];

const ANSWERS: Readonly<Record<ToolName, Answering>> = {
  total: (_given, _files, facts) => ({ report: parsed(reportOf('total', 'json', facts)) }),
  chains: (_given, _files, facts) => {
    const rows = rowsOf(reportOf('chains', 'json', facts));
    return { report: rows, count: rows.length };
  },
  holdings: ({ wallet, chain, limit }, _files, facts) => {
    const chainIndex = chain === undefined ? undefined : chainNamed(chain as string, facts);
    const name = wallet === undefined ? undefined : walletNamed(wallet as string, facts);
    const rows = rowsOf(reportOf('tokens', 'json', facts)).filter(
      row =>
        (name === undefined || row['wallet'] === name) &&
        (chainIndex === undefined || row['chainIndex'] === chainIndex)
    );
    return { report: rows.slice(0, Number(limit)), count: rows.length };
  },
  wallets: (_given, { settings }, facts) => ({ report: parsed(reportWallets(facts, settings)) }),
  changes: ({ since, limit }, files, facts) => {
    const period = files.period(sinceOf(since, facts.now));
    const entries = period ? files.entries(period.baseline.at) : [];
    return { report: parsed(reportChanges('json', facts, { period, entries, limit: Number(limit) })) };
  },
  history: ({ range, limit }, files, facts) => {
    const points = rangePoints(range as FixedRange, facts.now, files.lastAt(), files.points);
    const report = parsed(reportHistory('json', facts, evenly(points, Number(limit))));
    return { report, count: points.length };
  },
  activity: ({ since, kind, limit }, files, facts) => {
    const from = startOf(sinceOf(since, facts.now), files, facts.now);
    const entries = files
      .entries(from)
      .filter(entry => entry.at > from && (kind === undefined || entry.kind === kind));
    return { report: parsed(reportActivity(facts, entries, Number(limit))) };
  },
  doubts: (_given, _files, facts) => ({ report: parsed(reportDoubts('json', facts)) })
};

function sinceOf(given: unknown, now: number): Since {
  const since = parseSince(String(given));
  if (since === null)
    throw new WrongArgument('"since" is a period such as 24h or 7d, poll, or a date such as 2026-11-22.');
  if (since.kind === 'moment' && since.at > now) throw new WrongArgument('"since" is in the future.');
  return since;
}

/** The moment after which entries are asked for, ms. */
function startOf(since: Since, files: StoredFiles, now: number): number {
  if (since.kind === 'moment') return since.at;
  if (since.kind === 'span') return now - since.ms;
  return files.period(since)?.baseline.at ?? now;
}

const isSame = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

function chainNamed(wanted: string, { portfolio }: PortfolioFacts): string {
  const found = portfolio.chains.find(
    ({ chainIndex, name }) => chainIndex === wanted || isSame(name, wanted)
  );
  if (found) return found.chainIndex;
  throw new WrongArgument(
    `There is no such chain here. These are: ${portfolio.chains.map(({ name }) => name).join(', ')}.`
  );
}

function walletNamed(wanted: string, { portfolio }: PortfolioFacts): string {
  const names = portfolio.wallets.map(({ wallet }) => wallet.name);
  const found = names.find(name => name === wanted) ?? names.find(name => isSame(name, wanted));
  if (found !== undefined) return found;
  throw new WrongArgument(`There is no such wallet. These are: ${names.join(', ')}.`);
}

/** At most `most` of them, with the first and the last: each row then says what changed since the row before it. */
function evenly(points: readonly HistoryPoint[], most: number): HistoryPoint[] {
  if (points.length <= most) return [...points];
  if (most === 1) return points.slice(-1);
  const stride = (points.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, at) => points[Math.round(at * stride)]).filter(
    point => point !== undefined
  );
}

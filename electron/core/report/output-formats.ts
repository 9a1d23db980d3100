// Output formats of the command line: prints total, chains or tokens of the stored snapshots as text, JSON or for a bar.
import { compareDecimals, decimal } from '../../../shared/domain/decimal';
import { reactionTo } from '../../../shared/domain/failure';
import { isolateName } from '../../../shared/names/isolated-name';
import { amountText, MASK, percentText, priceUsd, usd } from '../../../shared/text/money';
import { tokenName } from '../../../shared/text/names';
import type { Settings } from '../../../shared/schema/settings';
import type { StoredSnapshots } from '../../../shared/schema/snapshot';
import type { VerificationMemory } from '../../../shared/schema/verification';
import type { ChainRow, HoldingRow, Portfolio } from '../../../shared/schema/app-state';
import { durationText, type LocalText } from '../../../shared/text/time';
import { alsoInField, alsoInName, standingText, symbolMarkField } from '../export/holding-rows';
import { jsonText } from '../export/json-output';
import { countingRuleOf } from '../portfolio/counting-rule';
import type { ChainLookup } from '../ports/chain-facts';
import { portfolioOf, type PortfolioInput } from '../portfolio/portfolio';
import { doubtJson } from './doubt-reason';

export interface Report {
  readonly text: string;
  /** 0 fresh, 1 error, 3 stale, 4 no data yet. */
  readonly exitCode: 0 | 1 | 3 | 4;
}

export type ReportKind = 'total' | 'chains' | 'tokens';

/** The stored portfolio, and its state. */
export interface PortfolioFacts {
  readonly portfolio: Portfolio;
  readonly state: 'fresh' | 'stale' | 'error' | 'none';
  readonly isHidden: boolean;
  /** The name of the group of wallets that all is about; absent: all wallets. */
  readonly group?: string;
  readonly chains: ChainLookup;
  /** The person's, by holding id. */
  readonly verdicts: Settings['verdicts'];
  /** What is remembered of tokens: which ones are unsolicited; absent: nothing. */
  readonly tokens?: VerificationMemory['tokens'];
  readonly now: number;
  /** Stands in the place of the age in words, for a text that is filled in when it is read; absent: the age itself. */
  readonly ageMark?: string;
  /** Writes times of day, for somebody who writes many. */
  readonly localText?: LocalText;
}

export const EXIT_CODES = { fresh: 0, error: 1, stale: 3, none: 4 } as const;

/** What the prices of rows are compared with; the other figures need none of it. */
export type ComparedWith = Pick<PortfolioInput, 'baseline' | 'latest' | 'dayOldPrices'>;

const NOTHING_COMPARED: ComparedWith = { baseline: null, latest: null };

export function portfolioFactsOf(
  stored: StoredSnapshots | null,
  settings: Settings,
  chains: ChainLookup,
  now: number,
  compared: ComparedWith = NOTHING_COMPARED
): PortfolioFacts {
  const { wallets } = settings;
  const snapshots = stored?.wallets ?? [];
  const rule = countingRuleOf(settings, chains);
  const staleAfterMs = stored?.staleAfterMs ?? 0;
  const verification = stored?.verification;
  const portfolio = portfolioOf({ wallets, snapshots, rule, staleAfterMs, verification, ...compared }, now);
  return { ...factsOfPortfolio(portfolio, settings, rule.chains, now), ...tokensIn(verification) };
}

function tokensIn(verification: VerificationMemory | undefined): Pick<PortfolioFacts, 'tokens'> {
  return verification ? { tokens: verification.tokens } : {};
}

export function factsOfPortfolio(
  portfolio: Portfolio,
  { choices, verdicts }: Settings,
  chains: ChainLookup,
  now: number
): PortfolioFacts {
  const isRefused = portfolio.wallets.some(
    ({ failure }) => failure !== null && reactionTo(failure.code) !== 'back-off'
  );
  const age = portfolio.isStale ? 'stale' : 'fresh';
  const state = portfolio.takenAt === null ? 'none' : isRefused ? 'error' : age;
  return { portfolio, state, isHidden: choices.isHidden, chains, verdicts, now };
}

export function reportOf(kind: ReportKind, format: string, facts: PortfolioFacts): Report {
  const text =
    format === 'json' ? jsonText(JSON_OF_KIND[kind](facts)) : LINES_OF_KIND[kind](facts).join('\n');
  return { text, exitCode: EXIT_CODES[facts.state] };
}

/** Only of a group: what is about all wallets looks as before. */
export function groupField({ group }: PortfolioFacts): { group?: string } {
  return group === undefined ? {} : { group };
}

const maskedAmount = (facts: PortfolioFacts, exact: string | null) =>
  facts.isHidden || facts.state === 'none' ? null : exact;

const JSON_OF_KIND: Record<ReportKind, (facts: PortfolioFacts) => object> = {
  total: facts => {
    const { portfolio, state, now, isHidden } = facts;
    const { takenAt, notCounted } = portfolio;
    return {
      ...groupField(facts),
      total: maskedAmount(facts, portfolio.total),
      currency: 'USD',
      takenAt: takenAt === null ? null : new Date(takenAt).toISOString(),
      ageSeconds: takenAt === null ? null : Math.max(0, Math.floor((now - takenAt) / 1000)),
      state,
      complete: takenAt !== null && portfolio.partsAnswered === portfolio.partsExpected,
      hidden: isHidden,
      chains: JSON_OF_KIND.chains(facts),
      notCounted: {
        risky: notCounted.risky,
        unpriced: notCounted.unpriced,
        unverified: notCounted.unverified,
        waiting: portfolio.waiting.count
      },
      doubts: portfolio.doubts.map(doubt => doubtJson(doubt, facts))
    };
  },
  chains: facts =>
    facts.portfolio.chains.map(({ chainIndex, name, value }) => ({
      chainIndex,
      name,
      value: maskedAmount(facts, value)
    })),
  tokens: facts =>
    largestFirst(facts.portfolio.holdings).map(row => ({
      id: row.id,
      wallet: walletNameOf(row, facts),
      chainIndex: row.chainIndex,
      tokenAddress: row.tokenAddress,
      symbol: row.symbol,
      balance: maskedAmount(facts, row.balance),
      price: row.price,
      percent: row.changePercent,
      since: row.changePercent === null ? null : isoOf(facts.portfolio.pricesSince),
      value: maskedAmount(facts, row.value),
      standing: standingText(row),
      stale: row.isStale,
      ...symbolMarkField(row),
      ...alsoInField(facts.portfolio, row)
    }))
};

function isoOf(at: number | null | undefined): string | null {
  return at == null ? null : new Date(at).toISOString();
}

/** Three of the answers about one portfolio have them. */
const chainLines = new WeakMap<
  readonly ChainRow[],
  { readonly isHidden: boolean; readonly lines: string[] }
>();

const LINES_OF_KIND: Record<ReportKind, (facts: PortfolioFacts) => string[]> = {
  total: facts => {
    if (facts.portfolio.takenAt === null) return [NO_DATA];
    return [maskedUsd(facts, facts.portfolio.total) + ageSuffix(facts)];
  },
  chains: facts => {
    const last = chainLines.get(facts.portfolio.chains);
    if (last?.isHidden === facts.isHidden) return last.lines;
    const lines = facts.portfolio.chains.map(({ name, value, share }) =>
      [isolateName(name), maskedUsd(facts, value), share === null ? '' : percentText(share, 1, false)].join(
        '\t'
      )
    );
    chainLines.set(facts.portfolio.chains, { isHidden: facts.isHidden, lines });
    return lines;
  },
  tokens: facts =>
    largestFirst(facts.portfolio.holdings).map(row =>
      [
        tokenName(row.symbol),
        isolateName(
          facts.portfolio.chains.find(chain => chain.chainIndex === row.chainIndex)?.name ?? row.chainIndex
        ),
        valueText(row, facts),
        facts.isHidden ? MASK : amountText(row.balance),
        row.price === null ? 'no price' : priceUsd(row.price),
        isolateName(walletNameOf(row, facts) ?? '')
      ].join('\t')
    )
};

/** Over all wallets; what does not count comes last. */
export function largestFirst(rows: readonly HoldingRow[]): HoldingRow[] {
  const counts = ({ countingStatus, value }: HoldingRow) => countingStatus === 'counted' && value !== null;
  const counted = rows
    .filter(counts)
    .map(row => ({ row, value: decimal(row.value ?? '0') }))
    .sort((a, b) => compareDecimals(b.value, a.value));
  return [...counted.map(({ row }) => row), ...rows.filter(row => !counts(row))];
}

export function walletNameOf(
  { walletId }: Pick<HoldingRow, 'walletId'>,
  { portfolio }: Pick<PortfolioFacts, 'portfolio'>
): string | null {
  return portfolio.wallets.find(({ wallet }) => wallet.id === walletId)?.wallet.name ?? null;
}

function valueText(row: HoldingRow, facts: PortfolioFacts): string {
  if (row.countingStatus !== 'counted' || row.value === null) return `not counted (${row.countingStatus})`;
  const name = alsoInName(facts.portfolio, row);
  return maskedUsd(facts, row.value) + (name === null ? '' : ` (also in ${isolateName(name)})`);
}

/** The lines of the report; columns are separated by tabs. */
export function reportLines(kind: ReportKind, facts: PortfolioFacts): string[] {
  return LINES_OF_KIND[kind](facts);
}

export const NO_DATA = 'No data yet';

/** `  (stale, 24 min old)` if the total is not fresh, otherwise "". */
export function ageSuffix(facts: PortfolioFacts): string {
  const { portfolio, state } = facts;
  if (state === 'fresh' || portfolio.takenAt === null) return '';
  return `  (${state === 'stale' ? 'stale' : 'failing'}, ${ageWords(facts)} old)`;
}

/** `12 s`, `3 min`: how old the total is. */
export function ageWords({ portfolio, now, ageMark }: PortfolioFacts): string {
  return ageMark ?? durationText(now - (portfolio.takenAt ?? now));
}

function maskedUsd({ isHidden }: PortfolioFacts, exact: string): string {
  return isHidden ? MASK : usd(exact);
}

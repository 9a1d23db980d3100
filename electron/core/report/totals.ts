// Stored snapshot -> text for the command line, by the same rules as tray and window.
import { reactionTo } from '../../../shared/domain/failure';
import { MASK, percentText, usd } from '../../../shared/text/money';
import type { Settings } from '../../../shared/schema/settings';
import type { StoredSnapshots } from '../../../shared/schema/snapshot';
import type { Portfolio } from '../../../shared/schema/app-state';
import { durationText } from '../../../shared/text/time';
import { countingRuleOf } from '../portfolio/counting-rule';
import type { ChainLookup } from '../ports/chain-facts';
import { portfolioOf } from '../portfolio/portfolio';

export interface Report {
  readonly text: string;
  /** 0 fresh, 1 error, 3 stale, 4 no data yet. */
  readonly status: 0 | 1 | 3 | 4;
}

export type Subject = 'total' | 'chains' | 'tokens';

/** What is stored, and how far it can be relied on. */
export interface Facts {
  readonly portfolio: Portfolio;
  readonly state: 'fresh' | 'stale' | 'error' | 'none';
  readonly isHidden: boolean;
  readonly now: number;
}

export const STATUS = { fresh: 0, error: 1, stale: 3, none: 4 } as const;

export function factsOf(
  stored: StoredSnapshots | null,
  settings: Settings,
  chains: ChainLookup,
  now: number
): Facts {
  const { wallets, choices } = settings;
  const snapshots = stored?.wallets ?? [];
  const rule = countingRuleOf(settings, chains);
  const staleAfterMs = stored?.staleAfterMs ?? 0;
  const portfolio = portfolioOf({ wallets, snapshots, rule, staleAfterMs, baseline: null }, now);
  const isRefused = portfolio.wallets.some(
    ({ failure }) => failure !== null && reactionTo(failure.code) !== 'back-off'
  );
  const age = portfolio.isStale ? 'stale' : 'fresh';
  const state = portfolio.takenAt === null ? 'none' : isRefused ? 'error' : age;
  return { portfolio, state, isHidden: choices.isHidden, now };
}

export function reportOf(subject: Subject, format: string, facts: Facts): Report {
  const text =
    format === 'json' ? JSON.stringify(JSON_OF[subject](facts)) : PLAIN_OF[subject](facts).join('\n');
  return { text, status: STATUS[facts.state] };
}

const amount = (facts: Facts, exact: string | null) =>
  facts.isHidden || facts.state === 'none' ? null : exact;

const JSON_OF: Record<Subject, (facts: Facts) => unknown> = {
  total: facts => {
    const { portfolio, state, now, isHidden } = facts;
    const { takenAt, notCounted } = portfolio;
    return {
      total: amount(facts, portfolio.total),
      currency: 'USD',
      takenAt: takenAt === null ? null : new Date(takenAt).toISOString(),
      ageSeconds: takenAt === null ? null : Math.max(0, Math.floor((now - takenAt) / 1000)),
      state,
      complete: takenAt !== null && portfolio.partsAnswered === portfolio.partsExpected,
      hidden: isHidden,
      chains: JSON_OF.chains(facts),
      notCounted: {
        risky: notCounted.risky,
        unpriced: notCounted.unpriced,
        unverified: notCounted.unverified
      }
    };
  },
  chains: facts =>
    facts.portfolio.chains.map(({ chainIndex, name, value }) => ({
      chainIndex,
      name,
      value: amount(facts, value)
    })),
  tokens: facts =>
    facts.portfolio.holdings.map(row => ({
      id: row.id,
      wallet: facts.portfolio.wallets.find(({ wallet }) => wallet.id === row.walletId)?.wallet.name ?? null,
      chainIndex: row.chainIndex,
      tokenAddress: row.tokenAddress,
      symbol: row.symbol,
      balance: amount(facts, row.balance),
      price: row.price,
      value: amount(facts, row.value),
      standing: row.standing,
      stale: row.isStale
    }))
};

const PLAIN_OF: Record<Subject, (facts: Facts) => string[]> = {
  total: facts => {
    if (facts.portfolio.takenAt === null) return [NO_DATA];
    return [shown(facts, facts.portfolio.total) + ageNote(facts)];
  },
  chains: facts =>
    facts.portfolio.chains.map(({ name, value, share }) =>
      [name, shown(facts, value), share === null ? '' : percentText(share, 1, false)].join('\t')
    ),
  tokens: facts =>
    facts.portfolio.holdings.map(row =>
      [
        row.symbol,
        facts.portfolio.chains.find(chain => chain.chainIndex === row.chainIndex)?.name ?? row.chainIndex,
        row.standing === 'counted' && row.value !== null
          ? shown(facts, row.value)
          : `not counted (${row.standing})`
      ].join('\t')
    )
};

/** Columns parted by tabs. */
export function plainReport(subject: Subject, facts: Facts): string[] {
  return PLAIN_OF[subject](facts);
}

export const NO_DATA = 'No data yet';

/** `  (stale, 24 min old)` after what is not fresh, otherwise nothing. */
export function ageNote({ portfolio, state, now }: Facts): string {
  if (state === 'fresh' || portfolio.takenAt === null) return '';
  return `  (${state === 'stale' ? 'stale' : 'failing'}, ${durationText(now - portfolio.takenAt)} old)`;
}

function shown({ isHidden }: Facts, exact: string): string {
  return isHidden ? MASK : usd(exact);
}

// Computes name, total and history subject of the scope: one chain, one wallet, both, or everything.
import { decimal, sum, toText, type DecimalText } from '../../../shared/domain/decimal';
import type { Subject } from '../../../shared/ipc/history-calls';
import type { AppState } from '../../../shared/schema/app-state';
import { chainNames, walletNames } from '../../portfolio/names';
import type { HoldingFilters } from '../../state/holding-filters';

type ScopeFilters = Pick<HoldingFilters, 'chain' | 'wallet'>;

/** Leaves out the filters that are not set. */
export function subjectOf({ chain, wallet }: ScopeFilters): Subject {
  return {
    ...(chain === null ? {} : { chainIndex: chain }),
    ...(wallet === null ? {} : { walletId: wallet })
  };
}

export function isEverything(subject: Subject): boolean {
  return Object.values(subject).every(value => value === undefined);
}

export function isSameSubject(a: Subject, b: Subject): boolean {
  return a.chainIndex === b.chainIndex && a.walletId === b.walletId && a.holdingId === b.holdingId;
}

/** Changes whenever something else counts than before, or the last look is another, and with no price. */
export function countedKey({
  portfolio: { wallets, notCounted, partsExpected },
  choices: { lookedAt }
}: AppState): string {
  return JSON.stringify([wallets.length, notCounted, partsExpected, lookedAt]);
}

export interface Scope {
  /** "Solana · Daily" */
  readonly name: string;
  /** Exact USD: the sum of the counted holdings of the scope; a wallet has all of its own, a chain each unit once. */
  readonly total: DecimalText;
}

/** Null means everything. A chain or a wallet that no longer exists has a value of zero. */
export function scopeOf(app: AppState, { chain, wallet }: ScopeFilters): Scope | null {
  if (chain === null && wallet === null) return null;
  const names = [
    chain === null ? undefined : chainNames(app).get(chain),
    wallet === null ? undefined : walletNames(app).get(wallet)
  ];
  const own = app.portfolio.holdings.filter(
    row =>
      row.countingStatus === 'counted' &&
      (chain === null || row.chainIndex === chain) &&
      (wallet === null ? row.alsoIn === undefined : row.walletId === wallet)
  );
  return {
    name: names.filter(Boolean).join(' · '),
    total: toText(sum(own.map(({ value }) => decimal(value ?? '0'))))
  };
}

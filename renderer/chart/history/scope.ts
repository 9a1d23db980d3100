// Computes name, total and history subject of the scope: one chain, one wallet or group, both, or everything.
import { decimal, sum, toText, type DecimalText } from '../../../shared/domain/decimal';
import type { Subject } from '../../../shared/ipc/history-calls';
import type { AppState } from '../../../shared/schema/app-state';
import { addsInScope, walletsOf, type ScopeFilters } from '../../portfolio/groups';
import { chainNames, groupName, walletNames } from '../../portfolio/names';

/** Leaves out the filters that are not set. */
export function subjectOf({ chain, wallet, group }: ScopeFilters): Subject {
  return {
    ...(chain === null ? {} : { chainIndex: chain }),
    ...(wallet === null ? (group === null ? {} : { groupId: group }) : { walletId: wallet })
  };
}

export function isEverything(subject: Subject): boolean {
  return Object.values(subject).every(value => value === undefined);
}

export function isSameSubject(a: Subject, b: Subject): boolean {
  return (['chainIndex', 'walletId', 'groupId', 'holdingId'] as const).every(part => a[part] === b[part]);
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

/** Null means everything. A chain, a wallet or a group that no longer exists has a value of zero. */
export function scopeOf(app: AppState, filters: ScopeFilters): Scope | null {
  const { chain, wallet, group } = filters;
  if (chain === null && wallet === null && group === null) return null;
  const names = [
    chain === null ? undefined : chainNames(app).get(chain),
    wallet === null ? groupName(app, group) : walletNames(app).get(wallet)
  ];
  const wallets = walletsOf(app.portfolio, filters);
  const adds = addsInScope(app.portfolio, filters);
  const own = app.portfolio.holdings.filter(
    row =>
      adds(row) && (chain === null || row.chainIndex === chain) && (!wallets || wallets.has(row.walletId))
  );
  return {
    name: names.filter(Boolean).join(' · '),
    total: toText(sum(own.map(({ value }) => decimal(value ?? '0'))))
  };
}

// Alert rules: finds the most specific rule for what an alert is about.
// Main decides with it, and the window explains the decision with it.
import type { AlertKind } from './alert-kinds';

/** The wallets and the token that an alert is about; `walletIds`: every wallet that it concerns. */
export interface AlertSubject {
  readonly walletIds: readonly string[];
  /** `chainIndex/tokenAddress`; null: no single token. */
  readonly token: string | null;
}

interface RuleTarget {
  readonly kind: AlertKind;
  /** A wallet, or a group of wallets (`groupScopeOf`); null: every wallet. */
  readonly walletId: string | null;
  /** Null: every token. */
  readonly token: string | null;
}

const GROUP_PREFIX = 'group/';

/** A group of wallets, where else a wallet stands: no wallet has such an id. */
export function groupScopeOf(groupId: string): string {
  return GROUP_PREFIX + groupId;
}

/** Null: a wallet, or all. */
export function groupIdOfScope(scope: string | null): string | null {
  return scope?.startsWith(GROUP_PREFIX) ? scope.slice(GROUP_PREFIX.length) : null;
}

const NO_SUBJECT: AlertSubject = { walletIds: [], token: null };

/**
 * A rule for the token comes before a rule for the wallet, and that before the rule for all; of equal rules, the first.
 * Null: there is no rule of that kind.
 */
export function ruleFor<Rule extends RuleTarget>(
  rules: readonly Rule[],
  kind: AlertKind,
  { walletIds, token }: AlertSubject = NO_SUBJECT
): Rule | null {
  const matching = rules.filter(
    rule =>
      rule.kind === kind &&
      (rule.walletId === null || walletIds.includes(rule.walletId)) &&
      (rule.token === null || rule.token === token)
  );
  const [best = null] = matching.sort((a, b) => specificity(b) - specificity(a));
  return best;
}

function specificity({ walletId, token }: RuleTarget): number {
  return (token === null ? 0 : 2) + (walletId === null ? 0 : 1);
}

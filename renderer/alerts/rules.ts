// Pure functions on alert rules: find the rule that applies, set a rule, remove a rule.
import { ALERT_KIND_FACTS, ALERT_KINDS, type AlertKind } from '../../shared/alerts/alert-kinds';
import { ruleFor as mostSpecificRule } from '../../shared/alerts/alert-rules';
import { DEFAULT_ALERTS } from '../../shared/domain/default-settings';
import { tokenOf } from '../../shared/domain/holding-id';
import type { AlertRule } from '../../shared/schema/alert';
import type { AppState } from '../../shared/schema/app-state';
import { MASK, percentOf } from '../../shared/text/money';
import { localChainName, tokenName } from '../../shared/text/names';
import { ALERT_KIND_TEXT, NOTIFICATION_SETTINGS_TEXT } from '../text/alerts';

/** Alert kinds about one wallet; such a wallet can have a rule of its own. */
export const WALLET_KINDS = ALERT_KINDS.filter(kind => ALERT_KIND_FACTS[kind].isAboutWallet);
/** Alert kinds about one token. */
export const TOKEN_KINDS = ALERT_KINDS.filter(kind => ALERT_KIND_FACTS[kind].isAboutToken);

export interface RuleTarget {
  /** A wallet, or a group as `group/ID`. */
  readonly walletId: string | null;
  readonly token: string | null;
}

export const ALL_TARGETS: RuleTarget = { walletId: null, token: null };

const isRuleFor = (rule: AlertRule, kind: AlertKind, { walletId, token }: RuleTarget): boolean =>
  rule.kind === kind && rule.walletId === walletId && rule.token === token;

/** The rule for exactly this target; null when a more general rule applies. */
export function ownRule(alerts: readonly AlertRule[], kind: AlertKind, target: RuleTarget): AlertRule | null {
  return alerts.find(rule => isRuleFor(rule, kind, target)) ?? null;
}

/** The general rule; a kind that the file does not contain yet has its default rule. */
export function ruleForAll(alerts: readonly AlertRule[], kind: AlertKind): AlertRule {
  const found = [...alerts, ...DEFAULT_ALERTS].find(rule => isRuleFor(rule, kind, ALL_TARGETS));
  return found ?? { kind, ...ALL_TARGETS, isOn: true, from: ALERT_KIND_FACTS[kind].from };
}

/** The rule that applies to a target: the token's rule before the wallet's rule before the general rule. */
export function ruleFor(
  alerts: readonly AlertRule[],
  kind: AlertKind,
  { walletId, token }: RuleTarget
): AlertRule {
  const walletIds = walletId === null ? [] : [walletId];
  return mostSpecificRule(alerts, kind, { walletIds, token }) ?? ruleForAll(alerts, kind);
}

/** Replaces the rule of the same kind and target, or appends the rule at the end. */
export function withRule(alerts: readonly AlertRule[], rule: AlertRule): AlertRule[] {
  const isSame = (other: AlertRule): boolean => isRuleFor(other, rule.kind, rule);
  return alerts.some(isSame) ? alerts.map(other => (isSame(other) ? rule : other)) : [...alerts, rule];
}

export function withoutRule(alerts: readonly AlertRule[], kind: AlertKind, target: RuleTarget): AlertRule[] {
  return alerts.filter(rule => !isRuleFor(rule, kind, target));
}

/** Replaces a rule by another one, which may be of another kind or target. */
export function withChangedRule(
  alerts: readonly AlertRule[],
  before: AlertRule,
  after: AlertRule
): AlertRule[] {
  const isOf = (rule: AlertRule, other: AlertRule): boolean => isRuleFor(rule, other.kind, other);
  return alerts.flatMap(rule => (isOf(rule, before) ? after : isOf(rule, after) ? [] : rule));
}

/** The target as the value of a menu. */
export function targetValue({ walletId, token }: RuleTarget): string {
  return token !== null ? `t/${token}` : `w/${walletId ?? ''}`;
}

/** Rules for one wallet or one token. */
export function exceptionsOf(alerts: readonly AlertRule[]): AlertRule[] {
  return alerts.filter(({ walletId, token }) => walletId !== null || token !== null);
}

/** The tokens of the holdings, each once, as text: `USDC on Base`. */
export function tokenChoices({ portfolio }: AppState): { token: string; text: string }[] {
  const chains = new Map(portfolio.chains.map(({ chainIndex, name }) => [chainIndex, localChainName(name)]));
  const texts = new Map<string, string>();
  for (const row of portfolio.holdings) {
    if (row.countingStatus === 'risky' || row.countingStatus === 'testnet') continue;
    texts.set(
      tokenOf(row),
      NOTIFICATION_SETTINGS_TEXT.on(tokenName(row.symbol), chains.get(row.chainIndex) ?? row.chainIndex)
    );
  }
  return [...texts]
    .map(([token, text]) => ({ token, text }))
    .sort((a, b) => a.text.localeCompare(b.text, 'en'));
}

/** "$10", "5 %", "30 min"; dollars are masked with the balances. */
export function sizeText({ kind, from }: Pick<AlertRule, 'kind' | 'from'>, isHidden: boolean): string {
  if (ALERT_KIND_FACTS[kind].unit === 'dollars') return isHidden ? MASK : `$${from}`;
  return ALERT_KIND_FACTS[kind].unit === 'minutes'
    ? NOTIFICATION_SETTINGS_TEXT.minutes(from)
    : percentOf(from);
}

/** "at least $50", "never", "always": the rule as a text. */
export function ruleText(rule: AlertRule, isHidden: boolean): string {
  if (!rule.isOn) return NOTIFICATION_SETTINGS_TEXT.never;
  if (ALERT_KIND_TEXT[rule.kind].size === null) return NOTIFICATION_SETTINGS_TEXT.always;
  const size = sizeText(rule, isHidden);
  return ALERT_KIND_FACTS[rule.kind].unit === 'minutes'
    ? NOTIFICATION_SETTINGS_TEXT.afterTime(size)
    : NOTIFICATION_SETTINGS_TEXT.fromSize(size);
}

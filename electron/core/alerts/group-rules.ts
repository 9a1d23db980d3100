// Group rules: a rule for a group of wallets is one for each of its wallets; only that of totals is about their sum.
import { groupIdOfScope } from '../../../shared/alerts/alert-rules';
import type { AlertRule } from '../../../shared/schema/alert';
import type { Settings } from '../../../shared/schema/settings';
import { groupById, membersOf } from '../groups/groups';

/** In this order a wallet's own rule comes before that of its group. A group that is gone has none. */
export function rulesByWallet(
  settings: Pick<Settings, 'groups' | 'wallets' | 'choices'>
): readonly AlertRule[] {
  const { alerts } = settings.choices;
  const isOfGroup = ({ walletId }: AlertRule) => groupIdOfScope(walletId) !== null;
  if (!alerts.some(isOfGroup)) return alerts;
  const ofGroups = alerts.filter(isOfGroup).flatMap(rule => {
    const members = membersOfScope(settings, rule.walletId);
    if (!members) return [];
    return rule.kind === 'total' ? [rule] : [...members].map(walletId => ({ ...rule, walletId }));
  });
  return [...alerts.filter(rule => !isOfGroup(rule)), ...ofGroups];
}

/** Null: the scope is no group, or one without wallets. */
export function membersOfScope(
  settings: Pick<Settings, 'groups' | 'wallets'>,
  scope: string | null
): ReadonlySet<string> | null {
  const group = groupById(settings, groupIdOfScope(scope));
  return group && membersOf(settings, group);
}
